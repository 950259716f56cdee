import { chemicalOf } from '../../src/chemicals/table.ts';
import { plumeFraction } from '../../src/dispersion/dense/britter-mcquaid.ts';
import { groundAir } from '../../src/dispersion/dense/cloud-air.ts';
import { mixtureModel } from '../../src/dispersion/dense/mixture.ts';
import { spreadShareOf } from '../../src/dispersion/dense/section-state.ts';
import { mixtureOfConcentration, stationPeak, steadyPlume } from '../../src/dispersion/dense/steady-plume.ts';
import { type BoundaryLayer, windSpeedAt } from '../../src/weather/boundary-layer.ts';
import { briggs } from '../prairie-grass/gaussian-baseline.ts';
import type { Spill, SpillArc } from './trials.ts';

/** What a run of the model is told. */
export interface Telling {
  readonly receptorHeightM: number;
  readonly averagingTimeS: number;
  readonly airOf: (spill: Spill) => BoundaryLayer;
}

/** Height of the receptor and averaging time of the scored run. */
export const scored: Telling = { receptorHeightM: 1, averagingTimeS: 10, airOf: ({ air }) => air };

const methane = chemicalOf('methane', 'the study');
const boilingK = methane.boilingK.value;

/** The largest concentration of each arc, volume %, by the engine's integral model: a boiling pool as wide as given. */
export function predict(arcs: readonly SpillArc[], telling: Telling): Map<SpillArc, number> {
  const predicted = new Map<SpillArc, number>();
  for (const spill of new Set(arcs.map((arc) => arc.spill))) {
    const own = arcs.filter((arc) => arc.spill === spill).sort((a, b) => a.distanceM - b.distanceM);
    const air = telling.airOf(spill);
    const mixture = mixtureModel(methane, groundAir(air));
    const stations = steadyPlume(
      {
        kind: 'pool',
        at: [0, 0, 0],
        rateKgPerS: spill.rateKgPerS,
        dropletShare: 0,
        temperatureK: boilingK,
        radiusM: spill.poolRadiusM,
        speedMPerS: 0,
      },
      { air, mixture, windEast: 1, windNorth: 0, spreadShare: spreadShareOf(telling.averagingTimeS) },
      own.map(({ distanceM }) => distanceM),
      spill.durationS,
    );
    own.forEach((arc, k) => {
      const station = stations[k];
      if (station === undefined) return;
      const { section } = station;
      const peak = stationPeak(station, telling.receptorHeightM);
      const { moleFraction } = mixtureOfConcentration(mixture, peak, section.heatW / section.gasKgPerS);
      predicted.set(arc, 100 * moleFraction);
    });
  }
  return predicted;
}

/** Density of methane at a temperature in this air, kg/m³. */
function methaneDensity(temperatureK: number, pressurePa: number): number {
  return (pressurePa * methane.molarMassKgPerMol.value) / (8.314462618 * temperatureK);
}

/** Britter & McQuaid's nomogram with the density at the boiling point, volume %. */
export function britterMcQuaid({ spill, distanceM }: SpillArc): number {
  const { temperatureK, pressurePa } = spill.air;
  const gasKgPerM3 = methaneDensity(boilingK, pressurePa);
  const release = {
    gasKgPerM3,
    airKgPerM3: groundAir(spill.air).densityKgPerM3,
    windMPerS: windSpeedAt(spill.air, 10),
    temperatureRatio: boilingK / temperatureK,
  };
  return 100 * plumeFraction(release, spill.rateKgPerS / gasKgPerM3, distanceM);
}

/** Briggs' Gaussian of a passive gas at the ground, wind at 2 m, volume %. */
export function passiveGaussian({ spill, distanceM }: SpillArc): number {
  const { air } = spill;
  const [sigmaY, sigmaZ] = briggs(air.stability, distanceM);
  const kgPerM3 = spill.rateKgPerS / (Math.PI * windSpeedAt(air, 2) * sigmaY * sigmaZ);
  return Math.min(100, (100 * kgPerM3) / methaneDensity(air.temperatureK, air.pressurePa));
}
