import type { SceneFault } from '../errors.ts';
import type { LimitName, Point } from './point.ts';

const order: readonly LimitName[] = ['lowLow', 'low', 'high', 'highHigh'];

/** Range and limits of one point: low below high, limits rising from low-low to high-high and inside the range. */
export function limitFaults(point: Point, where: string): SceneFault[] {
  const { low, high } = point.range;
  if (low >= high) {
    const what = `its range runs from ${low} to ${high} ${point.unit}: low must be below high`;
    return [{ code: 'UPW_SCENE_RANGE', where, what }];
  }
  const faults: SceneFault[] = [];
  let below: { name: LimitName; value: number } | undefined;
  for (const name of order) {
    const value = point.limits?.[name]?.value;
    if (value === undefined) continue;
    if (value < low || value > high) {
      const what = `its limit ${name} ${value} ${point.unit} is outside its range ${low} to ${high}: correct one of them`;
      faults.push({ code: 'UPW_SCENE_LIMITS', where, what });
    }
    if (below && value <= below.value) {
      const what = `its limit ${name} ${value} ${point.unit} is not above ${below.name} ${below.value}: put them in order`;
      faults.push({ code: 'UPW_SCENE_LIMITS', where, what });
    }
    below = { name, value };
  }
  return faults;
}
