import { describe, expect, it } from 'vitest';
import type { Chemical } from '../../chemicals/chemical.ts';
import { chemicals } from '../../chemicals/table.ts';
import type { AirborneSource, EntryKind } from '../../release/airborne.ts';
import { boundaryLayerOf, type MastReading } from '../../weather/boundary-layer.ts';
import type { WeatherTimeline } from '../../weather/timeline.ts';
import { emptyBox } from '../cell-box.ts';
import type { CloudPart, CloudRequest } from '../cloud-part.ts';
import { timeLadder } from '../time-ladder.ts';
import { volumeCell } from '../volume.ts';
import { VolumeBuilder } from '../volume-builder.ts';
import { denseIntegralCloud } from './dense-cloud.ts';

function chemicalOf(id: string): Chemical {
  const found = chemicals.find((chemical) => chemical.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function windOf(at: (timeS: number) => Partial<MastReading>): WeatherTimeline {
  const base: MastReading = {
    windSpeedMPerS: 3,
    windFromDeg: 270,
    windHeightM: 10,
    temperatureK: 293,
    roughnessM: 0.03,
    inverseObukhovPerM: 0,
    stability: 'D',
  };
  return { at: (t) => boundaryLayerOf({ ...base, ...at(t) }), methods: [], classes: [], notes: [], calm: false };
}

function sourceOf(
  kind: EntryKind,
  steps: number,
  stepS: number,
  rate: (n: number) => number,
  dropletShare = 0,
): AirborneSource {
  const fill = (value: number) => new Float64Array(steps).fill(value);
  return {
    release: 'R1',
    kind,
    at: [0, 0, kind === 'jet' ? 1 : 0],
    stepS,
    massKg: Float64Array.from({ length: steps }, (_, n) => rate(n) * stepS),
    dropletShare: fill(dropletShare),
    temperatureK: fill(239.1),
    radiusM: fill(kind === 'jet' ? 0.2 : 5),
    speedMPerS: fill(kind === 'jet' ? 30 : 0),
  };
}

const grid = { x0M: -297.5, y0M: -497.5, cellM: 5, nx: 260, ny: 200 };
const cellArea = 25;

function requestOf(source: AirborneSource, durationS: number, weather = windOf(() => ({}))): CloudRequest {
  return {
    chemical: chemicalOf('chlorine'),
    sources: [source],
    weather,
    ladder: timeLadder(durationS),
    grid,
    headHeightM: 1.5,
  };
}

function layersOf(part: CloudPart, frames: number): Float32Array<ArrayBuffer>[] {
  return Array.from({ length: frames }, (_, k) => {
    const layer = new Float32Array(grid.nx * grid.ny);
    for (const _step of part.advance(k + 1, layer, emptyBox(grid), undefined));
    return layer;
  });
}

/** Mass over all heights from a volume with layers of 1 m. */
function massOf(part: CloudPart, frame: number): number {
  const nz = 60;
  const volume = new VolumeBuilder({ ...grid, z0M: 0.25, layerM: 0.5, nz }, 1e-9);
  const layer = new Float32Array(grid.nx * grid.ny);
  for (const _step of part.advance(frame, layer, emptyBox(grid), volume));
  return volume.kgPerM3.reduce((sum, c) => sum + c, 0) * cellArea * 0.5;
}

const centroid = (layer: Float32Array): readonly [number, number] => {
  let [sum, east, north] = [0, 0, 0];
  layer.forEach((c, cell) => {
    sum += c;
    east += c * (grid.x0M + (cell % grid.nx) * grid.cellM);
    north += c * (grid.y0M + Math.floor(cell / grid.nx) * grid.cellM);
  });
  return [east / sum, north / sum];
};

describe('the integral model on a grid', () => {
  for (const [kind, rate] of [
    ['pool', 2],
    ['jet', 2],
  ] as const) {
    it(`holds all gas that a ${kind} has let out`, () => {
      const source = sourceOf(kind, 24, 5, (n) => (n < 12 ? rate : 0), kind === 'jet' ? 0.7 : 0);
      const part = denseIntegralCloud(requestOf(source, 120));
      const masses = Array.from({ length: 12 }, (_, k) => massOf(part, k + 1));
      // The first metres of a plume are thinner than a layer of the volume, hence the tolerance.
      expect(masses[5]).toBeGreaterThan(0.9 * 60 * rate);
      expect(masses[5]).toBeLessThan(1.1 * 60 * rate);
      expect(masses[11]).toBeGreaterThan(0.95 * 60 * rate);
      expect(masses[11]).toBeLessThan(1.05 * 60 * rate);
    });
  }
  it('holds all gas of a burst', () => {
    const source = sourceOf('burst', 24, 5, (n) => (n === 0 ? 200 : 0), 0.8);
    const part = denseIntegralCloud(requestOf(source, 120));
    for (let k = 1; k <= 12; k += 1) {
      const mass = massOf(part, k);
      expect(mass, `frame ${k}`).toBeGreaterThan(0.9 * 1000);
      expect(mass, `frame ${k}`).toBeLessThan(1.1 * 1000);
    }
  });
  it('is the same on both sides of the wind, nowhere negative, and hides nothing at the edge of its box', () => {
    const source = sourceOf('pool', 8, 5, () => 20);
    const [layer] = layersOf(denseIntegralCloud(requestOf(source, 40)), 4).slice(3);
    let most = 0;
    for (let j = 0; j < grid.ny; j += 1) {
      for (let i = 0; i < grid.nx; i += 1) {
        const here = layer?.[j * grid.nx + i] as number;
        const mirrored = layer?.[(grid.ny - 1 - j) * grid.nx + i] as number;
        expect(here).toBeGreaterThanOrEqual(0);
        expect(Math.abs(here - mirrored)).toBeLessThanOrEqual(1e-6 + 1e-4 * here);
        most = Math.max(most, here);
      }
    }
    expect(most).toBeGreaterThan(0.001);
  });
  it('follows a wind that turns: the cloud goes where the wind of the moment blows', () => {
    const weather = windOf((t) => ({ windFromDeg: t < 60 ? 270 : 180 }));
    const source = sourceOf('pool', 24, 5, (n) => (n < 6 ? 2 : 0));
    const layers = layersOf(denseIntegralCloud(requestOf(source, 120, weather)), 12);
    const [before, after] = [centroid(layers[5] as Float32Array), centroid(layers[11] as Float32Array)];
    expect(before[0]).toBeGreaterThan(40);
    expect(Math.abs(before[1])).toBeLessThan(2);
    expect(after[1] - before[1]).toBeGreaterThan(60);
    expect(Math.abs(after[0] - before[0])).toBeLessThan(25);
  });
  it('gives the same bytes twice', () => {
    const run = () =>
      layersOf(
        denseIntegralCloud(
          requestOf(
            sourceOf('jet', 12, 5, () => 3, 0.6),
            60,
          ),
        ),
        6,
      );
    expect(run()).toEqual(run());
  });
  it('stays finite in calm air and in a gale', () => {
    for (const windSpeedMPerS of [0, 0.1, 60]) {
      for (const kind of ['pool', 'jet', 'burst'] as const) {
        const source = sourceOf(kind, 12, 5, (n) => (n < 3 ? 5 : 0), 0.5);
        const layers = layersOf(
          denseIntegralCloud(
            requestOf(
              source,
              60,
              windOf(() => ({ windSpeedMPerS })),
            ),
          ),
          6,
        );
        for (const layer of layers) expect(layer.every((c) => Number.isFinite(c) && c >= 0 && c < 10)).toBe(true);
      }
    }
  });
  it('fills a volume that agrees with the head layer', () => {
    const part = denseIntegralCloud(
      requestOf(
        sourceOf('pool', 6, 5, () => 2),
        30,
      ),
    );
    const volume = new VolumeBuilder({ ...grid, z0M: 0.5, layerM: 1, nz: 10 }, 1e-8);
    const layer = new Float32Array(grid.nx * grid.ny);
    for (let k = 1; k <= 3; k += 1) {
      layer.fill(0);
      for (const _step of part.advance(k, layer, emptyBox(grid), k === 3 ? volume : undefined));
    }
    const frame = volume.take();
    const [i, j] = [66, 99];
    const read = volumeCell({ grid: volume.grid, leastKgPerM3: 1e-8, frames: [frame] }, 0, i, j, 1);
    const head = layer[j * grid.nx + i] as number;
    expect(head).toBeGreaterThan(0);
    expect(read / head).toBeGreaterThan(0.95);
    // The volume holds the mean of its cell, which is a little more than the value at its middle.
    expect(read / head).toBeLessThan(1.1);
  });
});
