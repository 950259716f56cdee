import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../../chemicals/table.ts';
import { joinCrew } from '../../crew/join.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import { cellAt } from '../../wind/wind-grid.ts';
import { portOfWorker } from '../../worker/ports.ts';
import { emptyBox } from '../cell-box.ts';
import { timeLadder } from '../time-ladder.ts';
import { VolumeBuilder } from '../volume-builder.ts';
import { gridOf, neutralAir, openRaster, openWind } from './open-wind.testing.ts';
import { type ResolvedRequest, resolvedCloud } from './resolved-cloud.ts';

const ladder = timeLadder(120);
const steps = ladder.stepsPerFrame * (ladder.timesS.length - 1);
const boundary = neutralAir(4, 0.1);

function request(particles: number, walls: boolean): ResolvedRequest {
  const raster = openRaster(gridOf(60, 32, 16, 5, 3));
  if (walls) {
    for (let k = 0; k < 4; k += 1) {
      for (let j = 13; j < 19; j += 1) for (let i = 14; i < 18; i += 1) raster.solid[cellAt(raster.grid, i, j, k)] = 1;
    }
  }
  const field = openWind(raster, boundary);
  const source: AirborneSource = {
    release: 'leak',
    kind: 'jet',
    at: [40, 80, 4],
    stepS: ladder.stepS,
    massKg: Float64Array.from({ length: steps }, (_, n) => (n < steps / 2 ? 2 : 0.5)),
    dropletShare: new Float64Array(steps),
    temperatureK: new Float64Array(steps).fill(288.15),
    radiusM: new Float64Array(steps).fill(0.5),
    speedMPerS: new Float64Array(steps),
  };
  return {
    chemical: chemicalOf('carbon-monoxide', 'test'),
    sources: [source],
    weather: { at: () => boundary, methods: [], classes: [], calm: false, notes: [] },
    ladder,
    grid: { x0M: 2.5, y0M: 2.5, cellM: 5, nx: 60, ny: 32 },
    headHeightM: 1.5,
    windAt: () => ({ field, share: 1, turnDeg: 0 }),
    raster,
    particles,
  };
}

function run(ask: ResolvedRequest): {
  layers: Float32Array<ArrayBuffer>[];
  volumes: Float32Array<ArrayBuffer>[];
  account: ReturnType<ReturnType<typeof resolvedCloud>['account']>;
} {
  const cloud = resolvedCloud(ask);
  const layers: Float32Array<ArrayBuffer>[] = [];
  const volumes: Float32Array<ArrayBuffer>[] = [];
  const volumeGrid = { x0M: 5, y0M: 5, z0M: 1.5, cellM: 10, layerM: 3, nx: 30, ny: 16, nz: 16 };
  const builder = new VolumeBuilder(volumeGrid, 1e-9);
  for (let frame = 1; frame < ladder.timesS.length; frame += 1) {
    const layer = new Float32Array(60 * 32);
    for (const _ of cloud.advance(frame, layer, emptyBox(ask.grid), builder));
    layers.push(layer);
    volumes.push(builder.kgPerM3.slice());
    builder.take();
  }
  const account = cloud.account();
  cloud.release();
  return { layers, volumes, account };
}

describe('the cloud', () => {
  const open = run(request(16_000, false));

  it('keeps account of every kilogram', () => {
    const { emittedKg, insideKg, leftKg, depositedKg } = open.account;
    expect(emittedKg).toBeCloseTo((steps / 2) * 2.5, 6);
    expect((insideKg + leftKg + depositedKg) / emittedKg).toBeCloseTo(1, 4);
    expect(leftKg).toBeGreaterThan(0);
  });

  it('holds in its volume the mass that is inside, nowhere below 0', () => {
    // After the first frame nothing has left: the mean of the steps of that frame stands in the air.
    const [first] = open.volumes;
    let kg = 0;
    for (const value of first ?? []) kg += value * 300;
    const steps = ladder.stepsPerFrame;
    expect(kg / (2 * steps)).toBeCloseTo(1, 4);
    for (const values of [...open.layers, ...open.volumes]) {
      expect(values.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    }
  });

  it('is symmetric about a wind along its axis', () => {
    const layer = open.layers[7] ?? new Float32Array(0);
    let south = 0;
    let north = 0;
    for (let j = 0; j < 16; j += 1) {
      for (let i = 0; i < 60; i += 1) {
        south += layer[j * 60 + i] ?? 0;
        north += layer[(31 - j) * 60 + i] ?? 0;
      }
    }
    expect(south / north).toBeGreaterThan(0.93);
    expect(south / north).toBeLessThan(1.07);
  });

  it('comes to the same plume with more particles', () => {
    const many = run(request(40_000, false));
    const mean = (layers: readonly Float32Array[]): number[] => {
      const sums = [15, 25, 40].map((i) =>
        layers.slice(5, 7).reduce((sum, layer) => {
          let row = 0;
          for (let j = 0; j < 32; j += 1) row += layer[j * 60 + i] ?? 0;
          return sum + row;
        }, 0),
      );
      return sums;
    };
    const few = mean(open.layers);
    for (const [n, value] of mean(many.layers).entries()) {
      expect((few[n] ?? 0) / value).toBeGreaterThan(0.85);
      expect((few[n] ?? 0) / value).toBeLessThan(1.15);
    }
  });

  it('puts no gas into walls and loses none to them', () => {
    const walled = run(request(8000, true));
    const { emittedKg, insideKg, leftKg } = walled.account;
    expect((insideKg + leftKg) / emittedKg).toBeCloseTo(1, 4);
    const layer = walled.layers[8] ?? new Float32Array(0);
    expect(layer[16 * 60 + 16]).toBe(0);
    expect(layer[16 * 60 + 13]).toBeGreaterThan(0);
  });

  it('is the same to the last bit whoever computes it', async () => {
    const worker = new Worker(new URL('../../crew/crew-thread.testing.ts', import.meta.url));
    const crew = joinCrew([portOfWorker(worker)]);
    const other = run({ ...request(16_000, false), crew });
    crew.close();
    await worker.terminate();
    expect(other.layers).toEqual(open.layers);
    expect(other.volumes).toEqual(open.volumes);
  });
});
