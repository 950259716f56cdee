import { Data3DTexture, LinearFilter, RedFormat, RepeatWrapping, UnsignedByteType } from 'three';

/** Texels along each side of the billows' tile. */
export const billowSize = 32;

/** A tile of billows as bytes, x fastest: inverted cell noise (Worley 1996) of two sizes, wrapping on all sides. */
export function drawBillows(size = billowSize): Uint8Array<ArrayBuffer> {
  const large = cellNoise(size, 4, 11);
  const small = cellNoise(size, 9, 29);
  const sum = large.map((value, n) => 0.65 * value + 0.35 * (small[n] ?? 0));
  const low = sum.reduce((least, value) => Math.min(least, value), 1);
  const high = sum.reduce((most, value) => Math.max(most, value), 0);
  return Uint8Array.from(sum, (value) => Math.round((255 * (value - low)) / (high - low)));
}

/** 1 at the cells' points, falling off towards the borders between them. */
function cellNoise(size: number, cells: number, seed: number): Float32Array {
  const points = new Float32Array(3 * cells ** 3);
  let state = seed;
  for (let n = 0; n < points.length; n += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    points[n] = state / 2 ** 32;
  }
  const values = new Float32Array(size ** 3);
  const wrap = (cell: number) => (cell + cells) % cells;
  for (let at = 0; at < values.length; at += 1) {
    const x = ((at % size) / size) * cells;
    const y = ((Math.floor(at / size) % size) / size) * cells;
    const z = (Math.floor(at / size / size) / size) * cells;
    const [cx, cy, cz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
    let nearest = 9;
    for (let n = 0; n < 27; n += 1) {
      const [i, j, k] = [cx + (n % 3) - 1, cy + (Math.floor(n / 3) % 3) - 1, cz + Math.floor(n / 9) - 1];
      const p = 3 * ((wrap(k) * cells + wrap(j)) * cells + wrap(i));
      const [dx, dy, dz] = [i + (points[p] ?? 0) - x, j + (points[p + 1] ?? 0) - y, k + (points[p + 2] ?? 0) - z];
      nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
    }
    values[at] = Math.max(0, 1 - Math.sqrt(nearest));
  }
  return values;
}

let drawn: Uint8Array<ArrayBuffer> | undefined;

/** The billows as a texture; its bytes are drawn once. */
export function billowTexture(): Data3DTexture {
  drawn ??= drawBillows();
  const texture = new Data3DTexture(drawn, billowSize, billowSize, billowSize);
  texture.format = RedFormat;
  texture.type = UnsignedByteType;
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.wrapR = RepeatWrapping;
  texture.needsUpdate = true;
  return texture;
}
