import type { ProbitConstants } from './chemical.ts';
import { sources } from './sources.ts';

const mass = (a: number, b: number, n: number): ProbitConstants => ({
  a,
  b,
  n,
  unit: 'mg/m³',
  source: sources.purpleBook,
});
const volume = (a: number, b: number, n: number, source: string = sources.lees): ProbitConstants => ({
  a,
  b,
  n,
  unit: 'ppm',
  source,
});

/** Probits of fatality by breathing, by id; the engine uses the first. The sets differ, some by a factor of ten in dose. */
export const probitConstants: Readonly<Record<string, readonly ProbitConstants[]>> = {
  acrolein: [mass(-4.1, 1, 1), volume(-9.93, 2.05, 1)],
  acrylonitrile: [mass(-8.6, 1, 1.3)],
  'allyl-alcohol': [mass(-11.7, 1, 2)],
  ammonia: [mass(-15.6, 1, 2), volume(-35.9, 1.85, 2)],
  benzene: [volume(-109.78, 5.3, 2)],
  bromine: [mass(-12.4, 1, 2)],
  'carbon-monoxide': [mass(-7.4, 1, 1), volume(-37.98, 3.7, 1)],
  chlorine: [mass(-6.35, 0.5, 2.75), volume(-8.29, 0.92, 2, `${sources.withersLees}; ${sources.lees}`)],
  'ethylene-oxide': [mass(-6.8, 1, 1)],
  'hydrogen-chloride': [mass(-37.3, 3.69, 1), volume(-16.85, 2, 1)],
  'hydrogen-cyanide': [mass(-9.8, 1, 2.4), volume(-29.42, 3.008, 1.43)],
  'hydrogen-fluoride': [mass(-8.4, 1, 1.5), volume(-35.87, 3.354, 1)],
  'hydrogen-sulfide': [mass(-11.5, 1, 1.9), volume(-31.42, 3.008, 1.43)],
  'methyl-bromide': [mass(-7.3, 1, 1.1)],
  'methyl-isocyanate': [mass(-1.2, 1, 0.7)],
  'nitrogen-dioxide': [mass(-18.6, 1, 3.7), volume(-13.79, 1.4, 2)],
  phosgene: [mass(-10.6, 2, 1), volume(-19.27, 3.686, 1)],
  phosphine: [mass(-6.8, 1, 2)],
  'sulfur-dioxide': [mass(-19.2, 1, 2.4), volume(-15.67, 2.1, 1)],
  toluene: [volume(-6.794, 0.41, 2.5)],
};
