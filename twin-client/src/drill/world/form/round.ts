import type { Position } from '@upwind/scenes';
import { addVertex, type Colour, cross, distance, minus, plus, type Solid, shaded, times, unit } from './solid.ts';

/** How a round body is drawn. */
export interface Round {
  readonly sides: number;
  readonly colour: Colour;
  /** Which ends are closed; both when left out. */
  readonly caps?: 'both' | 'start' | 'end' | 'none';
  /** Colour of the end nearer the ground as a part of the colour: a little dirt at the foot. */
  readonly foot?: number;
}

/** A cylinder or cone from one place to another with a radius at each end. */
export function addRod(
  solid: Solid,
  from: Position,
  to: Position,
  radiusM: number,
  round: Round,
  endRadiusM = radiusM,
): void {
  const axis = unit(minus(to, from));
  const aside = unit(cross(Math.abs(axis[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1], axis));
  const other = cross(axis, aside);
  const lengthM = distance(from, to);
  const slope = (radiusM - endRadiusM) / (lengthM || 1);
  const start = solid.positions.length / 3;
  const footColour = shaded(round.colour, round.foot ?? 1);
  for (let side = 0; side <= round.sides; side++) {
    const angle = (2 * Math.PI * side) / round.sides;
    const out = plus(times(aside, Math.cos(angle)), times(other, Math.sin(angle)));
    const normal = unit(plus(out, times(axis, slope)));
    const around = angle * Math.max(radiusM, endRadiusM);
    addVertex(solid, plus(from, times(out, radiusM)), normal, [around, 0], footColour);
    addVertex(solid, plus(to, times(out, endRadiusM)), normal, [around, lengthM], round.colour);
  }
  for (let side = 0; side < round.sides; side++) {
    const a = start + side * 2;
    solid.indices.push(a, a + 2, a + 3, a, a + 3, a + 1);
  }
  const caps = round.caps ?? 'both';
  if (caps === 'both' || caps === 'start')
    addDisc(solid, from, times(axis, -1), radiusM, { ...round, colour: footColour });
  if (caps === 'both' || caps === 'end') addDisc(solid, to, axis, endRadiusM, round);
}

/** A flat round face that looks along `axis`. */
export function addDisc(solid: Solid, centre: Position, axis: Position, radiusM: number, round: Round): void {
  if (radiusM < 1e-6) return;
  const aside = unit(cross(Math.abs(axis[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1], axis));
  const other = cross(axis, aside);
  const middle = addVertex(solid, centre, axis, [0, 0], round.colour);
  for (let side = 0; side <= round.sides; side++) {
    const angle = (2 * Math.PI * side) / round.sides;
    const out = plus(times(aside, Math.cos(angle)), times(other, Math.sin(angle)));
    addVertex(solid, plus(centre, times(out, radiusM)), axis, [out[0] * radiusM, out[1] * radiusM], round.colour);
    if (side > 0) solid.indices.push(middle, middle + side, middle + side + 1);
  }
}

/** Part of a ball (or of an ellipsoid) around an upright axis: `fromDeg` and `toDeg` are latitudes, −90 … 90. */
export interface Ball {
  readonly sides: number;
  readonly rings: number;
  readonly fromDeg?: number;
  readonly toDeg?: number;
  /** Height of the half axis as a part of the radius: 0.5 is a 2:1 ellipsoidal head. */
  readonly flat?: number;
  readonly colour: Colour;
  /** Colour by latitude in degrees, where one colour will not do. */
  readonly colourAt?: (latitudeDeg: number) => Colour;
  /** Axis the ball is turned about; up when left out. */
  readonly axis?: Position;
}

export function addBall(solid: Solid, centre: Position, radiusM: number, ball: Ball): void {
  const axis = ball.axis ?? [0, 0, 1];
  const aside = unit(cross(Math.abs(axis[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1], axis));
  const other = cross(axis, aside);
  const flat = ball.flat ?? 1;
  const low = ball.fromDeg ?? -90;
  const high = ball.toDeg ?? 90;
  const start = solid.positions.length / 3;
  for (let ring = 0; ring <= ball.rings; ring++) {
    const latitudeDeg = low + ((high - low) * ring) / ball.rings;
    const latitude = (latitudeDeg * Math.PI) / 180;
    const colour = ball.colourAt?.(latitudeDeg) ?? ball.colour;
    for (let side = 0; side <= ball.sides; side++) {
      const angle = (2 * Math.PI * side) / ball.sides;
      const out = plus(times(aside, Math.cos(angle)), times(other, Math.sin(angle)));
      const place = plus(times(out, radiusM * Math.cos(latitude)), times(axis, radiusM * flat * Math.sin(latitude)));
      const normal = unit(plus(times(out, Math.cos(latitude) * flat), times(axis, Math.sin(latitude))));
      addVertex(solid, plus(centre, place), normal, [angle * radiusM, latitude * radiusM], colour);
    }
  }
  const row = ball.sides + 1;
  for (let ring = 0; ring < ball.rings; ring++) {
    for (let side = 0; side < ball.sides; side++) {
      const a = start + ring * row + side;
      solid.indices.push(a, a + 1, a + row + 1, a, a + row + 1, a + row);
    }
  }
}

/** A pipe along a line of places. */
export function addPipe(solid: Solid, line: readonly Position[], radiusM: number, round: Round): void {
  line.slice(1).forEach((to, index) => {
    const from = line[index];
    if (from && distance(from, to) > 1e-3) addRod(solid, from, to, radiusM, { ...round, caps: round.caps ?? 'none' });
  });
}
