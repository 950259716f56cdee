import type { Reading } from '../process/moment.ts';
import type { TransferPlan } from '../process/transfers.ts';

/** What is special about one plant; everything else is read from its site. */
export interface Particularities {
  transfers: readonly TransferPlan[];
  /** Normal values that the limits do not tell, by point id. */
  normals: Readonly<Record<string, number>>;
  /** Points that follow something else altogether. */
  follows: Readonly<Record<string, Reading>>;
}
