import { Popover } from 'antd';
import { useAge } from '../../language/age.ts';
import { useTexts } from '../../language/texts.ts';
import { useLiveState } from '../../live/live-site.tsx';
import { useSecond } from '../../live/now.ts';
import { twinTexts } from '../texts.ts';

/** Live, reconnecting since, or off-line since and with what still works. */
export function ConnectionBadge() {
  const say = useTexts(twinTexts);
  const age = useAge();
  const connection = useLiveState((state) => state.connection);
  const now = useSecond();
  const text =
    connection.kind === 'live'
      ? say('live')
      : connection.kind === 'connecting'
        ? say('connecting')
        : say(connection.kind, { age: age(now - connection.since) });
  const badge = (
    <span
      className={`connection connection-${connection.kind}`}
      role="status"
      data-testid="connection"
      data-state={connection.kind}
    >
      <span className="connection-dot" aria-hidden />
      {text}
    </span>
  );
  return connection.kind === 'reconnecting' || connection.kind === 'offline' ? (
    <Popover content={<p className="connection-what">{say('offline.what')}</p>} placement="topRight">
      {badge}
    </Popover>
  ) : (
    badge
  );
}
