import { Button, InputNumber } from 'antd';
import { Pin, PinOff, X } from 'lucide-react';
import { formatValue } from '../../language/format.ts';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useTheme } from '../../theme/theme.ts';
import { useRehearsal } from '../rehearsal.ts';
import { commandTexts } from '../texts.ts';
import { highestCutM } from '../zones/zone-view.ts';
import { type ProbeSeries, valueAt } from './probe-curves.ts';
import { probeColour, useProbes } from './probes.ts';

interface ProbeRowProps {
  readonly series: ProbeSeries;
  readonly name: string;
  /** Whether the model knows other heights than its own. */
  readonly heights: boolean;
}

/** One probe: where it is, what it shows at the shown moment, and what a person there has taken in by then. */
export function ProbeRow({ series: { probe, timesS, ppm, indoorPpm, dose }, name, heights }: ProbeRowProps) {
  const say = useTexts(commandTexts);
  const language = useLanguage();
  const theme = useTheme((state) => state.name);
  const timeS = useRehearsal((state) => state.timeS);
  const { keep, raise, remove } = useProbes.getState();
  const { letter, heightM, kept } = probe;
  const now = valueAt(timesS, ppm, timeS);
  const taken = dose.aegl2 === undefined ? undefined : valueAt(timesS, dose.aegl2, timeS);
  return (
    <li data-testid={`probe-${letter}`}>
      <b className="probe-pin" style={{ background: probeColour(letter, theme) }}>
        {letter}
      </b>
      <span className="probe-name" title={name}>
        {name}
      </span>
      <InputNumber
        size="small"
        className="probe-height"
        aria-label={say('probe.height', { letter })}
        min={0}
        max={highestCutM}
        step={0.5}
        suffix="m"
        disabled={!heights}
        value={heightM}
        onChange={(value) => raise(letter, value ?? heightM)}
      />
      <output className="probe-now" data-testid={`probe-${letter}-now`}>
        {say('probe.now', { ppm: now < 1e-3 ? '0' : formatValue(now, language) })}
        {indoorPpm !== undefined &&
          ` · ${say('probe.indoors', { ppm: formatValue(valueAt(timesS, indoorPpm, timeS), language) })}`}
      </output>
      {taken === undefined ? (
        <span />
      ) : (
        <span
          className={taken >= 1 ? 'probe-dose probe-over' : 'probe-dose'}
          title={say('probe.dose.of', { percent: percentOf(taken) })}
        >
          {say('probe.dose', { percent: percentOf(taken) })}
        </span>
      )}
      <Button
        size="small"
        type="text"
        icon={kept ? <PinOff size={15} /> : <Pin size={15} />}
        aria-label={say(kept ? 'probe.release' : 'probe.keep', { letter })}
        title={say(kept ? 'probe.release' : 'probe.keep', { letter })}
        aria-pressed={kept}
        onClick={() => keep(letter, !kept)}
      />
      <Button
        size="small"
        type="text"
        icon={<X size={15} />}
        aria-label={say('probe.remove', { letter })}
        title={say('probe.remove', { letter })}
        onClick={() => remove(letter)}
      />
    </li>
  );
}

/** Percent as people say it: nothing below one in a thousand, no false digits above. */
function percentOf(share: number): string {
  const percent = share * 100;
  if (percent < 0.1) return '0';
  return percent < 10 ? percent.toPrecision(1) : percent < 1000 ? String(Math.round(percent)) : '>999';
}
