import type { Chemical } from '../chemicals/chemical.ts';
import { chemicalOf } from '../chemicals/table.ts';
import type { HazardField } from '../dispersion/hazard-field.ts';

/** The substance of a field: the one it carries, which may be the site's own; else that of its id in the table. */
export function substanceOf(field: Pick<HazardField, 'chemical' | 'substance'>): Chemical {
  return field.substance ?? chemicalOf(field.chemical, 'the hazard field');
}
