import type { Place } from '../pose/pose.ts';

/** Lengths of an adult's upper arm and forearm with hand, m (Drillis & Contini 1966 for 1.75 m). */
export const upperArmM = 0.32;
export const foreArmM = 0.29;

/** Where the elbow is for a shoulder and a hand: bent down and outwards; a hand too far away stretches the arm straight. */
export function elbowOf(shoulder: Place, hand: Place, down: Place): Place {
  const way: Place = [hand[0] - shoulder[0], hand[1] - shoulder[1], hand[2] - shoulder[2]];
  const reach = Math.hypot(...way);
  if (reach < 1e-4) return [shoulder[0], shoulder[1] - upperArmM, shoulder[2]];
  const along: Place = [way[0] / reach, way[1] / reach, way[2] / reach];
  const whole = upperArmM + foreArmM;
  if (reach >= whole * 0.999) {
    const share = upperArmM / whole;
    return [shoulder[0] + way[0] * share, shoulder[1] + way[1] * share, shoulder[2] + way[2] * share];
  }
  // Law of cosines: how far along the straight way the elbow's foot lies, and how far out of it the elbow is.
  const foot = (upperArmM ** 2 - foreArmM ** 2 + reach ** 2) / (2 * reach);
  const out = Math.sqrt(Math.max(0, upperArmM ** 2 - foot ** 2));
  const dot = down[0] * along[0] + down[1] * along[1] + down[2] * along[2];
  const side: Place = [down[0] - dot * along[0], down[1] - dot * along[1], down[2] - dot * along[2]];
  const length = Math.hypot(...side) || 1;
  return [
    shoulder[0] + along[0] * foot + (side[0] / length) * out,
    shoulder[1] + along[1] * foot + (side[1] / length) * out,
    shoulder[2] + along[2] * foot + (side[2] / length) * out,
  ];
}
