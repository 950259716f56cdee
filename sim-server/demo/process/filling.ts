import type { Shape } from '@upwind/scenes';

/**
 * How deep a vessel is filled, as a share of its inner height, when `share` of its volume is taken: a standing tank
 * linearly, a sphere and a lying cylinder by the volume of their segments.
 */
export function depthShare(shape: Shape, share: number): number {
  const taken = Math.min(1, Math.max(0, share));
  if (shape.kind === 'sphere') return inverse((h) => h * h * (3 - 2 * h), taken);
  if (shape.kind === 'horizontal-cylinder') {
    return inverse((h) => (Math.acos(1 - 2 * h) - 2 * (1 - 2 * h) * Math.sqrt(h - h * h)) / Math.PI, taken);
  }
  return taken;
}

/** Inverse of a rising function of [0, 1] onto itself, by bisection to 1e-6. */
function inverse(rising: (h: number) => number, wanted: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
