import { useEffect, useMemo } from 'react';
import { type BufferGeometry, CircleGeometry, type Material, MeshBasicMaterial } from 'three';
import { groundLooks, groundMaterial, layered } from '../materials/ground-materials.ts';
import { beam } from '../models/forms.ts';
import { paints } from '../models/paint.ts';
import { Solid } from '../models/solid.ts';
import type { Quality } from '../quality.ts';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { geometryOf } from '../site-model.ts';
import { linesGeometry, ringsGeometry } from './flat-geometry.ts';
import { type RoadLines, roadLines } from './roads.ts';
import type { Surface } from './surfaces.ts';

const surfaces: readonly Surface[] = ['yard', 'concrete', 'grass', 'water', 'muster', 'asphalt'];

interface Sheet {
  readonly key: string;
  readonly geometry: BufferGeometry;
  readonly material: Material;
}

/** The land around the site, out to where the haze takes it. */
function landSheet(quality: Quality, look: 'land' | 'blank'): Sheet {
  const geometry = new CircleGeometry(9000, 96);
  const uv = geometry.getAttribute('uv');
  const position = geometry.getAttribute('position');
  const { tileM } = groundLooks[look];
  for (let i = 0; i < uv.count; i += 1) uv.setXY(i, position.getX(i) / tileM, position.getY(i) / tileM);
  return { key: 'land', geometry, material: groundMaterial(look, quality) };
}

function paintOf(lines: readonly RoadLines[]): readonly Sheet[] {
  const white = new MeshBasicMaterial({ color: '#b9bab6' });
  layered(white, 6);
  const sheet = (key: string, runs: Parameters<typeof linesGeometry>[0], width: number): Sheet => ({
    key,
    geometry: linesGeometry(runs, 0.05, width),
    material: white,
  });
  return [
    sheet(
      'edges',
      lines.flatMap((line) => line.edges),
      0.14,
    ),
    sheet(
      'dashes',
      lines.flatMap((line) => line.dashes),
      0.16,
    ),
  ];
}

/** Kerbs as a solid: a hand high, along every free edge of a road inside the site. */
function kerbGeometry(lines: readonly RoadLines[]): BufferGeometry {
  const solid = new Solid();
  for (const { element, kerbs } of lines) {
    solid.begin(element, [0, 0, 0], 0);
    solid.paint(paints.concrete);
    for (const [from, to] of kerbs) {
      if (from !== undefined && to !== undefined)
        beam(solid, [from[0], from[1], 0.06], [to[0], to[1], 0.06], 0.25, 0.16);
    }
    solid.end();
  }
  return geometryOf({ key: 'kerbs', group: 'equipment', buffers: solid.finish() });
}

/** Land, yard, greens, pads, water, roads with kerbs and markings. `onSite` hides what a photograph shows better. */
export function Ground({ onSite, modelMaterial }: { readonly onSite: boolean; readonly modelMaterial: Material }) {
  const { site, scene, model, quality } = useSurroundings();
  const subject = useScene(scene, (state) => state.subject);
  // A photograph's ground lies where it lies; the land around it must not cut through.
  const landZ = onSite ? 0 : subject === undefined ? -3 : subject.z - Math.min(60, subject.radiusM * 0.25);
  const nothingKnown = site.elements.length === 0;
  const land = useMemo(() => landSheet(quality, nothingKnown ? 'blank' : 'land'), [quality, nothingKnown]);
  const sheets = useMemo(() => {
    const lines = roadLines(site);
    const flats = surfaces.flatMap((surface): Sheet[] => {
      const rings = model.patches.filter((patch) => patch.surface === surface).map((patch) => patch.ring);
      if (rings.length === 0) return [];
      const geometry = ringsGeometry(rings, surface === 'yard' ? 0.01 : 0.03, groundLooks[surface].tileM);
      return [{ key: surface, geometry, material: groundMaterial(surface, quality) }];
    });
    return { flats: [...flats, ...paintOf(lines)], kerbs: kerbGeometry(lines) };
  }, [site, model, quality]);
  useEffect(
    () => () => {
      for (const { geometry, material } of sheets.flats) {
        geometry.dispose();
        material.dispose();
      }
      sheets.kerbs.dispose();
    },
    [sheets],
  );
  return (
    <>
      <mesh
        geometry={land.geometry}
        material={land.material}
        position={[0, 0, landZ]}
        receiveShadow
        raycast={() => undefined}
      />
      <group visible={onSite}>
        {sheets.flats.map(({ key, geometry, material }, order) => (
          <mesh
            key={key}
            geometry={geometry}
            material={material}
            receiveShadow
            renderOrder={order + 1}
            raycast={() => undefined}
          />
        ))}
        <mesh geometry={sheets.kerbs} material={modelMaterial} receiveShadow raycast={() => undefined} />
      </group>
    </>
  );
}
