import sharp from 'sharp';
import type { OsgbMesh, OsgbTile } from './write-osgb.ts';

/** A JPEG of one colour, or of `top` over `bottom`. */
export async function jpeg(top: string, bottom = top, side = 16): Promise<Uint8Array> {
  const half = { width: side, height: side / 2, channels: 3 as const };
  const lower = await sharp({ create: { ...half, background: bottom } })
    .png()
    .toBuffer();
  const upper = sharp({ create: { ...half, height: side, background: top } });
  const whole = upper.composite([{ input: lower, top: side / 2, left: 0 }]).jpeg({ quality: 95 });
  return Uint8Array.from(await whole.toBuffer());
}

/** A square of `size` metres at a corner, facing up, its texture upright with north at the top. */
export function square(
  picture: Uint8Array,
  size = 10,
  corner: readonly [number, number, number] = [0, 0, 0],
  split = 1,
): OsgbMesh {
  const [x, y, z] = corner;
  const positions: number[] = [];
  const texcoords: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row <= split; row++) {
    for (let column = 0; column <= split; column++) {
      const [u, v] = [column / split, row / split];
      positions.push(x + u * size, y + v * size, z);
      texcoords.push(u, v);
      if (row === split || column === split) continue;
      const at = row * (split + 1) + column;
      indices.push(at, at + 1, at + split + 1, at + 1, at + split + 2, at + split + 1);
    }
  }
  return {
    positions: new Float32Array(positions),
    texcoords: new Float32Array(texcoords),
    indices: new Uint32Array(indices),
    jpeg: picture,
    imageName: 'ground.jpg',
  };
}

export function finer(file: string, radius: number, switchPixels: number): Required<Pick<OsgbTile, 'finer'>> {
  return { finer: { file, center: [5, 5, 0], radius, switchPixels } };
}
