import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { VolumeFrame, VolumeGrid } from '../dispersion/volume.ts';
import type { EnsembleResult } from '../incident/ensemble.ts';
import type { ProbeCurve } from '../incident/probe.ts';
import type { IncidentResult } from '../incident/run.ts';

/** What can be asked of a run that the engine keeps. Heights are metres above ground, times seconds of the incident. */
export type Question =
  | { readonly kind: 'probe'; readonly at: readonly [number, number, number] }
  | { readonly kind: 'slice'; readonly chemical: string; readonly timeS: number; readonly heightM: number }
  | { readonly kind: 'volume'; readonly chemical: string; readonly timeS: number }
  | { readonly kind: 'zones'; readonly timeS: number };

/** Answers to the questions, by their kind. */
export interface Answers {
  readonly probe: readonly ProbeCurve[];
  readonly slice: Slice;
  readonly volume: VolumeCut;
  readonly zones: IncidentResult['zones'];
}

/** One level layer of a field, kg/m³, [j north][i east]; cell (0, 0) has its middle at (x0M, y0M). */
export interface Slice {
  readonly x0M: number;
  readonly y0M: number;
  readonly cellM: number;
  readonly nx: number;
  readonly ny: number;
  readonly kgPerM3: Float32Array<ArrayBuffer>;
}

/** One frame of a volume with what is needed to read it. */
export interface VolumeCut {
  readonly grid: VolumeGrid;
  readonly leastKgPerM3: number;
  readonly frame: VolumeFrame;
}

/** To the engine. `run` is the caller's number for one run; answers carry it back. */
export type EngineRequest =
  | {
      readonly kind: 'run';
      readonly run: number;
      readonly site: Site;
      readonly incident: Incident;
      /** Wants the screening answer first, where the incident asks for more. */
      readonly preview?: boolean;
      /** The engine keeps the result for questions, until `forget`. */
      readonly keep?: boolean;
    }
  | {
      readonly kind: 'ensemble';
      readonly run: number;
      readonly site: Site;
      readonly incident: Incident;
      readonly members: number;
    }
  | { readonly kind: 'stop'; readonly run: number }
  | { readonly kind: 'ask'; readonly run: number; readonly ask: number; readonly question: Question }
  | { readonly kind: 'forget'; readonly run: number };

/** From the engine. Exactly one of `done`, `band`, `failed`, `stopped` ends a run; arrays of a result are transferred. */
export type EngineAnswer =
  | { readonly kind: 'progress'; readonly run: number; readonly fraction: number }
  | { readonly kind: 'preview'; readonly run: number; readonly result: IncidentResult }
  | { readonly kind: 'done'; readonly run: number; readonly result: IncidentResult }
  | { readonly kind: 'band'; readonly run: number; readonly result: EnsembleResult }
  | { readonly kind: 'failed'; readonly run: number; readonly code: string; readonly message: string }
  | { readonly kind: 'stopped'; readonly run: number }
  | { readonly kind: 'answer'; readonly run: number; readonly ask: number; readonly value: Answers[keyof Answers] }
  | {
      readonly kind: 'refused';
      readonly run: number;
      readonly ask: number;
      readonly code: string;
      readonly message: string;
    };

/** What both a browser's Worker and Node's MessagePort can do; the caller makes the thread, the engine never does. */
export interface EnginePort {
  send(message: EngineAnswer | EngineRequest, transfer: readonly ArrayBuffer[]): void;
  onMessage(listen: (message: unknown) => void): void;
  /** Tells when the other side is gone (the thread ended or broke); `reason` in words. Caller's side only. */
  onLost?(listen: (reason: string) => void): void;
  /** Runs `work` after the messages that wait have been heard. Engine's side only; without it `stop` is heard late. */
  later?(work: () => void): void;
}
