import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import type { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { Position } from '@upwind/scenes';
import type { Board } from '../form/forms.ts';
import { addVertex, emptySolid, type Solid } from '../form/solid.ts';
import { canvasTexture } from './canvas-texture.ts';
import { panelFont as font } from './lettering.ts';
import { uploaded } from './upload.ts';

const atlasPixels = 2048;

/** Size of a board's picture in the atlas, and how high the board is for a width of 1. */
const sizes: Readonly<Record<Board['style'], { readonly width: number; readonly height: number }>> = {
  name: { width: 384, height: 96 },
  number: { width: 192, height: 64 },
  muster: { width: 256, height: 256 },
  'call-point': { width: 192, height: 96 },
  exit: { width: 256, height: 128 },
};

interface Place {
  readonly x: number;
  readonly y: number;
}

/** All lettering of the site in one mesh with one picture: boards with the same words share their place in it. */
export function hangBoards(scene: Scene, boards: readonly Board[]): Mesh {
  const places = new Map<string, Place>();
  const solid = emptySolid();
  const texture = canvasTexture(scene, 'boards', [atlasPixels, atlasPixels], (context) => {
    const shelf = { x: 0, y: 0, height: 0 };
    const order = [...boards].sort((a, b) => sizes[b.style].height - sizes[a.style].height);
    for (const board of order) {
      const key = `${board.style} ${board.text.zh} ${board.text.en}`;
      const { width, height } = sizes[board.style];
      let place = places.get(key);
      if (!place) {
        if (shelf.x + width > atlasPixels) {
          shelf.x = 0;
          shelf.y += shelf.height + 2;
          shelf.height = 0;
        }
        if (shelf.y + height > atlasPixels) continue;
        place = { x: shelf.x, y: shelf.y };
        shelf.x += width + 2;
        shelf.height = Math.max(shelf.height, height);
        places.set(key, place);
        context.save();
        context.translate(place.x, place.y);
        context.beginPath();
        context.rect(0, 0, width, height);
        context.clip();
        drawBoard(context, board, width, height);
        context.restore();
      }
      addBoard(solid, board, place);
    }
  });
  texture.hasAlpha = true;
  const material = new StandardMaterial('boards', scene);
  material.diffuseTexture = texture;
  material.useAlphaFromDiffuseTexture = true;
  material.specularColor = new Color3(0.05, 0.05, 0.05);
  material.zOffset = -2;
  return uploaded(scene, 'boards', solid, material);
}

function addBoard(solid: Solid, board: Board, place: Place): void {
  const { width, height } = sizes[board.style];
  const wideM = board.widthM;
  const highM = (wideM * height) / width;
  const facing = (board.facingDeg * Math.PI) / 180;
  const [nx, ny] = [Math.cos(facing), Math.sin(facing)];
  const radius = board.aroundRadiusM;
  const pieces = radius ? 6 : 1;
  const start = solid.positions.length / 3;
  for (let piece = 0; piece <= pieces; piece++) {
    const share = piece / pieces;
    const offset = (share - 0.5) * wideM;
    let at: Position = [board.at[0] - ny * offset, board.at[1] + nx * offset, board.at[2]];
    let normal: Position = [nx, ny, 0];
    if (radius) {
      const angle = facing + offset / radius;
      normal = [Math.cos(angle), Math.sin(angle), 0];
      const [cx, cy] = [board.at[0] - nx * radius, board.at[1] - ny * radius];
      at = [cx + normal[0] * (radius + 0.06), cy + normal[1] * (radius + 0.06), board.at[2]];
    }
    const u = (place.x + share * width) / atlasPixels;
    for (const side of [-0.5, 0.5]) {
      const v = 1 - (place.y + (0.5 - side) * height) / atlasPixels;
      addVertex(solid, [at[0], at[1], at[2] + side * highM], normal, [u, v], [1, 1, 1]);
    }
  }
  for (let piece = 0; piece < pieces; piece++) {
    const a = start + piece * 2;
    solid.indices.push(a, a + 2, a + 3, a, a + 3, a + 1);
  }
}

function drawBoard(context: CanvasRenderingContext2D, board: Board, width: number, height: number): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const write = (text: string, y: number, size: number, colour: string, weight = 600) => {
    let fitted = size;
    context.font = `${weight} ${fitted}px ${font}`;
    const room = width - 18;
    const wide = context.measureText(text).width;
    if (wide > room) {
      fitted = Math.max(11, (size * room) / wide);
      context.font = `${weight} ${fitted}px ${font}`;
    }
    context.fillStyle = colour;
    context.fillText(text, width / 2, y, room);
  };
  if (board.style === 'number') {
    write(board.text.en, height / 2, 46, '#20272c', 700);
    return;
  }
  if (board.style === 'muster') {
    drawMuster(context, width);
    write(board.text.zh, height * 0.79, 30, '#fff', 700);
    write(board.text.en, height * 0.92, 20, '#fff', 600);
    return;
  }
  const colours =
    board.style === 'call-point'
      ? (['#b3231c', '#fff', '#ffe9e6'] as const)
      : (['#f4f4ef', '#1d262b', '#46535a'] as const);
  context.fillStyle = colours[0];
  context.fillRect(0, 0, width, height);
  context.strokeStyle = board.style === 'call-point' ? '#fff' : '#2f6f8f';
  context.lineWidth = 4;
  context.strokeRect(4, 4, width - 8, height - 8);
  write(board.text.zh, height * 0.36, height * 0.36, colours[1], 700);
  write(board.text.en, height * 0.73, height * 0.22, colours[2], 600);
}

/** ISO 7010 E007, assembly point: four arrows that point to a group of people. */
function drawMuster(context: CanvasRenderingContext2D, width: number): void {
  context.fillStyle = '#08764a';
  context.fillRect(0, 0, width, width);
  context.strokeStyle = '#fff';
  context.lineWidth = 6;
  context.strokeRect(6, 6, width - 12, width - 12);
  context.fillStyle = '#fff';
  const person = (x: number, y: number, size: number) => {
    context.beginPath();
    context.arc(x, y - size * 0.62, size * 0.2, 0, 7);
    context.fill();
    context.beginPath();
    context.roundRect(x - size * 0.24, y - size * 0.38, size * 0.48, size * 0.5, size * 0.1);
    context.fill();
    context.fillRect(x - size * 0.17, y, size * 0.14, size * 0.42);
    context.fillRect(x + size * 0.03, y, size * 0.14, size * 0.42);
  };
  person(104, 96, 62);
  person(152, 96, 62);
  person(128, 112, 70);
  for (let corner = 0; corner < 4; corner++) {
    const [sx, sy] = [corner % 2 === 0 ? -1 : 1, corner < 2 ? -1 : 1];
    context.save();
    context.translate(128 + sx * 88, 98 + sy * 66);
    context.rotate(Math.atan2(-sy * 66, -sx * 88));
    context.fillRect(-20, -7, 26, 14);
    context.beginPath();
    context.moveTo(24, 0);
    context.lineTo(2, -17);
    context.lineTo(2, 17);
    context.fill();
    context.restore();
  }
}
