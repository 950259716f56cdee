import type { GroundPosition, Ring } from '@upwind/scenes';
import { BufferAttribute, BufferGeometry, ShapeUtils, Vector2 } from 'three';
import type { Run } from './roads.ts';

/** Rings on the ground as one geometry in ENU, lifted by `z`, with texture coordinates in tiles of `tileM` metres. */
export function ringsGeometry(rings: readonly Ring[], z: number, tileM: number): BufferGeometry {
  const positions: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  for (const ring of rings) {
    const corners = ring.map(([x, y]) => new Vector2(x, y));
    if (ShapeUtils.area(corners) < 0) corners.reverse();
    const first = positions.length / 3;
    for (const { x, y } of corners) {
      positions.push(x, y, z);
      uvs.push(x / tileM, y / tileM);
    }
    for (const [a = 0, b = 0, c = 0] of ShapeUtils.triangulateShape(corners, []))
      indices.push(first + a, first + b, first + c);
  }
  return flat(positions, uvs, indices);
}

/** Straight lines on the ground as thin quadrilaterals. */
export function linesGeometry(lines: readonly Run[], z: number, widthM: number): BufferGeometry {
  const positions: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  for (const line of lines) {
    for (let i = 1; i < line.length; i += 1) {
      const corners = quadOf(line[i - 1], line[i], widthM);
      if (corners === undefined) continue;
      const first = positions.length / 3;
      for (const [x, y] of corners) {
        positions.push(x, y, z);
        uvs.push(0, 0);
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  return flat(positions, uvs, indices);
}

function quadOf(
  from: GroundPosition | undefined,
  to: GroundPosition | undefined,
  widthM: number,
): readonly GroundPosition[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length === 0) return undefined;
  const [nx, ny] = [((from[1] - to[1]) / length) * (widthM / 2), ((to[0] - from[0]) / length) * (widthM / 2)];
  return [
    [from[0] - nx, from[1] - ny],
    [to[0] - nx, to[1] - ny],
    [to[0] + nx, to[1] + ny],
    [from[0] + nx, from[1] + ny],
  ];
}

function flat(positions: readonly number[], uvs: readonly number[], indices: readonly number[]): BufferGeometry {
  const geometry = new BufferGeometry();
  const normals = new Float32Array(positions.length);
  for (let i = 2; i < normals.length; i += 3) normals[i] = 1;
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uvs), 2));
  geometry.setIndex(new BufferAttribute(new Uint32Array(indices), 1));
  geometry.computeBoundingSphere();
  return geometry;
}
