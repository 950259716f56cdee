import type { Release } from '@upwind/scenarios';
import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { liquidDensity, vapourPressurePa } from '../chemicals/properties.ts';
import { EngineError } from '../errors.ts';
import { gasDensity } from './real-gas.ts';

/** Numbers of a release that may be negative: a place and directions. */
const signed: ReadonlySet<string> = new Set(['at', 'jet']);
/** Numbers that may be zero. */
const mayBeZero: ReadonlySet<string> = new Set([
  'startS',
  'timeS',
  'share',
  'overS',
  'levelShare',
  'holeHeightM',
  'nozzleLengthM',
  'feedKgPerS',
  'dropM',
]);
const shares: ReadonlySet<string> = new Set(['share', 'levelShare']);

/**
 * Refuses a release whose numbers make no sense, whoever wrote it: not finite, negative, a share above one, a state that
 * the chemical cannot have, an opening larger than what it is in.
 *
 * @throws EngineError with the release's id and the field.
 */
export function checkRelease(release: Release, chemical: Chemical, outsidePa: number): void {
  checkNumbers(release, release, '');
  const { source } = release;
  if (source.kind === 'rupture' && (release.actions?.length ?? 0) > 0) {
    throw refusal(release, 'UPW_ENGINE_RELEASE_INVALID', 'a burst cannot be throttled or stopped; remove "actions"');
  }
  if (source.kind === 'rate') return;
  const phase = source.kind === 'pool' ? 'liquid' : source.phase;
  if (phase !== 'gas' && source.temperatureK >= chemical.criticalK.value) {
    const state = phase === 'liquid' ? 'is no liquid' : 'cannot be liquefied';
    throw refusal(
      release,
      'UPW_ENGINE_PHASE_IMPOSSIBLE',
      `${chemical.name.en} ${state} at ${source.temperatureK} K (source.temperatureK), above its critical ${chemical.criticalK.value} K; give the phase "gas" or a lower temperature`,
    );
  }
  if (source.kind === 'vessel') checkHole(release, source, chemical);
  if (source.kind === 'pipe' && (source.holeDiameterM ?? 0) > source.diameterM) {
    throw refusal(
      release,
      'UPW_ENGINE_HOLE_TOO_LARGE',
      `an opening of ${source.holeDiameterM} m (source.holeDiameterM) is wider than its pipe of ${source.diameterM} m; give at most the pipe's diameter`,
    );
  }
  if (source.kind === 'pool' || source.kind === 'rupture') return;
  const saturation = phase === 'gas' ? 0 : vapourPressurePa(chemical, source.temperatureK);
  const pressure = phase === 'liquefied-gas' ? Math.max(source.pressurePa, saturation) : source.pressurePa;
  const lowest = phase === 'liquid' ? 0.999 * outsidePa : outsidePa * (1 + 1e-9);
  if (Math.max(pressure, phase === 'liquid' ? saturation : 0) > lowest) return;
  const advice = {
    gas: 'give an absolute pressure above it',
    liquid: 'give the absolute pressure of the head space',
    'liquefied-gas': 'give the phase "liquid" for a refrigerated liquid, or a higher temperature',
  }[phase];
  throw refusal(
    release,
    'UPW_ENGINE_VESSEL_PRESSURE',
    `${Math.round(pressure)} Pa absolute (source.pressurePa) is not above the ${Math.round(outsidePa)} Pa outside and drives nothing out; ${advice}`,
  );
}

type Vessel = Extract<Release['source'], { kind: 'vessel' }>;

/** A hole wider than the vessel is no hole; where nobody says how wide, a sphere that would just hold the contents. */
function checkHole(release: Release, vessel: Vessel, chemical: Chemical): void {
  const density =
    vessel.phase === 'gas'
      ? gasDensity(chemical, vessel.pressurePa, vessel.temperatureK)
      : liquidDensity(chemical, Math.min(vessel.temperatureK, 0.98 * chemical.criticalK.value));
  const wide = vessel.diameterM ?? pow((6 * vessel.inventoryKg) / (Math.PI * density), 1 / 3);
  if (vessel.holeDiameterM <= wide) return;
  throw refusal(
    release,
    'UPW_ENGINE_HOLE_TOO_LARGE',
    `a hole of ${vessel.holeDiameterM} m (source.holeDiameterM) is larger than a vessel that holds ${vessel.inventoryKg} kg (about ${wide.toFixed(2)} m across); give a smaller hole or the true inventory`,
  );
}

function checkNumbers(release: Release, value: unknown, path: string): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (signed.has(key) && path === '') checkFinite(release, inner, key);
      else checkNumbers(release, inner, path === '' ? key : `${path}.${key}`);
    }
    return;
  }
  if (typeof value !== 'number') return;
  const field = path.slice(path.lastIndexOf('.') + 1);
  if (!Number.isFinite(value)) throw badNumber(release, path, value, 'give a finite number');
  if (value < 0) throw badNumber(release, path, value, 'give a positive number');
  if (value === 0 && !mayBeZero.has(field)) throw badNumber(release, path, value, 'give a number above zero');
  if (value > 1 && shares.has(field)) throw badNumber(release, path, value, 'give a share from 0 to 1');
}

function checkFinite(release: Release, value: unknown, path: string): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) checkFinite(release, inner, `${path}.${key}`);
  } else if (typeof value === 'number' && !Number.isFinite(value)) {
    throw badNumber(release, path, value, 'give a finite number');
  }
}

function badNumber(release: Release, path: string, value: number, advice: string): EngineError {
  return refusal(release, 'UPW_ENGINE_RELEASE_INVALID', `${path} is ${value}; ${advice}`);
}

/** A refusal that names the release. */
export function refusal(release: Release, code: EngineError['code'], what: string): EngineError {
  return new EngineError(code, `Release "${release.id}": ${what}.`);
}
