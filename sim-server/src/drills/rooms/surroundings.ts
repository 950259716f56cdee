import type { WeatherSample } from '@upwind/scenarios';
import { type DrillState, Sign } from '../../contract/index.ts';
import type { VisibleRelease } from '../air/air.ts';

/** A leak of this rate looks half as big as a leak can look, kg/s: a matter of the picture, not of physics. */
const HALF_KG_PER_S = 0.3;

/** Shows the vapour at each leak while it leaks: what people there would see, and nothing of where it drifts. */
export function showSigns({ signs }: DrillState, releases: readonly VisibleRelease[]): void {
  for (const id of [...signs.keys()]) {
    if (!releases.some(({ release }) => release === id)) signs.delete(id);
  }
  for (const { release, chemical, at, kgPerS } of releases) {
    const sign = signs.get(release) ?? new Sign();
    sign.kind = 'vapour';
    sign.chemical = chemical;
    [sign.x, sign.y, sign.z] = at;
    // In twentieths, so that a slowly falling rate does not send a patch every time.
    sign.strength = Math.round((20 * kgPerS) / (kgPerS + HALF_KG_PER_S)) / 20;
    if (!signs.has(release)) signs.set(release, sign);
  }
}

/** Shows the wind as a sock would: that of the newest sample. */
export function showWind(state: DrillState, weather: readonly WeatherSample[], timeS: number): void {
  const now = weather.findLast((sample) => sample.timeS <= timeS) ?? weather[0];
  state.windFromDeg = now?.windFromDeg ?? 0;
  state.windSpeedMPerS = now?.windSpeedMPerS ?? 0;
}
