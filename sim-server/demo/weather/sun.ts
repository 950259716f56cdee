const degree = Math.PI / 180;
const dayMs = 86_400_000;

/** Day of the year, 1 at the first of January, UTC. */
export function dayOfYear(timeMs: number): number {
  const start = Date.UTC(new Date(timeMs).getUTCFullYear(), 0, 1);
  return 1 + Math.floor((timeMs - start) / dayMs);
}

/** Mean solar time at a longitude, hours 0–24; the equation of time (at most 16 min) is left out. */
export function solarHour(timeMs: number, lonDeg: number): number {
  const utcHour = (timeMs % dayMs) / 3_600_000;
  return (((utcHour + lonDeg / 15) % 24) + 24) % 24;
}

/** Sine of the sun's elevation; declination by Cooper 1969, Solar Energy 12, 333. */
export function sineOfElevation(timeMs: number, latDeg: number, lonDeg: number): number {
  const declination = 23.45 * degree * Math.sin((2 * Math.PI * (284 + dayOfYear(timeMs))) / 365);
  const hourAngle = (solarHour(timeMs, lonDeg) - 12) * 15 * degree;
  const lat = latDeg * degree;
  return Math.sin(lat) * Math.sin(declination) + Math.cos(lat) * Math.cos(declination) * Math.cos(hourAngle);
}

/** Global radiation under a clear sky, W/m² (Haurwitz 1945, J. Meteorol. 2, 154). */
export function clearSkyRadiation(sineElevation: number): number {
  return sineElevation <= 0 ? 0 : 1098 * sineElevation * Math.exp(-0.059 / sineElevation);
}
