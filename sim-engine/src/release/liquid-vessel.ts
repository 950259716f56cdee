import type { Chemical } from '../chemicals/chemical.ts';
import { liquidDensity } from '../chemicals/properties.ts';
import type { Emitter, Escape } from './emitter.ts';
import { liquidEnthalpy } from './exit-state.ts';
import { liquidDischarge, liquidFlux } from './orifice.ts';
import { filledShare, levelOf, type VesselGeometry, wettedHole } from './vessel-shape.ts';

/** A liquid that does not boil at the pressure outside, in a vessel with a hole. */
export interface LiquidCharge {
  readonly pressurePa: number;
  readonly temperatureK: number;
  readonly massKg: number;
  readonly geometry: VesselGeometry;
  readonly holeDiameterM: number;
  readonly holeAreaM2: number;
  readonly holeHeightM: number;
  readonly outsidePa: number;
}

/**
 * A liquid under the pressure of its head space, which is kept (a breathing or blanketed tank), and its own head above
 * the hole. It ends when the level is at the hole's lower edge.
 */
export function liquidVessel(chemical: Chemical, charge: LiquidCharge): Emitter {
  const { geometry, pressurePa, temperatureK, outsidePa, holeAreaM2, holeDiameterM, holeHeightM } = charge;
  const density = liquidDensity(chemical, temperatureK);
  const enthalpyJPerKg = liquidEnthalpy(chemical, temperatureK);
  const atHole = heelKg(charge, density);
  let mass = charge.massKg;
  const wetted = (): { readonly share: number; readonly headM: number } => {
    const depth = geometry.heightM * levelOf(geometry.shape, mass / (density * geometry.volumeM3));
    return wettedHole(depth, holeHeightM, holeDiameterM);
  };
  const rateNow = (): number => {
    if (mass <= atHole) return 0;
    const wet = wetted();
    return holeAreaM2 * wet.share * liquidFlux(pressurePa - outsidePa, wet.headM, density, liquidDischarge);
  };
  return {
    rate: rateNow,
    remainingKg: () => Math.max(0, mass - atHole),
    advance: (dtS, hole, valve): Escape => {
      const open = hole * valve * wetted().share;
      if (!(open > 0)) return { massKg: 0 };
      const rate = rateNow() * hole * valve;
      const left = Math.min(rate * dtS, Math.max(0, mass - atHole));
      if (!(left > 0)) return { massKg: 0 };
      mass -= left;
      const areaM2 = holeAreaM2 * open * liquidDischarge;
      return {
        massKg: left,
        exit: {
          rateKgPerS: left / dtS,
          areaM2,
          pressurePa: outsidePa,
          speedMPerS: left / dtS / (areaM2 * density),
          enthalpyJPerKg,
        },
      };
    },
  };
}

/** What stays below the hole's lower edge, kg. */
function heelKg({ geometry, holeHeightM, holeDiameterM }: LiquidCharge, density: number): number {
  const edge = Math.max(0, holeHeightM - 0.5 * holeDiameterM) / geometry.heightM;
  return filledShare(geometry.shape, edge) * density * geometry.volumeM3;
}
