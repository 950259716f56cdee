import type { Drill, RuleProfile } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { Goal } from './running-drill.ts';

/**
 * Where a drill is finished: at the muster points its steps ask for, within the radius they ask for. A drill without
 * such a step ends by its time or by the trainer.
 */
export function goalOf({ drill, profile }: { drill: Drill; profile: RuleProfile }, site: Site): Goal {
  const musterPoints = site.elements.filter(({ kind }) => kind === 'muster-point');
  const wanted = drill.steps
    .map(({ condition }) => condition)
    .find((condition) => condition.kind === 'reaches-muster-point');
  if (wanted === undefined) return { places: [], radiusM: 0 };
  const { radiusM, elements } = wanted;
  const places = musterPoints.filter(({ id }) => elements === undefined || elements.includes(id));
  return { places: places.map(({ id, at }) => ({ id, at })), radiusM: quantityOf(radiusM, profile) };
}

function quantityOf(quantity: number | { readonly rule: string }, profile: RuleProfile): number {
  if (typeof quantity === 'number') return quantity;
  const rule = profile.rules.find(({ id }) => id === quantity.rule);
  if (rule === undefined) throw new RangeError(`the rule profile ${profile.id} has no rule ${quantity.rule}`);
  return rule.value;
}
