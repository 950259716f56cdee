/** Collects little-endian bytes; {@link ByteSink.concat} joins them. Numbers are buffered, arrays are not copied twice. */
export class ByteSink {
  readonly #parts: Uint8Array[] = [];
  #chunk = new DataView(new ArrayBuffer(1024));
  #used = 0;
  #length = 0;

  /** Where the next number goes. To be asked before `#chunk` is touched: it may begin a new one. */
  #room(bytes: number): number {
    if (this.#used + bytes > this.#chunk.byteLength) this.#flush();
    const at = this.#used;
    this.#used += bytes;
    this.#length += bytes;
    return at;
  }

  #flush(): void {
    if (this.#used === 0) return;
    this.#parts.push(new Uint8Array(this.#chunk.buffer, 0, this.#used));
    this.#chunk = new DataView(new ArrayBuffer(1024));
    this.#used = 0;
  }

  bool(value: boolean): void {
    const at = this.#room(1);
    this.#chunk.setUint8(at, value ? 1 : 0);
  }

  u32(value: number): void {
    const at = this.#room(4);
    this.#chunk.setUint32(at, value, true);
  }

  i32(value: number): void {
    const at = this.#room(4);
    this.#chunk.setInt32(at, value, true);
  }

  f32(...values: number[]): void {
    for (const value of values) {
      const at = this.#room(4);
      this.#chunk.setFloat32(at, value, true);
    }
  }

  f64(...values: number[]): void {
    for (const value of values) {
      const at = this.#room(8);
      this.#chunk.setFloat64(at, value, true);
    }
  }

  string(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.i32(bytes.byteLength);
    this.bytes(bytes);
  }

  bytes(value: ArrayBufferView): void {
    this.#flush();
    this.#parts.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    this.#length += value.byteLength;
  }

  concat(): Uint8Array<ArrayBuffer> {
    this.#flush();
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.byteLength;
    }
    return whole;
  }
}
