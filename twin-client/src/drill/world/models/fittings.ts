import type { Position } from '@upwind/scenes';
import { paint } from '../form/palette.ts';
import { addPipe, addRod } from '../form/round.ts';
import type { Colour, Solid } from '../form/solid.ts';
import { addBar, addBox, type Turn, turnOf } from '../form/straight.ts';

/** Guard rail of 1.1 m with a knee rail (GB 4053.3-2009) along a line at foot height. */
export function addRail(solid: Solid, line: readonly Position[], colour: Colour = paint.safetyYellow): void {
  const up = (place: Position, by: number): Position => [place[0], place[1], place[2] + by];
  line.forEach((to, index) => {
    addBar(solid, to, up(to, 1.1), 0.045, colour);
    const from = line[index - 1];
    if (!from) return;
    addBar(solid, up(from, 1.1), up(to, 1.1), 0.05, colour);
    addBar(solid, up(from, 0.55), up(to, 0.55), 0.035, colour);
  });
}

/** Places on a circle, from one angle to another in degrees, both ends included. */
export function arc(centre: Position, radiusM: number, fromDeg: number, toDeg: number, pieces: number): Position[] {
  return Array.from({ length: pieces + 1 }, (_, index): Position => {
    const angle = ((fromDeg + ((toDeg - fromDeg) * index) / pieces) * Math.PI) / 180;
    return [centre[0] + radiusM * Math.cos(angle), centre[1] + radiusM * Math.sin(angle), centre[2]];
  });
}

/** A ring-shaped platform of grating around an upright body, with its rail. */
export function addRingPlatform(
  solid: Solid,
  centre: Position,
  innerM: number,
  wideM: number,
  fromDeg = 0,
  toDeg = 360,
): void {
  const pieces = Math.max(6, Math.round(((toDeg - fromDeg) / 360) * 20));
  const inner = arc(centre, innerM, fromDeg, toDeg, pieces);
  const outer = arc(centre, innerM + wideM, fromDeg, toDeg, pieces);
  for (let index = 0; index < pieces; index++) {
    const [a, b, c, d] = [inner[index], outer[index], outer[index + 1], inner[index + 1]];
    if (!a || !b || !c || !d) continue;
    const middle: Position = [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2, centre[2] - 0.06];
    const heading = (Math.atan2(c[1] - b[1], c[0] - b[0]) * 180) / Math.PI;
    const long = Math.hypot(c[0] - b[0], c[1] - b[1]);
    addBox(solid, turnOf(middle, heading), [0, 0, 0], [long, wideM, 0.06], { colour: paint.galvanised, under: true });
  }
  addRail(solid, outer);
}

/** Stairs that wind up a round body, with a rail on the outside. */
export function addSpiralStair(
  solid: Solid,
  centre: Position,
  radiusM: number,
  heightM: number,
  startDeg: number,
): void {
  const steps = Math.max(4, Math.round(heightM / 0.24));
  const turnDeg = (((steps * 0.3) / (radiusM + 0.4)) * 180) / Math.PI;
  const rail: Position[] = [];
  for (let step = 0; step < steps; step++) {
    const angleDeg = startDeg + (turnDeg * step) / steps;
    const angle = (angleDeg * Math.PI) / 180;
    const z = centre[2] + (heightM * (step + 1)) / steps;
    const at: Position = [
      centre[0] + (radiusM + 0.42) * Math.cos(angle),
      centre[1] + (radiusM + 0.42) * Math.sin(angle),
      z - 0.05,
    ];
    addBox(solid, turnOf(at, angleDeg), [0, 0, 0], [0.75, 0.3, 0.05], { colour: paint.galvanised, under: true });
    if (step % 3 === 0 || step === steps - 1) {
      rail.push([centre[0] + (radiusM + 0.8) * Math.cos(angle), centre[1] + (radiusM + 0.8) * Math.sin(angle), z]);
    }
  }
  addRail(solid, rail);
}

/** An upright ladder with its cage, on the side of a body that `turn`'s x looks away from. */
export function addLadder(solid: Solid, turn: Turn, heightM: number): void {
  for (const side of [-0.22, 0.22])
    addBar(solid, turn(0.12, side, 0.2), turn(0.12, side, heightM + 1), 0.05, paint.galvanised);
  for (let z = 0.5; z < heightM; z += 0.6)
    addBar(solid, turn(0.12, -0.22, z), turn(0.12, 0.22, z), 0.03, paint.galvanised);
  const cage = [
    [0.12, -0.36],
    [0.55, -0.36],
    [0.78, 0],
    [0.55, 0.36],
    [0.12, 0.36],
  ] as const;
  for (let z = 2.4; z <= heightM + 0.9; z += 1.2) {
    cage.slice(1).forEach(([x, y], index) => {
      const [fx, fy] = cage[index] ?? [x, y];
      addBar(solid, turn(fx, fy, z), turn(x, y, z), 0.035, paint.safetyYellow);
    });
  }
  for (const [x, y] of cage.slice(1, 4)) {
    addBar(solid, turn(x, y, 2.4), turn(x, y, heightM + 0.9), 0.03, paint.safetyYellow);
  }
}

/** A flanged nozzle that sticks out. */
export function addNozzle(solid: Solid, from: Position, to: Position, radiusM: number, colour: Colour): void {
  addRod(solid, from, to, radiusM, { sides: 8, colour, caps: 'none' });
  const along = (share: number): Position => [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
  addRod(solid, along(0.85), to, radiusM * 1.55, { sides: 10, colour: paint.galvanised });
}

/** A gate valve with its hand wheel on a pipe that runs along `turn`'s x, pipe axis at z. */
export function addValve(solid: Solid, turn: Turn, z: number, radiusM: number, wheel: Colour = paint.fireRed): void {
  addRod(solid, turn(-radiusM * 2, 0, z), turn(radiusM * 2, 0, z), radiusM * 1.3, {
    sides: 8,
    colour: paint.vesselGrey,
  });
  for (const x of [-2, 2]) {
    addRod(solid, turn(radiusM * x - 0.03, 0, z), turn(radiusM * x + 0.03, 0, z), radiusM * 1.8, {
      sides: 10,
      colour: paint.galvanised,
    });
  }
  const stem = z + radiusM * 4 + 0.15;
  addRod(solid, turn(0, 0, z), turn(0, 0, stem), radiusM * 0.45, { sides: 6, colour: paint.vesselGrey });
  const rim = Array.from({ length: 9 }, (_, index): Position => {
    const angle = (2 * Math.PI * index) / 8;
    const wide = Math.max(0.16, radiusM * 1.6);
    return turn(wide * Math.cos(angle), wide * Math.sin(angle), stem);
  });
  addPipe(solid, rim, 0.022, { sides: 5, colour: wheel });
  addBar(solid, rim[0] ?? [0, 0, 0], rim[4] ?? [0, 0, 0], 0.025, wheel);
  addBar(solid, rim[2] ?? [0, 0, 0], rim[6] ?? [0, 0, 0], 0.025, wheel);
}
