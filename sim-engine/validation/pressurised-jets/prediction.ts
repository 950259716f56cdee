import type { Chemical } from '../../src/chemicals/chemical.ts';
import { liquidDensity, vapourPressurePa } from '../../src/chemicals/properties.ts';
import { groundAir } from '../../src/dispersion/dense/cloud-air.ts';
import { mixtureModel } from '../../src/dispersion/dense/mixture.ts';
import { spreadShareOf } from '../../src/dispersion/dense/section-state.ts';
import type { Emission } from '../../src/dispersion/dense/source-section.ts';
import { mixtureOfConcentration, stationPeak, steadyPlume } from '../../src/dispersion/dense/steady-plume.ts';
import type { BoundaryLayer } from '../../src/weather/boundary-layer.ts';

/** Volume fraction on the axis at a height, at these distances (rising), of a release of this duration. */
export function axisFractions(
  chemical: Chemical,
  air: BoundaryLayer,
  emission: Emission,
  distancesM: readonly number[],
  durationS: number,
  heightM: number,
  averagingTimeS: number,
): number[] {
  const mixture = mixtureModel(chemical, groundAir(air));
  const around = { air, mixture, windEast: 1, windNorth: 0, spreadShare: spreadShareOf(averagingTimeS) };
  return steadyPlume(emission, around, distancesM, durationS).map((station) => {
    const enthalpy = station.section.heatW / station.section.gasKgPerS;
    return mixtureOfConcentration(mixture, stationPeak(station, heightM), enthalpy).moleFraction;
  });
}

/**
 * A level jet of liquefied gas that was at the temperature of the air: what flashes by its heat is vapour, the rest
 * droplets that stay aloft; it leaves at the speed its pressure gives the liquid (Bernoulli) and as wide as its mass needs.
 */
export function flashingJet(chemical: Chemical, air: BoundaryLayer, rateKgPerS: number, heightM: number): Emission {
  const boilingK = chemical.boilingK.value;
  const warm = Math.max(0, air.temperatureK - boilingK);
  const heat = chemical.liquidHeatJPerKgK?.value ?? 2000;
  const dropletShare = Math.max(0, 1 - (heat * warm) / chemical.vaporisationJPerKg.value);
  const drive = Math.max(0, vapourPressurePa(chemical, air.temperatureK) - air.pressurePa);
  const speedMPerS = Math.sqrt((2 * drive) / liquidDensity(chemical, air.temperatureK));
  const mixture = mixtureModel(chemical, groundAir(air));
  const { densityKgPerM3 } = mixture.at(1, mixture.enthalpyOf(boilingK, dropletShare));
  return {
    kind: 'jet',
    at: [0, 0, heightM],
    rateKgPerS,
    dropletShare,
    temperatureK: boilingK,
    radiusM: Math.sqrt(rateKgPerS / (densityKgPerM3 * speedMPerS * Math.PI)),
    speedMPerS,
  };
}
