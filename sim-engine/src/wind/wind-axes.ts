import { cos, sin } from '../arithmetic/trigonometry.ts';

/** Unit vector along which the wind blows; left of it is (−north, east). */
export interface WindAxes {
  readonly east: number;
  readonly north: number;
}

/** Axes of a wind that comes from a compass direction, degrees; exact for the four quarters. */
export function windAxes(windFromDeg: number): WindAxes {
  const angle = (windFromDeg * Math.PI) / 180;
  const snap = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value);
  return { east: snap(-sin(angle)), north: snap(-cos(angle)) };
}
