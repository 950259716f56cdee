import type { Release } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import { atmospherePa } from '../chemicals/properties.ts';
import type { Discharge } from './airborne.ts';
import { burst } from './burst.ts';
import { checkRelease, refusal } from './check-release.ts';
import { rainedOut, sauterDiameter } from './droplets.ts';
import type { Emitter } from './emitter.ts';
import { pipeEmitter, vesselEmitter } from './emitter-of.ts';
import { boilingAt, liquidEnthalpy } from './exit-state.ts';
import { expanded } from './expansion.ts';
import { groundProperties } from './ground.ts';
import { liquidHeat } from './liquid-heat.ts';
import { type Opening, openingOf } from './opening.ts';
import { type Pool, poolOn } from './pool.ts';
import { gasDensity } from './real-gas.ts';
import { releaseNotes } from './release-notes.ts';
import { type SourceRecord, sourceRecord } from './source-record.ts';
import type { DischargeAir, SurroundingAir } from './surrounding-air.ts';

/** A part of a step lets out at most this share of what is left, and lasts at most so long. */
const mostShare = 0.03;
const longestPartS = 2.5;
const mostParts = 64;
/** Less than this in a part of a step is nothing, kg. */
const leastKg = 1e-12;

/** What one part of a step works on. */
interface Scene {
  readonly release: Release;
  readonly chemical: Chemical;
  /** Of the air, and of what the opening leads into. */
  readonly outsidePa: number;
  readonly behindPa: number;
  readonly opening: Opening;
  readonly pool: Pool;
  readonly record: SourceRecord;
}

/** Lets out what leaves from `fromS` on for `dtS`; returns its mass, kg. */
type Outlet = (scene: Scene, step: number, fromS: number, dtS: number, air: SurroundingAir) => number;

/**
 * Everything that comes out of a release over `steps` of `stepS` seconds from the incident's start: jets, pools and
 * bursts, ready for dispersion. What left the vessel is, at every step, what is airborne and what lies in the pool.
 *
 * @throws EngineError that names the release and the field.
 */
export function dischargeOf(
  release: Release,
  chemical: Chemical,
  stepS: number,
  steps: number,
  air: DischargeAir,
): Discharge {
  if (!(stepS > 0) || !Number.isFinite(stepS) || !Number.isInteger(steps) || steps < 0) {
    throw refusal(
      release,
      'UPW_ENGINE_RELEASE_INVALID',
      `${steps} steps of ${stepS} s are no time; give positive ones`,
    );
  }
  const { source } = release;
  const ambientPa = air(0).pressurePa ?? atmospherePa;
  const drivenAgainstPa = 'backPressurePa' in source ? (source.backPressurePa ?? ambientPa) : ambientPa;
  checkRelease(release, chemical, drivenAgainstPa);
  const emitter = emitterOf(release, chemical, drivenAgainstPa);
  const outlet = outletOf(release, emitter);
  const scene: Scene = {
    release,
    chemical,
    outsidePa: ambientPa,
    behindPa: drivenAgainstPa,
    opening: openingOf(release),
    pool: poolOn(chemical, groundProperties[release.surface ?? 'concrete'], release.bund),
    record: sourceRecord(release, stepS, steps),
  };
  const leftKg = new Float64Array(steps + 1);
  const poolKg = new Float64Array(steps + 1);
  for (let n = 0; n < steps; n += 1) {
    const startS = n * stepS;
    const parts = partsOf(emitter, stepS, startS + stepS > release.startS);
    const dtS = stepS / parts;
    let left = 0;
    for (let k = 0; k < parts; k += 1) {
      const fromS = startS + k * dtS;
      const now = air(fromS);
      left += outlet(scene, n, fromS, dtS, now);
      const evaporated = scene.pool.advance(dtS, now);
      scene.record.pool(n, evaporated, scene.pool.temperatureK(), scene.pool.radiusM());
    }
    leftKg[n + 1] = (leftKg[n] as number) + left;
    poolKg[n + 1] = scene.pool.massKg();
  }
  return { stepS, leftKg, poolKg, sources: scene.record.sources(), notes: releaseNotes(release, chemical, ambientPa) };
}

function emitterOf(release: Release, chemical: Chemical, outsidePa: number): Emitter | undefined {
  const { source } = release;
  if (source.kind === 'vessel') return vesselEmitter(release, source, chemical, outsidePa);
  return source.kind === 'pipe' ? pipeEmitter(source, chemical, outsidePa) : undefined;
}

