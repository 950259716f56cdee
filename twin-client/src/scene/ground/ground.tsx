import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { type BufferGeometry, CircleGeometry, type Color, type Material, MeshBasicMaterial } from 'three';
import type { DrawnSite } from '../drawn-site.ts';
import { groundLooks, groundMaterial, layered } from '../materials/ground-materials.ts';
import { beam } from '../models/forms.ts';
import { paints } from '../models/paint.ts';
import { Solid } from '../models/solid.ts';
import type { Quality } from '../quality.ts';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { geometryOf } from '../site-model.ts';
import { linesGeometry, ringsGeometry } from './flat-geometry.ts';
import { createHole, cutHole, type Hole, setHole } from './hole.ts';
import { type RoadLines, roadLines } from './roads.ts';
import type { GroundPatch, Surface } from './surfaces.ts';

const surfaces: readonly Surface[] = ['yard', 'concrete', 'grass', 'water', 'muster', 'asphalt'];

interface Sheet {
  readonly key: string;
  readonly geometry: BufferGeometry;
  readonly material: Material;
}

/** The land around the site, out to where the haze takes it. */
function landSheet(quality: Quality, look: 'land' | 'blank', light: Color): Sheet {
  const geometry = new CircleGeometry(9000, 96);
  const uv = geometry.getAttribute('uv');
  const position = geometry.getAttribute('position');
  const { tileM } = groundLooks[look];
  for (let i = 0; i < uv.count; i += 1) uv.setXY(i, position.getX(i) / tileM, position.getY(i) / tileM);
  return { key: 'land', geometry, material: groundMaterial(look, quality, light) };
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

function sheetsOf(site: DrawnSite, patches: readonly GroundPatch[], quality: Quality, hole: Hole, light: Color) {
  const lines = roadLines(site);
  const land = landSheet(quality, site.elements.length === 0 ? 'blank' : 'land', light);
  const flats = surfaces.flatMap((surface): Sheet[] => {
    const rings = patches.filter((patch) => patch.surface === surface).map((patch) => patch.ring);
    if (rings.length === 0 || site.elements.length === 0) return [];
    const geometry = ringsGeometry(rings, surface === 'yard' ? 0.01 : 0.03, groundLooks[surface].tileM);
    return [{ key: surface, geometry, material: groundMaterial(surface, quality, light) }];
  });
  const sheets = [land, ...flats, ...paintOf(lines)];
  for (const material of new Set(sheets.map((sheet) => sheet.material))) cutHole(material, hole);
  // What is seen in the hole where the photograph has none: deeper than any of its ground.
  const below = { ...landSheet(quality, 'blank', light), key: 'below', geometry: land.geometry };
  return { sheets, below, kerbs: kerbGeometry(lines) };
}

interface GroundProps {
  readonly modelMaterial: Material;
  /** Light of level ground, for materials that are not lit. */
  readonly light: Color;
}

/** Land, yard, greens, pads, water, roads with kerbs and markings; cut away where a photograph lies. */
export function Ground({ modelMaterial, light }: GroundProps) {
  const { site, scene, model, quality } = useSurroundings();
  const invalidate = useThree((state) => state.invalidate);
  const photographed = useScene(scene, (state) => state.photographed);
  const footM = useScene(scene, (state) => state.subject?.footM);
  const hole = useMemo(createHole, []);
  const { sheets, below, kerbs } = useMemo(
    () => sheetsOf(site, model.patches, quality, hole, light),
    [site, model, quality, hole, light],
  );
  useEffect(() => {
    setHole(hole, photographed);
    invalidate();
  }, [hole, photographed, invalidate]);
  useEffect(
    () => () => {
      for (const { geometry, material } of [...sheets, below]) {
        geometry.dispose();
        material.dispose();
      }
      kerbs.dispose();
    },
    [sheets, below, kerbs],
  );
  return (
    <>
      {photographed !== undefined && (
        <mesh
          geometry={below.geometry}
          material={below.material}
          position={[0, 0, (footM ?? 0) - 3]}
          renderOrder={45}
          raycast={() => undefined}
        />
      )}
      {sheets.map(({ key, geometry, material }, order) => (
        <mesh
          key={key}
          geometry={geometry}
          material={material}
          position={[0, 0, footM ?? 0]}
          receiveShadow
          // The upper sheets first: what they hide of the lower ones is then not drawn at all.
          renderOrder={40 - order}
          raycast={() => undefined}
        />
      ))}
      <mesh
        geometry={kerbs}
        material={modelMaterial}
        visible={photographed === undefined}
        receiveShadow
        raycast={() => undefined}
      />
    </>
  );
}
