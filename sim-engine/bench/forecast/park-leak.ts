import type { Incident } from '@upwind/scenarios';
import type { Element, Site } from '@upwind/scenes';
import type { ParkBox } from '../park/park1km.ts';

/** The bench park as a site: its boxes as workshops on flat ground. */
export function parkSite(boxes: readonly ParkBox[]): Site {
  const elements = boxes.map(
    ({ x, y, l, w, h }, n): Element => ({
      id: `box-${n}`,
      kind: 'workshop',
      name: { zh: `厂房 ${n}`, en: `Workshop ${n}` },
      at: [x + l / 2, y + w / 2, 0],
      headingDeg: 0,
      shape: { kind: 'box', lengthM: l, widthM: w, heightM: h },
    }),
  );
  return {
    id: 'park1km',
    kind: 'chemical-park',
    name: { zh: '基准园区', en: 'Bench park' },
    origin: { lat: 31, lon: 121, heightM: 0 },
    extent: { min: [0, 0], max: [1000, 1000] },
    roughnessM: 0.1,
    elements,
    points: [],
  };
}

/** Half an hour of chlorine, 2 kg/s from the clear pad, in 3 m/s from the west at 10 m, neutral. */
export const parkLeak: Incident = {
  id: 'park-leak',
  site: 'park1km',
  title: 'Bench leak',
  mode: 'rehearsal',
  startTime: Date.UTC(2026, 0, 1),
  durationS: 1800,
  seed: 1,
  model: 'resolved',
  weather: [{ timeS: 0, windSpeedMPerS: 3, windFromDeg: 270, windHeightM: 10, temperatureK: 293.15, stability: 'D' }],
  releases: [
    {
      id: 'r1',
      at: [150, 502.5, 2],
      chemical: 'chlorine',
      source: { kind: 'rate', kgPerS: 2 },
      startS: 0,
    },
  ],
  people: [],
};
