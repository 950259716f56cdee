import {
  type Color,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  type Material,
  MeshBasicMaterial,
  MeshStandardMaterial,
  RepeatWrapping,
  SRGBColorSpace,
} from 'three';
import type { Surface } from '../ground/surfaces.ts';
import type { Quality } from '../quality.ts';
import { drawGrain, type Grain } from './grain.ts';

export type GroundSurface = Surface | 'land' | 'blank';

interface GroundLook extends Grain {
  /** Metres that one tile of the texture covers. */
  readonly tileM: number;
  readonly roughness: number;
}

/** The land around, quiet where nothing is known of it, and the surfaces of the site. */
export const groundLooks: Readonly<Record<GroundSurface, GroundLook>> = {
  land: { base: [104, 118, 74], other: [128, 128, 90], patches: 0.12, speckle: 0.08, tileM: 240, roughness: 1 },
  blank: { base: [150, 152, 148], patches: 0.02, speckle: 0.02, tileM: 120, roughness: 1 },
  yard: { base: [132, 134, 106], other: [112, 124, 84], patches: 0.1, speckle: 0.13, tileM: 32, roughness: 1 },
  grass: { base: [80, 112, 54], other: [104, 124, 66], patches: 0.16, speckle: 0.2, tileM: 14, roughness: 1 },
  concrete: {
    base: [178, 174, 165],
    patches: 0.08,
    speckle: 0.06,
    joints: { count: 3, dark: 0.14 },
    tileM: 18,
    roughness: 0.95,
  },
  asphalt: { base: [78, 81, 84], other: [90, 91, 91], patches: 0.08, speckle: 0.14, tileM: 16, roughness: 0.95 },
  water: { base: [74, 100, 104], other: [82, 110, 112], patches: 0.07, speckle: 0, tileM: 120, roughness: 0.18 },
  muster: { base: [96, 158, 122], patches: 0.06, speckle: 0.08, tileM: 16, roughness: 0.9 },
};

const layers: Readonly<Record<GroundSurface, number>> = {
  land: 0,
  blank: 0,
  yard: 1,
  concrete: 2,
  grass: 3,
  water: 3,
  muster: 3,
  asphalt: 4,
};

/** Flat things lie on each other in this order at any distance, without flicker. */
export function layered(material: Material, layer: number): void {
  material.polygonOffset = layer > 0;
  material.polygonOffsetFactor = -layer;
  material.polygonOffsetUnits = -layer * 4;
}

function grainTexture(surface: GroundSurface, quality: Quality): DataTexture {
  const size = quality === 'high' ? 512 : 256;
  const seed = surface.length * 7919 + surface.charCodeAt(0);
  const map = new DataTexture(drawGrain(groundLooks[surface], size, seed), size, size);
  map.wrapS = RepeatWrapping;
  map.wrapT = RepeatWrapping;
  map.magFilter = LinearFilter;
  map.minFilter = LinearMipmapLinearFilter;
  map.generateMipmaps = true;
  map.anisotropy = quality === 'high' ? 8 : 1;
  map.colorSpace = SRGBColorSpace;
  map.needsUpdate = true;
  return map;
}

/** Lit ground for a graphics card; without one, ground in the light of `groundLight`, which costs a third of it. */
export function groundMaterial(
  surface: GroundSurface,
  quality: Quality,
  groundLight: Color,
): MeshStandardMaterial | MeshBasicMaterial {
  const map = grainTexture(surface, quality);
  if (quality === 'low') {
    const material = new MeshBasicMaterial({ map });
    material.color = groundLight;
    layered(material, layers[surface]);
    return material;
  }
  const material = new MeshStandardMaterial({ map, roughness: groundLooks[surface].roughness, metalness: 0 });
  layered(material, layers[surface]);
  // The same texture once more, seven times as large, breaks the repetition that the eye finds from above.
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <map_fragment>',
      '#include <map_fragment>\n diffuseColor.rgb *= 0.55 + 0.45 * texture2D(map, vMapUv * 0.137 + 0.31).g / max(0.05, texture2D(map, vec2(0.5), 12.0).g);',
    );
  };
  return material;
}
