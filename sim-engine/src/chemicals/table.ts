import { EngineError } from '../errors.ts';
import type { Chemical } from './chemical.ts';
import { fuels, mixtures } from './fuels.ts';
import { toxicSubstances } from './toxic-substances.ts';

/** Every substance the engine has data for. */
export const chemicals: readonly Chemical[] = [...toxicSubstances, ...fuels, ...mixtures];

const byId = new Map(chemicals.map((chemical) => [chemical.id, chemical]));

/** Whether the engine has data for this id. */
export function knowsChemical(id: string): boolean {
  return byId.has(id);
}

/** The substance of this id. Throws UPW_ENGINE_CHEMICAL_UNKNOWN; `where` says who asked, e.g. `release "R1"`. */
export function chemicalOf(id: string, where: string): Chemical {
  const chemical = byId.get(id);
  if (chemical) return chemical;
  throw new EngineError(
    'UPW_ENGINE_CHEMICAL_UNKNOWN',
    `The engine has no data for the chemical "${id}" of ${where}; choose one of: ${[...byId.keys()].join(', ')}.`,
  );
}
