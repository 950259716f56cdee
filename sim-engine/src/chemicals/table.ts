import type { Site } from '@upwind/scenes';
import { EngineError } from '../errors.ts';
import { alcoholsKetonesEthers } from './alcohols-ketones-ethers.ts';
import { aldehydesAndEsters } from './aldehydes-and-esters.ts';
import { aromatics } from './aromatics.ts';
import { asphyxiants } from './asphyxiants.ts';
import type { Chemical } from './chemical.ts';
import { formulas } from './formula.ts';
import { fuels } from './fuels.ts';
import { halogenated } from './halogenated.ts';
import { halogensAndAcids } from './halogens-and-acids.ts';
import { hydridesAndOxides } from './hydrides-and-oxides.ts';
import { hydrocarbons } from './hydrocarbons.ts';
import { mixtures, standsFor } from './mixtures.ts';
import { nitrogenAndSulfurOrganics } from './nitrogen-and-sulfur-organics.ts';
import { ownChemical } from './own-chemical.ts';
import { probitConstants } from './probit-constants.ts';
import { toxicSubstances } from './toxic-substances.ts';
import { vapourPressureCurves } from './vapour-pressure-curves.ts';

/** What the engine asks of a site: the chemicals that come before its own table. */
export type WithChemicals = Pick<Site, 'chemicals'>;

/** Every substance the engine has data for. */
export const chemicals: readonly Chemical[] = [
  ...toxicSubstances,
  ...fuels,
  ...mixtures,
  ...hydrocarbons,
  ...aromatics,
  ...alcoholsKetonesEthers,
  ...aldehydesAndEsters,
  ...halogenated,
  ...nitrogenAndSulfurOrganics,
  ...hydridesAndOxides,
  ...halogensAndAcids,
  ...asphyxiants,
].map(complete);

const byId = new Map(chemicals.map((chemical) => [chemical.id, chemical]));

/** The entry with its molecule, its vapour pressure and its probits, which stand in tables of their own. */
function complete(chemical: Chemical): Chemical {
  const id = standsFor[chemical.id] ?? chemical.id;
  const [formula, vapourPressure, probits] = [formulas[id], vapourPressureCurves[id], probitConstants[id]];
  return {
    ...chemical,
    ...(formula && { formula }),
    ...(vapourPressure && { vapourPressure }),
    ...(probits && { probits }),
  };
}

/** The chemicals at hand on a site: its own first, then the table's that it does not replace. */
export function chemicalsOf(site: WithChemicals): readonly Chemical[] {
  const own = (site.chemicals ?? []).map(ownChemical);
  const replaced = new Set(own.map(({ id }) => id));
  return [...own, ...chemicals.filter(({ id }) => !replaced.has(id))];
}

/** Whether there are data for this id: of the site's own, or in the engine's table. */
export function knowsChemical(id: string, site?: WithChemicals): boolean {
  return byId.has(id) || (site?.chemicals?.some((own) => own.id === id) ?? false);
}

/**
 * The substance of this id: the site's own, else the table's. Throws UPW_ENGINE_CHEMICAL_UNKNOWN; `where` says who
 * asked, e.g. `release "R1"`.
 */
export function chemicalOf(id: string, where: string, site?: WithChemicals): Chemical {
  const own = site?.chemicals?.find((candidate) => candidate.id === id);
  if (own) return ownChemical(own);
  const chemical = byId.get(id);
  if (chemical) return chemical;
  const known = [...(site?.chemicals ?? []).map((other) => other.id), ...byId.keys()].join(', ');
  throw new EngineError(
    'UPW_ENGINE_CHEMICAL_UNKNOWN',
    `The engine has no data for the chemical "${id}" of ${where}; add it to the site's "chemicals" or choose one of: ${known}.`,
  );
}
