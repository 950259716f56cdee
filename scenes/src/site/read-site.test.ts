import { describe, expect, test } from 'vitest';
import { SceneError, type SceneErrorCode } from '../errors.ts';
import type { Element } from './element.ts';
import type { Point } from './point.ts';
import { parseSite, readSite } from './read-site.ts';
import type { Site } from './site.ts';

function tank(id: string, x: number): Element {
  return {
    id,
    kind: 'storage-tank',
    name: { zh: `储罐 ${id}`, en: `Tank ${id}` },
    at: [x, 0, 0],
    shape: { kind: 'vertical-cylinder', radiusM: 5, heightM: 10 },
  };
}

function level(id: string, element: string): Point {
  return {
    id,
    element,
    name: { zh: '液位', en: 'Level' },
    quantity: 'level',
    unit: 'm',
    range: { low: 0, high: 10 },
    limits: { low: { value: 1, priority: 'low' }, high: { value: 9, priority: 'high' } },
    at: [0, 0, 10],
    periodMs: 1000,
  };
}

function site(): Site {
  return {
    id: 'small',
    kind: 'chemical-park',
    name: { zh: '小厂', en: 'Small site' },
    origin: { lat: 31, lon: 120, heightM: 10 },
    extent: { min: [-50, -50], max: [50, 50] },
    roughnessM: 0.1,
    elements: [tank('T-1', -20), tank('T-2', 20)],
    points: [level('LI-1', 'T-1'), level('LI-2', 'T-2')],
  };
}

function refusal(json: unknown): SceneError {
  try {
    readSite(json, 'small.json');
  } catch (error) {
    if (error instanceof SceneError) return error;
    throw error;
  }
  throw new Error('The site was accepted.');
}

/** The site with one thing changed. */
function broken(change: (json: ReturnType<typeof site>) => void): Site {
  const json = site();
  change(json);
  return json;
}

