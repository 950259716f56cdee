import type { Colour } from './solid.ts';

/** Paint of the park: weathered industrial colours, so that what is abnormal stands out. */
export const paint = {
  tankWhite: [0.83, 0.845, 0.845],
  vesselGrey: [0.7, 0.73, 0.74],
  insulated: [0.74, 0.75, 0.75],
  galvanised: [0.6, 0.62, 0.63],
  frameGrey: [0.44, 0.48, 0.52],
  frameBlue: [0.3, 0.42, 0.53],
  safetyYellow: [0.9, 0.7, 0.13],
  fireRed: [0.7, 0.14, 0.11],
  dark: [0.17, 0.185, 0.2],
  rubber: [0.12, 0.12, 0.13],
  motorGreen: [0.22, 0.4, 0.38],
  concrete: [0.63, 0.62, 0.59],
  bund: [0.6, 0.59, 0.56],
  plaster: [0.86, 0.85, 0.81],
  brick: [0.6, 0.4, 0.33],
  roof: [0.45, 0.47, 0.48],
  roofBlue: [0.32, 0.46, 0.58],
  cladding: [0.72, 0.76, 0.78],
  glass: [0.2, 0.27, 0.31],
  door: [0.33, 0.36, 0.38],
  refractory: [0.55, 0.47, 0.41],
  bark: [0.33, 0.26, 0.2],
} as const satisfies Record<string, Colour>;

/**
 * Ring and band colours of pipes and vessels by what they carry: GB 7231-2003, table 1 (water green, steam red, air
 * grey, gas yellow-brown, acid and alkali purple, combustible liquid brown, other liquid black, oxygen light blue).
 */
export const carried = {
  water: [0.13, 0.49, 0.3],
  steam: [0.72, 0.15, 0.13],
  air: [0.66, 0.7, 0.72],
  gas: [0.82, 0.6, 0.17],
  acid: [0.47, 0.27, 0.5],
  combustible: [0.45, 0.28, 0.15],
  other: [0.16, 0.16, 0.17],
  oxygen: [0.42, 0.62, 0.78],
} as const satisfies Record<string, Colour>;

/** The identification colour of a vessel's contents. */
export function bandColour(chemical: string | undefined): Colour {
  if (chemical === undefined) return carried.other;
  if (/chlorine|ammonia|hydrogen|propane|lpg|ethylene|butane|methane/.test(chemical)) return carried.gas;
  if (/acid|soda|hydroxide|chloride/.test(chemical)) return carried.acid;
  if (/benzene|toluene|methanol|ethanol|gasoline|naphtha|oil|xylene|diesel/.test(chemical)) return carried.combustible;
  if (/water/.test(chemical)) return carried.water;
  if (/nitrogen|air/.test(chemical)) return carried.air;
  if (/oxygen/.test(chemical)) return carried.oxygen;
  return carried.other;
}
