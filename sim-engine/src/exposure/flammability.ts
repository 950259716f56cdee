import type { Chemical } from '../chemicals/chemical.ts';
import { kgPerM3OfPpm } from '../chemicals/properties.ts';

/** A concentration as a share of the lower flammable limit, as a catalytic gas meter shows it; absent for what does not burn. */
export function lowerLimitShare(chemical: Chemical, kgPerM3: number, temperatureK: number): number | undefined {
  if (!chemical.flammable) return undefined;
  return kgPerM3 / (chemical.flammable.lowerPct.value * 1e4 * kgPerM3OfPpm(chemical, temperatureK));
}

/** Whether a mixture burns: between the lower and the upper limit. */
export function isFlammable(chemical: Chemical, kgPerM3: number, temperatureK: number): boolean {
  if (!chemical.flammable) return false;
  const percent = kgPerM3 / (1e4 * kgPerM3OfPpm(chemical, temperatureK));
  return percent >= chemical.flammable.lowerPct.value && percent <= chemical.flammable.upperPct.value;
}
