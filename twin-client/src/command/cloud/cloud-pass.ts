import {
  BackSide,
  Box3,
  BoxGeometry,
  type Camera,
  Color,
  type Data3DTexture,
  Frustum,
  HalfFloatType,
  Matrix4,
  Mesh,
  NearestFilter,
  NoBlending,
  type PerspectiveCamera,
  Scene,
  ShaderMaterial,
  type Texture,
  Vector2,
  Vector3,
  Vector4,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import type { Quality } from '../../scene/quality.ts';
import type { FrameTexture } from './frame-textures.ts';
import type { CloudLight } from './light.ts';
import { marchFragment, marchVertex } from './march-shader.ts';
import type { Thickness } from './thickness.ts';
import { veilFragment, veilVertex } from './veil-shader.ts';

/** What a picture of a cloud may cost. Shares are of the page's pixels along each side. */
interface Cost {
  readonly share: number;
  readonly depthShare: number;
  readonly mostPixels: number;
  readonly defines: Readonly<Record<string, string | number>>;
}

const costs: Readonly<Record<Quality, Cost>> = {
  high: {
    share: 0.5,
    depthShare: 1,
    mostPixels: 640_000,
    defines: { STEPS: 80, LOOKS: 32, SUNLIT: 1, BILLOWING: '4.5', JITTER: '0.9' },
  },
  low: {
    share: 0.3,
    depthShare: 0.6,
    mostPixels: 120_000,
    defines: { STEPS: 32, LOOKS: 16, BILLOWING: '4.5', JITTER: '0.5' },
  },
};

/** ENU (x east, y north, z up) stands in the scene turned by a quarter: three.js has y up. */
const toScene = new Matrix4().makeRotationX(-Math.PI / 2);
const toEnu = toScene.clone().invert();

/** Whether any part of a box of ENU metres is before the camera. */
export function isBefore(
  camera: Camera,
  { from, to }: { readonly from: readonly [number, number, number]; readonly to: readonly [number, number, number] },
): boolean {
  const box = new Box3(new Vector3(...from), new Vector3(...to)).applyMatrix4(toScene);
  const seen = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
  return new Frustum().setFromProjectionMatrix(seen).intersectsBox(box);
}

/** What is drawn of one gas at one moment. */
export interface CloudMoment {
  readonly from: FrameTexture;
  readonly to: FrameTexture;
  /** 0 the first frame … 1 the second. */
  readonly blend: number;
  /** How far the billows have drifted, ENU metres. */
  readonly drift: Vector3;
}

/** One cloud, marched on a picture of its own and laid over the scene as `veil`. */
export class CloudPass {
  readonly veil: Mesh;
  readonly #cost: Cost;
  readonly #march: ShaderMaterial;
  readonly #over: ShaderMaterial;
  readonly #box = new BoxGeometry(1, 1, 1).translate(0.5, 0.5, 0.5);
  readonly #marched: Mesh;
  readonly #scene = new Scene();
  readonly #target = new WebGLRenderTarget(1, 1, {
    type: HalfFloatType,
    minFilter: NearestFilter,
    magFilter: NearestFilter,
    depthBuffer: false,
    generateMipmaps: false,
  });
  #drawn = '';

  constructor(quality: Quality, billow: Data3DTexture, albedo: readonly [number, number, number]) {
    this.#cost = costs[quality];
    this.#march = new ShaderMaterial({
      vertexShader: marchVertex,
      fragmentShader: marchFragment,
      defines: { ...this.#cost.defines },
      side: BackSide,
      blending: NoBlending,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
      uniforms: {
        ...marchUniforms(),
        uBillow: { value: billow },
        uAlbedo: { value: new Color(...albedo) },
      },
    });
    this.#over = new ShaderMaterial({
      vertexShader: veilVertex,
      fragmentShader: veilFragment,
      side: BackSide,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      uniforms: {
        uCloud: { value: this.#target.texture },
        uDepth: { value: undefined },
        uResolution: { value: new Vector2(1, 1) },
        uNearFar: { value: new Vector2(1, 1000) },
      },
    });
    this.#marched = new Mesh(this.#box, this.#march);
    this.#marched.frustumCulled = false;
    this.#marched.matrixAutoUpdate = false;
    this.#scene.add(this.#marched);
    this.veil = new Mesh(this.#box, this.#over);
    this.veil.frustumCulled = false;
    this.veil.renderOrder = 20.5;
    this.veil.raycast = () => undefined;
    this.veil.visible = false;
  }

  /** How many pixels the depth of the solid things is wanted on, for a page of this size. */
  depthSize({ x, y }: Vector2, into: Vector2): Vector2 {
    const { depthShare } = this.#cost;
    return into.set(Math.max(1, Math.round(x * depthShare)), Math.max(1, Math.round(y * depthShare)));
  }

  /** How thick the gas is drawn; `first` is the code of its lowest limit. */
  setThickness(first: number, { perM, risePerDoubling }: Thickness): void {
    this.#set('uFirst', first);
    this.#set('uThickness', perM);
    this.#set('uRise', risePerDoubling);
  }

  /** Rectangle of the computed ground: west, south, east, north. */
  setEdge(edge: Vector4, cellM: number): void {
    this.#set('uEdge', edge);
    this.#set('uStepM', Math.max(1, cellM * 0.6));
  }

  /** Puts a moment of the gas in place. */
  place({ from, to, blend, drift }: CloudMoment): void {
    // A frame without gas has a box of its own that means nothing.
    const near = from.gas.image.width > 1 ? from : to;
    const far = to.gas.image.width > 1 ? to : from;
    const low = near.from.clone().min(far.from);
    const high = near.to.clone().max(far.to);
    this.veil.visible = true;
    for (const [name, frame] of [
      ['A', from],
      ['B', to],
    ] as const) {
      this.#set(`uGas${name}`, frame.gas);
      this.#set(`uCoarse${name}`, frame.coarse);
      this.#set(`uCoarseScale${name}`, frame.coarseScale);
      this.#set(`uFrom${name}`, frame.from);
      this.#set(`uSize${name}`, frame.size);
    }
    this.#set('uBlend', blend);
    this.#set('uDrift', drift);
    this.#set('uBoxFrom', low);
    this.#set('uBoxTo', high);
    const size = high.clone().sub(low);
    this.#marched.matrix.copy(toScene).multiply(new Matrix4().makeTranslation(low)).scale(size);
    this.#marched.matrixWorldNeedsUpdate = true;
    this.veil.position.copy(low);
    this.veil.scale.copy(size);
  }

  /** The graphics card has forgotten everything: the next picture is drawn whatever stood there. */
  forget(): void {
    this.#drawn = '';
  }

  /** Marches the cloud unless the same picture is there already. `key` names what it depends on beside the camera. */
  draw(
    gl: WebGLRenderer,
    camera: PerspectiveCamera,
    page: Vector2,
    depth: Texture,
    light: CloudLight,
    key: string,
  ): void {
    const { share, mostPixels } = this.#cost;
    const fits = Math.min(share, Math.sqrt(mostPixels / (page.x * page.y)));
    const width = Math.max(1, Math.round(page.x * fits));
    const height = Math.max(1, Math.round(page.y * fits));
    const { sun, sunLight, skyLight, groundLight, haze, hazeDensity } = light;
    const lit = [sun, sunLight, skyLight, groundLight, haze].flatMap((each) => each.toArray().map((n) => n.toFixed(3)));
    const what = `${key} ${width} ${height} ${lit.join(' ')}`;
    this.#setOver('uDepth', depth);
    gl.getDrawingBufferSize(this.#over.uniforms['uResolution']?.value);
    if (what === this.#drawn) return;
    this.#drawn = what;
    this.#setOver('uNearFar', new Vector2(camera.near, camera.far));
    this.#target.setSize(width, height);
    this.#set('uResolution', new Vector2(width, height));
    const { x, y, z } = camera.position;
    this.#set('uEye', new Vector3(x, -z, y));
    const back = new Matrix4().multiplyMatrices(camera.matrixWorld, camera.projectionMatrixInverse).premultiply(toEnu);
    this.#set('uBack', back);
    this.#set('uDepth', depth);
    this.#set('uSun', sun);
    this.#set('uSunLight', sunLight);
    this.#set('uSkyLight', skyLight);
    this.#set('uGroundLight', groundLight);
    this.#set('uHaze', haze);
    this.#set('uHazeDensity', hazeDensity);
    const before = gl.getRenderTarget();
    const colour = gl.getClearColor(new Color());
    const alpha = gl.getClearAlpha();
    gl.setRenderTarget(this.#target);
    gl.setClearColor(0, 0);
    gl.clear(true, false, false);
    gl.render(this.#scene, camera);
    gl.setRenderTarget(before);
    gl.setClearColor(colour, alpha);
  }

  dispose(): void {
    this.#target.dispose();
    this.#march.dispose();
    this.#over.dispose();
    this.#box.dispose();
  }

  #set(name: string, value: unknown): void {
    const uniform = this.#march.uniforms[name];
    if (uniform !== undefined) uniform.value = value;
  }

  #setOver(name: string, value: unknown): void {
    const uniform = this.#over.uniforms[name];
    if (uniform !== undefined) uniform.value = value;
  }
}

function marchUniforms() {
  const none = { value: undefined };
  const frame = (name: string) => ({
    [`uGas${name}`]: { ...none },
    [`uCoarse${name}`]: { ...none },
    [`uCoarseScale${name}`]: { value: new Vector3(1, 1, 1) },
    [`uFrom${name}`]: { value: new Vector3() },
    [`uSize${name}`]: { value: new Vector3(1, 1, 1) },
  });
  return {
    ...frame('A'),
    ...frame('B'),
    uBlend: { value: 0 },
    uBoxFrom: { value: new Vector3() },
    uBoxTo: { value: new Vector3(1, 1, 1) },
    uEye: { value: new Vector3() },
    uDepth: { ...none },
    uResolution: { value: new Vector2(1, 1) },
    uBack: { value: new Matrix4() },
    uFirst: { value: 1 },
    uThickness: { value: 0.004 },
    uRise: { value: 0.3 },
    uStepM: { value: 3 },
    uDrift: { value: new Vector3() },
    uSun: { value: new Vector3(0, 0, 1) },
    uSunLight: { value: new Color() },
    uSkyLight: { value: new Color() },
    uGroundLight: { value: new Color() },
    uHaze: { value: new Color() },
    uHazeDensity: { value: 0 },
    uEdge: { value: new Vector4() },
  };
}
