import type { Chemical } from '../chemicals/chemical.ts';

/** Heat capacity of an organic liquid where the table has none, J/(kg K). */
const usualLiquidHeat = 2000;

/** Heat capacity of the liquid, J/(kg K). */
export function liquidHeat(chemical: Chemical): number {
  return chemical.liquidHeatJPerKgK?.value ?? usualLiquidHeat;
}
