import { useTexts } from '../../language/texts.ts';
import { drillTexts } from '../texts.ts';

const keys = [
  { caps: ['W', 'A', 'S', 'D'], what: 'controls.walk' },
  { caps: ['Shift'], what: 'controls.run' },
  { caps: ['←', '→'], what: 'controls.look' },
  { caps: ['E'], what: 'controls.act' },
  { caps: ['H'], what: 'controls.help' },
] as const;

/** How to move and act, for each way of being here. */
export function ControlsHelp() {
  const say = useTexts(drillTexts);
  return (
    <div className="drill-help">
      <dl>
        {keys.map(({ caps, what }) => (
          <div key={what}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
              {what === 'controls.look' && <span> / {say('controls.drag')}</span>}
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
      <p>{say('controls.touch')}</p>
      <p>{say('controls.headset')}</p>
    </div>
  );
}
