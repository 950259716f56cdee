import { CellHeap } from './heap.ts';
import { eachStep } from './steps.ts';
import type { Walkable } from './walkable.ts';

/** Walking time at unit speed (s·m/s = m on a road) from each cell to the nearest of the goals; Infinity where there is no way. */
export function distanceHome(walkable: Walkable, goals: readonly number[]): Float64Array<ArrayBuffer> {
  const distance = new Float64Array(walkable.pace.length).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(walkable.pace.length);
  const heap = new CellHeap();
  for (const goal of goals) {
    distance[goal] = 0;
    heap.push(goal, 0);
  }
  while (heap.size > 0) {
    const cell = heap.pop();
    if (done[cell] === 1) continue;
    done[cell] = 1;
    const here = distance[cell] as number;
    eachStep(walkable, cell, (next, lengthM, pace) => {
      const there = here + lengthM / pace;
      if (there < (distance[next] as number)) {
        distance[next] = there;
        heap.push(next, there);
      }
    });
  }
  return distance;
}
