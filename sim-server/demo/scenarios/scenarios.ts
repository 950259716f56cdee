import { leak } from './leak.ts';
import type { ScenarioMaker } from './scenario.ts';
import { windTurns } from './wind-turns.ts';

/** What `--scenario` knows. */
export const scenarios: Readonly<Record<string, ScenarioMaker>> = {
  'chlorine-leak': leak({ chemical: 'chlorine', molarMassGPerMol: 70.91, kgPerS: 0.12 }),
  'ammonia-leak': leak({ chemical: 'ammonia', molarMassGPerMol: 17.03, kgPerS: 0.4 }),
  'wind-turns': windTurns,
};
