import { hypot } from '../../arithmetic/hypotenuse.ts';
import { errorStep } from '../../arithmetic/normal-curve.ts';
import { type Puff, type PuffState, softenedArea } from './puff.ts';
import type { Canvas } from './segment-painting.ts';
import { meanShare } from './vertical-share.ts';

const reach = 3;

/** Paints a puff: a round flat top with softened edges, all its gas inside the grid. */
export function paintPuff(puff: Puff, state: PuffState, { ground, heightsM, thickM, kgPerM3, box }: Canvas): void {
  const { x0M, y0M, cellM, nx, ny } = ground;
  const sigma = Math.sqrt(puff.sigmaM * puff.sigmaM + (cellM * cellM) / 12);
  const radius = Math.max(0.05 * sigma, puff.radiusM);
  const thin = 1 / (Math.SQRT2 * sigma);
  const centre = errorStep(radius * thin);
  const perArea = puff.gasKg / softenedArea(radius, sigma) / centre;
  const upright = heightsM.map((z) => perArea * meanShare(state, z, thickM));
  const width = radius + reach * sigma;
  const iLow = Math.max(0, Math.ceil((puff.x - width - x0M) / cellM));
  const iHigh = Math.min(nx - 1, Math.floor((puff.x + width - x0M) / cellM));
  const jLow = Math.max(0, Math.ceil((puff.y - width - y0M) / cellM));
  const jHigh = Math.min(ny - 1, Math.floor((puff.y + width - y0M) / cellM));
  if (iLow > iHigh || jLow > jHigh) return;
  for (let j = jLow; j <= jHigh; j += 1) {
    for (let i = iLow; i <= iHigh; i += 1) {
      const r = hypot(x0M + i * cellM - puff.x, y0M + j * cellM - puff.y);
      const lateral = 0.5 * (errorStep((radius + r) * thin) + errorStep((radius - r) * thin));
      if (lateral <= 0) continue;
      for (let k = 0; k < upright.length; k += 1) {
        const cell = (k * ny + j) * nx + i;
        kgPerM3[cell] = (kgPerM3[cell] as number) + lateral * (upright[k] as number);
      }
    }
  }
  box.iLow = Math.min(box.iLow, iLow);
  box.iHigh = Math.max(box.iHigh, iHigh);
  box.jLow = Math.min(box.jLow, jLow);
  box.jHigh = Math.max(box.jHigh, jHigh);
}
