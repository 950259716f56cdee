import { pow } from '../../arithmetic/power.ts';
import { type BoundaryLayer, windSpeedAt } from '../../weather/boundary-layer.ts';
import { airDensity } from '../../weather/temperature.ts';

/** How tight a closed building is: a sealed control room, an ordinary house, a hall with gates. */
export type Tightness = 'tight' | 'ordinary' | 'leaky';

/** What of a building rules the air that seeps in while doors, windows and ventilation are shut. */
export interface ShutBuilding {
  readonly heightM: number;
  readonly tightness: Tightness;
}

/** Air changes an hour at 50 Pa: the limits of low, average and high leakage (EN ISO 13789, annex C). */
const changesAt50Pa: Readonly<Record<Tightness, number>> = { tight: 2, ordinary: 6, leaky: 15 };
/** Leakage flow goes with this power of the pressure (Sherman & Grimsrud 1980, ASHRAE Trans. 86-2, 778). */
const flowExponent = 0.65;
const storeyM = 3;
/**
 * Stack and wind coefficients of one, two and three storeys among neighbours as high, (L/s)²/(cm⁴ K) and
 * (L/s)²/(cm⁴ (m/s)²) (ASHRAE Handbook of Fundamentals, basic model, shelter class 3).
 */
const stack = [0.000145, 0.00029, 0.000435] as const;
const wind = [0.000174, 0.000231, 0.000271] as const;
const insideK = 293.15;

/**
 * Air changes an hour of a closed building by wind and by the difference of temperatures (Sherman & Grimsrud 1980):
 * Q = A √(Cs ΔT + Cw u²), A the effective leakage area at 4 Pa. Off by a factor of two for a single building.
 */
export function airChangesPerHour({ heightM, tightness }: ShutBuilding, air: BoundaryLayer): number {
  const storeys = Math.min(2, Math.max(0, Math.round(heightM / storeyM) - 1));
  // Leakage area at 4 Pa of each cubic metre, cm²: its flow at 4 Pa over the speed √(2Δp/ρ) of air at that pressure.
  const flow = (changesAt50Pa[tightness] / 3600) * pow(4 / 50, flowExponent);
  const area = flow * Math.sqrt(airDensity(air) / (2 * 4)) * 1e4;
  const speed = windSpeedAt(air, 10) * air.driftShare;
  const difference = Math.abs(insideK - air.temperatureK);
  const litres = area * Math.sqrt((stack[storeys] as number) * difference + (wind[storeys] as number) * speed * speed);
  return (litres / 1000) * 3600;
}
