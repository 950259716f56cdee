/** Collects numbers and texts in order; `hex` is their digest: 128 bits, the same on every machine. */
export interface Digest {
  number(value: number): void;
  floats(values: Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>): void;
  text(value: string): void;
  hex(): string;
}

const scratch = new Float64Array(1);
const scratchWords = new Int32Array(scratch.buffer);
scratch[0] = 1;
const lowFirst = scratchWords[1] === 0x3ff00000;

const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

function finalise(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * MurmurHash3_x86_128 (Appleby 2011, public domain) over 32-bit words. It is a check against accidental difference,
 * not against forgery. Negative zero is folded into zero: both mean the same concentration.
 */
export function newDigest(): Digest {
  const h = new Int32Array([0x239b961b, 0x38b34ae5, 0xab0e9789, 0xa1e38b93]);
  const block = new Int32Array(4);
  let filled = 0;
  let length = 0;
  const flush = (): void => {
    let [h1, h2, h3, h4] = h as unknown as [number, number, number, number];
    let [k1, k2, k3, k4] = block as unknown as [number, number, number, number];
    k1 = Math.imul(rotate(Math.imul(k1, 0x239b961b), 15), 0xab0e9789);
    h1 = Math.imul(rotate(h1 ^ k1, 19) + h2, 5) + 0x561ccd1b;
    k2 = Math.imul(rotate(Math.imul(k2, 0xab0e9789), 16), 0x38b34ae5);
    h2 = Math.imul(rotate(h2 ^ k2, 17) + h3, 5) + 0x0bcaa747;
    k3 = Math.imul(rotate(Math.imul(k3, 0x38b34ae5), 17), 0xa1e38b93);
    h3 = Math.imul(rotate(h3 ^ k3, 15) + h4, 5) + 0x96cd1c35;
    k4 = Math.imul(rotate(Math.imul(k4, 0xa1e38b93), 18), 0x239b961b);
    h4 = Math.imul(rotate(h4 ^ k4, 13) + h1, 5) + 0x32ac3b17;
    h[0] = h1;
    h[1] = h2;
    h[2] = h3;
    h[3] = h4;
    filled = 0;
  };
  const word = (value: number): void => {
    block[filled] = value;
    filled += 1;
    length += 4;
    if (filled === 4) flush();
  };
  const number = (value: number): void => {
    scratch[0] = value + 0;
    word(scratchWords[lowFirst ? 0 : 1] as number);
    word(scratchWords[lowFirst ? 1 : 0] as number);
  };
  return {
    number,
    floats: (values) => {
      number(values.length);
      if (values instanceof Float64Array) {
        for (const value of values) number(value);
        return;
      }
      const words = new Int32Array(values.buffer, values.byteOffset, values.length);
      for (let i = 0; i < words.length; i += 1) {
        const w = words[i] as number;
        word(w === -0x80000000 ? 0 : w);
      }
    },
    text: (value) => {
      number(value.length);
      for (let i = 0; i < value.length; i += 1) word(value.charCodeAt(i));
    },
    hex: () => {
      while (filled !== 0) word(0);
      const [a, b, c, d] = [h[0], h[1], h[2], h[3]].map((x) => (x as number) ^ length) as [
        number,
        number,
        number,
        number,
      ];
      const sum = (a + b + c + d) | 0;
      const first = finalise(sum);
      const rest = [b, c, d].map((x) => finalise((x + sum) | 0));
      const total = (first + (rest[0] as number) + (rest[1] as number) + (rest[2] as number)) | 0;
      return [total, ...rest.map((x) => (x + total) | 0)].map((x) => (x >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}