/** How many equal parts a step needs: none of them empties much. */
function partsOf(emitter: Emitter | undefined, stepS: number, running: boolean): number {
  if (!running) return 1;
  const byTime = Math.ceil(stepS / longestPartS);
  if (emitter === undefined) return Math.min(mostParts, byTime);
  const rest = emitter.remainingKg();
  const byMass = rest > 0 && Number.isFinite(rest) ? Math.ceil((emitter.rate() * stepS) / (mostShare * rest)) : 1;
  return Math.max(1, Math.min(mostParts, Math.max(byTime, Number.isFinite(byMass) ? byMass : mostParts)));
}

function outletOf(release: Release, emitter: Emitter | undefined): Outlet {
  if (emitter !== undefined) return throughOpening(emitter);
  const { source } = release;
  if (source.kind === 'rupture') return atOnce();
  if (source.kind === 'pool') return poured(source.inventoryKg, source.overS ?? 0, source.temperatureK);
  return asToldOutlet;
}

/** A vessel or pipe: what leaves expands, and what rains out joins the pool. */
function throughOpening(emitter: Emitter): Outlet {
  return ({ release, chemical, outsidePa, behindPa, opening, pool, record }, step, fromS, dtS, air) => {
    const hole = opening.hole(fromS, fromS + dtS);
    const { massKg, exit } = emitter.advance(dtS, hole, opening.valve(fromS, fromS + dtS));
    if (!(massKg > leastKg) || exit === undefined) return 0;
    // What leaves against a higher pressure than the air's comes to the air through something else, without its thrust.
    const jet = expanded(chemical, behindPa > outsidePa ? { ...exit, pressurePa: outsidePa } : exit, outsidePa);
    const boilingHeat = liquidEnthalpy(chemical, boilingAt(chemical, outsidePa));
    const superheat = Math.max(0, exit.enthalpyJPerKg - boilingHeat) / liquidHeat(chemical);
    const drop = sauterDiameter(chemical, jet.temperatureK, superheat, jet.speedMPerS, air.temperatureK);
    const rained = rainedOut(chemical, jet, drop, release.at[2], air.temperatureK);
    pool.pour(massKg * rained, jet.temperatureK);
    const airborne = massKg * (1 - rained);
    const drops = rained < 1 ? Math.min(1, Math.max(0, (1 - jet.vapourShare - rained) / (1 - rained))) : 0;
    record.jet(step, airborne, { share: drops, diameterM: drop }, jet, dtS);
    return massKg;
  };
}

/** A rate that somebody gave: gas that joins the wind, or liquid that falls to the ground. */
const asToldOutlet: Outlet = ({ release, chemical, outsidePa, opening, pool, record }, step, fromS, dtS, air) => {
  const { source } = release;
  if (source.kind !== 'rate') return 0;
  const massKg = source.kgPerS * opening.hole(fromS, fromS + dtS) * opening.valve(fromS, fromS + dtS) * dtS;
  const boilingK = boilingAt(chemical, outsidePa);
  if (source.phase === 'liquid') {
    pool.pour(massKg, Math.min(source.temperatureK ?? air.temperatureK, boilingK));
    return massKg;
  }
  const temperatureK = source.temperatureK ?? air.temperatureK;
  const jet = {
    temperatureK,
    vapourShare: 1,
    speedMPerS: Math.max(0.5, air.windSpeedMPerS),
    densityKgPerM3: gasDensity(chemical, outsidePa, Math.max(temperatureK, boilingK)),
  };
  record.jet(step, massKg, { share: 0, diameterM: 0 }, jet, dtS);
  return massKg;
};

/** Liquid that somebody spilled, at once or over a time. */
function poured(inventoryKg: number, overS: number, temperatureK: number): Outlet {
  let rest = inventoryKg;
  return ({ release, chemical, outsidePa, opening, pool }, _step, fromS, dtS) => {
    const open = opening.hole(fromS, fromS + dtS) * opening.valve(fromS, fromS + dtS);
    const atStart = release.startS >= fromS && release.startS < fromS + dtS;
    const asked = overS > 0 ? inventoryKg * Math.min(1, (open * dtS) / overS) : atStart ? rest : 0;
    const massKg = Math.min(rest, asked);
    rest -= massKg;
    pool.pour(massKg, Math.min(temperatureK, boilingAt(chemical, outsidePa)));
    return massKg;
  };
}

/** A burst at the start of the release. */
function atOnce(): Outlet {
  return ({ release, chemical, pool, record }, step, fromS, dtS, air) => {
    const { source } = release;
    if (source.kind !== 'rupture' || release.startS < fromS || release.startS >= fromS + dtS) return 0;
    const cloud = burst(chemical, { ...source, massKg: source.inventoryKg }, air);
    pool.pour(cloud.pooledKg, cloud.poolK);
    record.burst(step, cloud.airborneKg, cloud);
    return source.inventoryKg;
  };
}
