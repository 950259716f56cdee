import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { Crew } from '../crew/crew.ts';
import type { CloudRequest } from '../dispersion/cloud-part.ts';
import type { TimeLadder } from '../dispersion/time-ladder.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';
import { type ChosenModels, openModels, resolvedModels, screeningModels } from './models.ts';
import { placed } from './placement.ts';
import type { IncidentResult } from './run.ts';
import { type SiteAir, siteAir } from './site-air.ts';

type Notes = IncidentResult['notes'];

/** How finely an incident is computed, and why not finer. */
export type Resolution =
  | { readonly kind: 'screening'; readonly notes: Notes }
  | { readonly kind: 'open'; readonly notes: Notes }
  | { readonly kind: 'resolved'; readonly notes: Notes; readonly air: SiteAir; readonly crew: Crew };

/** Decides how finely an incident can be computed, and solves the wind where buildings count. */
export function resolve(
  site: Site,
  incident: Incident,
  weather: WeatherTimeline,
  ladder: TimeLadder,
  crew: () => Crew,
): Resolution {
  if (incident.model !== 'resolved') return { kind: 'screening', notes: [] };
  if (isEverCalm(weather, ladder)) {
    const note = {
      zh: '静风：障碍物风场无从确定，按开阔地模型计算',
      en: 'Calm: there is no wind around obstacles to speak of, computed by the models of open ground',
    };
    return { kind: 'open', notes: [note] };
  }
  const helpers = crew();
  try {
    const releases = placed(site, incident).map(({ release }) => release);
    const air = siteAir(site, releases, weather, ladder, helpers);
    return { kind: 'resolved', notes: air.notes, air, crew: helpers };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const note = {
      zh: '内存不足以计算障碍物周围的风：按开阔地模型计算',
      en: 'Memory does not suffice for the wind around obstacles: computed by the models of open ground',
    };
    return { kind: 'open', notes: [note] };
  }
}

/** Whether the wind dies within the incident; what comes after its end does not count. */
function isEverCalm(weather: WeatherTimeline, { timesS, stepS, stepsPerFrame }: TimeLadder): boolean {
  if (!weather.calm) return false;
  const steps = stepsPerFrame * (timesS.length - 1);
  for (let n = 0; n <= steps; n += 1) if (weather.at(n * stepS).driftShare < 1) return true;
  return false;
}

/** The models of a chemical's cloud at a resolution. */
export function chosenModels(request: CloudRequest, resolution: Resolution, seed: number): ChosenModels {
  if (resolution.kind === 'screening') return screeningModels(request);
  if (resolution.kind === 'open') return openModels(request);
  return resolvedModels(request, resolution.air, seed, resolution.crew);
}
