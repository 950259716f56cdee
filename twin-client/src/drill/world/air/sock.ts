/** A wind sock by the rule of FAA AC 150/5345-27: each of its five stripes that stands out is 3 knots, all stand at 15. */
const stripes = 5;
const knotsAStripe = 3;
const knotMPerS = 0.514_444;

/** How far the stripes of a sock hang below the level, in radians, from the mouth to the tip; 0 stands straight out. */
export function sockDroop(speedMPerS: number, timeS: number): number[] {
  const knots = Math.max(0, speedMPerS) / knotMPerS;
  return Array.from({ length: stripes }, (_, stripe) => {
    const stands = Math.min(1, Math.max(0, (knots - stripe * knotsAStripe) / knotsAStripe));
    const eased = stands * stands * (3 - 2 * stands);
    const hang = (1 - eased) * 1.36;
    const flutter = 0.05 * Math.min(1, knots / 4) * Math.sin(timeS * (3.1 + stripe * 0.7) + stripe * 1.3);
    return hang + flutter * (1 + stripe * 0.5);
  });
}

/** Small swings of the sock about the wind's direction, radians: what wind does, and what shows that it is alive. */
export function sockSway(speedMPerS: number, timeS: number): number {
  return (0.09 * Math.sin(timeS * 0.9) + 0.05 * Math.sin(timeS * 2.3 + 1)) * Math.min(1, 0.4 + speedMPerS / 8);
}