describe('readSite', () => {
  test('gives back a good site unchanged', () => {
    const json: unknown = JSON.parse(JSON.stringify(site()));
    expect(readSite(json, 'small.json')).toBe(json);
    expect(parseSite(JSON.stringify(site()), 'small.json')).toEqual(site());
  });

  test('names the source, the path, the id and the field of a fault', () => {
    const error = refusal({ ...site(), elements: [tank('T-1', -20), { ...tank('T-2', 20), kind: 'boat' }] });
    expect(error.code).toBe('UPW_SCENE_SCHEMA');
    expect(error.message).toMatch(
      /^Site small\.json has 1 fault: elements\/1 \(T-2\)\/kind must be one of storage-sphere/,
    );
    expect(error.message).toMatch(/; is "boat"\.$/);
  });

  test('judges a shape by its own kind only', () => {
    const odd = { ...tank('T-1', 0), shape: { kind: 'sphere', radiusM: -1 } };
    const error = refusal({ ...site(), elements: [odd, tank('T-2', 20)] });
    expect(error.faults.map(({ what }) => what)).toEqual(['lacks centreHeightM: add it', 'must be > 0; is -1']);
    const unknown = refusal({ ...site(), elements: [{ ...tank('T-1', 0), shape: { kind: 'cone' } }, tank('T-2', 20)] });
    expect(unknown.message).toContain('elements/0 (T-1)/shape/kind must be one of sphere, vertical-cylinder');
  });

  test('says what a stranger sent instead of a site', () => {
    expect(refusal(undefined).message).toBe('Site small.json has 1 fault: site must be an object, is missing.');
    expect(refusal([1, 2]).message).toContain('is a list of 2');
    expect(refusal({ ...site(), colour: 'red' }).message).toContain('unknown field colour');
    expect(refusal({ ...site(), elements: 'none' }).message).toContain('site/elements must be array; is "none"');
    expect(refusal({ ...site(), points: [3] }).message).toContain('points/0 must be object; is 3');
  });

  test('text that is not JSON is refused with its own code', () => {
    expect(() => parseSite('{"id": ', 'half.json')).toThrow(/^Site half\.json has 1 fault: the text is not JSON/);
  });

  test('tells the first five faults and counts the rest', () => {
    const points = Array.from({ length: 40 }, (_, index) => level(`LI-${index}`, 'T-9'));
    const error = refusal({ ...site(), points });
    expect(error.count).toBe(40);
    expect(error.faults).toHaveLength(5);
    expect(error.message).toMatch(/; and 35 more\.$/);
    const schema = refusal({ ...site(), points: points.map((point) => ({ ...point, unit: 7 })) });
    expect(schema.count).toBe(40);
  });

  const crossRules: [SceneErrorCode, string, (json: Site) => void, RegExp][] = [
    [
      'UPW_SCENE_EXTENT',
      'an extent turned round',
      (json) => {
        json.extent = { min: [50, 50], max: [-50, -50] };
      },
      /extent min \[50,50\] must lie south-west/,
    ],
    [
      'UPW_SCENE_DUPLICATE_ID',
      'two elements of one id',
      (json) => json.elements.push(tank('T-1', 0)),
      /elements\/2 \(T-1\) has the same id as elements\/0/,
    ],
    [
      'UPW_SCENE_DUPLICATE_ID',
      'two points of one id',
      (json) => json.points.push(level('LI-2', 'T-1')),
      /points\/2 \(LI-2\) has the same id as points\/1/,
    ],
    [
      'UPW_SCENE_UNKNOWN_ELEMENT',
      'a point on nothing',
      (json) => json.points.push(level('LI-3', 'T-3')),
      /points\/2 \(LI-3\) measures T-3, which is not on the site/,
    ],
    [
      'UPW_SCENE_UNKNOWN_ELEMENT',
      'a part of nothing',
      (json) => json.elements.push({ ...tank('T-3', 0), partOf: 'B-1' }),
      /elements\/2 \(T-3\) is part of B-1/,
    ],
    [
      'UPW_SCENE_PART_OF_ITSELF',
      'a circle of parts',
      (json) => {
        json.elements = [
          { ...tank('T-1', -20), partOf: 'T-2' },
          { ...tank('T-2', 20), partOf: 'T-1' },
        ];
      },
      /elements\/0 \(T-1\) is part of itself/,
    ],
    [
      'UPW_SCENE_RANGE',
      'a range turned round',
      (json) => json.points.push({ ...level('LI-3', 'T-1'), range: { low: 10, high: 0 } }),
      /points\/2 \(LI-3\) its range runs from 10 to 0 m/,
    ],
    [
      'UPW_SCENE_LIMITS',
      'a limit outside the range',
      (json) => json.points.push({ ...level('LI-3', 'T-1'), limits: { high: { value: 11, priority: 'low' } } }),
      /points\/2 \(LI-3\) its limit high 11 m is outside its range 0 to 10/,
    ],
    [
      'UPW_SCENE_LIMITS',
      'limits out of order',
      (json) =>
        json.points.push({
          ...level('LI-3', 'T-1'),
          limits: { low: { value: 5, priority: 'low' }, high: { value: 5, priority: 'low' } },
        }),
      /its limit high 5 m is not above low 5/,
    ],
    [
      'UPW_SCENE_OUTSIDE_EXTENT',
      'a tank that reaches over the edge',
      (json) => json.elements.push(tank('T-3', 58)),
      /elements\/2 \(T-3\) reaches \[63\.0, .*more than 10 m outside the extent/,
    ],
    [
      'UPW_SCENE_OUTSIDE_EXTENT',
      'a point far away',
      (json) => json.points.push({ ...level('LI-3', 'T-1'), at: [0, 90, 0] }),
      /points\/2 \(LI-3\) reaches \[0\.0, 90\.0\]/,
    ],
    [
      'UPW_SCENE_EMPTY_AREA',
      'an area in one line',
      (json) =>
        json.elements.push({
          ...tank('B-1', 0),
          shape: {
            kind: 'area',
            ring: [
              [0, 0],
              [5, 5],
              [9, 9],
            ],
            heightM: 1,
          },
        }),
      /elements\/2 \(B-1\) its ring covers no ground/,
    ],
    [
      'UPW_SCENE_EMPTY_AREA',
      'a path of no length',
      (json) =>
        json.elements.push({
          ...tank('RD-1', 0),
          shape: {
            kind: 'path',
            path: [
              [1, 1, 0],
              [1, 1, 3],
            ],
            widthM: 4,
            heightM: 0,
          },
        }),
      /elements\/2 \(RD-1\) its path has no length/,
    ],
    [
      'UPW_SCENE_UNKNOWN_POINT',
      'a mast without its points',
      (json) => {
        json.mast = { element: 'T-1', heightM: 10, windSpeed: 'WS-1', windDirection: 'WS-1' };
      },
      /mast\/windSpeed refers to point WS-1, which is not on the site/,
    ],
    [
      'UPW_SCENE_MAST',
      'a mast that reads wind from a level',
      (json) => {
        json.mast = { element: 'T-1', heightM: 10, windSpeed: 'LI-1', windDirection: 'LI-1' };
      },
      /mast\/windSpeed LI-1 measures level in m: choose a point that measures wind-speed in m\/s/,
    ],
  ];

  test.each(crossRules)('%s: %s', (code, _what, change, message) => {
    const error = refusal(broken(change));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});
