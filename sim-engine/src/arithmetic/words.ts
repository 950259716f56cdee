const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

/** Index of the high half of a double on this machine: 1 where the low half comes first. */
float[0] = 1;
const high = halves[1] === 0x3ff00000 ? 1 : 0;
const low = 1 - high;

/** The high 32 bits of a double: sign, exponent, first 20 bits of the fraction. */
export function highWord(x: number): number {
  float[0] = x;
  return halves[high] as number;
}

/** The low 32 bits of a double, as a signed integer. */
export function lowWord(x: number): number {
  float[0] = x;
  return halves[low] as number;
}

/** The double made of these two halves. */
export function fromWords(highBits: number, lowBits: number): number {
  halves[high] = highBits;
  halves[low] = lowBits;
  return float[0] as number;
}

/** `x` with its low 32 bits cleared. */
export function truncateLow(x: number): number {
  float[0] = x;
  halves[low] = 0;
  return float[0] as number;
}
