import type { IncidentChange } from '@upwind/scenarios';
import { EngineError, type EngineErrorCode } from '../errors.ts';
import type { IncidentResult } from '../incident/run.ts';
import type { RunOptions } from './connect.ts';
import type { Answers, EngineAnswer, EnginePort, Question } from './messages.ts';

/** A run whose result the engine keeps. Questions reject with an EngineError that says what cannot be told. */
export interface KeptRun {
  readonly result: IncidentResult;
  probe(at: readonly [number, number, number]): Promise<Answers['probe']>;
  slice(chemical: string, timeS: number, heightM: number): Promise<Answers['slice']>;
  volume(chemical: string, timeS: number): Promise<Answers['volume']>;
  zones(timeS: number): Promise<Answers['zones']>;
  /** Runs what would happen if something changed at `atS`; up to then it has the same bytes as this run. */
  branch(atS: number, change: IncidentChange, id: string, options?: RunOptions): Promise<KeptRun>;
  /** Lets the engine drop the result; questions after this are refused. */
  forget(): void;
}

type Reply = Extract<EngineAnswer, { kind: 'answer' | 'refused' }>;

interface Open {
  readonly resolve: (value: Answers[keyof Answers]) => void;
  readonly reject: (error: EngineError) => void;
}

/** The questions that are on their way over a port. */
export class Asked {
  readonly #port: EnginePort;
  readonly #open = new Map<number, Open>();
  #last = 0;
  #lost: EngineError | undefined;

  constructor(port: EnginePort) {
    this.#port = port;
  }

  keptRun(run: number, result: IncidentResult, branch: KeptRun['branch']): KeptRun {
    return {
      result,
      probe: (at) => this.#ask(run, { kind: 'probe', at }),
      slice: (chemical, timeS, heightM) => this.#ask(run, { kind: 'slice', chemical, timeS, heightM }),
      volume: (chemical, timeS) => this.#ask(run, { kind: 'volume', chemical, timeS }),
      zones: (timeS) => this.#ask(run, { kind: 'zones', timeS }),
      branch,
      forget: () => this.#port.send({ kind: 'forget', run }, []),
    };
  }

  settle(reply: Reply): void {
    const open = this.#open.get(reply.ask);
    this.#open.delete(reply.ask);
    if (reply.kind === 'answer') open?.resolve(reply.value);
    else open?.reject(new EngineError(reply.code as EngineErrorCode, reply.message));
  }

  /** The thread has ended: nothing will be answered any more. */
  lose(error: EngineError): void {
    this.#lost = error;
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }

  #ask<K extends Question['kind']>(run: number, question: Question & { readonly kind: K }): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      if (this.#lost !== undefined) {
        reject(this.#lost);
        return;
      }
      this.#last += 1;
      // The engine answers a question with what its kind promises.
      this.#open.set(this.#last, { resolve: (value) => resolve(value as Answers[K]), reject });
      this.#port.send({ kind: 'ask', run, ask: this.#last, question }, []);
    });
  }
}
