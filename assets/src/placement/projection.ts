import proj4 from 'proj4';

/** A map projection, from easting and northing (metres or the system's unit) to longitude and latitude in degrees. */
export interface Projection {
  /** WGS 84 longitude and latitude, degrees */
  readonly toLonLat: (easting: number, northing: number) => readonly [lon: number, lat: number];
  readonly name: string;
  readonly centralMeridian: number;
  readonly falseEasting: number;
  readonly falseNorthing: number;
  readonly scale: number;
  readonly isTransverseMercator: boolean;
}

interface ProjFields {
  readonly projName?: string;
  readonly long0?: number;
  readonly x0?: number;
  readonly y0?: number;
  readonly k0?: number;
}

/**
 * Makes a projection of a PROJ string or WKT. The parameters written in a WKT are used, never the code it names.
 *
 * @throws Error when the definition is not understood
 */
export function projection(definition: string): Projection {
  // proj4 reports some faults by throwing strings.
  const converter = attempt(() => proj4(definition, 'WGS84'));
  const fields = attempt(() => new proj4.Proj(definition)) as unknown as ProjFields;
  const name = fields.projName ?? '';
  if (name === '' || name === 'longlat') throw new Error('it has degrees, not metres');
  return {
    toLonLat: (easting, northing) => {
      const [lon = Number.NaN, lat = Number.NaN] = converter.forward([easting, northing]);
      return [lon, lat];
    },
    name,
    centralMeridian: ((fields.long0 ?? 0) * 180) / Math.PI,
    falseEasting: fields.x0 ?? 0,
    falseNorthing: fields.y0 ?? 0,
    scale: fields.k0 ?? 1,
    isTransverseMercator: /transverse.?mercator|tmerc|utm|gauss/i.test(name),
  };
}

function attempt<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw new Error(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
