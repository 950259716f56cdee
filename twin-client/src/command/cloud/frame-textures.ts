import type { HazardVolume, VolumeFrame } from '@upwind/sim-engine';
import { Data3DTexture, LinearFilter, type MagnificationTextureFilter, NearestFilter, RedFormat, Vector3 } from 'three';
import { blockCells, coarseOf, type TextureBox, textureBoxOf } from './volume-box.ts';

/** One frame on the graphics card. */
export interface FrameTexture {
  readonly gas: Data3DTexture;
  /** Where a ray may find gas at all. */
  readonly coarse: Data3DTexture;
  /** Place in the coarse texture = place in the gas texture × this. */
  readonly coarseScale: Vector3;
  /** ENU metres. */
  readonly from: Vector3;
  readonly to: Vector3;
  readonly size: Vector3;
}

/** Frames that stay on the card: the two that are shown, and some that a scrubbing hand comes back to. */
const mostKept = 6;

/** The frames of a volume as textures, made when they are first shown. */
export class FrameTextures {
  readonly #volume: HazardVolume;
  readonly #first: number;
  readonly #kept = new Map<number, FrameTexture>();

  /** `first`: the least code that is drawn. */
  constructor(volume: HazardVolume, first: number) {
    this.#volume = volume;
    this.#first = Math.max(1, first);
  }

  at(index: number): FrameTexture | undefined {
    const kept = this.#kept.get(index);
    if (kept !== undefined) {
      this.#kept.delete(index);
      this.#kept.set(index, kept);
      return kept;
    }
    const frame = this.#volume.frames[index];
    if (frame === undefined) return undefined;
    const made = this.#make(frame);
    this.#kept.set(index, made);
    for (const [oldest, texture] of this.#kept) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
      drop(texture);
    }
    return made;
  }

  dispose(): void {
    for (const texture of this.#kept.values()) drop(texture);
    this.#kept.clear();
  }

  #make(frame: VolumeFrame): FrameTexture {
    const box = textureBoxOf(this.#volume.grid, frame);
    const coarse = coarseOf(box, this.#first);
    const share = (n: number) => n / (Math.ceil(n / blockCells) * blockCells);
    return {
      gas: textureOf(box, LinearFilter),
      coarse: textureOf(coarse, NearestFilter),
      coarseScale: new Vector3(...box.size.map(share)),
      from: new Vector3(...box.from),
      to: new Vector3(...box.to),
      size: new Vector3(...box.to).sub(new Vector3(...box.from)),
    };
  }
}

function drop({ gas, coarse }: FrameTexture): void {
  gas.dispose();
  coarse.dispose();
}

function textureOf({ data, size }: Pick<TextureBox, 'data' | 'size'>, filter: MagnificationTextureFilter) {
  const texture = new Data3DTexture(data, ...size);
  texture.format = RedFormat;
  texture.minFilter = filter;
  texture.magFilter = filter;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return texture;
}
