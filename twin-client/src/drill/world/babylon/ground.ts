import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Texture } from '@babylonjs/core/Materials/Textures/texture.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import type { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import type { Scene } from '@babylonjs/core/scene.js';
import { footprint, type GroundPosition, isBody } from '@upwind/scenes';
import type { SitePlan } from '../../site-plan.ts';
import { groundPlan } from '../ground/ground-plan.ts';
import type { Tree } from '../ground/planting.ts';
import { shadowRings, sunDirection } from '../ground/shadows.ts';
import { canvasTexture, drawNoise, tiled } from './canvas-texture.ts';
import { type GroundPicture, uploaded } from './upload.ts';

/** The ground with its shadows baked into one picture: no shadow is computed while people move. */
export function layGround(scene: Scene, site: SitePlan, planted: readonly Tree[]): Mesh[] {
  const plan = groundPlan(site);
  const picture: GroundPicture = { min: site.extent.min, max: site.extent.max };
  const shade = shadePicture(scene, site, planted);
  const asphalt = tiled(
    canvasTexture(scene, 'asphalt', [256, 256], (context) => drawNoise(context, 256, 0.08, [64, 128, 90])),
    4,
  );
  const slab = tiled(canvasTexture(scene, 'slabs', [512, 512], drawSlabs), 12);
  const blades = tiled(
    canvasTexture(scene, 'blades', [256, 256], (context) => drawNoise(context, 256, 0.24, [23, 47, 89, 128])),
    6,
  );
  const slabs = groundMaterial(scene, 'slabs', slab, shade);
  const roads = groundMaterial(scene, 'roads', asphalt, shade);
  const grass = groundMaterial(scene, 'grass', blades, shade);
  const water = groundMaterial(scene, 'water', undefined, shade);
  water.specularColor = new Color3(0.55, 0.55, 0.5);
  water.specularPower = 90;
  return [
    uploaded(scene, 'ground slabs', plan.slabs, slabs, picture),
    uploaded(scene, 'ground roads', plan.roads, roads, picture),
    uploaded(scene, 'ground grass', plan.grass, grass, picture),
    uploaded(scene, 'ground water', plan.water, water, picture),
  ];
}

/** Four concrete slabs of 6 m, each a little different, with sealed joints between them. */
function drawSlabs(context: CanvasRenderingContext2D): void {
  drawNoise(context, 512, 0.05, [96, 170, 256]);
  for (const [x, y, tone] of [
    [0, 0, 0.03],
    [256, 0, -0.02],
    [0, 256, -0.035],
    [256, 256, 0.015],
  ] as const) {
    context.fillStyle = tone > 0 ? `rgba(255, 255, 255, ${tone})` : `rgba(0, 0, 0, ${-tone})`;
    context.fillRect(x, y, 256, 256);
  }
  context.fillStyle = 'rgba(52, 50, 47, 0.55)';
  for (const at of [0, 256]) {
    context.fillRect(at, 0, 1.6, 512);
    context.fillRect(0, at, 512, 1.6);
  }
  context.fillStyle = 'rgba(52, 50, 47, 0.16)';
  for (const at of [0, 256]) {
    context.fillRect(at + 1.6, 0, 3, 512);
    context.fillRect(0, at + 1.6, 512, 3);
  }
}

function groundMaterial(scene: Scene, name: string, texture: Texture | undefined, shade: Texture): StandardMaterial {
  const material = new StandardMaterial(`ground ${name}`, scene);
  material.specularColor = Color3.Black();
  if (texture) material.diffuseTexture = texture;
  material.lightmapTexture = shade;
  material.useLightmapAsShadowmap = true;
  return material;
}

/** Pixels across the picture of light and shade on the ground. */
const shadePixels = 2048;

function shadePicture(scene: Scene, site: SitePlan, planted: readonly Tree[]): Texture {
  const { min, max } = site.extent;
  const wide = max[0] - min[0];
  const high = Math.round((shadePixels * (max[1] - min[1])) / wide);
  const scale = shadePixels / wide;
  const texture = canvasTexture(scene, 'shade', [shadePixels, high], (context) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, shadePixels, high);
    const trace = (ring: readonly GroundPosition[]) => {
      ring.forEach(([x, y], index) => {
        const [px, py] = [(x - min[0]) * scale, high - (y - min[1]) * scale];
        if (index === 0) context.moveTo(px, py);
        else context.lineTo(px, py);
      });
      context.closePath();
    };
    const fill = (rings: readonly (readonly GroundPosition[])[], colour: string, blurM: number) => {
      context.filter = `blur(${Math.max(0.5, blurM * scale)}px)`;
      context.fillStyle = colour;
      context.beginPath();
      for (const ring of rings) trace(ring);
      context.fill('nonzero');
    };
    stains(context, shadePixels, high);
    const standing = site.elements
      .filter((element) => isBody(element))
      .map((element) => anticlockwise(footprint(element)));
    fill(standing, 'rgba(70, 72, 80, 0.55)', 2.2);
    fill([...shadowRings(site).map(anticlockwise), ...planted.map(treeShadow)], 'rgba(104, 112, 132, 0.97)', 0.35);
    fill(standing, 'rgba(90, 94, 104, 0.6)', 0.6);
    context.filter = 'none';
    context.strokeStyle = '#fff';
    context.lineWidth = 4;
    context.strokeRect(0, 0, shadePixels, high);
  });
  texture.coordinatesIndex = 1;
  texture.wrapU = Texture.CLAMP_ADDRESSMODE;
  texture.wrapV = Texture.CLAMP_ADDRESSMODE;
  return texture;
}

/** Old oil, tyre marks and damp: large faint patches so that no tile is seen to repeat; drawn small, blurred by scaling up. */
function stains(context: CanvasRenderingContext2D, wide: number, high: number): void {
  const small = document.createElement('canvas');
  small.width = Math.round(wide / 10);
  small.height = Math.round(high / 10);
  const sketch = small.getContext('2d');
  if (!sketch) return;
  sketch.fillStyle = '#fff';
  sketch.fillRect(0, 0, small.width, small.height);
  let state = 20_261;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return (state >> 8) / 0x7f_ffff;
  };
  for (let stain = 0; stain < 260; stain++) {
    sketch.fillStyle = `rgba(120, 116, 108, ${0.02 + next() * 0.1})`;
    sketch.beginPath();
    sketch.ellipse(next() * small.width, next() * small.height, 1 + next() * 7, 1 + next() * 3.4, next() * 3, 0, 7);
    sketch.fill();
  }
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, 0, 0, wide, high);
}

function treeShadow({ at, scale }: Tree): GroundPosition[] {
  const [sx, sy, sz] = sunDirection();
  const middle = 3.2 * scale;
  return Array.from({ length: 12 }, (_, corner): GroundPosition => {
    const angle = (2 * Math.PI * corner) / 12;
    const out = 1.9 * scale * (corner % 2 === 0 ? 1 : 0.86);
    return [
      at[0] - (sx / sz) * middle + out * 1.25 * Math.cos(angle),
      at[1] - (sy / sz) * middle + out * 1.25 * Math.sin(angle),
    ];
  });
}

/** One turning sense for all rings, so that overlapping ones fill once. */
function anticlockwise(ring: readonly GroundPosition[]): readonly GroundPosition[] {
  const area = ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * ny - nx * y;
  }, 0);
  return area < 0 ? [...ring].reverse() : ring;
}
