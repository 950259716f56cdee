import { pow } from '../../arithmetic/power.ts';
import type { Chemical } from '../../chemicals/chemical.ts';
import { gasConstant, gravity } from '../../constants.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import { type BoundaryLayer, windSpeedAt } from '../../weather/boundary-layer.ts';
import { airDensity } from '../../weather/temperature.ts';

/** How weight or lightness rules a release, for a model that knows neither. */
export interface Buoyancy {
  /** Dense: it slumps. Buoyant: it lifts off the ground. */
  readonly regime: 'dense' | 'passive' | 'buoyant';
  /** Density of what comes out over that of the air. */
  readonly densityRatio: number;
  /** Of a dense release (g′q/(u³D))^⅓, dense above 0.15; of a burst √(g′V)/(u V^⅓), dense above 0.20; else 0. */
  readonly densimetricRatio: number;
  /** Rise of a buoyant plume 100 m downwind, m: 1.6 F^⅓ x^⅔/u (Briggs 1975). */
  readonly riseM: number;
}

/** Above these a steady release and a burst are dense (Britter & McQuaid 1988, HSE Contract Research Report 17). */
const denseAbove = 0.15;
const denseBurstAbove = 0.2;
/** A plume on the ground lifts off where its rise would pass the height that the wind mixes at once (Briggs 1973), m. */
const liftOffM = 5;

/** The strongest step of a source, judged in the air of that step. */
export function buoyancyOf(
  source: AirborneSource,
  chemical: Chemical,
  airAt: (timeS: number) => BoundaryLayer,
): Buoyancy {
  let step = 0;
  source.massKg.forEach((mass, n) => {
    if (mass > (source.massKg[step] as number)) step = n;
  });
  const air = airAt((step + 0.5) * source.stepS);
  const rate = (source.massKg[step] ?? 0) / source.stepS;
  const temperatureK = source.temperatureK[step] ?? air.temperatureK;
  const vapour = (air.pressurePa * chemical.molarMassKgPerMol.value) / (gasConstant * Math.max(20, temperatureK));
  // Droplets weigh, but take no room to speak of.
  const density = vapour / Math.max(0.02, 1 - (source.dropletShare[step] ?? 0));
  const around = airDensity(air);
  const reduced = (gravity * (density - around)) / around;
  const volume = rate / density;
  const wind = Math.max(0.5, windSpeedAt(air, 10));
  const width = Math.max(Math.sqrt(volume / wind), 2 * (source.radiusM[step] ?? 0), 0.01);
  const burst = source.kind === 'burst';
  const room = volume * source.stepS;
  const densimetric =
    reduced <= 0
      ? 0
      : burst
        ? Math.sqrt(reduced * room) / (wind * pow(room, 1 / 3))
        : pow((reduced * volume) / (wind * wind * wind * width), 1 / 3);
  // Buoyancy flux of a source over π.
  const lift = reduced < 0 ? (-reduced * volume) / Math.PI : 0;
  const riseM = (1.6 * pow(lift, 1 / 3) * pow(100, 2 / 3)) / wind;
  const regime =
    densimetric > (burst ? denseBurstAbove : denseAbove) ? 'dense' : riseM > liftOffM ? 'buoyant' : 'passive';
  return { regime, densityRatio: density / around, densimetricRatio: densimetric, riseM };
}
