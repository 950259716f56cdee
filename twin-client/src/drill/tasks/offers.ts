import type { DrillAction } from '@upwind/scenarios';
import type { Position } from '@upwind/scenes';

/** How far an arm reaches when an action does not say, m: the room's own figure. */
const armM = 1.5;

/** The first action that is not done yet and can be done here: by hand within reach of its place, or from anywhere. */
export function offered(
  actions: readonly DrillAction[],
  acted: readonly string[],
  at: Position,
): DrillAction | undefined {
  return actions.find((action) => !acted.includes(action.id) && withinReach(action, at));
}

function withinReach({ at: place, reachM }: DrillAction, at: Position): boolean {
  if (!place) return true;
  return Math.hypot(place[0] - at[0], place[1] - at[1]) <= (reachM ?? armM);
}
