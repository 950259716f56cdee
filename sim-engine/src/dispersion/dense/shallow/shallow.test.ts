import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../../../chemicals/table.ts';
import type { AirborneSource, EntryKind } from '../../../release/airborne.ts';
import { boundaryLayerOf } from '../../../weather/boundary-layer.ts';
import type { WeatherTimeline } from '../../../weather/timeline.ts';
import type { AreaGas } from '../../area-gas.ts';
import { emptyBox } from '../../cell-box.ts';
import { timeLadder } from '../../time-ladder.ts';
import { groundAir } from '../cloud-air.ts';
import { mixtureModel } from '../mixture.ts';
import { mixtureTable, tableAt } from './mixture-table.ts';
import { exchange, type ShallowAir, settle, shallowAir } from './shallow-air.ts';
import { denseShallowCloud, type ShallowOptions } from './shallow-cloud.ts';
import { flow, stableStep } from './shallow-flow.ts';
import { buildWall, levelGround, type ShallowGround } from './shallow-ground.ts';
import { emptyLayer, gasOf, include, type ShallowLayer } from './shallow-layer.ts';

const chlorine = chemicalOf('chlorine', 'the test');
const airDensity = 1.2;

/** A layer of one density that only flows. */
function still(layer: ShallowLayer, rho: number): void {
  layer.mass.forEach((m, k) => {
    layer.density[k] = rho;
    layer.depth[k] = m / rho;
  });
}

function fill(layer: ShallowLayer, rho: number, depthAt: (x: number, y: number) => number): void {
  const { x0M, y0M, cellM, nx, ny } = layer.ground.grid;
  for (let j = 0; j < ny; j += 1) {
    for (let i = 0; i < nx; i += 1) {
      const depth = depthAt(x0M + i * cellM, y0M + j * cellM);
      if (depth <= 0 || layer.ground.closed[j * nx + i] === 1) continue;
      layer.mass[j * nx + i] = rho * depth;
      layer.gas[j * nx + i] = rho * depth;
      include(layer, i, j);
    }
  }
  still(layer, rho);
}

function run(layer: ShallowLayer, rho: number, seconds: number): void {
  for (let left = seconds; left > 1e-9; ) {
    const dt = stableStep(layer, airDensity, Math.min(left, 1));
    flow(layer, airDensity, dt);
    still(layer, rho);
    left -= dt;
  }
}

function strip(cellM: number, length: number): ShallowGround {
  return levelGround({ x0M: -length / 2 + cellM / 2, y0M: 0, cellM, nx: Math.round(length / cellM), ny: 1 });
}

function airOf(windSpeedMPerS: number, temperatureK = 293): ShallowAir {
  const air = boundaryLayerOf({
    windSpeedMPerS,
    windFromDeg: 270,
    windHeightM: 10,
    temperatureK,
    roughnessM: 0.01,
    inverseObukhovPerM: 0,
    stability: 'D',
  });
  const mixture = mixtureModel(chlorine, groundAir(air));
  const table = mixtureTable(mixture, mixture.enthalpyOf(239, 0.5));
  return shallowAir({ air, mixture, windEast: 1, windNorth: 0, spreadShare: 1 }, table);
}

