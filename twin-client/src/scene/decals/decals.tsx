import { type Element, ringCentroid } from '@upwind/scenes';
import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, CanvasTexture, MeshLambertMaterial, SRGBColorSpace } from 'three';
import { layered } from '../materials/ground-materials.ts';
import { useSurroundings } from '../scene-context.ts';
import { cellHeight, cellWidth, columns, type Decal, decalsOf, drawSheet } from './sheet.ts';

/** Buffers of the one mesh of decals. */
interface Sink {
  readonly positions: number[];
  readonly normals: number[];
  readonly uvs: number[];
  readonly indices: number[];
}

/** A rectangle bent around an upright axis: on a shell of radius `r`, from angle to angle, at heights `z`. */
function bent(
  sink: Sink,
  element: Element,
  r: (z: number) => number,
  angle: number,
  wide: number,
  z: readonly [number, number],
  uv: readonly [number, number, number, number],
): void {
  const steps = 6;
  const first = sink.positions.length / 3;
  const span = wide / r((z[0] + z[1]) / 2);
  for (let i = 0; i <= steps; i += 1) {
    const t = i / steps;
    const at = angle - span / 2 + span * t;
    const [c, s] = [Math.cos(at), Math.sin(at)];
    z.forEach((height, row) => {
      sink.positions.push(element.at[0] + r(height) * c, element.at[1] + r(height) * s, element.at[2] + height);
      sink.normals.push(c, s, 0);
      sink.uvs.push(uv[0] + (uv[2] - uv[0]) * t, row === 0 ? uv[1] : uv[3]);
    });
  }
  for (let i = 0; i < steps; i += 1) {
    const a = first + i * 2;
    sink.indices.push(a, a + 2, a + 3, a, a + 3, a + 1);
  }
}

function cellOf(cell: number, rows: number): readonly [number, number, number, number] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  return [column / columns, 1 - (row + 1) / rows, (column + 1) / columns, 1 - row / rows];
}

/** Four times around, so that the number is read from every side. */
const sides = [0.35, 0.35 + Math.PI / 2, 0.35 + Math.PI, 0.35 + (3 * Math.PI) / 2];

function place(sink: Sink, { element, kind, cell }: Decal, rows: number): void {
  const { shape } = element;
  const uv = cellOf(cell, rows);
  if (kind === 'muster') {
    const [x, y] = shape.kind === 'area' ? ringCentroid(shape.ring) : [element.at[0], element.at[1]];
    for (const side of [-1, 1]) {
      const first = sink.positions.length / 3;
      for (const [dx, z, u, v] of [
        [-1, 2.45, uv[0], uv[1]],
        [1, 2.45, uv[2], uv[1]],
        [1, 4.55, uv[2], uv[3]],
        [-1, 4.55, uv[0], uv[3]],
      ] as const) {
        sink.positions.push(x - dx * side * 1.05, y + side * 0.07, z);
        sink.normals.push(0, side, 0);
        sink.uvs.push(u, v);
      }
      sink.indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  } else if (shape.kind === 'vertical-cylinder') {
    const high = Math.min(3.2, shape.heightM * 0.22);
    for (const angle of sides) {
      const z0 = shape.heightM * 0.62;
      bent(sink, element, () => shape.radiusM + 0.05, angle, high * (cellWidth / cellHeight), [z0, z0 + high], uv);
    }
  } else if (shape.kind === 'sphere') {
    const high = Math.min(2.6, shape.radiusM * 0.34);
    const radius = (z: number) => Math.sqrt(Math.max(1, shape.radiusM ** 2 - (z - shape.centreHeightM) ** 2)) + 0.06;
    const z0 = shape.centreHeightM + shape.radiusM * 0.08;
    for (const angle of sides) bent(sink, element, radius, angle, high * (cellWidth / cellHeight), [z0, z0 + high], uv);
  }
}

/** Numbers on tanks and pictograms on signs, in one draw call. */
export function Decals() {
  const { site } = useSurroundings();
  const { geometry, material } = useMemo(() => {
    const decals = decalsOf(site);
    const sheet = drawSheet(decals);
    const rows = sheet.height / cellHeight;
    const sink: Sink = { positions: [], normals: [], uvs: [], indices: [] };
    for (const decal of decals) place(sink, decal, rows);
    const made = new BufferGeometry();
    made.setAttribute('position', new BufferAttribute(new Float32Array(sink.positions), 3));
    made.setAttribute('normal', new BufferAttribute(new Float32Array(sink.normals), 3));
    made.setAttribute('uv', new BufferAttribute(new Float32Array(sink.uvs), 2));
    made.setIndex(sink.indices);
    const map = new CanvasTexture(sheet);
    map.colorSpace = SRGBColorSpace;
    map.anisotropy = 8;
    const ink = new MeshLambertMaterial({ map, transparent: true, depthWrite: false });
    layered(ink, 2);
    return { geometry: made, material: ink };
  }, [site]);
  useEffect(
    () => () => {
      geometry.dispose();
      material.map?.dispose();
      material.dispose();
    },
    [geometry, material],
  );
  return <mesh geometry={geometry} material={material} raycast={() => undefined} renderOrder={20} />;
}
