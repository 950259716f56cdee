import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AssetError } from '../errors.ts';
import { oracle, referenceData, seededRandom } from '../reference-data.testing.ts';
import { epsgRanges, epsgSystem } from './epsg.ts';
import { enuFrame, enuToEcef, geodeticToEcef } from './geodesy.ts';
import { parseMetadata, readMetadata } from './metadata.ts';
import { placementOf } from './placement.ts';

/** What the product promises of every vertex, metres. */
const TOLERANCE_M = 0.05;

const wkt = (centralMeridian: string, authority = '') =>
  `PROJCS["x",GEOGCS["CGCS2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${centralMeridian}],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]${authority}]`;

function delivery(srs: string, srsOrigin = '0,0,0') {
  return { file: 'metadata.xml', srs, srsOrigin };
}

function thrown(run: () => unknown): AssetError {
  try {
    run();
  } catch (error) {
    if (error instanceof AssetError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Metres between two geodetic positions, straight through. */
function apart(a: { lat: number; lon: number; height: number }, b: { lat: number; lon: number; height: number }) {
  const [x, y, z] = geodeticToEcef(a);
  const [u, v, w] = geodeticToEcef(b);
  return Math.hypot(x - u, y - v, z - w);
}

describe('the real delivery', () => {
  test('stands where PROJ puts it by its PARAMETERs, and the contradiction is reported', async ({ skip }) => {
    const folder = referenceData(skip, 'oblique/contextcapture');
    const placement = placementOf(await readMetadata(join(folder, 'metadata.xml'), 'metadata.xml'));
    expect(apart(placement.origin, { lat: 22.495136792, lon: 113.379985671, height: 0 })).toBeLessThan(0.001);
    expect(placement.warnings).toHaveLength(1);
    expect(placement.warnings[0]).toMatch(/EPSG:4547.*central meridian 113\.37 against 114.*64\.8 km apart/);
  });

  test('has every vertex within 0.05 m of PROJ', async ({ skip }) => {
    const folder = referenceData(skip, 'oblique/contextcapture');
    const xml = readFileSync(join(folder, 'metadata.xml'), 'utf8');
    const metadata = parseMetadata(xml, 'metadata.xml');
    const proj = '+proj=tmerc +lat_0=0 +lon_0=113.37 +k=1 +x_0=500000 +y_0=90 +ellps=GRS80 +towgs84=0,0,0';
    expectLikeProj(skip, metadata, proj, [501027.524, 2488718.808, 0], 20260101);
  });
});

describe('an SRS', () => {
  test('of each form lands where PROJ puts it', ({ skip }) => {
    for (const [code, origin, seed] of [
      [4544, [356_789.25, 3_456_789.5, 412.5], 1],
      [4525, [37_510_000.125, 2_650_000, 12], 2],
      [4509, [450_000, 4_400_000, 80], 3],
      [32_650, [448_251.8, 4_411_943.9, 43], 4],
      [32_733, [262_000, 6_243_000, 5], 5],
      [3857, [13_523_000, 3_660_000, 5], 6],
    ] as const) {
      const proj = epsgSystem(code)?.proj ?? '';
      expectLikeProj(skip, delivery(`EPSG:${code}`, origin.join()), proj, origin, seed);
    }
  });

  test('WKT with a central meridian of its own, line breaks and all', ({ skip }) => {
    const origin = [512_345.5, 3_521_234.25, 20] as const;
    const proj = '+proj=tmerc +lat_0=0 +lon_0=118.8333333 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0';
    const broken = wkt('118.8333333').replaceAll(',', ',\r\n    ');
    expectLikeProj(skip, delivery(broken, origin.join()), proj, origin, 7);
  });

  test('WKT whose code and PARAMETERs agree gives no warning', () => {
    const metadata = delivery(wkt('114', ',AUTHORITY["EPSG","4547"]'), '501027,2488718,0');
    expect(placementOf(metadata).warnings).toEqual([]);
  });

  test('compound WKT is placed by its projected part, with a word about heights', () => {
    const compound = `COMPD_CS["both",${wkt('114', ',AUTHORITY["EPSG","4547"]')},VERT_CS["Yellow Sea 1985",VERT_DATUM["y",2005],UNIT["metre",1]],AUTHORITY["EPSG","9999"]]`;
    const placement = placementOf(delivery(compound, '501027,2488718,0'));
    expect(apart(placement.origin, placementOf(delivery('EPSG:4547', '501027,2488718,0')).origin)).toBeLessThan(1e-6);
    expect(placement.warnings[0]).toMatch(/vertical system Yellow Sea 1985 is not applied/);
  });

  test('EPSG:h+v uses h and says that v is not applied', () => {
    const placement = placementOf(delivery('EPSG:4547+5737', '501027,2488718,7'));
    expect(placement.origin.height).toBe(7);
    expect(placement.warnings[0]).toMatch(/EPSG:5737 is not applied/);
  });

  test('ENU has latitude first, and its vertices are taken as they are', () => {
    const placement = placementOf(delivery('ENU:34.2196,108.9594'));
    expect(placement.origin).toEqual({ lat: 34.2196, lon: 108.9594, height: 0 });
    expect([...placement.place([1, 2, 3])]).toEqual([1, 2, 3]);
  });

  test('ENU with an SRSOrigin puts point 0,0,0 at that offset', () => {
    const placement = placementOf(delivery('ENU:34.2196,108.9594', '100,200,30'));
    const tangent = enuFrame({ lat: 34.2196, lon: 108.9594, height: 0 });
    const expected = enuToEcef(tangent, [101, 202, 33]);
    const placed = placement.place([1, 2, 3]);
    const found = enuToEcef(enuFrame(placement.origin), [placed[0] ?? 0, placed[1] ?? 0, placed[2] ?? 0]);
    expect(Math.hypot(...expected.map((value, axis) => value - (found[axis] ?? 0)))).toBeLessThan(1e-6);
  });

  test('ENU with longitude first is refused, and says why', () => {
    const error = thrown(() => placementOf(delivery('ENU:108.9594,34.2196')));
    expect(error.code).toBe('UPW_ASSET_METADATA_SRS');
    expect(error.message).toContain('latitude first');
  });

  test.each([
    ['LOCAL:0,0', 'UPW_ASSET_METADATA_NO_REFERENCE', '--origin'],
    ['Local', 'UPW_ASSET_METADATA_NO_REFERENCE', '--origin'],
    ['LOCAL_CS["here"]', 'UPW_ASSET_METADATA_NO_REFERENCE', '--origin'],
    ['EPSG:2154', 'UPW_ASSET_METADATA_EPSG_UNKNOWN', 'full WKT'],
    ['EPSG:4326', 'UPW_ASSET_METADATA_SRS', 'degrees'],
    ['somewhere', 'UPW_ASSET_METADATA_SRS', 'somewhere'],
    ['PROJCS["x"', 'UPW_ASSET_METADATA_SRS', 'not closed'],
    [wkt('114').replace('Transverse_Mercator', 'Handkerchief'), 'UPW_ASSET_METADATA_SRS', 'PROJCS'],
  ])('%s is refused in a sentence', (srs, code, words) => {
    const error = thrown(() => placementOf(delivery(srs, '501027,2488718,0')));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
  });

  test('a delivery without reference stands at the origin given', () => {
    const given = { lat: 30, lon: 120, height: 5 };
    expect(placementOf({ file: 'metadata.xml' }, given).origin).toEqual(given);
    const used = placementOf(delivery('ENU:34,108'), given);
    expect(used.origin.lat).toBe(34);
    expect(used.warnings[0]).toMatch(/origin given is not used/);
  });
});

describe('an SRSOrigin', () => {
  test('with the zone number in front is put right where the SRS has none, and reported', () => {
    const prefixed = placementOf(delivery('EPSG:4509', '20483810,4400000,0'));
    const plain = placementOf(delivery('EPSG:4509', '483810,4400000,0'));
    expect(prefixed.origin).toEqual(plain.origin);
    expect(prefixed.warnings[0]).toMatch(/20483810 has the zone number 20 in front/);
  });

  test('without the zone number is put right where the SRS has one, and reported', () => {
    const placement = placementOf(delivery('EPSG:4525', '483810,4400000,0'));
    expect(placement.origin).toEqual(placementOf(delivery('EPSG:4525', '37483810,4400000,0')).origin);
    expect(placement.warnings[0]).toMatch(/lacks the zone number 37/);
  });

  test.each([
    ['41483810,4400000,0', 'central meridian'],
    ['2488718,501027,0', 'northing,easting'],
    ['0,0,0', 'a place in the model'],
    ['501027', '1 numbers'],
    ['501027,x,0', 'numbers'],
    ['501027,2488718,99999', 'height'],
  ])('%s is refused in a sentence', (srsOrigin, words) => {
    const error = thrown(() => placementOf(delivery('EPSG:4547', srsOrigin)));
    expect(error.code).toBe('UPW_ASSET_METADATA_ORIGIN');
    expect(error.message).toContain(words);
  });
});

test('every EPSG code of the table is the system PROJ knows by that code', ({ skip }) => {
  for (const [first, last] of epsgRanges) {
    for (const code of new Set([first, Math.floor((first + last) / 2), last])) {
      const proj = epsgSystem(code)?.proj ?? '';
      const easting = Number(/\+x_0=(\d+)/.exec(proj)?.[1] ?? 500_000) + 12_345;
      const northing = proj.includes('+south') ? 7_000_000 : 3_000_000;
      const known = oracle(skip, 'projinfo', ['-o', 'PROJ', '-q', '--single-line', `EPSG:${code}`]).stdout;
      const words = known.split(/\s+/).filter((word) => word.startsWith('+') && word !== '+type=crs');
      const shape = words.filter((word) => /^\+(ellps|datum|a|b|rf)=/.test(word));
      const input = `${easting} ${northing} 0\n`;
      const theirs = oracle(skip, 'cs2cs', ['-f', '%.10f', ...words, '+to', '+proj=longlat', ...shape], { input });
      const [lon = 0, lat = 0] = theirs.stdout.split(/\s+/).map(Number);
      const ours = placementOf(delivery(`EPSG:${code}`, `${easting},${northing},0`)).origin;
      expect(apart(ours, { lon, lat, height: 0 }), `EPSG:${code}`).toBeLessThan(0.001);
    }
  }
});

function expectLikeProj(
  skip: (reason: string) => never,
  metadata: ReturnType<typeof delivery> | ReturnType<typeof parseMetadata>,
  proj: string,
  [easting, northing, height]: readonly [number, number, number],
  seed: number,
): void {
  const random = seededRandom(seed);
  const vertices = Array.from({ length: 300 }, () => [
    (random() - 0.5) * 14_000,
    (random() - 0.5) * 14_000,
    random() * 200 - 20,
  ]);
  const input = vertices.map(([x = 0, y = 0, z = 0]) => `${easting + x} ${northing + y} ${height + z}`).join('\n');
  const args = ['-f', '%.6f', ...proj.split(' '), '+to', '+proj=geocent', '+datum=WGS84'];
  const theirs = oracle(skip, 'cs2cs', args, { input }).stdout.trim().split('\n');
  const placement = placementOf(metadata);
  const placed = placement.place(vertices.flat());
  const frame = enuFrame(placement.origin);
  vertices.forEach((_, i) => {
    const ours = enuToEcef(frame, [placed[3 * i] ?? 0, placed[3 * i + 1] ?? 0, placed[3 * i + 2] ?? 0]);
    const expected = (theirs[i] ?? '').split(/\s+/).map(Number);
    const error = Math.hypot(...ours.map((value, axis) => value - (expected[axis] ?? Number.NaN)));
    expect(error, `${proj}, vertex ${i}`).toBeLessThan(TOLERANCE_M);
  });
}
