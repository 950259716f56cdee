import { DirectionalLight } from '@babylonjs/core/Lights/directionalLight.js';
import { HemisphericLight } from '@babylonjs/core/Lights/hemisphericLight.js';
import { ImageProcessingConfiguration } from '@babylonjs/core/Materials/imageProcessingConfiguration.js';
import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3, Color4 } from '@babylonjs/core/Maths/math.color.js';
import { Vector3 } from '@babylonjs/core/Maths/math.vector.js';
import { Scene } from '@babylonjs/core/scene.js';
import { addBall } from '../form/round.ts';
import { type Colour, emptySolid } from '../form/solid.ts';
import { sun, sunDirection } from '../ground/shadows.ts';
import { canvasTexture } from './canvas-texture.ts';
import { uploaded } from './upload.ts';

const haze: Colour = [0.73, 0.785, 0.82];
const skyHigh = [54, 112, 178] as const;
const skyMiddle = [128, 172, 214] as const;

/** Sun, sky light, haze in the distance, and a dome with a few clouds. */
export function raiseSky(scene: Scene): void {
  const [east, north, up] = sunDirection();
  const light = new DirectionalLight('sun', new Vector3(-east, -up, -north), scene);
  light.diffuse = new Color3(1, 0.95, 0.86);
  light.specular = new Color3(1, 0.96, 0.9);
  light.intensity = 0.86;
  const fill = new HemisphericLight('sky light', new Vector3(0, 1, 0), scene);
  fill.diffuse = new Color3(0.76, 0.82, 0.9);
  fill.groundColor = new Color3(0.56, 0.54, 0.5);
  fill.specular = Color3.Black();
  fill.intensity = 0.84;
  scene.fogMode = Scene.FOGMODE_EXP2;
  scene.fogDensity = 0.001_05;
  scene.fogColor = new Color3(...haze);
  scene.clearColor = new Color4(...haze, 1);
  const image = scene.imageProcessingConfiguration;
  image.toneMappingEnabled = true;
  image.toneMappingType = ImageProcessingConfiguration.TONEMAPPING_KHR_PBR_NEUTRAL;
  image.exposure = 1.02;
  image.contrast = 1.06;
  dome(scene);
}

function dome(scene: Scene): void {
  const [radiusM, sides] = [1400, 40];
  const solid = emptySolid();
  addBall(solid, [0, 0, 0], radiusM, { sides, rings: 20, fromDeg: -24, colour: [1, 1, 1] });
  for (let vertex = 0; vertex < solid.positions.length / 3; vertex++) {
    solid.uvs[vertex * 2] = (vertex % (sides + 1)) / sides;
    solid.uvs[vertex * 2 + 1] = Math.max(
      0,
      Math.asin((solid.positions[vertex * 3 + 2] ?? 0) / radiusM) / (Math.PI / 2),
    );
  }
  const material = new StandardMaterial('sky', scene);
  material.disableLighting = true;
  material.backFaceCulling = false;
  material.disableDepthWrite = true;
  material.fogEnabled = false;
  material.specularColor = Color3.Black();
  material.emissiveTexture = canvasTexture(scene, 'sky', [1024, 512], drawSky);
  const mesh = uploaded(scene, 'sky', solid, material);
  mesh.unfreezeWorldMatrix();
  mesh.infiniteDistance = true;
  mesh.applyFog = false;
  mesh.alwaysSelectAsActiveMesh = true;
}

/** Bottom of the picture is the horizon, top is overhead; south at both sides, then east, north, west. */
function drawSky(context: CanvasRenderingContext2D): void {
  const [wide, high] = [1024, 512];
  const image = context.createImageData(wide, high);
  const cloud = cloudCover();
  const sunU = ((180 - sun.azimuthDeg + 360) % 360) / 360;
  const sunV = sun.elevationDeg / 90;
  for (let y = 0; y < high; y++) {
    const v = 1 - y / high;
    for (let x = 0; x < wide; x++) {
      const u = x / wide;
      const upward = Math.min(1, v * 1.5);
      const mix = (a: number, b: number, t: number) => a + (b - a) * t;
      const low = Math.exp(-v * 7.5);
      const du = Math.min(Math.abs(u - sunU), 1 - Math.abs(u - sunU)) * 360 * Math.cos((v * Math.PI) / 2);
      const fromSun = Math.hypot(du, (v - sunV) * 90);
      const glow = 0.55 * Math.exp(-fromSun / 9) + 0.22 * Math.exp(-fromSun / 34) + (fromSun < 1.3 ? 1 : 0);
      const cover = cloud(u, v) * Math.min(1, v * 6) * (1 - 0.55 * v);
      const at = (y * wide + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const blue = mix(skyMiddle[channel] ?? 0, skyHigh[channel] ?? 0, upward ** 0.75);
        const hazed = mix(blue, (haze[channel] ?? 0) * 255, low);
        const white = 246 - channel * -2;
        image.data[at + channel] = Math.min(255, mix(hazed, white, cover) + glow * (channel === 2 ? 120 : 165));
      }
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

/** Thin fair-weather clouds: value noise stretched towards the horizon, seamless around. */
function cloudCover(): (u: number, v: number) => number {
  const grids = [6, 13, 29, 61].map((count, octave) => ({
    count,
    values: Array.from({ length: count * 40 }, (_, at) => {
      const mixed = Math.sin((at + 1) * 12.9898 + octave * 78.233) * 43_758.5453;
      return mixed - Math.floor(mixed);
    }),
  }));
  return (u, v) => {
    const height = 1 / (0.14 + v);
    let sum = 0;
    for (const [octave, { count, values }] of grids.entries()) {
      const [x, y] = [u * count, height * (1.4 + octave * 1.3)];
      const [x0, y0] = [Math.floor(x), Math.floor(y)];
      const [fx, fy] = [x - x0, y - y0];
      const [a, b] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
      const at = (gx: number, gy: number) => values[(gy % 40) * count + (gx % count)] ?? 0;
      const low = at(x0, y0) + (at(x0 + 1, y0) - at(x0, y0)) * a;
      const top = at(x0, y0 + 1) + (at(x0 + 1, y0 + 1) - at(x0, y0 + 1)) * a;
      sum += (low + (top - low) * b) / (octave + 1.2);
    }
    const dense = (sum / 1.92 - 0.52) * 3.1;
    return Math.min(0.8, Math.max(0, dense));
  };
}
