import type { Incident, Release } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import { chemicalOf } from '../chemicals/table.ts';
import { emptyBox } from '../dispersion/cell-box.ts';
import { coarserGrid, gridAround } from '../dispersion/grid.ts';
import type { TimeLadder } from '../dispersion/time-ladder.ts';
import { ensembleCount } from '../exposure/ensemble.ts';
import { threatLimits } from '../exposure/limits.ts';
import type { Ring, ThreatLevel } from '../exposure/threat-zone.ts';
import { airborneOf } from './airborne.ts';
import { checkIncident } from './check.ts';
import { headHeightM } from './chemical-cloud.ts';
import { memberChanges, memberSources, memberWeather, memberWidths } from './ensemble-members.ts';
import { openModels, screeningModels } from './models.ts';
import { overGround, placed } from './placement.ts';
import { weatherOver } from './weather-over.ts';

/** Where at least a share of the members of an ensemble is above a limit at a time. */
export interface ChanceZone {
  readonly chemical: string;
  readonly level: ThreatLevel;
  readonly limitKgPerM3: number;
  readonly timeS: number;
  /** 0.1, 0.5 or 0.9. */
  readonly share: number;
  readonly rings: readonly Ring[];
  readonly areaM2: number;
}

/** What an incident may become where wind and source are not known exactly. */
export interface EnsembleResult {
  readonly incident: string;
  readonly members: number;
  readonly timesS: Float64Array<ArrayBuffer>;
  readonly zones: readonly ChanceZone[];
  /** What the members differ in. */
  readonly spread: { readonly zh: string; readonly en: string };
}

/** A band needs fewer cells and frames than a field: at most so many. */
const mostCells = 6000;
const mostFrames = 15;
const stepsPerFrame = 3;

/**
 * Runs an incident `members` times on open ground, each time with another wind and source, and counts where limits are
 * passed. Yields the share done. Deterministic: the members depend on the incident's seed.
 */
export function* ensembleSteps(site: Site, incident: Incident, members: number): Generator<number, EnsembleResult> {
  checkIncident(site, incident);
  const weather = weatherOver(site, incident);
  const ladder = coarseLadder(incident.durationS);
  const releases = placed(site, incident).map(({ release }) => release);
  const grid = coarserGrid(
    gridAround(
      site,
      releases.map(({ at }) => at),
    ),
    mostCells,
  );
  const changes = memberChanges(incident.seed, members);
  const byChemical = new Map<string, Release[]>();
  for (const release of releases) {
    byChemical.set(release.chemical, [...(byChemical.get(release.chemical) ?? []), overGround(site, release)]);
  }
  const zones: ChanceZone[] = [];
  let done = 0;
  for (const [id, own] of byChemical) {
    const chemical = chemicalOf(id, `release "${own[0]?.id ?? ''}"`, site);
    const { sources } = airborneOf(own, chemical, ladder, weather);
    const limits = threatLimits(chemical, Math.max(10, incident.durationS / 60), weather.at(0).temperatureK);
    const counts = Array.from(ladder.timesS, () => limits.map(({ limitKgPerM3 }) => ensembleCount(grid, limitKgPerM3)));
    for (const change of changes) {
      const request = {
        chemical,
        sources: memberSources(sources, change),
        weather: memberWeather(weather, change),
        ladder,
        grid,
        headHeightM,
      };
      const { parts } = incident.model === 'resolved' ? openModels(request) : screeningModels(request);
      for (let frame = 1; frame < ladder.timesS.length; frame += 1) {
        const layer = new Float32Array(grid.nx * grid.ny);
        const box = emptyBox(grid);
        for (const part of parts) for (const _ of part.advance(frame, layer, box, undefined)) void _;
        for (const count of counts[frame] ?? []) count.add(layer);
      }
      done += 1;
      yield done / (changes.length * byChemical.size);
    }
    counts.forEach((ofLimits, frame) => {
      ofLimits.forEach((count, k) => {
        const limit = limits[k];
        if (limit === undefined || count.members === 0) return;
        const { level, limitKgPerM3 } = limit;
        const timeS = ladder.timesS[frame] as number;
        for (const zone of count.zones()) zones.push({ chemical: id, level, limitKgPerM3, timeS, ...zone });
      });
    });
  }
  return { incident: incident.id, members: changes.length, timesS: ladder.timesS, zones, spread: spreadOf() };
}

function spreadOf(): EnsembleResult['spread'] {
  const { turnDeg, lnWind, lnMass } = memberWidths;
  const [wind, mass] = [Math.round(100 * lnWind), Math.round(100 * lnMass)];
  return {
    zh: `成员之间的差别（标准差）：风向 ${turnDeg}°，风速约 ${wind}%，泄漏量约 ${mass}%；开阔地模型`,
    en: `Members differ (standard deviations) by ${turnDeg}° in wind direction, about ${wind} % in wind speed and ${mass} % in mass released; models of open ground`,
  };
}

function coarseLadder(durationS: number): TimeLadder {
  const frames = Math.max(1, Math.min(mostFrames, Math.ceil(durationS / 60)));
  const frameS = durationS / frames;
  return {
    timesS: Float64Array.from({ length: frames + 1 }, (_, k) => k * frameS),
    stepS: frameS / stepsPerFrame,
    stepsPerFrame,
  };
}
