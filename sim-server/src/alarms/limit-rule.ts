import type { LimitName, Point, Priority } from '@upwind/scenes';

/** One limit of one point, as it is judged. Values in the point's unit, delays in ms of source time. */
export interface LimitRule {
  readonly site: string;
  readonly point: string;
  readonly element: string;
  readonly limit: LimitName;
  readonly value: number;
  readonly priority: Priority;
  readonly deadBand: number;
  readonly onDelayMs: number;
  readonly offDelayMs: number;
}

const names: readonly LimitName[] = ['lowLow', 'low', 'high', 'highHigh'];

/** The rules of a point: one for each limit it has. */
export function rulesOf(site: string, point: Point): readonly LimitRule[] {
  const { limits } = point;
  if (limits === undefined) return [];
  return names.flatMap((limit) => {
    const set = limits[limit];
    if (set === undefined) return [];
    const { deadBand = 0, onDelayMs = 0, offDelayMs = 0 } = limits;
    const rule = { site, point: point.id, element: point.element, limit, deadBand, onDelayMs, offDelayMs };
    return [{ ...rule, value: set.value, priority: set.priority }];
  });
}

/** Whether a value is at or beyond the limit, in the direction of its name. */
export const crosses = (rule: LimitRule, value: number): boolean =>
  isHigh(rule.limit) ? value >= rule.value : value <= rule.value;

/** Whether a value is back beyond the dead band, so that it may count as normal. */
export const returned = (rule: LimitRule, value: number): boolean =>
  isHigh(rule.limit) ? value < rule.value - rule.deadBand : value > rule.value + rule.deadBand;

const isHigh = (limit: LimitName): boolean => limit === 'high' || limit === 'highHigh';
