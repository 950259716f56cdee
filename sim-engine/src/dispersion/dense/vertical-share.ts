import { exp } from '../../arithmetic/exponential.ts';
import { pow } from '../../arithmetic/power.ts';
import { rootTwoPi } from '../screening/plume.ts';

/** How the mass of a cloud lies over height: on the ground c₀ exp(−(z/S)ⁿ), aloft a bell and its mirror image. */
export interface Upright {
  readonly depthM: number;
  readonly scaleM: number;
  readonly exponent: number;
  /** Height of the axis of a jet above ground and its standard deviation; absent on the ground. */
  readonly aloft?: { readonly heightM: number; readonly sigmaM: number };
}

/** Share of the mass per metre of height, 1/m. */
export function verticalShare({ depthM, scaleM, exponent, aloft }: Upright, heightM: number): number {
  if (aloft === undefined) return exp(-pow(heightM / scaleM, exponent)) / depthM;
  const bell = (off: number): number => exp((-0.5 * off * off) / (aloft.sigmaM * aloft.sigmaM));
  return (bell(heightM - aloft.heightM) + bell(heightM + aloft.heightM)) / (rootTwoPi * aloft.sigmaM);
}

/** Points at which a layer on the ground is asked, crowded towards the ground, where thin clouds lie. */
const groundPoints = 8;

/**
 * Mean share per metre over a layer of `thickM` about a height, so that a volume holds gas that lies thinner than its
 * cells; at the height itself where `thickM` is absent.
 */
export function meanShare(upright: Upright, heightM: number, thickM: number | undefined): number {
  if (thickM === undefined) return verticalShare(upright, heightM);
  const low = heightM - 0.5 * thickM;
  if (low > 1e-9) {
    const quarter = 0.25 * thickM;
    return 0.5 * (verticalShare(upright, heightM - quarter) + verticalShare(upright, heightM + quarter));
  }
  let sum = 0;
  for (let n = 0; n < groundPoints; n += 1) {
    const share = (n + 0.5) / groundPoints;
    sum += 2 * share * verticalShare(upright, (heightM + 0.5 * thickM) * share * share);
  }
  return sum / groundPoints;
}
