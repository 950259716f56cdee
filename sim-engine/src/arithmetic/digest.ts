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
  let h1 = 0x239b961b;
  let h2 = 0x38b34ae5;
  let h3 = 0xab0e9789 | 0;
  let h4 = 0xa1e38b93 | 0;
  const block = new Int32Array(4);
  let filled = 0;
  let length = 0;
  const mix = (w1: number, w2: number, w3: number, w4: number): void => {
    const k1 = Math.imul(rotate(Math.imul(w1, 0x239b961b), 15), 0xab0e9789);
    h1 = (Math.imul(rotate(h1 ^ k1, 19) + h2, 5) + 0x561ccd1b) | 0;
    const k2 = Math.imul(rotate(Math.imul(w2, 0xab0e9789), 16), 0x38b34ae5);
    h2 = (Math.imul(rotate(h2 ^ k2, 17) + h3, 5) + 0x0bcaa747) | 0;
    const k3 = Math.imul(rotate(Math.imul(w3, 0x38b34ae5), 17), 0xa1e38b93);
    h3 = (Math.imul(rotate(h3 ^ k3, 15) + h4, 5) + 0x96cd1c35) | 0;
    const k4 = Math.imul(rotate(Math.imul(w4, 0xa1e38b93), 18), 0x239b961b);
    h4 = (Math.imul(rotate(h4 ^ k4, 13) + h1, 5) + 0x32ac3b17) | 0;
  };
  const word = (value: number): void => {
    block[filled] = value;
    filled += 1;
    length += 4;
    if (filled < 4) return;
    mix(block[0] as number, block[1] as number, block[2] as number, block[3] as number);
    filled = 0;
  };
  const number = (value: number): void => {
    scratch[0] = value + 0;
    word(scratchWords[lowFirst ? 0 : 1] as number);
    word(scratchWords[lowFirst ? 1 : 0] as number);
  };
  const singles = (values: Float32Array<ArrayBuffer>): void => {
    const words = new Int32Array(values.buffer, values.byteOffset, values.length);
    while (filled !== 0) word(0);
    const whole = words.length - (words.length % 4);
    const bits = (i: number): number => {
      const w = words[i] as number;
      return w === -0x80000000 ? 0 : w;
    };
    for (let i = 0; i < whole; i += 4) mix(bits(i), bits(i + 1), bits(i + 2), bits(i + 3));
    length += 4 * whole;
    for (let i = whole; i < words.length; i += 1) word(bits(i));
  };
  return {
    number,
    floats: (values) => {
      number(values.length);
      if (values instanceof Float32Array) singles(values);
      else for (const value of values) number(value);
    },
    text: (value) => {
      number(value.length);
      for (let i = 0; i < value.length; i += 1) word(value.charCodeAt(i));
    },
    hex: () => {
      while (filled !== 0) word(0);
      const [a, b, c, d] = [h1 ^ length, h2 ^ length, h3 ^ length, h4 ^ length];
      const sum = (a + b + c + d) | 0;
      const first = finalise(sum);
      const rest = [b, c, d].map((x) => finalise((x + sum) | 0));
      const total = rest.reduce((x, y) => (x + y) | 0, first);
      return [total, ...rest.map((x) => (x + total) | 0)].map((x) => (x >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}
