/** A limit as people read it: two significant digits below a hundred, whole numbers above. */
export function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}
