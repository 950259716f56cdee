import { surfaceResistanceOf, uptakeOver } from '../../src/dispersion/deposition.ts';
import { crosswindIntegral, crosswindSpread, plumeConcentration } from '../../src/dispersion/screening/plume.ts';
import { type PlumeTable, plumeTable } from '../../src/dispersion/screening/plume-table.ts';
import { type BoundaryLayer, boundaryLayerOf } from '../../src/weather/boundary-layer.ts';
import { classOfInverseObukhov, inverseObukhovOfClass } from '../../src/weather/stability.ts';
import { anemometerM, roughnessM, type Trial } from './trials.ts';

/** The engine's plume of a trial. */
export interface Prediction {
  /** mg/m³ at a distance downwind, off the axis and above ground. */
  concentration(distanceM: number, acrossM: number, heightM: number): number;
  /** mg/m² at the samplers' height. */
  integral(distanceM: number): number;
  /** σy, m. */
  spreadM(distanceM: number): number;
}

/** What the model is told: all that the mast measured (and that the tracer does not settle), no σθ, or no more than a Pasquill class. */
export type Knowledge = 'mast' | 'no-deposition' | 'no-sigma-theta' | 'class-only';

/** The plume limit of the engine's own dispersion code, fed with the trial's wind, σθ and L as from a mast. */
export function predict(trial: Trial, knowledge: Knowledge, farthestM: number): Prediction {
  const stability = classOfInverseObukhov(1 / trial.obukhovM, roughnessM);
  const sigma =
    (knowledge === 'mast' || knowledge === 'no-deposition') && trial.sigmaThetaDeg !== undefined
      ? { sigmaThetaDeg: trial.sigmaThetaDeg }
      : {};
  const air: BoundaryLayer = boundaryLayerOf({
    windSpeedMPerS: trial.windSpeedMPerS,
    windFromDeg: 0,
    windHeightM: anemometerM,
    temperatureK: 293.15,
    roughnessM,
    inverseObukhovPerM: knowledge === 'class-only' ? inverseObukhovOfClass(stability, roughnessM) : 1 / trial.obukhovM,
    stability,
    ...sigma,
  });
  const resistance = knowledge === 'no-deposition' ? undefined : surfaceResistanceOf('sulfur-dioxide');
  const uptake = resistance === undefined ? 0 : uptakeOver(air, resistance);
  const table: PlumeTable = plumeTable({ ...air, uptake }, trial.sourceHeightM, farthestM + 1, 1);
  const mgPerS = 1000 * trial.rateGPerS;
  return {
    concentration: (x, y, z) => mgPerS * plumeConcentration(table, air, trial.sourceHeightM, x, y, z),
    integral: (x) => mgPerS * crosswindIntegral(table, air, x, trial.receptorHeightM),
    spreadM: (x) => crosswindSpread(air, trial.sourceHeightM, x),
  };
}
