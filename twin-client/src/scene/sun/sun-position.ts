/** Where the sun stands: azimuth clockwise from north and elevation above the horizon, degrees. */
export interface SunPosition {
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
}

const rad = Math.PI / 180;

/**
 * The sun's place in the sky at a time (UTC ms) and a place on Earth, to about 0.01° between 1950 and 2050, without
 * refraction. Low-precision formulae of the Astronomical Almanac (Michalsky, Solar Energy 40, 1988, 227–235).
 */
export function sunPosition(time: number, lat: number, lon: number): SunPosition {
  const days = time / 86_400_000 - 10_957.5;
  const meanLongitude = 280.46 + 0.9856474 * days;
  const meanAnomaly = (357.528 + 0.9856003 * days) * rad;
  const eclipticLongitude = (meanLongitude + 1.915 * Math.sin(meanAnomaly) + 0.02 * Math.sin(2 * meanAnomaly)) * rad;
  const obliquity = (23.439 - 4e-7 * days) * rad;
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(eclipticLongitude), Math.cos(eclipticLongitude));
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(eclipticLongitude));
  const utcHours = (time / 3_600_000) % 24;
  const siderealDeg = (6.697375 + 0.0657098242 * days + utcHours) * 15 + lon;
  const hourAngle = siderealDeg * rad - rightAscension;
  const phi = lat * rad;
  const elevation = Math.asin(
    Math.sin(declination) * Math.sin(phi) + Math.cos(declination) * Math.cos(phi) * Math.cos(hourAngle),
  );
  const azimuth = Math.atan2(
    -Math.sin(hourAngle) * Math.cos(declination),
    Math.sin(declination) * Math.cos(phi) - Math.cos(declination) * Math.sin(phi) * Math.cos(hourAngle),
  );
  return { azimuthDeg: (azimuth / rad + 360) % 360, elevationDeg: elevation / rad };
}

/** Unit vector towards the sun in ENU. */
export function sunDirection({ azimuthDeg, elevationDeg }: SunPosition): readonly [number, number, number] {
  const flat = Math.cos(elevationDeg * rad);
  return [flat * Math.sin(azimuthDeg * rad), flat * Math.cos(azimuthDeg * rad), Math.sin(elevationDeg * rad)];
}
