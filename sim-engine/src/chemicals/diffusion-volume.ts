import type { Formula } from './formula.ts';

/** Diffusion volumes of Fuller, Ensley & Giddings 1969, cm³/mol: of atoms, and of whole simple molecules. */
const ofAtom: Readonly<Record<string, number>> = {
  C: 15.9,
  H: 2.31,
  O: 6.11,
  N: 4.54,
  F: 14.7,
  Cl: 21,
  Br: 21.9,
  S: 22.9,
};
const ofMolecule: Readonly<Record<string, number>> = {
  H2: 6.12,
  N2: 18.5,
  Ar: 16.2,
  CO: 18,
  CO2: 26.9,
  NH3: 20.7,
  SF6: 71.3,
  Cl2: 38.4,
  Br2: 69,
  SO2: 41.8,
};
const ofRing = -18.3;

/** Standard atomic weights, g/mol (IUPAC 2021, abridged). */
const weights: Readonly<Record<string, number>> = {
  H: 1.008,
  C: 12.011,
  N: 14.007,
  O: 15.999,
  F: 18.998,
  P: 30.974,
  S: 32.06,
  Cl: 35.45,
  Ar: 39.95,
  As: 74.922,
  Br: 79.904,
};

/** The atoms of a molecule with their numbers. */
export function atomsOf({ atoms }: Formula): [string, number][] {
  return [...atoms.matchAll(/([A-Z][a-z]?)(\d*)/g)].map(([, symbol = '', count]) => [symbol, Number(count || 1)]);
}

/** Diffusion volume of a molecule, cm³/mol; absent where an atom has none. */
export function diffusionVolume(formula: Formula): number | undefined {
  const whole = ofMolecule[formula.atoms];
  if (whole !== undefined) return whole;
  let sum = (formula.rings ?? 0) * ofRing;
  for (const [symbol, count] of atomsOf(formula)) {
    const volume = ofAtom[symbol];
    if (volume === undefined) return undefined;
    sum += volume * count;
  }
  return sum;
}

/** Molar mass from the atoms, kg/mol. */
export function molarMassOf(formula: Formula): number {
  return atomsOf(formula).reduce((sum, [symbol, count]) => sum + (weights[symbol] ?? Number.NaN) * count, 0) / 1000;
}
