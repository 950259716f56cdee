import type { Element, Point } from '@upwind/scenes';

/**
 * What a point shows when its equipment runs as designed. Engineers set limits round the normal value, so the limits
 * tell it: the middle of a low and a high limit, somewhat below a lone high one, above a lone low one; without limits
 * what the vessel's contents say, else the middle of the instrument's range.
 */
export function normalValue(point: Point, element: Element): number {
  const { range, limits } = point;
  const low = limits?.low?.value ?? limits?.lowLow?.value;
  const high = limits?.high?.value ?? limits?.highHigh?.value;
  const designed = designValue(point, element);
  if (point.quantity === 'oxygen' && high === undefined) return Math.min(20.9, range.high);
  if (low !== undefined && high !== undefined) return (low + high) / 2;
  if (high !== undefined) {
    const below = range.low + belowHigh(point) * (high - range.low);
    return designed !== undefined && designed < high - 0.03 * (range.high - range.low) ? designed : below;
  }
  if (low !== undefined) return Math.min(low * 1.5, range.low + 0.92 * (range.high - range.low));
  return designed ?? range.low + 0.5 * (range.high - range.low);
}

/** How far up from the foot of the range to a lone high limit equipment usually runs. */
function belowHigh({ quantity }: Point): number {
  switch (quantity) {
    case 'vibration':
      return 0.45;
    case 'level':
      return 0.4;
    case 'current':
    case 'pressure':
      return 0.82;
    default:
      return 0.85;
  }
}

function designValue({ quantity, range }: Point, { contents }: Element): number | undefined {
  if (contents === undefined) return undefined;
  const value =
    quantity === 'temperature'
      ? contents.temperatureK - 273.15
      : quantity === 'pressure'
        ? (contents.pressurePa - 101_325) / 1e6
        : undefined;
  return value !== undefined && value > range.low && value < range.high ? value : undefined;
}
