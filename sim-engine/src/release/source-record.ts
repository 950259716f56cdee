import type { Release } from '@upwind/scenarios';
import type { AirborneSource, EntryKind } from './airborne.ts';
import type { ExpandedJet } from './expansion.ts';

/** Gathers what a release puts into the air, step by step: means by mass of every part of a step. */
export interface SourceRecord {
  /** A jet of `massKg` airborne in `dtS`, a share of it drops of a mean diameter. */
  jet(
    step: number,
    massKg: number,
    drops: { readonly share: number; readonly diameterM: number },
    jet: ExpandedJet,
    dtS: number,
  ): void;
  /** Vapour off a pool of this temperature and radius. */
  pool(step: number, massKg: number, temperatureK: number, radiusM: number): void;
  /** A cloud of a given radius at once. */
  burst(
    step: number,
    massKg: number,
    cloud: Omit<ExpandedJet, 'vapourShare' | 'densityKgPerM3'> & {
      readonly dropletShare: number;
      readonly radiusM: number;
      readonly airKg: number;
    },
  ): void;
  /** The sources that had any mass. */
  sources(): readonly AirborneSource[];
}

type Series = Float64Array<ArrayBuffer>;

interface Sums {
  readonly mass: Series;
  readonly drops: Series;
  readonly size: Series;
  readonly warmth: Series;
  readonly momentum: Series;
  /** Volume that passed, for a jet; radius by mass, else. */
  readonly extent: Series;
  readonly openS: Series;
  readonly air: Series;
}

/** A record over `steps` of `stepS`. */
export function sourceRecord(release: Release, stepS: number, steps: number): SourceRecord {
  const made = new Map<EntryKind, Sums>();
  const sumsOf = (kind: EntryKind): Sums => {
    const known = made.get(kind);
    if (known !== undefined) return known;
    const series = (): Series => new Float64Array(steps);
    const fresh: Sums = {
      mass: series(),
      drops: series(),
      size: series(),
      warmth: series(),
      momentum: series(),
      extent: series(),
      openS: series(),
      air: series(),
    };
    made.set(kind, fresh);
    return fresh;
  };
  const add = (series: Series, step: number, amount: number): void => {
    series[step] = (series[step] as number) + amount;
  };
  return {
    jet: (step, massKg, drops, jet, dtS) => {
      if (!(massKg > 0)) return;
      const sums = sumsOf('jet');
      add(sums.mass, step, massKg);
      add(sums.drops, step, massKg * drops.share);
      add(sums.size, step, massKg * drops.share * drops.diameterM);
      add(sums.warmth, step, massKg * jet.temperatureK);
      add(sums.momentum, step, massKg * jet.speedMPerS);
      add(sums.extent, step, massKg / jet.densityKgPerM3);
      add(sums.openS, step, dtS);
    },
    pool: (step, massKg, temperatureK, radiusM) => {
      if (!(massKg > 0)) return;
      const sums = sumsOf('pool');
      add(sums.mass, step, massKg);
      add(sums.warmth, step, massKg * temperatureK);
      add(sums.extent, step, massKg * radiusM);
    },
    burst: (step, massKg, cloud) => {
      if (!(massKg > 0)) return;
      const sums = sumsOf('burst');
      add(sums.mass, step, massKg);
      add(sums.drops, step, massKg * cloud.dropletShare);
      add(sums.warmth, step, massKg * cloud.temperatureK);
      add(sums.momentum, step, massKg * cloud.speedMPerS);
      add(sums.extent, step, massKg * cloud.radiusM);
      add(sums.air, step, cloud.airKg);
    },
    sources: () => [...made].map(([kind, sums]) => sourceOf(release, kind, sums, stepS)),
  };
}

function sourceOf(release: Release, kind: EntryKind, sums: Sums, stepS: number): AirborneSource {
  const { mass } = sums;
  const mean = (series: Series): Series => mass.map((kg, k) => (kg > 0 ? (series[k] as number) / kg : 0));
  const speedMPerS = mean(sums.momentum);
  const radiusM =
    kind === 'jet'
      ? sums.extent.map((volume, k) => {
          const swept = (speedMPerS[k] as number) * (sums.openS[k] as number) * Math.PI;
          return swept > 0 ? Math.sqrt(volume / swept) : 0;
        })
      : mean(sums.extent);
  const [x, y, z] = release.at;
  return {
    release: release.id,
    kind,
    at: kind === 'jet' ? [x, y, z] : [x, y, Math.min(0, z)],
    stepS,
    massKg: mass,
    dropletShare: mean(sums.drops),
    ...(kind === 'jet'
      ? { dropletM: sums.size.map((size, k) => (size > 0 ? size / (sums.drops[k] as number) : 0)) }
      : {}),
    temperatureK: mean(sums.warmth),
    radiusM,
    speedMPerS,
    ...(kind === 'burst' ? { airKg: sums.air } : {}),
    ...(kind === 'jet' && release.jet?.towardsDeg !== undefined ? { towardsDeg: release.jet.towardsDeg } : {}),
    ...(kind === 'jet' && release.jet?.upDeg !== undefined ? { upDeg: release.jet.upDeg } : {}),
  };
}
