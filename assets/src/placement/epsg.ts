/** A coordinate system of the table: what PROJ calls it, and the note that its use deserves, if any. */
export interface EpsgSystem {
  readonly proj: string;
  readonly note?: string;
}

/** Codes `first` to `first + count − 1` of the EPSG registry, made by one rule. */
interface Family {
  readonly first: number;
  readonly count: number;
  readonly system: (index: number) => EpsgSystem;
}

const CGCS2000 = '+ellps=GRS80 +towgs84=0,0,0';
/** IAG 1975, the ellipsoid of Xian 1980. */
const XIAN_1980 = '+a=6378140 +rf=298.257';

const gaussKruger = (centralMeridian: number, falseEasting: number, datum: string) =>
  `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEasting} +y_0=0 ${datum} +units=m +no_defs`;

const xianNote =
  'Xian 1980 has no public shift to WGS 84; its latitudes and longitudes are taken as they are, which may be tens of metres off';

/**
 * The four Gauss-Krüger series of a Chinese datum: 6° zones 13 to 23 with the zone number before the easting, the same
 * by central meridian without it, then 3° zones 25 to 45 in both ways.
 */
function chineseSeries(starts: readonly [number, number, number, number], datum: string, note?: string): Family[] {
  const system = (proj: string): EpsgSystem => (note === undefined ? { proj } : { proj, note });
  return [
    {
      first: starts[0],
      count: 11,
      system: (i) => system(gaussKruger(75 + 6 * i, (13 + i) * 1e6 + 500_000, datum)),
    },
    { first: starts[1], count: 11, system: (i) => system(gaussKruger(75 + 6 * i, 500_000, datum)) },
    {
      first: starts[2],
      count: 21,
      system: (i) => system(gaussKruger(75 + 3 * i, (25 + i) * 1e6 + 500_000, datum)),
    },
    { first: starts[3], count: 21, system: (i) => system(gaussKruger(75 + 3 * i, 500_000, datum)) },
  ];
}

function utm(first: number, zone: number, count: number, south = false, ellipsoid = 'GRS80'): Family {
  return {
    first,
    count,
    system: (i) => ({
      proj: `+proj=utm +zone=${zone + i}${south ? ' +south' : ''} +ellps=${ellipsoid} +towgs84=0,0,0 +units=m +no_defs`,
    }),
  };
}

/** EPSG registry v10; every code below is compared with PROJ in the tests where PROJ is installed. */
const families: readonly Family[] = [
  ...chineseSeries([4491, 4502, 4513, 4534], CGCS2000),
  ...chineseSeries([2327, 2338, 2349, 2370], XIAN_1980, xianNote),
  utm(32601, 1, 60, false, 'WGS84'), // WGS 84 north
  utm(32701, 1, 60, true, 'WGS84'), // WGS 84 south
  utm(25828, 28, 11), // ETRS89
  utm(26901, 1, 23), // NAD83
  utm(28348, 48, 11, true), // GDA94 / MGA
  utm(7846, 46, 14, true), // GDA2020 / MGA
  utm(31977, 17, 9, true), // SIRGAS 2000 south
  {
    first: 3857,
    count: 1,
    system: () => ({
      proj: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
    }),
  },
];

/** First and last code of each series, for tests and messages. */
export const epsgRanges: readonly (readonly [number, number])[] = families.map(({ first, count }) => [
  first,
  first + count - 1,
]);

export function epsgSystem(code: number): EpsgSystem | undefined {
  const family = families.find(({ first, count }) => code >= first && code < first + count);
  return family?.system(code - family.first);
}

/** Codes whose coordinates are degrees, in which a mesh in metres cannot be. */
export const geographicEpsg: ReadonlySet<number> = new Set([
  4326, 4490, 4479, 4480, 4978, 4979, 4258, 4269, 4610, 4214,
]);
