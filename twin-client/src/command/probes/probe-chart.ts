import type { Language } from '@upwind/scenes';
import type { ProfileLimit } from '@upwind/sim-engine';
import type uPlot from 'uplot';
import { fontFamily, palettes, type ThemeName } from '../../theme/palette.ts';
import { runClock } from '../panels/run-clock.ts';
import { levelColour } from '../zones/level-colour.ts';
import { levelName } from '../zones/zone-view.ts';
import type { ProbeSeries } from './probe-curves.ts';
import { probeColour } from './probes.ts';

/** A limit in the chart's unit. */
export interface ChartLimit {
  readonly level: ProfileLimit['level'];
  readonly ppm: number;
}

interface ChartRequest {
  readonly series: readonly ProbeSeries[];
  readonly limits: readonly ChartLimit[];
  readonly decades: readonly [number, number];
  readonly theme: ThemeName;
  readonly language: Language;
  /** Second of the incident that the page shows. */
  readonly timeNow: () => number;
  readonly onTime: (timeS: number) => void;
  readonly onReady: (plot: uPlot) => void;
}

/** Powers of ten between two ends, both included; every other one where there are many. */
function powers(low: number, high: number): number[] {
  const [from, to] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
  const step = to - from > 5 ? 2 : 1;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => 10 ** (from + n * step));
}

const plain = (value: number): string =>
  value >= 1e6 ? `${String(value / 1e6)} M` : String(Number(value.toPrecision(2)));

/** uPlot's options for curves in ppm on a logarithmic axis, limits as lines, and the shown time as an upright line. */
export function chartOptions(request: ChartRequest): Omit<uPlot.Options, 'width' | 'height'> {
  const { series, limits, decades, theme, language, timeNow, onTime, onReady } = request;
  const palette = palettes[theme];
  const axis = {
    stroke: palette.textSecond,
    ticks: { show: false },
    font: `12px ${fontFamily}`,
  };
  const drawLines = (plot: uPlot): void => {
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.font = `${String(11 * ratio)}px ${fontFamily}`;
    ctx.textAlign = 'right';
    ctx.lineWidth = ratio;
    for (const { level, ppm } of limits) {
      if (ppm < decades[0] || ppm > decades[1]) continue;
      const y = plot.valToPos(ppm, 'y', true);
      ctx.strokeStyle = levelColour(level);
      ctx.fillStyle = levelColour(level);
      ctx.setLineDash([5 * ratio, 4 * ratio]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      ctx.fillText(levelName(level, language), bbox.left + bbox.width - 4 * ratio, y - 3 * ratio);
    }
    const x = plot.valToPos(timeNow(), 'x', true);
    ctx.setLineDash([]);
    ctx.strokeStyle = palette.text;
    ctx.lineWidth = 1.5 * ratio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.restore();
  };
  return {
    padding: [8, 22, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 6 }, drag: { x: false, y: false } },
    scales: { x: { time: false }, y: { distr: 3, range: [decades[0], decades[1]] } },
    axes: [
      {
        ...axis,
        size: 26,
        grid: { show: false },
        incrs: [60, 120, 300, 600, 1200, 3600, 7200],
        values: (_, ticks) => ticks.map(runClock),
      },
      {
        ...axis,
        size: 52,
        grid: { stroke: palette.hairline, width: 1 },
        splits: () => powers(decades[0], decades[1]),
        filter: (_, splits) => splits,
        values: (_, ticks) => ticks.map(plain),
      },
    ],
    series: [
      {},
      ...series.flatMap(({ probe, indoorPpm }) => {
        const line = { stroke: probeColour(probe.letter, theme), width: 2, spanGaps: false, points: { show: false } };
        return indoorPpm === undefined ? [line] : [line, { ...line, width: 1.5, dash: [6, 4] }];
      }),
    ],
    hooks: {
      draw: [drawLines],
      ready: [
        (plot) => {
          onReady(plot);
          plot.over.addEventListener('click', ({ offsetX }) => onTime(plot.posToVal(offsetX, 'x')));
        },
      ],
    },
  };
}

/** The curves as uPlot takes them; what is far below the axis lies just under it, since a logarithm has no zero. */
export function chartData(series: readonly ProbeSeries[], leastPpm: number): uPlot.AlignedData {
  const shown = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Math.max(value, leastPpm / 10));
  const times = Array.from(series[0]?.timesS ?? []);
  return [
    times,
    ...series.flatMap(({ ppm, indoorPpm }) =>
      indoorPpm === undefined ? [shown(ppm)] : [shown(ppm), shown(indoorPpm)],
    ),
  ];
}
