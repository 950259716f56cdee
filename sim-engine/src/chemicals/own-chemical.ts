import type { LevelByDuration, OwnChemical } from '@upwind/scenes';
import { pow } from '../arithmetic/power.ts';
import { gasConstant } from '../constants.ts';
import { rackettFactor, rackettPower } from './acentric-factor.ts';
import type { AeglSeries, Chemical, Sourced, ToxicLimits } from './chemical.ts';
import { unknownExponents } from './one-hour-levels.ts';
import { sources } from './sources.ts';
import { riedelHeat } from './vapour-pressure.ts';

/**
 * A site's own chemical as the engine uses it: each number with the site's source; what the site left out, estimated:
 * heat of vaporisation by Riedel 1954, liquid density by the Rackett equation. The site has been read before, so that
 * its numbers are in range and in order.
 */
export function ownChemical(own: OwnChemical): Chemical {
  const given = (value: number): Sourced => ({ value, source: own.source });
  const bare: Chemical = {
    id: own.id,
    name: own.name,
    ...(own.cas === undefined ? {} : { cas: own.cas }),
    molarMassKgPerMol: given(own.molarMassKgPerMol),
    boilingK: given(own.boilingK),
    criticalK: given(own.criticalK),
    criticalPa: given(own.criticalPa),
    vaporisationJPerKg:
      own.vaporisationJPerKg === undefined
        ? {
            value: riedelHeat(own.molarMassKgPerMol, own.boilingK, own.criticalK, own.criticalPa),
            source: sources.riedel,
          }
        : given(own.vaporisationJPerKg),
    gasHeatJPerKgK: given(own.gasHeatJPerKgK),
    ...(own.liquidHeatJPerKgK === undefined ? {} : { liquidHeatJPerKgK: given(own.liquidHeatJPerKgK) }),
    liquidKgPerM3: given(own.liquidKgPerM3 ?? 0),
    ...(own.flammable && {
      flammable: { lowerPct: given(own.flammable.lowerPct), upperPct: given(own.flammable.upperPct) },
    }),
    ...(own.toxic && { toxic: limitsOf(own.toxic, own.source) }),
    ...(own.idlhPpm === undefined ? {} : { idlhPpm: given(own.idlhPpm) }),
    ...(own.erpg && { erpg: { ...own.erpg, source: own.source } }),
    ...(own.pac && { pac: { ...own.pac, source: own.source } }),
    ...(own.probit && { probits: [{ ...own.probit, source: own.source }] }),
  };
  if (own.liquidKgPerM3 !== undefined) return bare;
  return { ...bare, liquidKgPerM3: { value: rackettDensity(bare), source: sources.rackett } };
}

/** Density of the saturated liquid at the boiling point or at 20 °C, whichever is lower, from the critical point. */
function rackettDensity(chemical: Chemical): number {
  const power = rackettPower(chemical, Math.min(chemical.boilingK.value, 293.15));
  const compressibility = pow(rackettFactor(chemical), 1 + power);
  const molar = chemical.criticalPa.value / (gasConstant * chemical.criticalK.value * compressibility);
  return molar * chemical.molarMassKgPerMol.value;
}

function limitsOf(toxic: NonNullable<OwnChemical['toxic']>, source: string): ToxicLimits {
  const { kind, level1, level2, level3, exponent } = toxic;
  return {
    ...(level1 && { aegl1: seriesOf(level1) }),
    aegl2: seriesOf(level2),
    aegl3: seriesOf(level3),
    name: kind,
    source,
    ...(kind === 'AEGL'
      ? {}
      : { standIn: { zh: `以厂区给出的 ${kind} 值代替 AEGL`, en: `the site's ${kind} values stand for AEGL` } }),
    ...(exponent === undefined ? unknownExponents : { exponent: { value: exponent, source } }),
  };
}

function seriesOf({ min10, min30, min60, min240, min480 }: LevelByDuration): AeglSeries {
  return [min10, min30, min60, min240, min480];
}
