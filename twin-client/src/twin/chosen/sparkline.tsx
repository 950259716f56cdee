import type { Point } from '@upwind/scenes';
import type { HistoryAnswer } from '@upwind/sim-server/contract';
import { useEffect, useMemo, useState } from 'react';
import type uPlot from 'uplot';
import { Plot } from '../../chart/plot.tsx';
import { seriesOf } from '../../chart/series.ts';
import { useName } from '../../language/language.ts';
import { api } from '../../live/api.ts';
import { useLive } from '../../live/live-site.tsx';
import { palettes } from '../../theme/palette.ts';
import { useTheme } from '../../theme/theme.ts';

const spanMs = 10 * 60_000;
/** A line of some eighty pixels needs no more. */
const limit = 160;
/** How often live samples are drawn into the line. */
const redrawMs = 2000;

type Sample = HistoryAnswer['samples'][number];

/** The last ten minutes of a point from the history, carried on by the live stream. */
function useRecent(site: string, point: Point): readonly Sample[] {
  const live = useLive();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    let gone = false;
    const recent: Sample[] = [];
    const now = live.now();
    const show = () => {
      const oldest = live.now() - spanMs;
      const from = recent.findIndex(({ sourceTime }) => sourceTime >= oldest);
      if (from > 0) recent.splice(0, from);
      setSamples([...recent]);
    };
    void api.history(site, point.id, now - spanMs, now, limit).then((answer) => {
      if (gone || !answer.ok) return;
      const last = recent[0]?.sourceTime ?? Infinity;
      recent.unshift(...answer.value.samples.filter(({ sourceTime }) => sourceTime < last));
      show();
    });
    const stop = live.newest.listen(point.id, () => {
      const newest = live.newest.get(point.id);
      if (newest === undefined) return;
      const last = recent.at(-1);
      // Ten a second is finer than the line: keep one in a second.
      if (last !== undefined && newest.sourceTime - last.sourceTime < 1000) return;
      recent.push({ sourceTime: newest.sourceTime, value: newest.value, quality: newest.quality });
    });
    const timer = setInterval(show, redrawMs);
    return () => {
      gone = true;
      stop();
      clearInterval(timer);
    };
  }, [live, site, point]);
  return samples;
}

export function Sparkline({ site, point }: { readonly site: string; readonly point: Point }) {
  const name = useName();
  const samples = useRecent(site, point);
  const themeName = useTheme((theme) => theme.name);
  const data = useMemo(() => seriesOf(samples, Math.max(point.periodMs, 10_000), false), [samples, point.periodMs]);
  const options = useMemo(
    (): Omit<uPlot.Options, 'width' | 'height'> => ({
      cursor: { show: false },
      legend: { show: false },
      padding: [3, 2, 3, 2],
      axes: [{ show: false }, { show: false }],
      scales: { x: { time: true } },
      series: [{}, { stroke: palettes[themeName].textSecond, width: 1.25, points: { show: false } }],
    }),
    [themeName],
  );
  if (samples.length < 2) return undefined;
  return <Plot options={options} data={data} label={name(point.name)} />;
}
