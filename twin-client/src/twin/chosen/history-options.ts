import type { Language, LimitName, Point } from '@upwind/scenes';
import type uPlot from 'uplot';
import { formatClock, formatValue } from '../../language/format.ts';
import { fontFamily, palettes, type ThemeName } from '../../theme/palette.ts';

const limitNames: readonly LimitName[] = ['lowLow', 'low', 'high', 'highHigh'];

/** Limits as dashed lines in the colour of their priority, named at the right end by shape and value. */
function drawLimits(point: Point, themeName: ThemeName): (plot: uPlot) => void {
  const palette = palettes[themeName];
  return (plot) => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.setLineDash([6, 5]);
    ctx.lineWidth = 1;
    for (const limit of limitNames) {
      const set = point.limits?.[limit];
      if (set === undefined) continue;
      const y = plot.valToPos(set.value, 'y', true);
      if (y < bbox.top || y > bbox.top + bbox.height) continue;
      ctx.strokeStyle = palette[set.priority];
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    }
    ctx.restore();
  };
}

/** The axis holds all values, and a limit when it is near them. */
function rangeOf(point: Point): (plot: uPlot, low: number | null, high: number | null) => [number, number] {
  return (_, low, high) => {
    if (low === null || high === null) return [point.range.low, point.range.high];
    const span = Math.max(high - low, (point.range.high - point.range.low) * 0.02, 1e-6);
    let [bottom, top] = [low - span * 0.15, high + span * 0.15];
    for (const limit of limitNames) {
      const value = point.limits?.[limit]?.value;
      if (value === undefined) continue;
      if (value > high && value - high < span * 2) top = Math.max(top, value + span * 0.1);
      if (value < low && low - value < span * 2) bottom = Math.min(bottom, value - span * 0.1);
    }
    return [bottom, top];
  };
}

export function historyOptions(
  point: Point,
  themeName: ThemeName,
  language: Language,
): Omit<uPlot.Options, 'width' | 'height'> {
  const palette = palettes[themeName];
  const axis = {
    stroke: palette.textSecond,
    grid: { stroke: palette.hairline, width: 1 },
    ticks: { stroke: palette.hairline, width: 1 },
    font: `13px ${fontFamily}`,
  };
  return {
    padding: [12, 16, 0, 0],
    legend: { show: false },
    cursor: { points: { size: 7 }, y: false },
    scales: { x: { time: true }, y: { range: rangeOf(point) } },
    axes: [
      { ...axis, values: (_, ticks) => ticks.map((tick) => formatClock(tick * 1000, language).slice(0, 5)) },
      { ...axis, size: 64, values: (_, ticks) => ticks.map((tick) => formatValue(tick, language)) },
    ],
    series: [{}, { label: point.unit, stroke: palette.accent, width: 1.5, spanGaps: false, points: { show: false } }],
    hooks: { draw: [drawLimits(point, themeName)] },
  };
}
