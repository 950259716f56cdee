/** √(x² + y²). The engine's lengths are far from the limits of a double, so no scaling is needed. Error ≤ 1 ulp. */
export function hypot(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
