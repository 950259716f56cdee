import { type Incident, readIncident } from '@upwind/scenarios';
import { readSite, type Site } from '@upwind/scenes';
import { EngineError } from '../errors.ts';
import type { Question } from './messages.ts';

/** A message as understood: what it wants, or why it wants nothing. */
export type Request =
  | {
      readonly kind: 'run';
      readonly run: number;
      readonly site: Site;
      readonly incident: Incident;
      readonly preview: boolean;
      readonly keep: boolean;
    }
  | {
      readonly kind: 'ensemble';
      readonly run: number;
      readonly site: Site;
      readonly incident: Incident;
      readonly members: number;
    }
  | { readonly kind: 'stop' | 'forget'; readonly run: number }
  | { readonly kind: 'ask'; readonly run: number; readonly ask: number; readonly question: Question }
  | { readonly kind: 'refused'; readonly run: number; readonly ask?: number; readonly error: unknown };

type Fields = Readonly<Record<string, unknown>>;

const kinds = ['run', 'ensemble', 'stop', 'ask', 'forget'] as const;
/** An ensemble of more than this tells nothing more and takes minutes. */
const mostMembers = 256;

/** Reads what arrived on the port, whatever it is; −1 stands for a run number that cannot be read. */
export function readRequest(message: unknown): Request {
  const fields = fieldsOf(message);
  const run = wholeNumber(fields['run']);
  const kind = kinds.find((one) => one === fields['kind']);
  if (run < 0 || kind === undefined) {
    const text =
      'A message to the engine must be {kind: "run", run, site, incident}, {kind: "ensemble", run, site, incident, members}, {kind: "ask", run, ask, question}, {kind: "stop", run} or {kind: "forget", run}; send one.';
    return { kind: 'refused', run, error: new EngineError('UPW_ENGINE_MESSAGE_INVALID', text) };
  }
  if (kind === 'stop' || kind === 'forget') return { kind, run };
  if (kind === 'ask') return readAsk(run, fields);
  try {
    const site = readSite(fields['site'], `of run ${run}`);
    const incident = readIncident(fields['incident'], `of run ${run}`);
    if (kind === 'ensemble') {
      const members = wholeNumber(fields['members']);
      if (members >= 1 && members <= mostMembers) return { kind, run, site, incident, members };
      const given = typeof fields['members'] === 'number' ? `${fields['members']}` : `a ${typeof fields['members']}`;
      const text = `An ensemble cannot have ${given} for "members"; give a whole number from 1 to ${mostMembers}.`;
      throw new EngineError('UPW_ENGINE_MESSAGE_INVALID', text);
    }
    return { kind, run, site, incident, preview: fields['preview'] === true, keep: fields['keep'] === true };
  } catch (error) {
    return { kind: 'refused', run, error };
  }
}

function readAsk(run: number, fields: Fields): Request {
  const ask = wholeNumber(fields['ask']);
  const question = readQuestion(fieldsOf(fields['question']));
  if (ask >= 0 && question !== undefined) return { kind: 'ask', run, ask, question };
  const text =
    'A question to the engine must be a probe {at: [x, y, height]}, a slice {chemical, timeS, heightM}, a volume {chemical, timeS} or zones {timeS}, in finite numbers; send one.';
  return { kind: 'refused', run, ask, error: new EngineError('UPW_ENGINE_MESSAGE_INVALID', text) };
}

function readQuestion(fields: Fields): Question | undefined {
  const { kind, at, chemical, timeS, heightM } = fields as Record<
    'kind' | 'at' | 'chemical' | 'timeS' | 'heightM',
    unknown
  >;
  if (kind === 'probe') {
    const [x, y, height] = Array.isArray(at) && at.length === 3 ? (at as readonly unknown[]) : [];
    return finite(x) && finite(y) && finite(height) ? { kind, at: [x, y, height] } : undefined;
  }
  if (!finite(timeS)) return undefined;
  if (kind === 'zones') return { kind, timeS };
  if (typeof chemical !== 'string') return undefined;
  if (kind === 'volume') return { kind, chemical, timeS };
  return kind === 'slice' && finite(heightM) ? { kind, chemical, timeS, heightM } : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function wholeNumber(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : -1;
}

function finite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
