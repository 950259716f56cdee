import { readSite, type Site } from '@upwind/scenes';

const name = (en: string) => ({ zh: '测试', en });

/** A site of everything the photograph knows, on a hectare. */
export const smallSite: Site = readSite(
  {
    id: 'small',
    kind: 'chemical-park',
    name: name('Small park'),
    origin: { lat: 30.5, lon: 120.25, heightM: 12 },
    extent: { min: [-60, -40], max: [60, 40] },
    roughnessM: 0.2,
    elements: [
      {
        id: 'RD-1',
        kind: 'road',
        name: name('Main road'),
        at: [0, -30, 0],
        shape: {
          kind: 'path',
          path: [
            [-60, -30, 0],
            [60, -30, 0],
          ],
          widthM: 10,
          heightM: 0,
        },
      },
      {
        id: 'RD-2',
        kind: 'road',
        name: name('Side road'),
        at: [0, 5, 0],
        shape: {
          kind: 'path',
          path: [
            [0, -30, 0],
            [0, 40, 0],
          ],
          widthM: 6,
          heightM: 0,
        },
      },
      {
        id: 'PD-1',
        kind: 'pad',
        name: name('Staff car park'),
        at: [-40, 25, 0],
        shape: {
          kind: 'area',
          ring: [
            [-55, 12],
            [-25, 12],
            [-25, 38],
            [-55, 38],
          ],
          heightM: 0,
        },
      },
      {
        id: 'GR-1',
        kind: 'green',
        name: name('Lawn'),
        at: [40, -15, 0],
        shape: {
          kind: 'area',
          ring: [
            [25, -22],
            [55, -22],
            [55, -8],
            [25, -8],
          ],
          heightM: 0,
        },
      },
      {
        id: 'WB-1',
        kind: 'water',
        name: name('Pond'),
        at: [-40, -12, 0],
        shape: {
          kind: 'area',
          ring: [
            [-50, -20],
            [-30, -20],
            [-30, -4],
            [-50, -4],
          ],
          heightM: 0,
        },
      },
      {
        id: 'OF-1',
        kind: 'office',
        name: name('Office'),
        at: [25, 5, 0],
        shape: { kind: 'box', lengthM: 24, widthM: 12, heightM: 12 },
      },
      {
        id: 'WH-1',
        kind: 'warehouse',
        name: name('Warehouse'),
        at: [35, 28, 0],
        headingDeg: 10,
        shape: { kind: 'box', lengthM: 30, widthM: 14, heightM: 8 },
      },
      {
        id: 'T-1',
        kind: 'storage-tank',
        name: name('Tank'),
        at: [-15, 0, 0],
        shape: { kind: 'vertical-cylinder', radiusM: 5, heightM: 9 },
      },
      {
        id: 'V-1',
        kind: 'storage-sphere',
        name: name('Sphere'),
        at: [-14, 25, 0],
        shape: { kind: 'sphere', radiusM: 4, centreHeightM: 6 },
      },
      {
        id: 'PR-1',
        kind: 'pipe-rack',
        name: name('Rack'),
        at: [0, -18, 0],
        shape: {
          kind: 'path',
          path: [
            [-25, -18, 0],
            [22, -18, 0],
          ],
          widthM: 4,
          heightM: 7,
        },
      },
    ],
    points: [],
  },
  'the small site',
);
