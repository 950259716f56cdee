import type { Scenario } from './scenario.ts';

const startS = 60;
const turnDeg = 90;
const turnS = 600;

/** A front passes: within ten minutes the wind veers by 90°. */
export function windTurns(): Scenario {
  return {
    advance({ elapsedS, wind }) {
      wind.turnedDeg = turnDeg * Math.min(1, Math.max(0, (elapsedS - startS) / turnS));
    },
    change: (_point, value) => value,
  };
}
