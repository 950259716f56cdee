import { describe, expect, it } from 'vitest';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { emptyBox } from '../cell-box.ts';
import { linesOf } from '../grid-lines.ts';
import type { FieldGrid } from '../hazard-field.ts';
import { crosswindOf } from './lateral-spread.ts';
import { airOf, plainTable } from './plain.testing.ts';
import { plumeConcentration } from './plume.ts';
import { type PlumeTable, plumeTable } from './plume-table.ts';
import { addTrail } from './screening-cloud.ts';
import { segmentsOf } from './segment.ts';
import { blown, emptyTrail, type Trail } from './trail.ts';

const grid: FieldGrid = { x0M: -39, y0M: -199, cellM: 2, nx: 420, ny: 200 };

function blow(table: PlumeTable, at: (n: number) => BoundaryLayer, steps: number, mass: (n: number) => number): Trail {
  let trail = emptyTrail;
  for (let n = 0; n < steps; n += 1) {
    trail = blown(trail, at(n), table, crosswindOf(at(n), 1), [0, 0], mass(n), 5);
  }
  return trail;
}

function fieldOf(trail: Trail, now: BoundaryLayer, on = grid): Float32Array<ArrayBuffer> {
  const values = new Float32Array(on.nx * on.ny);
  addTrail(trail, now, { lines: linesOf(on), values, heightM: 1.5, touched: emptyBox(on) });
  return values;
}

