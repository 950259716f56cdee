/**
 * Height y of a streamline around a cylinder of radius `radius` at the origin, in a wind along x: potential flow,
 * ψ/U = (1 − R²/(x²+y²))·y (Batchelor, An Introduction to Fluid Dynamics, 6.6). `far` is its height far upwind, not 0.
 */
export function streamlineHeight(x: number, far: number, radius: number): number {
  const wanted = Math.abs(far);
  const stream = (y: number) => (1 - radius ** 2 / (x * x + y * y)) * y;
  let low = x * x < radius ** 2 ? Math.sqrt(radius ** 2 - x * x) : 0;
  let high = wanted + radius;
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    if (stream(middle) < wanted) low = middle;
    else high = middle;
  }
  return Math.sign(far) * ((low + high) / 2);
}

/** Streamlines as SVG paths, centred on the origin. */
export function streamlines(halfWidth: number, halfHeight: number, spacing: number, radius: number): readonly string[] {
  const paths: string[] = [];
  for (let far = spacing / 2; far < halfHeight; far += spacing) {
    for (const side of [far, -far]) {
      const points: string[] = [];
      for (let x = -halfWidth; x <= halfWidth; x += 16) {
        points.push(`${x} ${(-streamlineHeight(x, side, radius)).toFixed(1)}`);
      }
      paths.push(`M${points.join('L')}`);
    }
  }
  return paths;
}
