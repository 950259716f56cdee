import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { Surface } from '../form/forms.ts';
import { canvasTexture, drawNoise, tiled } from './canvas-texture.ts';

/** The materials of bodies: one per surface, coloured by the vertices. */
export function paintwork(scene: Scene): Readonly<Record<Surface, StandardMaterial>> {
  const grime = tiled(
    canvasTexture(scene, 'grime', [256, 256], (context) => drawNoise(context, 256, 0.09, [4, 11, 37])),
    7,
  );
  const make = (name: Surface, shine: number, hardness: number): StandardMaterial => {
    const material = new StandardMaterial(name, scene);
    material.specularColor = new Color3(shine, shine, shine);
    material.specularPower = hardness;
    return material;
  };
  const paint = make('paint', 0.1, 24);
  paint.diffuseTexture = grime;
  const steel = make('steel', 0.22, 40);
  const fine = make('fine', 0.12, 32);
  const concrete = make('concrete', 0.02, 8);
  concrete.diffuseTexture = tiled(canvasTexture(scene, 'concrete', [256, 256], drawConcrete), 4);
  const cladding = make('cladding', 0.12, 20);
  cladding.diffuseTexture = tiled(canvasTexture(scene, 'cladding', [128, 128], drawCladding), 1.2, 6);
  const facade = make('facade', 0.2, 30);
  facade.diffuseTexture = canvasTexture(scene, 'facade', [256, 256], drawFacade);
  const leaf = make('leaf', 0, 1);
  leaf.diffuseTexture = tiled(
    canvasTexture(scene, 'leaves', [128, 128], (context) => drawNoise(context, 128, 0.3, [17, 41, 64])),
    1.4,
  );
  const mesh = make('mesh', 0, 1);
  const link = tiled(canvasTexture(scene, 'mesh', [64, 64], drawChainLink), 0.5);
  link.hasAlpha = true;
  mesh.diffuseTexture = link;
  mesh.useAlphaFromDiffuseTexture = true;
  mesh.backFaceCulling = false;
  return { paint, steel, fine, concrete, cladding, facade, leaf, mesh };
}

function drawConcrete(context: CanvasRenderingContext2D): void {
  drawNoise(context, 256, 0.13, [3, 9, 61]);
  context.fillStyle = 'rgba(60, 58, 54, 0.22)';
  context.fillRect(0, 0, 256, 2);
  context.fillRect(0, 0, 2, 256);
  for (let tie = 0; tie < 4; tie++) {
    context.beginPath();
    context.arc(32 + (tie % 2) * 128, 48 + Math.floor(tie / 2) * 128, 2, 0, 7);
    context.fill();
  }
}

/** Profiled sheet: four ribs a tile, a lap joint across. */
function drawCladding(context: CanvasRenderingContext2D): void {
  for (let x = 0; x < 128; x++) {
    const phase = (x % 32) / 32;
    const lit = phase < 0.18 ? 255 : phase < 0.26 ? 205 : phase < 0.88 ? 236 : 190;
    context.fillStyle = `rgb(${lit}, ${lit}, ${lit})`;
    context.fillRect(x, 0, 1, 128);
  }
  context.fillStyle = 'rgba(50, 55, 60, 0.28)';
  context.fillRect(0, 0, 128, 1);
}

/** One bay of a storey: wall, a band window with frame, sill, sky in the glass. */
function drawFacade(context: CanvasRenderingContext2D): void {
  drawNoise(context, 256, 0.05, [4, 13, 50]);
  context.fillStyle = 'rgba(90, 86, 80, 0.35)';
  context.fillRect(0, 0, 256, 3);
  context.fillRect(0, 253, 256, 3);
  const glass = context.createLinearGradient(0, 62, 60, 190);
  glass.addColorStop(0, '#7d97a8');
  glass.addColorStop(0.45, '#4d616f');
  glass.addColorStop(1, '#33424c');
  context.fillStyle = '#6e7478';
  context.fillRect(30, 56, 196, 134);
  context.fillStyle = glass;
  context.fillRect(36, 62, 184, 122);
  context.fillStyle = 'rgba(235, 244, 250, 0.16)';
  context.beginPath();
  context.moveTo(60, 184);
  context.lineTo(140, 62);
  context.lineTo(176, 62);
  context.lineTo(96, 184);
  context.fill();
  context.fillStyle = '#6e7478';
  context.fillRect(125, 62, 6, 122);
  context.fillRect(36, 96, 184, 4);
  context.fillStyle = '#c9c5bb';
  context.fillRect(24, 190, 208, 8);
  context.fillStyle = 'rgba(60, 58, 54, 0.3)';
  context.fillRect(24, 198, 208, 5);
}

function drawChainLink(context: CanvasRenderingContext2D): void {
  context.clearRect(0, 0, 64, 64);
  context.strokeStyle = 'rgba(196, 202, 206, 0.92)';
  context.lineWidth = 3;
  for (let offset = -64; offset <= 64; offset += 16) {
    context.beginPath();
    context.moveTo(offset, 0);
    context.lineTo(offset + 64, 64);
    context.moveTo(offset + 64, 0);
    context.lineTo(offset, 64);
    context.stroke();
  }
}
