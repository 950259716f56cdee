import {
  type Camera,
  DepthTexture,
  Light,
  Material,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  MeshStandardMaterial,
  NearestFilter,
  type Scene,
  UnsignedIntType,
  type Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';

/** Layer of what hides a cloud, and of the lights, so that the lit materials do not notice the pass. */
const layer = 11;

/** How far the solid things of the scene are from the eye, for each pixel: drawn anew when camera or scene changed. */
export class OccluderDepth {
  readonly #target: WebGLRenderTarget;
  readonly #depthOnly = new MeshBasicMaterial({ colorWrite: false, fog: false, toneMapped: false });
  #drawn = '';

  constructor() {
    const depth = new DepthTexture(1, 1, UnsignedIntType);
    depth.minFilter = NearestFilter;
    depth.magFilter = NearestFilter;
    this.#target = new WebGLRenderTarget(1, 1, { depthTexture: depth, stencilBuffer: false, generateMipmaps: false });
  }

  get texture(): DepthTexture | null {
    return this.#target.depthTexture;
  }

  /** Whether it had to be drawn. */
  draw(gl: WebGLRenderer, scene: Scene, camera: Camera, size: Vector2): boolean {
    const what = `${markOccluders(scene)} ${size.x} ${size.y} ${camera.matrixWorld.elements.join(' ')} ${camera.projectionMatrix.elements.join(' ')}`;
    if (what === this.#drawn) return false;
    this.#drawn = what;
    this.#target.setSize(size.x, size.y);
    const before = {
      target: gl.getRenderTarget(),
      mask: camera.layers.mask,
      shadows: gl.shadowMap.needsUpdate,
      material: scene.overrideMaterial,
    };
    gl.shadowMap.needsUpdate = false;
    scene.overrideMaterial = this.#depthOnly;
    camera.layers.set(layer);
    gl.setRenderTarget(this.#target);
    gl.clear(true, true, false);
    gl.render(scene, camera);
    gl.setRenderTarget(before.target);
    camera.layers.mask = before.mask;
    scene.overrideMaterial = before.material;
    gl.shadowMap.needsUpdate = before.shadows;
    return true;
  }

  /** The graphics card has forgotten everything: the next picture is drawn whatever stood there. */
  forget(): void {
    this.#drawn = '';
  }

  dispose(): void {
    this.#target.depthTexture?.dispose();
    this.#target.dispose();
    this.#depthOnly.dispose();
  }
}

/** Puts every solid thing on the layer; returns a word that changes when what is seen of them does. */
function markOccluders(scene: Scene): string {
  let count = 0;
  let sum = 0;
  scene.traverseVisible((object) => {
    if (object instanceof Light) object.layers.enable(layer);
    if (!(object instanceof Mesh)) return;
    const material: unknown = object.material;
    const solid = material instanceof Material && isSolid(material);
    if (!solid) {
      object.layers.disable(layer);
      return;
    }
    object.layers.enable(layer);
    count += 1;
    sum = (sum + object.id * 31) % 1_000_003;
  });
  return `${count} ${sum}`;
}

function isSolid(material: Material): boolean {
  const known =
    material instanceof MeshStandardMaterial ||
    material instanceof MeshLambertMaterial ||
    material instanceof MeshBasicMaterial;
  return known && !material.transparent && material.depthWrite && material.depthTest && material.colorWrite;
}
