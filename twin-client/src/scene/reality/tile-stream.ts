import { TilesRenderer } from '3d-tiles-renderer/three';
import { Box3, type Camera, Matrix4, type Object3D, type WebGLRenderer } from 'three';
import type { Quality } from '../quality.ts';
import { aimedError, cacheBytes, usualError } from './memory.ts';

/** How a tileset stands. */
export interface StreamReport {
  /** 0 … 1 of what the present view needs. */
  readonly fraction: number;
  readonly failed: number;
  readonly bytes: number;
  readonly shown: boolean;
  /** Box in ENU metres, known when the root is here. */
  readonly bounds: Box3 | undefined;
}

interface StreamOptions {
  readonly url: string;
  /** Takes ECEF to the ENU metres of the scene; doubles. */
  readonly placement: Matrix4;
  readonly camera: Camera;
  readonly renderer: WebGLRenderer;
  readonly quality: Quality;
  readonly mobile: boolean;
  /** A tile's model has come: give it its look. */
  onModel(model: Object3D): void;
  /** Something that is seen has changed. */
  onPicture(): void;
  onReport(report: StreamReport): void;
}

/** How often streaming goes on while nothing is drawn, and how often what has come is drawn, ms. */
const paceMs: Readonly<Record<Quality, { readonly step: number; readonly picture: number }>> = {
  high: { step: 80, picture: 0 },
  low: { step: 250, picture: 1200 },
};

/**
 * Streams one tileset. Streaming goes on between frames, which a scene that draws on demand may not have; what comes is
 * drawn in batches where drawing is dear.
 */
export class TileStream {
  readonly #tiles: TilesRenderer;
  readonly #options: StreamOptions;
  readonly #target: number;
  readonly #mostBytes: number;
  readonly #step: ReturnType<typeof setInterval>;
  #picture: ReturnType<typeof setTimeout> | undefined;
  #failed = 0;
  #told = '';

  constructor(options: StreamOptions) {
    const { url, placement, camera, quality, mobile } = options;
    this.#options = options;
    this.#target = quality === 'high' ? usualError : usualError * 1.5;
    this.#mostBytes = mobile ? cacheBytes.mobile : cacheBytes.desktop;
    const tiles = new TilesRenderer(url);
    this.#tiles = tiles;
    tiles.setCamera(camera);
    tiles.lruCache.maxBytesSize = this.#mostBytes;
    tiles.lruCache.minBytesSize = this.#mostBytes * 0.75;
    tiles.errorTarget = this.#target;
    tiles.group.matrixAutoUpdate = false;
    tiles.group.matrix.copy(placement);
    tiles.addEventListener('load-model', ({ scene }) => options.onModel(scene));
    tiles.addEventListener('tile-visibility-change', () => this.#askForPicture());
    tiles.addEventListener('load-error', () => {
      this.#failed += 1;
    });
    this.#step = setInterval(() => {
      if (!this.settled) this.update();
    }, paceMs[quality].step);
  }

  /** What is put into the scene. */
  get group(): TilesRenderer['group'] {
    return this.#tiles.group;
  }

  /** Whether the present view needs nothing more, or nothing more can come. */
  get settled(): boolean {
    if (this.#tiles.root === null) return this.#failed > 0;
    return this.#tiles.visibleTiles.size > 0 && this.#tiles.loadProgress >= 1;
  }

  forEachModel(then: (model: Object3D) => void): void {
    this.#tiles.forEachLoadedModel(then);
  }

  /** Looks from where the camera is now: what to load, what to show, what to throw away. */
  update(): void {
    const { camera, renderer } = this.#options;
    const tiles = this.#tiles;
    tiles.errorTarget = aimedError(tiles.errorTarget, this.#bytes(), this.#mostBytes, this.#target);
    camera.updateMatrixWorld();
    tiles.setResolutionFromRenderer(camera, renderer);
    tiles.update();
    this.#report();
  }

  dispose(): void {
    clearInterval(this.#step);
    clearTimeout(this.#picture);
    this.#tiles.dispose();
  }

  #askForPicture(): void {
    this.#picture ??= setTimeout(() => {
      this.#picture = undefined;
      this.#options.onPicture();
    }, paceMs[this.#options.quality].picture);
  }

  /** The cache counts its bytes in a field that its types do not name. */
  #bytes(): number {
    const cache: object = this.#tiles.lruCache;
    return 'cachedBytes' in cache && typeof cache.cachedBytes === 'number' ? cache.cachedBytes : 0;
  }

  /** The root's box in ENU metres: its own axes are the delivery's east, north and up, so little is lost by this. */
  #bounds(): Box3 | undefined {
    const box = new Box3();
    const turned = new Matrix4();
    if (this.#tiles.root === null || !this.#tiles.getOrientedBoundingBox(box, turned)) return undefined;
    return box.applyMatrix4(turned.premultiply(this.#options.placement));
  }

  #report(): void {
    const shown = this.#tiles.visibleTiles.size > 0;
    const fraction = Math.min(1, Math.max(0, this.#tiles.loadProgress));
    const told = `${Math.round(fraction * 100)} ${this.#failed} ${shown} ${this.#tiles.root === null}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#options.onReport({ fraction, failed: this.#failed, bytes: this.#bytes(), shown, bounds: this.#bounds() });
  }
}
