import type { Text } from '@upwind/scenes';
import { frameBefore } from '../dispersion/frame-before.ts';
import type { HazardField } from '../dispersion/hazard-field.ts';
import { contourOn } from './contour.ts';
import { layersAt, wholeGrid } from './field-layers.ts';
import { type Fluctuation, loadFactor } from './fluctuation.ts';
import { type ProfileLevel, type ProfileSetting, profileLimits } from './profile.ts';
import { substanceOf } from './substance.ts';
import type { Ring } from './threat-zone.ts';
import { areaOf, reachOf } from './zones.ts';

/** Where a limit of a profile is reached at one time and height. */
export interface ProfileZone {
  readonly chemical: string;
  readonly level: ProfileLevel;
  readonly label: Text;
  /** kg/m³, or the load (mg/m³)ⁿ min of `fatal-…`. */
  readonly limit: number;
  readonly timeS: number;
  readonly heightM: number;
  /** The averaging time of the field that was cut, s. */
  readonly averagingTimeS: number;
  readonly rings: readonly Ring[];
  readonly areaM2: number;
  /** Farthest distance from the nearest source given, m; 0 without a source. */
  readonly reachM: number;
}

/** What to draw. */
export interface ZoneRequest extends ProfileSetting {
  readonly levels: readonly ProfileLevel[];
  readonly timeS: number;
  /** Height above ground, m; the field's own where absent. */
  readonly heightM?: number;
  readonly sources?: readonly (readonly [number, number])[];
  /** How the concentration fluctuates, to raise toxic loads; absent: the mean is taken for the moment. */
  readonly fluctuation?: Fluctuation;
}

/**
 * The zones of a profile at any time and height. Limits of concentration are held against the field's mean of the
 * frame, `fatal-…` against the load taken in since second zero by a person who stands there. Empty where nothing
 * reaches a limit, where the chemical has none, or where the field does not know the height.
 */
export function profileZones(field: HazardField, request: ZoneRequest): ProfileZone[] {
  const layers = layersAt(field, request.heightM);
  if (layers === undefined) return [];
  const chemical = substanceOf(field);
  const frame = frameBefore(field.timesS, request.timeS);
  const timeS = field.timesS[frame] as number;
  const { grid, heightM } = layers;
  const draw = contourOn(grid);
  const box = wholeGrid(grid);
  const byConcentration = draw(layers.concentration(frame), 0, box);
  const byLoad = (exponent: number) => {
    const factor = request.fluctuation ? loadFactor(request.fluctuation, exponent) : 1;
    // A contour holds its layer until the next is laid, so that each load has its own.
    return contourOn(grid)(layers.load(frame, exponent, factor), 0, box);
  };
  const loads = new Map<number, ReturnType<typeof byLoad>>();
  return profileLimits(chemical, request.levels, request).flatMap(({ level, label, limit, probit }) => {
    if (probit && !loads.has(probit.n)) loads.set(probit.n, byLoad(probit.n));
    const contour = probit ? (loads.get(probit.n) as ReturnType<typeof byLoad>) : byConcentration;
    const rings = contour(limit);
    if (rings.length === 0) return [];
    const { averagingTimeS } = field;
    const [areaM2, reachM] = [areaOf(rings), reachOf(rings, request.sources ?? [])];
    return { chemical: chemical.id, level, label, limit, timeS, heightM, averagingTimeS, rings, areaM2, reachM };
  });
}
