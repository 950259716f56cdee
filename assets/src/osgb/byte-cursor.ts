import { assetError } from '../errors.ts';

/**
 * A place in little-endian bytes that moves forward and never past the end: a read that would, throws
 * UPW_ASSET_OSGB_TRUNCATED with the place and what was expected there.
 */
export class ByteCursor {
  readonly file: string;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #stringBytes: number;
  #offset: number;

  constructor(file: string, bytes: Uint8Array, stringBytes: number, offset = 0) {
    this.file = file;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#stringBytes = stringBytes;
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  get length(): number {
    return this.#bytes.byteLength;
  }

  get remaining(): number {
    return this.#bytes.byteLength - this.#offset;
  }

  /** Moves past `bytes` and says where they began. */
  take(bytes: number, what: string): number {
    if (bytes > this.remaining) {
      throw assetError('UPW_ASSET_OSGB_TRUNCATED', {
        file: this.file,
        length: this.length,
        what,
        offset: this.#offset,
        bytes,
      });
    }
    const start = this.#offset;
    this.#offset += bytes;
    return start;
  }

  u32(what: string): number {
    return this.#view.getUint32(this.take(4, what), true);
  }

  i32(what: string): number {
    return this.#view.getInt32(this.take(4, what), true);
  }

  f32(what: string): number {
    return this.#view.getFloat32(this.take(4, what), true);
  }

  f64(what: string): number {
    return this.#view.getFloat64(this.take(8, what), true);
  }

  /** A 64-bit size. One that no memory could hold is returned as a huge number and fails as truncated. */
  u64(what: string): number {
    return Number(this.#view.getBigUint64(this.take(8, what), true));
  }

  /** One byte that must be 0 or 1; anything else means that the reader and the file have lost each other. */
  bool(what: string): boolean {
    const at = this.take(1, what);
    const value = this.#view.getUint8(at);
    if (value > 1) this.misaligned(what, at, `${value}, not 0 or 1`);
    return value === 1;
  }

  string(what: string): string {
    const at = this.#offset;
    const bytes = this.i32(what);
    if (bytes < 0 || bytes > this.#stringBytes) this.misaligned(`the length of ${what}`, at, String(bytes));
    const start = this.take(bytes, what);
    return utf8.decode(this.#bytes.subarray(start, start + bytes));
  }

  /** Bytes of the file itself, not a copy. */
  bytes(count: number, what: string): Uint8Array {
    const start = this.take(count, what);
    return this.#bytes.subarray(start, start + count);
  }

  /** A copy of `count` bytes in a buffer of their own, so that any typed array may lie over it. */
  aligned(count: number, what: string): ArrayBuffer {
    const start = this.take(count, what);
    const copy = new Uint8Array(count);
    copy.set(this.#bytes.subarray(start, start + count));
    return copy.buffer;
  }

  /** The number of elements of a list, each at least `elementBytes` long: fails before anything is allocated. */
  count(elementBytes: number, what: string): number {
    const count = this.u32(`the number of ${what}`);
    if (count * elementBytes > this.remaining) this.take(count * elementBytes, `${count} ${what}`);
    return count;
  }

  misaligned(what: string, offset: number, found: string): never {
    throw assetError('UPW_ASSET_OSGB_MISALIGNED', { file: this.file, what, offset, found });
  }
}

// Chinese producers write GBK names now and then: a replacement character is better than a refused tile.
const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
