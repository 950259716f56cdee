import type { Crew } from '../crew/crew.ts';
import type { AreaGas } from '../dispersion/area-gas.ts';
import type { CloudPart, CloudRequest } from '../dispersion/cloud-part.ts';
import { denseIntegralCloud } from '../dispersion/dense/dense-cloud.ts';
import { type DensityJudgement, isDense } from '../dispersion/dense/is-dense.ts';
import { denseShallowCloud } from '../dispersion/dense/shallow/shallow-cloud.ts';
import { resolvedCloud } from '../dispersion/resolved/resolved-cloud.ts';
import { screeningCloud } from '../dispersion/screening/screening-cloud.ts';
import type { AirborneSource } from '../release/airborne.ts';
import type { SiteAir } from './site-air.ts';

/** The models that make one cloud, and why these. */
export interface ChosenModels {
  readonly parts: readonly CloudPart[];
  readonly reasons: readonly DensityJudgement['reason'][];
  /** Gives back what the parts hold of a crew's memory. */
  release(): void;
}

/** Particles of the resolved model over a run. */
const particles = 30_000;

/** Open ground, everything passive: the answer at once. */
export function screeningModels(request: CloudRequest): ChosenModels {
  return { parts: [screeningCloud(request)], reasons: [], release: () => undefined };
}

/** Open ground, heavy gas as such: for ensembles, calm air and where memory does not suffice for more. */
export function openModels(request: CloudRequest): ChosenModels {
  const { dense, others, reasons } = judged(request);
  const parts = [
    ...(dense.length > 0 ? [denseIntegralCloud({ ...request, sources: dense })] : []),
    ...(others.length > 0 || dense.length === 0 ? [screeningCloud({ ...request, sources: others })] : []),
  ];
  return { parts, reasons, release: () => undefined };
}

/**
 * Between buildings: heavy gas flows as a shallow layer and is handed to the particles as it dilutes; everything else
 * is particles from the start.
 */
export function resolvedModels(request: CloudRequest, air: SiteAir, seed: number, crew: Crew): ChosenModels {
  const { dense, others, reasons } = judged(request);
  const { stepS } = request.ladder;
  const handed = new Map<number, AreaGas>();
  const moving = resolvedCloud({
    ...request,
    sources: others,
    raster: air.raster,
    windAt: (timeS) => air.windAt(Math.floor(timeS / stepS)),
    particles,
    seed,
    crew,
    ...(dense.length > 0 ? { handed: { grid: air.ground.grid, of: (step) => handed.get(step) } } : {}),
  });
  const layer = denseShallowCloud(
    { ...request, sources: dense },
    {
      ground: air.ground,
      windFactors: air.factorsAt,
      onHanded: (step, gas) => void handed.set(step, gas),
    },
  );
  return {
    parts: dense.length > 0 ? [layer, moving] : [moving],
    reasons,
    release: () => moving.release(),
  };
}

function judged({ sources, chemical, weather }: CloudRequest): {
  readonly dense: AirborneSource[];
  readonly others: AirborneSource[];
  readonly reasons: DensityJudgement['reason'][];
} {
  const dense: AirborneSource[] = [];
  const others: AirborneSource[] = [];
  const reasons: DensityJudgement['reason'][] = [];
  for (const source of sources) {
    const first = source.massKg.findIndex((mass) => mass > 0);
    if (first < 0) continue;
    const judgement = isDense(source, chemical, weather.at((first + 0.5) * source.stepS));
    (judgement.dense ? dense : others).push(source);
    reasons.push(judgement.reason);
  }
  return { dense, others, reasons };
}
