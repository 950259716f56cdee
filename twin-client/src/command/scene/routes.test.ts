import type { Route } from '@upwind/sim-engine';
import { describe, expect, it } from 'vitest';
import { placeOnRoute, routeColour } from './routes.tsx';

const route: Route = {
  kind: 'route',
  group: 'g',
  musterPoint: 'm',
  path: [
    [0, 0, 60],
    [100, 0, 160],
    [100, 50, 210],
  ],
  lengthM: 150,
  arrivalS: 210,
  doseFractionAegl2: 0,
  doseFractionAegl3: 0,
  reason: { zh: '', en: '' },
};

describe('a group on its way', () => {
  it('waits at its start, walks along the path and stays at the muster point', () => {
    expect(placeOnRoute(route, 0)).toEqual([0, 0]);
    expect(placeOnRoute(route, 110)).toEqual([50, 0]);
    expect(placeOnRoute(route, 185)).toEqual([100, 25]);
    expect(placeOnRoute(route, 999)).toEqual([100, 50]);
  });

  it('changes colour with its dose, never quietly', () => {
    const colours = [0, 0.2, 1.2].map((dose) => routeColour({ ...route, doseFractionAegl2: dose }));
    expect(new Set(colours).size).toBe(3);
    expect(routeColour({ ...route, doseFractionAegl2: 9, doseFractionAegl3: 1 })).not.toBe(colours[2]);
  });
});
