/** An axis-aligned box in metres east, north, up of the root frame. */
export interface Box {
  readonly min: readonly [number, number, number];
  readonly max: readonly [number, number, number];
}

/** Boxes end on whole millimetres, so that sums of halves stay exact enough for a parent to hold its children. */
const STEP_PER_M = 1000;

/** The smallest box of whole millimetres, none of its sides zero, around points, x, y, z each; nothing for no points. */
export function boxAround(points: ArrayLike<number>): Box | undefined {
  if (points.length === 0) return undefined;
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i++) {
    const axis = (i % 3) as 0 | 1 | 2;
    const value = points[i] ?? 0;
    if (value < min[axis]) min[axis] = value;
    if (value > max[axis]) max[axis] = value;
  }
  const [x, y, z] = [side(min[0], max[0]), side(min[1], max[1]), side(min[2], max[2])];
  return { min: [x[0], y[0], z[0]], max: [x[1], y[1], z[1]] };
}

function side(min: number, max: number): [number, number] {
  const low = Math.floor(min * STEP_PER_M);
  const high = Math.ceil(max * STEP_PER_M);
  // Flat ground still gets a thickness, here and not when written, so that its parent's box has it too.
  return low === high ? [(low - 1) / STEP_PER_M, (high + 1) / STEP_PER_M] : [low / STEP_PER_M, high / STEP_PER_M];
}

export function union(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const along = (axis: 0 | 1 | 2, end: 'min' | 'max') => {
    let found = end === 'min' ? Infinity : -Infinity;
    for (const box of boxes) found = end === 'min' ? Math.min(found, box.min[axis]) : Math.max(found, box.max[axis]);
    return found;
  };
  return {
    min: [along(0, 'min'), along(1, 'min'), along(2, 'min')],
    max: [along(0, 'max'), along(1, 'max'), along(2, 'max')],
  };
}

export function centerOf({ min, max }: Box): [number, number, number] {
  return [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
}

/** Radius of the sphere around the box. */
export function radiusOf({ min, max }: Box): number {
  return Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]) / 2;
}

/** The twelve numbers of a 3D Tiles box: centre, then half axes. */
export function tilesBox(box: Box): number[] {
  const half = (axis: 0 | 1 | 2) => (box.max[axis] - box.min[axis]) / 2;
  return [...centerOf(box), half(0), 0, 0, 0, half(1), 0, 0, 0, half(2)].map((value) => Number(value.toFixed(6)));
}
