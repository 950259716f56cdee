import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';
import { normalQuantile, normalShare } from '../arithmetic/normal-distribution.ts';
import { pow } from '../arithmetic/power.ts';
import type { Chemical, ProbitConstants } from '../chemicals/chemical.ts';
import { kgPerM3OfPpm } from '../chemicals/properties.ts';

/** Probability of a probit: Φ(Pr − 5) (Finney 1971; CPR 18E §5.2.1). 0 at −∞. */
export function probabilityOfProbit(probit: number): number {
  return normalShare(probit - 5);
}

/** Probit of a probability 0 < p < 1: 5 + Φ⁻¹(p). */
export function probitOfProbability(probability: number): number {
  return 5 + normalQuantile(probability);
}

/**
 * Share of people who die of a toxic load: Φ(a + b ln(Cⁿt) − 5).
 * @param load ∫Cⁿdt in (mg/m³)ⁿ min with the probit's own n (see `loadOfFrames`), whatever the probit's unit
 */
export function fatalShare(
  probit: ProbitConstants,
  load: number,
  chemical: Pick<Chemical, 'molarMassKgPerMol'>,
  temperatureK: number,
): number {
  if (!(load > 0)) return 0;
  const { a, b, n } = probit;
  return probabilityOfProbit(a + b * (ln(load) - n * ln(mgPerUnit(probit, chemical, temperatureK))));
}

/** The toxic load at which a share of people dies, (mg/m³)ⁿ min. */
export function loadOfFatalShare(
  probit: ProbitConstants,
  share: number,
  chemical: Pick<Chemical, 'molarMassKgPerMol'>,
  temperatureK: number,
): number {
  const own = exp((probitOfProbability(share) - probit.a) / probit.b);
  return own * pow(mgPerUnit(probit, chemical, temperatureK), probit.n);
}

/** The concentration that kills a share of those who breathe it for `minutes`, in the probit's unit. */
export function lethalConcentration(probit: ProbitConstants, share: number, minutes: number): number {
  return exp(((probitOfProbability(share) - probit.a) / probit.b - ln(minutes)) / probit.n);
}

/** mg/m³ of one unit of the probit's concentration. */
function mgPerUnit(
  { unit }: ProbitConstants,
  chemical: Pick<Chemical, 'molarMassKgPerMol'>,
  temperatureK: number,
): number {
  return unit === 'mg/m³' ? 1 : kgPerM3OfPpm(chemical, temperatureK) * 1e6;
}