describe('the flow of a layer', () => {
  it('after a dam breaks is that of Ritter (1892), closer on a finer grid', () => {
    const rho = 3;
    const h0 = 2;
    const c = Math.sqrt((9.80665 * (rho - airDensity) * h0) / rho);
    const error = (cellM: number): number => {
      const layer = emptyLayer(strip(cellM, 400));
      fill(layer, rho, (x) => (x < 0 ? h0 : 0));
      run(layer, rho, 20);
      const { x0M, nx } = layer.ground.grid;
      let sum = 0;
      for (let i = 0; i < nx; i += 1) {
        const s = (x0M + i * cellM) / 20;
        const exact = s < -c ? h0 : s > 2 * c ? 0 : ((2 * c - s) * (2 * c - s) * h0) / (9 * c * c);
        sum += Math.abs((layer.depth[i] as number) - exact) * cellM;
      }
      return sum / (h0 * c * 20);
    };
    const [coarse, middle, fine] = [error(4), error(2), error(1)];
    expect(coarse).toBeLessThan(0.09);
    expect(middle).toBeLessThan(0.7 * coarse);
    expect(fine).toBeLessThan(0.7 * middle);
  });
  it('keeps mass to rounding and never becomes negative, whatever it meets', () => {
    const grid = { x0M: 0, y0M: 0, cellM: 5, nx: 40, ny: 40 };
    const ground = levelGround(grid);
    for (let j = 15; j < 20; j += 1) for (let i = 20; i < 25; i += 1) ground.closed[j * 40 + i] = 1;
    for (let k = 0; k < 1600; k += 1) ground.heightM[k] = 0.02 * (k % 40) + 0.3 * ((k * 7) % 5);
    buildWall(
      ground,
      [
        [10, 60],
        [60, 60],
        [60, 140],
      ],
      0.7,
    );
    const layer = emptyLayer(ground);
    fill(layer, 3, (x, y) => (Math.abs(x - 90) < 20 && Math.abs(y - 100) < 20 ? 4 : 0));
    const before = gasOf(layer);
    run(layer, 3, 60);
    expect((gasOf(layer) + layer.leftKg) / before).toBeCloseTo(1, 10);
    for (const column of [layer.mass, layer.gas]) expect(column.every((value) => value >= 0)).toBe(true);
    ground.closed.forEach((shut, k) => {
      if (shut === 1) expect(layer.gas[k]).toBe(0);
    });
  });
  it('lets a lake lie at rest over uneven ground', () => {
    const grid = { x0M: 0, y0M: 0, cellM: 5, nx: 30, ny: 30 };
    const ground = levelGround(grid);
    for (let k = 0; k < 900; k += 1) ground.heightM[k] = 3 - (3 * ((k * 13) % 7)) / 7;
    for (let k = 0; k < 900; k += 1) {
      const [i, j] = [k % 30, Math.floor(k / 30)];
      if (i < 2 || j < 2 || i > 27 || j > 27) ground.heightM[k] = 9;
    }
    const layer = emptyLayer(ground);
    fill(layer, 3, (x, y) => Math.max(0, 4 - (ground.heightM[(y / 5) * 30 + x / 5] as number)));
    run(layer, 3, 60);
    for (let k = 0; k < 900; k += 1) {
      if ((layer.mass[k] as number) <= 1e-6) continue;
      expect(Math.abs((layer.east[k] as number) / (layer.mass[k] as number))).toBeLessThan(1e-9);
      expect((layer.depth[k] as number) + (ground.heightM[k] as number)).toBeCloseTo(4, 9);
    }
  });
  it('spreads round and alike to all four sides', () => {
    const layer = emptyLayer(levelGround({ x0M: -100, y0M: -100, cellM: 5, nx: 41, ny: 41 }));
    fill(layer, 3, (x, y) => (x * x + y * y < 20 * 20 ? 3 : 0));
    run(layer, 3, 15);
    for (let j = 0; j < 41; j += 1) {
      for (let i = 0; i < 41; i += 1) {
        const here = layer.depth[j * 41 + i] as number;
        expect(Math.abs(here - (layer.depth[j * 41 + 40 - i] as number))).toBeLessThan(1e-9);
        expect(Math.abs(here - (layer.depth[i * 41 + j] as number))).toBeLessThan(1e-9);
      }
    }
  });
  it('stays behind a bund that is higher than itself and spills over a lower one', () => {
    const held = (heightM: number): number => {
      const ground = levelGround({ x0M: -100, y0M: -100, cellM: 5, nx: 41, ny: 41 });
      buildWall(
        ground,
        [
          [-32, -32],
          [32, -32],
          [32, 32],
          [-32, 32],
          [-32, -32],
        ],
        heightM,
      );
      const layer = emptyLayer(ground);
      fill(layer, 3, (x, y) => (Math.abs(x) < 32 && Math.abs(y) < 32 ? 1 : 0));
      run(layer, 3, 60);
      let inside = 0;
      for (let j = 0; j < 41; j += 1)
        for (let i = 0; i < 41; i += 1) {
          if (Math.abs(-100 + 5 * i) < 32 && Math.abs(-100 + 5 * j) < 32) inside += layer.gas[j * 41 + i] as number;
        }
      return (inside * 25) / (gasOf(layer) + layer.leftKg);
    };
    expect(held(1.2)).toBeCloseTo(1, 9);
    const low = held(0.4);
    expect(low).toBeGreaterThan(0.35);
    expect(low).toBeLessThan(0.6);
    expect(held(0)).toBeLessThan(0.2);
  });
  it('runs down a slope', () => {
    const ground = levelGround({ x0M: -100, y0M: -100, cellM: 5, nx: 81, ny: 41 });
    for (let k = 0; k < 81 * 41; k += 1) ground.heightM[k] = 40 - 0.25 * (k % 81);
    const layer = emptyLayer(ground);
    fill(layer, 3, (x, y) => (x * x + y * y < 20 * 20 ? 2 : 0));
    run(layer, 3, 20);
    let east = 0;
    layer.gas.forEach((gas, k) => {
      east += gas * (-100 + 5 * (k % 81));
    });
    expect(east / layer.gas.reduce((sum, gas) => sum + gas, 0)).toBeGreaterThan(20);
  });
});

