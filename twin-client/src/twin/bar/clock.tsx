import { formatClock } from '../../language/format.ts';
import { useLanguage } from '../../language/language.ts';
import { useLive } from '../../live/live-site.tsx';
import { useSecond } from '../../live/now.ts';

/** The server's time in the reader's time zone. */
export function Clock() {
  const language = useLanguage();
  const live = useLive();
  useSecond();
  const now = live.now();
  return (
    <time className="bar-clock" dateTime={new Date(now).toISOString()}>
      {formatClock(now, language)}
    </time>
  );
}
