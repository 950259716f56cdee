import { type Incident, readIncident } from '@upwind/scenarios';
import { readSite, type Site } from '@upwind/scenes';
import { EngineError } from '../errors.ts';

/** A message as understood: a run, a stop, or why it is neither. */
export type Request =
  | { readonly kind: 'run'; readonly run: number; readonly site: Site; readonly incident: Incident }
  | { readonly kind: 'stop'; readonly run: number }
  | { readonly kind: 'refused'; readonly run: number; readonly error: unknown };

/** Reads what arrived on the port, whatever it is; −1 stands for a run number that cannot be read. */
export function readRequest(message: unknown): Request {
  const fields: Record<string, unknown> =
    typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};
  const given = fields['run'];
  const run = typeof given === 'number' && Number.isSafeInteger(given) ? given : -1;
  const kind = fields['kind'];
  if (run < 0 || (kind !== 'run' && kind !== 'stop')) {
    const text = 'A message to the engine must be {kind: "run", run, site, incident} or {kind: "stop", run}; send one.';
    return { kind: 'refused', run, error: new EngineError('UPW_ENGINE_MESSAGE_INVALID', text) };
  }
  if (kind === 'stop') return { kind, run };
  try {
    const site = readSite(fields['site'], `of run ${run}`);
    return { kind, run, site, incident: readIncident(fields['incident'], `of run ${run}`) };
  } catch (error) {
    return { kind: 'refused', run, error };
  }
}
