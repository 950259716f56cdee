import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import type { DynamicTexture } from '@babylonjs/core/Materials/Textures/dynamicTexture.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import { Quaternion, type Vector3 } from '@babylonjs/core/Maths/math.vector.js';
import { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js';
import type { Scene } from '@babylonjs/core/scene.js';
import { canvasTexture } from '../world/babylon/canvas-texture.ts';
import { panelFont, wrapped } from '../world/babylon/lettering.ts';
import { lookAlong } from '../world/babylon/look-along.ts';

/** What is said to the wearer of a headset, already in their language. */
export interface PanelWords {
  /** On the wrist. */
  readonly task: string;
  readonly hint: string;
  readonly time: string;
  readonly meter:
    | { readonly text: string; readonly label: string; readonly alarm: 'none' | 'low' | 'high' }
    | undefined;
  readonly prompt: string;
  /** Before the eyes: the lobby, a caption, the result. */
  readonly notice: { readonly title: string; readonly lines: readonly string[]; readonly prompt: string } | undefined;
}

/** A lettered plate in the scene. */
export interface Plate {
  /** Draws the words if they have changed. */
  say(words: PanelWords): void;
  /** Puts it at a place (engine axes), turned to an eye. */
  place(at: Vector3, eye: Vector3): void;
  show(shown: boolean): void;
}

const colours = {
  ground: 'rgba(18, 22, 24, 0.93)',
  line: '#3a4247',
  text: '#eef1f2',
  second: '#a9b4ba',
  teal: '#2bbdad',
} as const;
const alarmColours = { none: '#24393a', low: '#8a6a10', high: '#a3272b' } as const;

/** The panel over the wrist: task, time, gas meter, what can be done now. */
export function wristPanel(scene: Scene): Plate {
  return plate(scene, 'wrist panel', 512, 384, 0.21, (context, words) => {
    context.clearRect(0, 0, 512, 384);
    frame(context, 512, 384);
    line(context, words.time, 480, 44, 30, colours.second, 'right');
    line(context, '●', 32, 44, 24, colours.teal, 'left');
    paragraph(context, words.task, 32, 92, 448, 38, 600, colours.text, 2);
    paragraph(context, words.hint, 32, 190, 448, 27, 400, colours.second, 2);
    if (words.meter) {
      context.fillStyle = alarmColours[words.meter.alarm];
      context.beginPath();
      context.roundRect(24, 254, 464, 70, 14);
      context.fill();
      line(context, words.meter.label, 44, 290, 28, colours.text, 'left');
      line(context, words.meter.text, 468, 290, 40, '#fff', 'right', 700);
    }
    line(context, words.prompt, 256, 352, 26, colours.teal, 'center', 600);
  });
}

/** The notice before the eyes. */
export function noticePanel(scene: Scene): Plate {
  const raised = plate(scene, 'notice', 1024, 512, 0.92, (context, words) => {
    const notice = words.notice;
    context.clearRect(0, 0, 1024, 512);
    if (!notice) return;
    if (notice.lines.length === 0 && notice.prompt === '') {
      context.font = `600 44px ${panelFont}`;
      const lines = wrapped(context, notice.title, 900, 2);
      frame(context, 1024, 60 + lines.length * 62);
      paragraph(context, notice.title, 512, 64, 900, 44, 600, colours.text, 2, 'center');
      return;
    }
    frame(context, 1024, 512);
    line(context, notice.title, 56, 78, 50, colours.text, 'left', 700);
    let y = 148;
    for (const text of notice.lines) y = paragraph(context, text, 56, y, 912, 34, 400, colours.second, 5) + 12;
    line(context, notice.prompt, 56, 462, 36, colours.teal, 'left', 600);
  });
  return {
    ...raised,
    say(words) {
      raised.say(words);
      raised.show(words.notice !== undefined);
    },
  };
}

function plate(
  scene: Scene,
  name: string,
  wide: number,
  high: number,
  widthM: number,
  draw: (context: CanvasRenderingContext2D, words: PanelWords) => void,
): Plate {
  const mesh = new Mesh(name, scene);
  const [w, h] = [widthM / 2, (widthM * high) / wide / 2];
  const data = new VertexData();
  data.positions = [-w, -h, 0, w, -h, 0, w, h, 0, -w, h, 0];
  data.normals = [0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1];
  data.uvs = [0, 0, 1, 0, 1, 1, 0, 1];
  data.indices = [0, 1, 2, 0, 2, 3];
  data.applyToMesh(mesh);
  mesh.isPickable = false;
  mesh.rotationQuaternion = Quaternion.Identity();
  mesh.renderingGroupId = 2;
  mesh.alwaysSelectAsActiveMesh = true;
  mesh.setEnabled(false);
  const texture: DynamicTexture = canvasTexture(scene, name, [wide, high], () => undefined);
  texture.hasAlpha = true;
  const material = new StandardMaterial(name, scene);
  material.disableLighting = true;
  material.emissiveColor = Color3.White();
  material.diffuseTexture = texture;
  material.useAlphaFromDiffuseTexture = true;
  material.backFaceCulling = false;
  material.fogEnabled = false;
  mesh.material = material;
  let said = '';
  return {
    say(words) {
      const now = JSON.stringify(words);
      if (now === said) return;
      said = now;
      draw(texture.getContext() as unknown as CanvasRenderingContext2D, words);
      texture.update(true);
    },
    place(at, eye) {
      mesh.position.copyFrom(at);
      const way = at.subtract(eye);
      if (way.lengthSquared() < 1e-6) return;
      mesh.rotationQuaternion = lookAlong(way);
    },
    show: (shown) => mesh.setEnabled(shown),
  };
}

function frame(context: CanvasRenderingContext2D, wide: number, high: number): void {
  context.fillStyle = colours.ground;
  context.beginPath();
  context.roundRect(6, 6, wide - 12, high - 12, 26);
  context.fill();
  context.strokeStyle = colours.line;
  context.lineWidth = 3;
  context.stroke();
}

function line(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  align: CanvasTextAlign,
  weight = 500,
): void {
  context.font = `${weight} ${size}px ${panelFont}`;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
}

function paragraph(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  room: number,
  size: number,
  weight: number,
  colour: string,
  mostLines: number,
  align: CanvasTextAlign = 'left',
): number {
  context.font = `${weight} ${size}px ${panelFont}`;
  const lines = wrapped(context, text, room, mostLines);
  lines.forEach((each, index) => {
    line(context, each, x, y + index * size * 1.32, size, colour, align, weight);
  });
  return y + lines.length * size * 1.32;
}
