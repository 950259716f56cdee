/** Pasquill–Gifford stability class. */
export type PasquillClass = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export type Terrain = 'rural' | 'urban';

/** Plume curves of Briggs (1973) over a town, with the corrections of Griffiths (1994); CCPS 1999, table 2.13. */
export function urbanSigmas(name: PasquillClass, x: number): readonly [sigmaY: number, sigmaZ: number] {
  const root = Math.sqrt(1 + 0.0004 * x);
  switch (name) {
    case 'A':
    case 'B':
      return [(0.32 * x) / root, 0.24 * x * Math.sqrt(1 + 0.001 * x)];
    case 'C':
      return [(0.22 * x) / root, 0.2 * x];
    case 'D':
      return [(0.16 * x) / root, (0.14 * x) / Math.sqrt(1 + 0.0003 * x)];
    case 'E':
    case 'F':
      return [(0.11 * x) / root, (0.08 * x) / Math.sqrt(1 + 0.0015 * x)];
  }
}

/** σy = a x^0.9 over 10 minutes (Spicer & Havens 1988); σz = b x^c exp(d ln² x) (Seinfeld 1986). */
const curves: Readonly<Record<PasquillClass, readonly [number, number, number, number]>> = {
  A: [0.423, 107.7, -1.7172, 0.277],
  B: [0.313, 0.1355, 0.8752, 0.0136],
  C: [0.21, 0.09623, 0.9477, -0.002],
  D: [0.136, 0.04134, 1.1737, -0.0316],
  E: [0.102, 0.02275, 1.301, -0.045],
  F: [0.0674, 0.01122, 1.4024, -0.054],
};

/** The Pasquill–Gifford curves of open country as fitted by these authors, m: the ones that examples read off. */
export function pasquillGifford(name: PasquillClass, x: number): readonly [sigmaY: number, sigmaZ: number] {
  const [a, b, c, d] = curves[name];
  return [a * x ** 0.9, b * x ** c * Math.exp(d * Math.log(x) ** 2)];
}

/** Coefficients a, b, c, d of a puff's σy = a x^b and σz = c x^d (CCPS 1999, table 2.14; Slade 1968). */
const puffCurves: Readonly<Record<PasquillClass, readonly [number, number, number, number]>> = {
  A: [0.18, 0.92, 0.6, 0.75],
  B: [0.14, 0.92, 0.53, 0.73],
  C: [0.1, 0.92, 0.34, 0.71],
  D: [0.06, 0.92, 0.15, 0.7],
  E: [0.04, 0.92, 0.1, 0.65],
  F: [0.02, 0.89, 0.05, 0.61],
};

/** σy (as σx) and σz of a puff at a distance, m. */
export function puffSigmas(name: PasquillClass, x: number): readonly [sigmaY: number, sigmaZ: number] {
  const [a, b, c, d] = puffCurves[name];
  return [a * x ** b, c * x ** d];
}

/** Shape of a Gaussian over the ground, which mirrors it. */
function mirrored(z: number, h: number, sigmaZ: number): number {
  return Math.exp(-0.5 * ((z - h) / sigmaZ) ** 2) + Math.exp(-0.5 * ((z + h) / sigmaZ) ** 2);
}

/** Concentration of a Gaussian plume, kg/m³ (CCPS 1999, eq. 2-60). */
export function gaussianPlume(
  kgPerS: number,
  windMPerS: number,
  [sigmaY, sigmaZ]: readonly [number, number],
  place: { readonly y: number; readonly z: number; readonly h: number },
): number {
  const across = Math.exp(-0.5 * (place.y / sigmaY) ** 2);
  return (kgPerS / (2 * Math.PI * windMPerS * sigmaY * sigmaZ)) * across * mirrored(place.z, place.h, sigmaZ);
}

/** Concentration of a Gaussian puff, `along` from its middle, kg/m³ (CCPS 1999, eq. 2-58). */
export function gaussianPuff(
  kg: number,
  [sigmaY, sigmaZ]: readonly [number, number],
  place: { readonly along: number; readonly y: number; readonly z: number; readonly h: number },
): number {
  const level = Math.exp(-0.5 * (place.along / sigmaY) ** 2) * Math.exp(-0.5 * (place.y / sigmaY) ** 2);
  return (kg / ((2 * Math.PI) ** 1.5 * sigmaY * sigmaY * sigmaZ)) * level * mirrored(place.z, place.h, sigmaZ);
}
