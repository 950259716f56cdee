import type { Canvas } from '../paint/canvas.ts';

/** A piece of a texture, in its pixels: left, top, width, height. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels repeated around each region, so that a smaller copy of the texture mixes nothing foreign in. */
const GUTTER = 4;
/** JPEG works in blocks of 16; a region that begins on one keeps its colours apart. */
const BLOCK = 16;

const toBlock = (pixels: number) => Math.ceil(pixels / BLOCK) * BLOCK;

/** Pictures laid side by side into one texture: shelves below a first picture that fills the width. */
export class Atlas {
  readonly width: number;
  readonly #pieces: { readonly region: Region; readonly canvas: Canvas }[] = [];
  #shelfTop: number;
  #shelfHeight = 0;
  #left = 0;

  constructor(ground: Canvas) {
    this.width = toBlock(ground.width);
    this.#pieces.push({ region: { left: 0, top: 0, width: ground.width, height: ground.height }, canvas: ground });
    this.#shelfTop = toBlock(ground.height);
  }

  add(canvas: Canvas): Region {
    const [width, height] = [canvas.width + 2 * GUTTER, canvas.height + 2 * GUTTER];
    if (this.#left + width > this.width) {
      this.#shelfTop += toBlock(this.#shelfHeight);
      this.#shelfHeight = 0;
      this.#left = 0;
    }
    const region = {
      left: this.#left + GUTTER,
      top: this.#shelfTop + GUTTER,
      width: Math.min(canvas.width, this.width - 2 * GUTTER),
      height: canvas.height,
    };
    this.#left += toBlock(width);
    this.#shelfHeight = Math.max(this.#shelfHeight, height);
    this.#pieces.push({ region, canvas });
    return region;
  }

  get height(): number {
    return toBlock(this.#shelfTop + this.#shelfHeight);
  }

  /** The whole texture, three bytes per pixel. */
  pixels(): Uint8Array {
    const { width, height } = this;
    const rgb = new Uint8Array(width * height * 3).fill(120);
    this.#pieces.forEach(({ region, canvas }, i) => {
      const gutter = i === 0 ? 0 : GUTTER;
      const right = i === 0 ? width - region.width : gutter;
      const below = i === 0 ? toBlock(region.height) - region.height : gutter;
      for (let row = -gutter; row < region.height + below; row++) {
        const from = Math.min(canvas.height - 1, Math.max(0, row));
        const y = region.top + row;
        if (y < 0 || y >= height) continue;
        for (let column = -gutter; column < region.width + right; column++) {
          const x = region.left + column;
          if (x < 0 || x >= width) continue;
          const source = (from * canvas.width + Math.min(canvas.width - 1, Math.max(0, column))) * 3;
          const target = (y * width + x) * 3;
          rgb[target] = canvas.rgb[source] ?? 0;
          rgb[target + 1] = canvas.rgb[source + 1] ?? 0;
          rgb[target + 2] = canvas.rgb[source + 2] ?? 0;
        }
      }
    });
    return rgb;
  }
}
