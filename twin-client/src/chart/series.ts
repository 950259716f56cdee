import type { HistoryAnswer } from '@upwind/sim-server/contract';
import type uPlot from 'uplot';

type HistorySample = HistoryAnswer['samples'][number];

/** Longer than this many usual periods without a sample is a gap: the line is broken, not drawn across it. */
const gapPeriods = 6;

/**
 * Samples as uPlot takes them: seconds and values. Bad samples and silences become gaps. A thinned series is judged by
 * its own spacing, since most of its samples are left out on purpose.
 */
export function seriesOf(samples: readonly HistorySample[], periodMs: number, thinned: boolean): uPlot.AlignedData {
  const times: number[] = [];
  const values: (number | null)[] = [];
  const span = (samples.at(-1)?.sourceTime ?? 0) - (samples[0]?.sourceTime ?? 0);
  const usual = thinned ? Math.max(periodMs, (2 * span) / Math.max(1, samples.length)) : periodMs;
  let before: number | undefined;
  for (const { sourceTime, value, quality } of samples) {
    if (before !== undefined && sourceTime - before > gapPeriods * usual) {
      times.push((before + 1) / 1000);
      values.push(null);
    }
    times.push(sourceTime / 1000);
    values.push(quality === 'bad' ? null : value);
    before = sourceTime;
  }
  return [times, values];
}
