import type { Breath } from './breath.ts';
import { CellHeap } from './heap.ts';
import { eachStep } from './steps.ts';
import { placeOf, type Walkable } from './walkable.ts';

/** One AEGL-2 dose weighs as much as this many seconds of walking: people rather walk an hour than be hurt. */
const secondsPerAegl2 = 3600;
/** A second in a flammable cloud weighs as much as this many of walking: only where nothing else is left. */
const secondsPerFlammable = 120;
/** A muster point must stay fit for this long after arrival, s: until heads are counted and people are led on. */
export const musterStayS = 600;
/** The stay is judged by this many looks. */
const musterLooks = 10;

export interface Search {
  readonly walkable: Walkable;
  readonly breath: Breath;
  /** Walking time at unit speed to the nearest goal, a lower bound of what is left. */
  readonly home: Float64Array<ArrayBuffer>;
  /** Muster-point cells with the index of their muster point. */
  readonly goals: ReadonlyMap<number, number>;
  readonly mPerS: number;
}

/** Cells from start to goal with the time at each, and the muster point reached. */
export interface Way {
  readonly cells: readonly number[];
  readonly timesS: readonly number[];
  readonly goal: number;
}

/**
 * The way of least cost = time + secondsPerAegl2 × dose, from any of the start cells, leaving at `startS`: A* with the
 * time of arrival carried along the best label of each cell (label-setting; it does not wait on the way). A way that
 * takes in an AEGL-3 load is no way. `undefined` where none is left.
 */
export function leastDoseWay(
  { walkable, breath, home, goals, mPerS }: Search,
  starts: readonly { readonly cell: number; readonly afterS: number }[],
  startS: number,
): Way | undefined {
  const { x0M, y0M, cellM, nx } = walkable;
  const count = walkable.pace.length;
  const cost = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const time = new Float64Array(count);
  const deadly = new Float64Array(count);
  const from = new Int32Array(count).fill(-1);
  const done = new Uint8Array(count);
  const heap = new CellHeap();
  const stay = stayCosts(walkable, breath, goals);
  let best = Number.POSITIVE_INFINITY;
  let bestCell = -1;
  for (const { cell, afterS } of starts) {
    if (afterS >= (cost[cell] as number)) continue;
    cost[cell] = afterS;
    time[cell] = startS + afterS;
    heap.push(cell, afterS + (home[cell] as number) / mPerS);
  }
  while (heap.size > 0) {
    const cell = heap.pop();
    if (done[cell] === 1) continue;
    done[cell] = 1;
    const here = cost[cell] as number;
    if (here + (home[cell] as number) / mPerS >= best) break;
    const now = time[cell] as number;
    if (goals.has(cell)) {
      const total = here + stay(cell, now);
      if (total < best) {
        best = total;
        bestCell = cell;
      }
    }
    eachStep(walkable, cell, (next, lengthM, pace) => {
      if (done[next] === 1) return;
      const seconds = lengthM / (pace * mPerS);
      // No dose makes a way shorter: what is too long in clean air needs no look at the air.
      if (here + seconds >= (cost[next] as number)) return;
      const x = x0M + (next % nx) * cellM;
      const y = y0M + Math.floor(next / nx) * cellM;
      const middle = now + seconds / 2;
      const taken = (deadly[cell] as number) + breath.aegl3PerS(x, y, middle) * seconds;
      if (taken >= 1) return;
      const dread = breath.isFlammable(x, y, middle) ? secondsPerFlammable : 0;
      const there = here + seconds * (1 + dread + secondsPerAegl2 * breath.aegl2PerS(x, y, middle));
      if (there >= (cost[next] as number)) return;
      cost[next] = there;
      time[next] = now + seconds;
      deadly[next] = taken;
      from[next] = cell;
      heap.push(next, there + (home[next] as number) / mPerS);
    });
  }
  if (bestCell < 0) return undefined;
  const cells: number[] = [];
  for (let cell = bestCell; cell >= 0; cell = from[cell] as number) cells.push(cell);
  cells.reverse();
  return { cells, timesS: cells.map((cell) => time[cell] as number), goal: goals.get(bestCell) as number };
}

/** The cost of standing at a muster point after arriving there. */
function stayCosts(walkable: Walkable, breath: Breath, goals: ReadonlyMap<number, number>) {
  return (cell: number, arrivalS: number): number => {
    if (!goals.has(cell)) return 0;
    const [x, y] = placeOf(walkable, cell);
    let dose = 0;
    for (let look = 0; look < musterLooks; look += 1) {
      const timeS = arrivalS + ((look + 0.5) * musterStayS) / musterLooks;
      dose += (breath.aegl2PerS(x, y, timeS) * musterStayS) / musterLooks;
    }
    return secondsPerAegl2 * dose;
  };
}
