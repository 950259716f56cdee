import { Button, Segmented, Switch } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useRehearsal } from '../rehearsal.ts';
import { commandTexts } from '../texts.ts';
import { useBand } from './band.ts';
import type { BandStanding } from './band-view.ts';
import type { BandView } from './use-band-view.ts';
import { levelName } from './zone-view.ts';

/** Shows or hides how far the telling limit may reach; says how far its computing is, or why there is none. */
export function BandControl({ view: { standing, levels, level } }: { readonly view: BandView }) {
  const say = useTexts(commandTexts);
  const language = useLanguage();
  const label = useId();
  const note = useId();
  const wanted = useBand((state) => state.wanted);
  const idle = useRehearsal((state) => state.run.kind !== 'computing');
  const open = standing.kind === 'here' || standing.kind === 'computing' || standing.kind === 'waiting';
  const again = standing.kind === 'failed' || standing.kind === 'stopped';
  return (
    <div className="zone-band" data-testid="zone-band" data-band={standing.kind}>
      <Switch
        size="small"
        checked={wanted && open}
        disabled={!open}
        onChange={(checked) => useBand.getState().want(checked)}
        aria-labelledby={label}
        aria-describedby={note}
        data-testid="band-switch"
      />
      <span id={label}>{say('band')}</span>
      {wanted && open && levels.length > 1 && level !== undefined && (
        <Segmented
          size="small"
          aria-label={say('band.level')}
          value={level}
          options={levels.map((each) => ({ value: each, label: levelName(each, language) }))}
          onChange={(next) => useBand.getState().chooseLevel(next)}
        />
      )}
      <span id={note} className="zone-band-note" role="status">
        <Standing standing={standing} />
      </span>
      {again && (
        <Button
          size="small"
          type="text"
          disabled={!idle}
          onClick={() => useRehearsal.getState().spread()}
          data-testid="band-compute"
        >
          {say('band.compute')}
        </Button>
      )}
    </div>
  );
}

function Standing({ standing }: { readonly standing: BandStanding }) {
  const say = useTexts(commandTexts);
  switch (standing.kind) {
    case 'here':
      return undefined;
    case 'computing':
      // Tenths, so that it is not read aloud at every member.
      return say('computing', { percent: Math.floor(standing.fraction * 10) * 10 });
    case 'failed':
      return <span title={standing.message}>{say('band.failed')}</span>;
    default:
      return say(`band.${standing.kind}`);
  }
}
