import { chemicalOf } from '../../src/chemicals/table.ts';
import { emptyBox } from '../../src/dispersion/cell-box.ts';
import type { CloudPart, CloudRequest } from '../../src/dispersion/cloud-part.ts';
import { groundAir } from '../../src/dispersion/dense/cloud-air.ts';
import { denseIntegralCloud } from '../../src/dispersion/dense/dense-cloud.ts';
import { mixtureModel } from '../../src/dispersion/dense/mixture.ts';
import { denseShallowCloud } from '../../src/dispersion/dense/shallow/shallow-cloud.ts';
import { mixtureOfConcentration } from '../../src/dispersion/dense/steady-plume.ts';
import type { AirborneSource } from '../../src/release/airborne.ts';
import { scored } from './prediction.ts';
import type { Spill, SpillArc } from './trials.ts';

const methane = chemicalOf('methane', 'the study');
const [cellM, stepS, frames] = [5, 5, 30];
const [upwindM, asideM] = [150, 200];
/**
 * Share of the heat that gas lacked at the source and still lacks at the arcs: it enters only the step from kg/m³ to
 * volume %, by a few percent.
 */
const lackingShare = 0.3;

/** The models that run on a grid through time, as the engine does for an incident. */
export const gridModels = {
  integral: (request: CloudRequest) => denseIntegralCloud(request, scored.averagingTimeS),
  shallow: (request: CloudRequest) => denseShallowCloud(request, { averagingTimeS: scored.averagingTimeS }),
} as const;

/** The largest concentration of each arc over place and time, volume %. */
export function predictOnGrid(
  arcs: readonly SpillArc[],
  modelOf: (request: CloudRequest) => CloudPart,
): Map<SpillArc, number> {
  const predicted = new Map<SpillArc, number>();
  for (const spill of new Set(arcs.map((arc) => arc.spill))) {
    const own = arcs.filter((arc) => arc.spill === spill);
    const mixture = mixtureModel(methane, groundAir(spill.air));
    const enthalpy = lackingShare * mixture.enthalpyOf(methane.boilingK.value, 0);
    for (const [arc, kgPerM3] of peaks(spill, own, modelOf)) {
      predicted.set(arc, 100 * mixtureOfConcentration(mixture, kgPerM3, enthalpy).moleFraction);
    }
  }
  return predicted;
}

function peaks(
  spill: Spill,
  arcs: readonly SpillArc[],
  modelOf: (request: CloudRequest) => CloudPart,
): Map<SpillArc, number> {
  const farM = Math.max(...arcs.map(({ distanceM }) => distanceM));
  const [nx, ny] = [Math.ceil((farM + upwindM + 100) / cellM), (2 * asideM) / cellM + 1];
  const grid = { x0M: -upwindM, y0M: -asideM, cellM, nx, ny };
  const stepsPerFrame = Math.ceil(Math.max(600, spill.durationS + farM) / stepS / frames);
  const steps = stepsPerFrame * frames;
  const even = (value: number): Float64Array<ArrayBuffer> => new Float64Array(steps).fill(value);
  const source: AirborneSource = {
    release: spill.trial,
    kind: 'pool',
    at: [0, 0, 0],
    stepS,
    massKg: Float64Array.from({ length: steps }, (_, n) => {
      const lasts = Math.min(1, Math.max(0, spill.durationS / stepS - n));
      return spill.rateKgPerS * stepS * lasts;
    }),
    dropletShare: even(0),
    temperatureK: even(methane.boilingK.value),
    radiusM: even(spill.poolRadiusM),
    speedMPerS: even(0),
  };
  const timesS = Float64Array.from({ length: frames + 1 }, (_, k) => k * stepsPerFrame * stepS);
  const part = modelOf({
    chemical: methane,
    sources: [source],
    weather: { at: () => spill.air, methods: [], classes: [], notes: [], calm: false },
    ladder: { timesS, stepS, stepsPerFrame },
    grid,
    headHeightM: scored.receptorHeightM,
  });
  const largest = new Map<SpillArc, number>(arcs.map((arc) => [arc, 0]));
  for (let frame = 1; frame <= frames; frame += 1) {
    const layer = new Float32Array(nx * ny);
    for (const _pause of part.advance(frame, layer, emptyBox(grid), undefined));
    layer.forEach((value, cell) => {
      if (value <= 0) return;
      const x = grid.x0M + (cell % nx) * cellM;
      if (x <= 0) return;
      const away = Math.hypot(x, grid.y0M + Math.floor(cell / nx) * cellM);
      for (const arc of arcs) {
        if (Math.abs(away - arc.distanceM) > cellM) continue;
        if (value > (largest.get(arc) ?? 0)) largest.set(arc, value);
      }
    });
  }
  return largest;
}