describe('the exchange with air and ground', () => {
  it('holds a front in still air at its Froude number: a released volume follows x = (27Fr²/(12 − 2Fr²))^⅓ (g′q)^⅓ t^⅔', () => {
    const above = airOf(0);
    const rho = 1.3 * above.airDensity;
    const layer = emptyLayer(strip(2, 1200));
    fill(layer, rho, (x) => (Math.abs(x) < 40 ? 4 : 0));
    const front = (): number => {
      let last = 0;
      layer.depth.forEach((h, i) => {
        if (h > 0.05) last = Math.max(last, -600 + 1 + 2 * i);
      });
      return last;
    };
    const reduced = 9.80665 * 0.3;
    const froude = 1.15;
    const exact = (t: number): number =>
      ((27 * froude * froude) / (12 - 2 * froude * froude)) ** (1 / 3) * (reduced * 160) ** (1 / 3) * t ** (2 / 3);
    const at: number[] = [];
    const noDrag = {
      ...above,
      mixing: new Float64Array(above.mixing.length),
      wind: above.wind.map(() => 1e3),
      around: { ...above.around, air: { ...above.around.air, driftShare: 0 } },
    };
    for (let t = 0; t < 100; ) {
      const dt = stableStep(layer, above.airDensity, 0.5);
      flow(layer, above.airDensity, dt);
      still(layer, rho);
      const kept = layer.mass.slice();
      exchange(layer, noDrag, undefined, dt);
      // Only the resistance is looked at: the air taken in at the front is put back.
      layer.mass.forEach((m, k) => {
        const ratio = m > 0 ? (kept[k] as number) / m : 1;
        layer.mass[k] = kept[k] as number;
        layer.east[k] = (layer.east[k] as number) * ratio;
      });
      still(layer, rho);
      t += dt;
      if (Math.floor(t / 50) > Math.floor((t - dt) / 50)) at.push(front());
    }
    expect((at[0] as number) / exact(50)).toBeGreaterThan(0.85);
    expect((at[0] as number) / exact(50)).toBeLessThan(1.15);
    expect((at[1] as number) / exact(100)).toBeGreaterThan(0.85);
    expect((at[1] as number) / exact(100)).toBeLessThan(1.15);
  });
  it('looks mixtures up to a percent of density', () => {
    const { table, around } = airOf(3);
    for (const y of [0.001, 0.01, 0.05, 0.13, 0.3, 0.6, 0.9]) {
      for (const lack of [0.05, 0.4, 0.77, 1]) {
        const exact = around.mixture.at(y, y * lack * table.sourceEnthalpy);
        const read = tableAt(table.densityKgPerM3, y, lack);
        expect(Math.abs(read / exact.densityKgPerM3 - 1), `${y} ${lack}`).toBeLessThan(0.015);
      }
    }
  });
  it('takes a thin layer along with the wind and dilutes it', () => {
    const above = airOf(5);
    const layer = emptyLayer(strip(5, 600));
    fill(layer, 1.3, (x) => (x > -250 && x < -200 ? 0.5 : 0));
    layer.gas.forEach((g, k) => {
      layer.gas[k] = 0.02 * g;
    });
    const gas = gasOf(layer);
    const before = layer.mass.reduce((sum, m) => sum + m, 0);
    for (let t = 0; t < 40; t += 0.5) {
      settle(layer, above);
      flow(layer, above.airDensity, 0.25);
      settle(layer, above);
      flow(layer, above.airDensity, 0.25);
      settle(layer, above);
      exchange(layer, above, undefined, 0.5);
    }
    const mass = layer.mass.reduce((sum, m) => sum + m, 0);
    let centre = 0;
    layer.gas.forEach((g, k) => {
      centre += g * (-297.5 + 5 * k);
    });
    expect(gasOf(layer) + layer.leftKg).toBeCloseTo(gas, 8);
    expect(mass).toBeGreaterThan(2 * before);
    expect((centre * 25) / gas).toBeGreaterThan(-225 + 60);
  });
});

const grid = { x0M: -197.5, y0M: -247.5, cellM: 5, nx: 100, ny: 100 };

