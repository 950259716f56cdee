import { describeMachine } from './figures/machine.ts';
import type { Contestant } from './kernel-race/contestant.ts';
import { compileNative, type Native } from './kernel-race/native.ts';
import { particleKernels } from './kernel-race/particle-kernels.ts';
import { type Arena, windKernels } from './kernel-race/wind-kernels.ts';

/** Rounds of compiled, TypeScript and native, one after the other, so that all meet the same load. */
const rounds = Number(process.env['UPWIND_BENCH_RUNS'] ?? 9);
const nativeCalls = 12;
/** How far the twins in C may be off: they fuse multiplication and addition. */
const tolerance = 1e-5;

/**
 * Every kernel on one thread against its twins on the same data: plain TypeScript, and C compiled by gcc where there is
 * one (of the solver's kernels). Ratios above 1 mean that the kernel is faster; each is the median over the rounds.
 */
export async function run(): Promise<object> {
  const arena = windKernels();
  const native = compileNative(arena, []);
  const fast = compileNative(arena, ['-ffast-math']);
  try {
    const isRight = native === undefined ? undefined : agrees(arena, native);
    const results = race([...arena.contestants, ...particleKernels()], native, fast);
    return {
      bench: 'kernels',
      goals: { ratioToTypescript: 5, ratioToNative: 0.5 },
      native: native?.compiler ?? 'not measured: there is no gcc here',
      nativeFast: fast?.compiler ?? 'not measured: there is no gcc here',
      ...(isRight === undefined ? {} : { nativeComputesTheSame: isRight }),
      rounds,
      kernels: results,
      machine: describeMachine(),
    };
  } finally {
    native?.close();
    fast?.close();
  }
}

interface Times {
  readonly compiledNs: number[];
  readonly twinNs: number[];
  readonly nativeNs: number[];
  readonly fastNs: number[];
}

function race(contestants: readonly Contestant[], native: Native | undefined, fast: Native | undefined): object {
  const times = new Map<string, Times>();
  for (const { kernel } of contestants) times.set(kernel, { compiledNs: [], twinNs: [], nativeNs: [], fastNs: [] });
  for (const { compiled, twin } of contestants) {
    // The first calls let the compiler finish.
    for (let n = 0; n < 5; n += 1) {
      compiled();
      twin();
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    const nativeTimes = native?.measure(nativeCalls);
    const fastTimes = fast?.measure(nativeCalls);
    for (const { kernel, compiled, twin } of contestants) {
      const own = times.get(kernel);
      if (own === undefined) continue;
      own.compiledNs.push(leastOf(compiled, nativeCalls));
      own.twinNs.push(leastOf(twin, nativeCalls));
      const timeOfNative = nativeTimes?.get(kernel)?.leastNs;
      const timeOfFast = fastTimes?.get(kernel)?.leastNs;
      if (timeOfNative !== undefined) own.nativeNs.push(timeOfNative);
      if (timeOfFast !== undefined) own.fastNs.push(timeOfFast);
    }
  }
  return Object.fromEntries(
    contestants.map(({ kernel, items }) => {
      const { compiledNs, twinNs, nativeNs, fastNs } = times.get(kernel) ?? {
        compiledNs: [],
        twinNs: [],
        nativeNs: [],
        fastNs: [],
      };
      const ratio = (others: readonly number[]): number | undefined =>
        others.length === 0 ? undefined : rounded(median(others.map((other, n) => other / (compiledNs[n] ?? 0))));
      const result = {
        millionPerS: Math.round((1000 * items) / median(compiledNs)),
        ratioToTypescript: ratio(twinNs),
        ratioToNative: ratio(nativeNs),
        ratioToNativeFastMath: ratio(fastNs),
      };
      return [kernel, result];
    }),
  );
}

/** Whether the twins in C write what the kernels write. */
function agrees({ contestants, memory }: Arena, native: Native): boolean {
  const told = native.measure(1);
  const before = memory().slice();
  return contestants.every(({ kernel, compiled, native: twin }) => {
    if (twin === undefined) return true;
    compiled();
    const written = new Float32Array(memory().buffer, twin.writes.at, twin.writes.length);
    let sum = 0;
    for (const value of written) sum += Math.abs(value);
    memory().set(before);
    return Math.abs(sum - (told.get(kernel)?.checksum ?? Number.NaN)) <= tolerance * sum;
  });
}

function leastOf(call: () => void, calls: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < calls; n += 1) {
    const before = performance.now();
    call();
    least = Math.min(least, performance.now() - before);
  }
  return least * 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
