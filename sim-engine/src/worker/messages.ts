import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { IncidentResult } from '../incident/run.ts';

/** To the engine. `run` is the caller's number for one run; answers carry it back. */
export type EngineRequest =
  | { readonly kind: 'run'; readonly run: number; readonly site: Site; readonly incident: Incident }
  | { readonly kind: 'stop'; readonly run: number };

/** From the engine. Exactly one of `done`, `failed`, `stopped` ends a run; arrays of a result are transferred. */
export type EngineAnswer =
  | { readonly kind: 'progress'; readonly run: number; readonly fraction: number }
  | { readonly kind: 'done'; readonly run: number; readonly result: IncidentResult }
  | { readonly kind: 'failed'; readonly run: number; readonly code: string; readonly message: string }
  | { readonly kind: 'stopped'; readonly run: number };

/** What both a browser's Worker and Node's MessagePort can do; the caller makes the thread, the engine never does. */
export interface EnginePort {
  send(message: EngineAnswer | EngineRequest, transfer: readonly ArrayBuffer[]): void;
  onMessage(listen: (message: unknown) => void): void;
  /** Tells when the other side is gone (the thread ended or broke); `reason` in words. Caller's side only. */
  onLost?(listen: (reason: string) => void): void;
  /** Runs `work` after the messages that wait have been heard. Engine's side only; without it `stop` is heard late. */
  later?(work: () => void): void;
}