function cloudOf(
  kind: EntryKind,
  kg: number,
  durationS: number,
  options: ShallowOptions = {},
  windSpeedMPerS = 3,
  cells = grid,
) {
  const ladder = timeLadder(durationS);
  const steps = Math.round(durationS / ladder.stepS);
  const fillOf = (value: number) => new Float64Array(steps).fill(value);
  const source: AirborneSource = {
    release: 'R1',
    kind,
    at: [0, 0, kind === 'jet' ? 1 : 0],
    stepS: ladder.stepS,
    massKg: Float64Array.from({ length: steps }, (_, n) => (kind === 'burst' ? (n === 0 ? kg : 0) : kg / steps)),
    dropletShare: fillOf(0.5),
    temperatureK: fillOf(239.1),
    radiusM: fillOf(kind === 'jet' ? 0.2 : 8),
    speedMPerS: fillOf(kind === 'jet' ? 30 : 0),
  };
  const weather: WeatherTimeline = {
    at: () =>
      boundaryLayerOf({
        windSpeedMPerS,
        windFromDeg: 270,
        windHeightM: 10,
        temperatureK: 293,
        roughnessM: 0.03,
        inverseObukhovPerM: 0,
        stability: 'D',
      }),
    methods: [],
    classes: [],
    notes: [],
    calm: false,
  };
  const part = denseShallowCloud(
    { chemical: chlorine, sources: [source], weather, ladder, grid: cells, headHeightM: 1.5 },
    options,
  );
  return Array.from({ length: ladder.timesS.length - 1 }, (_, k) => {
    const layer = new Float32Array(cells.nx * cells.ny);
    for (const _step of part.advance(k + 1, layer, emptyBox(cells), undefined));
    return layer;
  });
}

describe('the shallow layer as a part of a cloud', () => {
  it('gives finite concentrations for pools, jets and bursts in a calm, a breeze and a gale', () => {
    for (const wind of [0, 3, 30]) {
      for (const kind of ['pool', 'jet', 'burst'] as const) {
        for (const layer of cloudOf(kind, 500, 40, {}, wind)) {
          expect(
            layer.every((c) => Number.isFinite(c) && c >= 0 && c < 8),
            `${kind} ${wind}`,
          ).toBe(true);
        }
      }
    }
  });
  it('hands all gas over in the end, none twice, and gives the same bytes each time', () => {
    const tally = () => {
      const handed: AreaGas[] = [];
      const layers = cloudOf('burst', 100, 300, { onHanded: (_, gas) => handed.push(gas) }, 6);
      return { handed, last: layers[layers.length - 1] };
    };
    const once = tally();
    const kg = once.handed.reduce((sum, { massKg }) => sum + massKg.reduce((a, b) => a + b, 0), 0);
    expect(kg).toBeGreaterThan(0.99 * 100);
    expect(kg).toBeLessThanOrEqual(100 * (1 + 1e-9));
    for (const { heightM } of once.handed) for (const h of heightM) expect(h).toBeGreaterThan(0);
    expect(tally()).toEqual(once);
  });
  it('converges with the grid: half the cell moves the farthest reach by less than a tenth', () => {
    const reach = (cellM: number): number => {
      const cells = { x0M: -197.5, y0M: -148.75, cellM, nx: Math.round(400 / cellM), ny: Math.round(300 / cellM) };
      const layers = cloudOf('burst', 1000, 60, {}, 2, cells);
      const last = layers[layers.length - 1] as Float32Array;
      let far = 0;
      last.forEach((c, k) => {
        if (c > 1e-3) far = Math.max(far, cells.x0M + cellM * (k % cells.nx));
      });
      return far;
    };
    const [coarse, fine] = [reach(5), reach(2.5)];
    expect(Math.abs(coarse - fine)).toBeLessThan(0.1 * fine + 5);
  });
  it('flows round a building and not through it', () => {
    const ground = levelGround(grid);
    for (let j = 44; j < 56; j += 1) for (let i = 46; i < 50; i += 1) ground.closed[j * 100 + i] = 1;
    const layers = cloudOf('pool', 400, 120, { ground }, 3);
    const last = layers[layers.length - 1] as Float32Array;
    expect(last[50 * 100 + 48]).toBe(0);
    expect(last[60 * 100 + 48]).toBeGreaterThan(0);
    expect(last[50 * 100 + 44]).toBeGreaterThan(0);
  });
  it('does not swell where wind presses it into a corner', () => {
    const ground = levelGround(grid);
    for (let j = 30; j < 70; j += 1) for (let i = 50; i < 54; i += 1) ground.closed[j * 100 + i] = 1;
    for (const j of [30, 69]) for (let i = 44; i < 50; i += 1) ground.closed[j * 100 + i] = 1;
    for (const layer of cloudOf('pool', 3000, 300, { ground }, 5)) {
      // Gas that swelled without end would be nowhere: what is let out stands in the corner, diluted but there.
      expect(Math.max(...layer)).toBeLessThan(8);
    }
    const last = cloudOf('pool', 3000, 300, { ground }, 5).at(-1) as Float32Array;
    expect(last[50 * 100 + 49]).toBeGreaterThan(1e-3);
  });
});
