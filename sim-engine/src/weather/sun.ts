import { asin } from '../arithmetic/arctangent.ts';
import { cos, sin } from '../arithmetic/trigonometry.ts';

const radians = Math.PI / 180;
const dayMs = 86_400_000;
/** 2000-01-01 12:00 UTC. */
const j2000Ms = 946_728_000_000;

/** Height of the sun above the horizon, degrees, to about 0.1° (Astronomical Almanac, low-precision formulas). */
export function solarElevationDeg(utcMs: number, latDeg: number, lonDeg: number): number {
  const days = (utcMs - j2000Ms) / dayMs;
  const turn = (deg: number): number => (deg - 360 * Math.floor(deg / 360)) * radians;
  const anomaly = turn(357.528 + 0.9856003 * days);
  const longitude = turn(280.46 + 0.9856474 * days) + (1.915 * sin(anomaly) + 0.02 * sin(2 * anomaly)) * radians;
  const obliquity = 23.439 * radians;
  const sinDeclination = sin(obliquity) * sin(longitude);
  const cosDeclination = Math.sqrt(1 - sinDeclination * sinDeclination);
  // sin and cos of the right ascension times cos of the declination
  const eastward = cos(obliquity) * sin(longitude);
  const vernal = cos(longitude);
  const sidereal = turn(280.46061837 + 360.98564736629 * days + lonDeg);
  const cosHourAngle = (cos(sidereal) * vernal + sin(sidereal) * eastward) / cosDeclination;
  const lat = latDeg * radians;
  return asin(sin(lat) * sinDeclination + cos(lat) * cosDeclination * cosHourAngle) / radians;
}
