import type { Incident, Release } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import { chemicalOf } from '../chemicals/table.ts';
import type { Crew } from '../crew/crew.ts';
import { SoloCrew } from '../crew/solo.ts';
import { EngineError } from '../errors.ts';
import { evacuationAdvice } from '../evacuation/advice.ts';
import { airborneOf } from './airborne.ts';
import { checkIncident } from './check.ts';
import { type ChemicalCloud, chemicalCloud, headHeightM } from './chemical-cloud.ts';
import { finenessOf } from './fineness.ts';
import { hashOf } from './hash.ts';
import { aboutChemical, assumptions } from './notes.ts';
import { overGround, placed } from './placement.ts';
import { chosenModels, resolve } from './resolution.ts';
import type { IncidentResult } from './run.ts';
import { weatherOver } from './weather-over.ts';

/** What a run is made of, and how its caller watches it. */
export interface RunRequest {
  readonly site: Site;
  readonly incident: Incident;
  /** Told the share done, 0…1, after every frame. */
  readonly onProgress?: (fraction: number) => void;
  /** Who computes the resolved model; the calling thread alone where absent. */
  readonly crew?: Crew;
  /** Asked after every frame; true ends the run with UPW_ENGINE_STOPPED. */
  readonly shouldStop?: () => boolean;
}

/** Share of the work of a run that is dispersion; the rest is routes. */
const dispersionShare = 0.8;
/** Share of a resolved run that is the wind. */
const windShare = 0.1;

type Note = IncidentResult['notes'][number];

/**
 * Computes an incident: the hazard fields of its chemicals, their threat zones and the ways out. A pure function of
 * site and incident: the same input gives the same bytes in every browser and in Node.
 * Throws an EngineError where the input makes no sense; `shouldStop` ends it with UPW_ENGINE_STOPPED.
 */
export function runIncident({ site, incident, crew, onProgress, shouldStop }: RunRequest): IncidentResult {
  const steps = incidentSteps(site, incident, () => crew ?? new SoloCrew());
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
    if (shouldStop?.())
      throw new EngineError('UPW_ENGINE_STOPPED', `The run of incident "${incident.id}" was stopped.`);
  }
}

/**
 * The same in pieces of a few milliseconds: yields the share done, returns the result. A preview is the first look that
 * is shown while the whole is computed: the screening model, whatever the incident says, in fewer frames and cells.
 */
export function* incidentSteps(
  site: Site,
  asked: Incident,
  crew: () => Crew = () => new SoloCrew(),
  { preview = false }: { readonly preview?: boolean } = {},
): Generator<number, IncidentResult> {
  const incident: Incident = preview ? { ...asked, model: 'screening' } : asked;
  checkIncident(site, incident);
  const weather = weatherOver(site, incident);
  const places = incident.releases.map(({ at }) => at);
  const { ladder, grid, volumeGrid } = finenessOf(site, incident.durationS, places, preview);
  const byChemical = new Map<string, Release[]>();
  const placements = placed(site, incident);
  for (const { release } of placements) {
    byChemical.set(release.chemical, [...(byChemical.get(release.chemical) ?? []), overGround(site, release)]);
  }
  const clouds: ChemicalCloud[] = [];
  const resolution = resolve(site, incident, weather, ladder, crew);
  yield resolution.kind === 'resolved' ? windShare : 0;
  const begun = resolution.kind === 'resolved' ? windShare : 0;
  const notes: Note[] = [...resolution.notes];
  for (const [id, releases] of byChemical) {
    const chemical = chemicalOf(id, `release "${releases[0]?.id ?? ''}"`, site);
    const airborne = airborneOf(releases, chemical, ladder, weather);
    const { sources } = airborne;
    const deposition = incident.deposition ?? false;
    const request = { chemical, sources, weather, ladder, grid, headHeightM, deposition };
    const chosen = chosenModels(request, resolution, incident.seed);
    for (const reason of chosen.reasons) notes.push(aboutChemical(chemical, reason));
    const { parts } = chosen;
    const { temperatureK } = weather.at(0);
    const steps = chemicalCloud({ incident, chemical, airborne, parts, grid, volumeGrid, ladder, temperatureK });
    try {
      for (;;) {
        const step = steps.next();
        if (step.done) {
          clouds.push(step.value);
          break;
        }
        yield begun + (dispersionShare - begun) * ((clouds.length + step.value) / byChemical.size);
      }
    } finally {
      chosen.release();
    }
  }
  const fields = clouds.map(({ field }) => field);
  const zones = clouds.flatMap((cloud) => cloud.zones).sort((a, b) => a.timeS - b.timeS);
  const routes = evacuationAdvice(site, incident, fields, weather.at(0).temperatureK, weather.at);
  let advice: IncidentResult['advice'] = [];
  for (;;) {
    const step = routes.next();
    if (step.done) {
      advice = step.value;
      break;
    }
    yield dispersionShare + (1 - dispersionShare) * step.value;
  }
  notes.unshift(...assumptions(incident, weather, clouds), ...placements.flatMap((placement) => placement.notes));
  return { incident: incident.id, fields, zones, advice, notes: unlike(notes), hash: hashOf(fields, zones, advice) };
}

/** Each note once, in order. */
function unlike(notes: readonly Note[]): Note[] {
  return notes.filter((note, k) => notes.findIndex(({ en }) => en === note.en) === k);
}
