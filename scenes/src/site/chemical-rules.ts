import type { SceneFault } from '../errors.ts';
import type { LevelByDuration, OwnChemical } from './own-chemical.ts';

/** Molar gas constant, J/(mol K), and the heat capacity of the gas that has the least, a monatomic one: 5/2 R. */
const gasConstant = 8.314462618;
const leastMolarHeat = 2.49 * gasConstant;
const durations = ['min10', 'min30', 'min60', 'min240', 'min480'] as const;

/** What a schema cannot say about one chemical: temperatures, flammable limits and levels in order, units that fit. */
export function chemicalFaults(chemical: OwnChemical, where: string): SceneFault[] {
  const faults: SceneFault[] = [];
  const fault = (field: string, what: string) =>
    faults.push({ code: 'UPW_SCENE_CHEMICAL', where: `${where}/${field}`, what });
  const { boilingK, criticalK, gasHeatJPerKgK, molarMassKgPerMol, flammable, toxic } = chemical;
  if (boilingK >= 0.98 * criticalK) {
    fault('boilingK', `${boilingK} K is not well below criticalK ${criticalK}: correct one of them`);
  }
  const molarHeat = gasHeatJPerKgK * molarMassKgPerMol;
  if (molarHeat < leastMolarHeat) {
    fault(
      'gasHeatJPerKgK',
      `${gasHeatJPerKgK} is ${molarHeat.toPrecision(3)} J/(mol K), less than any gas has (20.8): give J/(kg K)`,
    );
  }
  if (flammable && flammable.lowerPct >= flammable.upperPct) {
    fault('flammable', `lowerPct ${flammable.lowerPct} is not below upperPct ${flammable.upperPct}: put them in order`);
  }
  if (toxic) {
    const levels = [
      ['level1', toxic.level1],
      ['level2', toxic.level2],
      ['level3', toxic.level3],
    ] as const;
    for (const [name, level] of levels) {
      const rise = level && riseOf(level);
      if (rise) fault(`toxic/${name}`, `rises from ${rise[0]} to ${rise[1]} ppm for a longer exposure: correct it`);
    }
    for (const duration of durations) {
      let below: { name: string; ppm: number } | undefined;
      for (const [name, level] of levels) {
        const ppm = level?.[duration];
        if (ppm === undefined) continue;
        if (below && ppm < below.ppm) {
          fault(`toxic/${name}/${duration}`, `${ppm} ppm is below ${below.name} ${below.ppm}: put them in order`);
        }
        below = { name, ppm };
      }
    }
  }
  for (const name of ['erpg', 'pac'] as const) {
    const { level1, level2, level3 } = chemical[name] ?? {};
    const given = [level1, level2, level3].filter((ppm) => ppm !== undefined);
    if (given.some((ppm, k) => k > 0 && ppm < (given[k - 1] ?? 0))) {
      fault(name, `has levels ${given.join(', ')} ppm: put them in rising order`);
    }
  }
  return faults;
}

/** The first value of a level that is higher than one of a shorter exposure, with that one. */
function riseOf(level: LevelByDuration): [number, number] | undefined {
  let before: number | undefined;
  for (const duration of durations) {
    const ppm = level[duration];
    if (ppm === undefined) continue;
    if (before !== undefined && ppm > before) return [before, ppm];
    before = ppm;
  }
  return undefined;
}
