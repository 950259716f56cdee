import { type Concert, type Kernels, sharedModule } from '../../kernels/generated/kernels.ts';
import type { KernelName } from './crew.ts';
import { instantiate, type Memory } from './web-assembly.ts';

/** Where in a crew's memory its threads find each other; the kernels' side is kernels/assembly/concert.ts. Bytes. */
export const ticketAt = 64;
export const doneAt = 128;
/** i32: members that sleep until the next job. */
export const sleepersAt = 256;
/** i32: not 0 when the crew is closed. */
export const closedAt = 260;
/** One i32 a member: 1 while it is away at its port and has to be called. */
export const awayAt = 512;
/** Two jobs, the current and the one before: i32 kernel, i32 parts, then the arguments as f64. */
export const jobAt = (job: number): number => 4096 + (job & 1) * 256;
export const mostArguments = 15;
/** The compiler's own constants come from 8192 on. */
export const heapAt = 65536;

export const mostMembers = 64;

export type Played = (part: number, ...args: number[]) => void;

export interface SharedKernels {
  readonly concert: Concert;
  /** Kernels in an order that is the same in every thread. */
  readonly played: readonly Played[];
  readonly numberOf: (kernel: KernelName) => number;
}

export function sharedKernels(memory: Memory): SharedKernels {
  const all = instantiate(sharedModule, memory) as Concert & Kernels;
  const names = Object.keys(all).sort();
  const table = all as unknown as Readonly<Record<string, Played>>;
  const places = new Map(names.map((name, n) => [name, n]));
  return {
    concert: all,
    played: names.flatMap((name) => table[name] ?? []),
    numberOf: (kernel) => places.get(kernel) ?? 0,
  };
}

/** A crew's call to a member at its port. */
export type CrewCall =
  | { readonly kind: 'join-crew'; readonly memory: Memory; readonly member: number; readonly kernels: string }
  | { readonly kind: 'wake' };

/** The end of a channel to a thread; `portOfWorker` makes one of a Worker or a MessagePort. */
export interface CrewPort {
  send(message: never, transfer: readonly ArrayBuffer[]): void;
  onMessage(listen: (message: unknown) => void): void;
}
