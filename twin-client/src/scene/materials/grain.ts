import { seeded } from '../ground/planting.ts';

export type Rgb = readonly [number, number, number];

/** How one material looks over one tile of its texture. */
export interface Grain {
  readonly base: Rgb;
  /** How much slow patches and single grains differ from the base, 0…1. */
  readonly patches: number;
  readonly speckle: number;
  /** Joints of slabs: how many per tile, and how much darker. */
  readonly joints?: { readonly count: number; readonly dark: number };
  /** Second colour that shows through in the patches. */
  readonly other?: Rgb;
}

/** Value noise that repeats after `period` cells. */
function noise(period: number, chance: () => number): (x: number, y: number) => number {
  const grid = Float32Array.from({ length: period * period }, chance);
  const at = (x: number, y: number) =>
    grid[(((y % period) + period) % period) * period + (((x % period) + period) % period)] ?? 0;
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (u, v) => {
    const [x, y] = [u * period, v * period];
    const [x0, y0] = [Math.floor(x), Math.floor(y)];
    const [tx, ty] = [ease(x - x0), ease(y - y0)];
    const top = at(x0, y0) + (at(x0 + 1, y0) - at(x0, y0)) * tx;
    const bottom = at(x0, y0 + 1) + (at(x0 + 1, y0 + 1) - at(x0, y0 + 1)) * tx;
    return top + (bottom - top) * ty;
  };
}

/** Draws a grain into RGBA bytes of a square tile that repeats without a seam. */
export function drawGrain(grain: Grain, size: number, seed: number): Uint8Array<ArrayBuffer> {
  const chance = seeded(seed);
  const octaves = [noise(4, chance), noise(9, chance), noise(23, chance), noise(61, chance)];
  const weights = [0.4, 0.3, 0.2, 0.1];
  const bytes = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [u, v] = [x / size, y / size];
      const patch = octaves.reduce((sum, octave, i) => sum + octave(u, v) * (weights[i] ?? 0), 0) - 0.5;
      let light = 1 + patch * 2 * grain.patches + (chance() - 0.5) * grain.speckle;
      if (grain.joints !== undefined) {
        const cell = size / grain.joints.count;
        if (x % cell < 1.5 || y % cell < 1.5) light *= 1 - grain.joints.dark;
      }
      const mix = grain.other === undefined ? 0 : Math.min(1, Math.max(0, patch * 3 + 0.5));
      const o = (y * size + x) * 4;
      for (const c of [0, 1, 2] as const) {
        const colour = grain.base[c] + ((grain.other?.[c] ?? grain.base[c]) - grain.base[c]) * mix;
        bytes[o + c] = Math.max(0, Math.min(255, Math.round(colour * light)));
      }
      bytes[o + 3] = 255;
    }
  }
  return bytes;
}
