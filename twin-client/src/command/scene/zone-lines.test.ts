import type { ProfileZone } from '@upwind/sim-engine';
import { expect, it } from 'vitest';
import { labelPlaces } from './zone-lines.tsx';

/** A zone as a rectangle that begins at the release and reaches east. */
const zone = (reachM: number): ProfileZone => ({
  chemical: 'chlorine',
  level: 'aegl-1',
  label: { zh: '', en: '' },
  limit: 1,
  timeS: 0,
  heightM: 1.5,
  averagingTimeS: 600,
  rings: [
    [
      [0, -reachM / 8],
      [reachM, -reachM / 8],
      [reachM, reachM / 8],
      [0, reachM / 8],
    ],
  ],
  areaM2: reachM ** 2 / 4,
  reachM,
});

it('names of zones stand on their own lines, far from each other and from the release', () => {
  const zones = [zone(400), zone(200), zone(100)];
  const places = labelPlaces(zones);
  for (const [n, place] of places.entries()) {
    expect(zones[n]?.rings[0]).toContainEqual(place);
    for (const other of places.slice(n + 1)) {
      expect(Math.hypot((place?.[0] ?? 0) - (other?.[0] ?? 0), (place?.[1] ?? 0) - (other?.[1] ?? 0))).toBeGreaterThan(
        40,
      );
    }
  }
  expect(places[0]?.[0]).toBe(400);
  expect(labelPlaces([])).toEqual([]);
});