describe('the trail of segments', () => {
  const steady = airOf(0.01);
  const table = plumeTable(steady, 1, 3000, 1);
  const at = (layer: Float32Array, x: number, y: number): number =>
    layer[Math.round((y - grid.y0M) / grid.cellM) * grid.nx + Math.round((x - grid.x0M) / grid.cellM)] as number;

  it('becomes the plume in a steady wind, within 2 % where the cells resolve it', () => {
    const layer = fieldOf(
      blow(
        table,
        () => steady,
        200,
        () => 5,
      ),
      steady,
    );
    for (const x of [101, 301, 701]) {
      for (const y of [1, 15, -15]) {
        const plume = plumeConcentration(table, steady, 1, x, y, 1.5);
        expect(at(layer, x, y) / plume, `${x}, ${y}`).toBeGreaterThan(0.98);
        expect(at(layer, x, y) / plume, `${x}, ${y}`).toBeLessThan(1.02);
      }
    }
  });

  it('joins its segments in a steady wind and keeps all of the mass', () => {
    const segments = segmentsOf(
      blow(
        table,
        () => steady,
        100,
        () => 5,
      ),
      steady,
    );
    expect(segments.length).toBeLessThan(5);
    expect(segments.reduce((sum, { massKg }) => sum + massKg, 0)).toBeCloseTo(500, 9);
  });

  it('is never negative and the same on both sides of its axis', () => {
    const layer = fieldOf(
      blow(
        table,
        () => steady,
        60,
        (n) => 5 + (n % 3),
      ),
      steady,
    );
    expect(layer.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    for (const x of [51, 201, 401]) {
      for (const y of [1, 9, 31]) expect(at(layer, x, y) / at(layer, x, -y)).toBeCloseTo(1, 4);
    }
  });

  it('holds the mass of a puff: its layer sums to mass times the share at head height', () => {
    const puff = blow(
      plainTable,
      () => steady,
      20,
      (n) => (n === 0 ? 7 : 0),
    );
    const sum = fieldOf(puff, steady).reduce((total, value) => total + value, 0) * grid.cellM * grid.cellM;
    // The ends blur by the spread of each place's own distance: 1–2 % of a lone puff.
    expect(sum / (7 * 0.05)).toBeGreaterThan(0.98);
    expect(sum / (7 * 0.05)).toBeLessThan(1.02);
  });

  it('holds it in a wind that turns and changes, too', () => {
    const wide: FieldGrid = { x0M: -990, y0M: -990, cellM: 6, nx: 330, ny: 330 };
    const turning = (n: number): BoundaryLayer => airOf(0.01, 200 + 2 * n, 3 + 0.05 * n);
    const trail = blow(plainTable, turning, 40, () => 4);
    const sum = fieldOf(trail, turning(39), wide).reduce((total, value) => total + value, 0) * 36;
    expect(sum / (160 * 0.05)).toBeGreaterThan(0.97);
    expect(sum / (160 * 0.05)).toBeLessThan(1.03);
    const total = segmentsOf(trail, turning(39)).reduce((mass, { massKg }) => mass + massKg, 0);
    expect(total).toBeCloseTo(160, 9);
  });

  it('holds it in air whose stability swings to and fro, and gathers it nowhere', () => {
    const airs = [0.01, 0.08, -0.02, 0.05].map((inverse) => airOf(inverse, 270, 3));
    const tables = airs.map((air) => plumeTable(air, 1, 3000, 1));
    let trail = emptyTrail;
    for (let n = 0; n < 200; n += 1) {
      const air = airOf([0.01, 0.08, -0.02, 0.05][n % 4] ?? 0, 270 + 20 * Math.sin(n / 3), 3);
      trail = blown(trail, air, tables[n % 4] as PlumeTable, crosswindOf(air, 1), [0, 0], 1, 1);
    }
    const now = airs[3] as BoundaryLayer;
    const steadily = blow(
      tables[3] as PlumeTable,
      () => now,
      40,
      () => 5,
    );
    const highest = (values: Float32Array<ArrayBuffer>): number => values.reduce((a, b) => Math.max(a, b), 0);
    expect(highest(fieldOf(trail, now))).toBeLessThan(3 * highest(fieldOf(steadily, now)));
  });

  it('keeps the width it has when the air turns stable', () => {
    const gas = blow(
      table,
      () => airOf(-0.05),
      60,
      () => 1,
    );
    const before = gas.nodes.map(({ spreadM }) => spreadM);
    const later = blown(gas, airOf(0.1), table, crosswindOf(airOf(0.1), 1), [0, 0], 1, 5);
    for (const [k, spread] of before.entries()) expect(later.nodes[k]?.spreadM).toBeGreaterThanOrEqual(spread);
  });

  it('blows to where the wind goes: from the west to the east, from 30° to 210°', () => {
    const [older] = blow(
      table,
      () => airOf(0, 270),
      10,
      () => 1,
    ).nodes;
    expect(older?.x).toBeGreaterThan(50);
    expect(Math.abs(older?.y ?? 9)).toBeLessThan(1e-9);
    const [other] = blow(
      table,
      () => airOf(0, 30),
      10,
      () => 1,
    ).nodes;
    expect((other?.x ?? 0) / (other?.y ?? 1)).toBeCloseTo(Math.tan(Math.PI / 6), 9);
    expect(other?.y).toBeLessThan(0);
  });
});

describe('a light wind', () => {
  const wide: FieldGrid = { x0M: -596, y0M: -596, cellM: 8, nx: 150, ny: 150 };
  const total = (layer: Float32Array<ArrayBuffer>): number => layer.reduce((sum, value) => sum + value, 0) * 64;
  const at = (layer: Float32Array<ArrayBuffer>, x: number, y: number): number =>
    layer[Math.round((y - wide.y0M) / 8) * wide.nx + Math.round((x - wide.x0M) / 8)] as number;

  it('of nothing at all spreads gas to all sides alike', () => {
    const calm = airOf(0.02, 0, 0);
    const layer = fieldOf(
      blow(
        plainTable,
        () => calm,
        100,
        () => 1,
      ),
      calm,
      wide,
    );
    const ring = [
      [60, 4],
      [-60, 4],
      [4, 60],
      [4, -60],
    ].map(([x = 0, y = 0]) => at(layer, x, y));
    expect(Math.min(...ring) / Math.max(...ring)).toBeGreaterThan(0.85);
    expect(Math.max(...layer)).toBeLessThan(2);
    expect(total(layer) / (100 * 0.05)).toBeCloseTo(1, 1);
  });

  it('of 0.3 m/s carries some gas against the wind, of 3 m/s none', () => {
    const share = (wind: number): number => {
      const light = airOf(0.02, 270, wind);
      const layer = fieldOf(
        blow(
          plainTable,
          () => light,
          120,
          () => 1,
        ),
        light,
        wide,
      );
      return at(layer, -40, 4) / at(layer, 44, 4);
    };
    expect(share(0.3)).toBeGreaterThan(0.005);
    expect(share(3)).toBe(0);
  });

  it.each([0, 0.4, 0.8, 1.3, 1.7, 2.5])('of %f m/s loses no gas', (wind) => {
    const light = airOf(0.02, 250, wind);
    const layer = fieldOf(
      blow(
        plainTable,
        () => light,
        60,
        () => 2,
      ),
      light,
      wide,
    );
    expect(total(layer) / (120 * 0.05)).toBeGreaterThan(0.96);
    expect(total(layer) / (120 * 0.05)).toBeLessThan(1.04);
  });

  it('passes into a plume without a jump', () => {
    const plain = (wind: number) => {
      const light = airOf(0.02, 270, wind);
      return at(
        fieldOf(
          blow(
            table(light),
            () => light,
            200,
            () => 1,
          ),
          light,
          wide,
        ),
        148,
        4,
      );
    };
    const table = (light: BoundaryLayer) => plumeTable(light, 1, 2000, 1);
    for (const wind of [1, 1.5, 2]) expect(plain(wind * 1.02) / plain(wind)).toBeCloseTo(1, 1);
  });
});
