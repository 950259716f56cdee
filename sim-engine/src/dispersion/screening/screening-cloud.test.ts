import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../../chemicals/table.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import { weatherTimeline } from '../../weather/timeline.ts';
import { emptyBox } from '../cell-box.ts';
import { linesAround, linesOf } from '../grid-lines.ts';
import type { FieldGrid } from '../hazard-field.ts';
import { timeLadder } from '../time-ladder.ts';
import { concentrationOf, volumeCell } from '../volume.ts';
import { VolumeBuilder } from '../volume-builder.ts';
import { volumeGridOver } from '../volume-grid.ts';
import { screeningCloud } from './screening-cloud.ts';

const grid: FieldGrid = { x0M: -396, y0M: -396, cellM: 8, nx: 150, ny: 100 };
const ladder = timeLadder(120);
const steps = ladder.stepsPerFrame * (ladder.timesS.length - 1);

function source(heightM: number, kgPerS: number, more: Partial<AirborneSource> = {}): AirborneSource {
  return {
    release: 'R1',
    kind: 'jet',
    at: [0, 0, heightM],
    stepS: ladder.stepS,
    massKg: new Float64Array(steps).fill(kgPerS * ladder.stepS),
    dropletShare: new Float64Array(steps),
    temperatureK: new Float64Array(steps).fill(293.15),
    radiusM: new Float64Array(steps),
    speedMPerS: new Float64Array(steps),
    ...more,
  };
}

function run(chemical: string, one: AirborneSource, windSpeedMPerS = 4, deposition = false) {
  const weather = weatherTimeline(
    [{ timeS: 0, windSpeedMPerS, windFromDeg: 270, windHeightM: 10, temperatureK: 293.15, stability: 'D' }],
    { roughnessM: 0.1, latDeg: 32, lonDeg: 120, startTime: 0 },
  );
  const request = {
    chemical: chemicalOf(chemical, 'the test'),
    sources: [one],
    weather,
    ladder,
    grid,
    headHeightM: 1.5,
    deposition,
  };
  const part = screeningCloud(request);
  const volume = new VolumeBuilder(volumeGridOver(grid), 1e-9);
  const values = new Float32Array(grid.nx * grid.ny);
  for (let frame = 1; frame < ladder.timesS.length; frame += 1) {
    values.fill(0);
    if (frame === ladder.timesS.length - 1) volume.take();
    for (const _ of part.advance(frame, values, emptyBox(grid), volume));
  }
  return { part, values, volume: { grid: volume.grid, leastKgPerM3: 1e-9, frames: [volume.take()] } };
}

describe('the screening cloud', () => {
  it.each([4, 1.4, 0])('holds in its volume all the gas that was let out, in a wind of %f m/s', (wind) => {
    const { volume } = run('carbon-monoxide', source(20, 2), wind);
    const { cellM, layerM } = volume.grid;
    const [frame] = volume.frames;
    const kg =
      [...(frame?.codes ?? [])].reduce((sum, code) => sum + concentrationOf(code, 1e-9), 0) * cellM * cellM * layerM;
    expect(kg / (2 * 120)).toBeGreaterThan(0.9);
    expect(kg / (2 * 120)).toBeLessThan(1.1);
  });

  it('says the same at head height in its layer, in its volume and on finer lines', () => {
    const { part, values, volume } = run('carbon-monoxide', source(1, 2));
    const lines = linesAround(grid, [[0, 0]]);
    const finer = new Float32Array(lines.xM.length * lines.yM.length);
    const touched = { iLow: lines.xM.length, iHigh: -1, jLow: lines.yM.length, jHigh: -1 };
    part.addTo?.({ lines, values: finer, heightM: 1.5, touched });
    const [i, j] = [grid.nx - 71, 49];
    const layer = values[j * grid.nx + i] as number;
    expect(Math.abs(volumeCell(volume, 0, i, j, 0) / layer - 1)).toBeLessThan(0.1);
    const near = (all: Float64Array, at: number) =>
      all.reduce((best, x, k) => (Math.abs(x - at) < Math.abs((all[best] as number) - at) ? k : best), 0);
    const { xM, yM } = linesOf(grid);
    const [fi, fj] = [near(lines.xM, xM[i] as number), near(lines.yM, yM[j] as number)];
    expect((finer[fj * lines.xM.length + fi] as number) / layer).toBeGreaterThan(0.9);
    expect((finer[fj * lines.xM.length + fi] as number) / layer).toBeLessThan(1.1);
  });

  it('is as wide as a pool at the pool, and as a thread at a hole', () => {
    const pool = run('carbon-monoxide', source(0, 2, { kind: 'pool', radiusM: new Float64Array(steps).fill(20) }));
    const hole = run('carbon-monoxide', source(0, 2));
    const at = (values: Float32Array<ArrayBuffer>, y: number) => values[(49 + y / 8) * grid.nx + 51] as number;
    expect(at(pool.values, 16) / at(pool.values, 0)).toBeGreaterThan(5 * (at(hole.values, 16) / at(hole.values, 0)));
  });

  it('settles only where that is asked for', () => {
    const total = (deposition: boolean) =>
      run('chlorine', source(1, 2), 2.5, deposition).values.reduce((sum, value) => sum + value, 0);
    expect(total(true)).toBeLessThan(0.98 * total(false));
  });

  it('names averaging time, height, what settles, and a gas that is too heavy or too light for it', () => {
    const words = (chemical: string, kgPerS: number, temperatureK = 293.15) => {
      const one = source(1, kgPerS, { temperatureK: new Float64Array(steps).fill(temperatureK) });
      const { assumptions, weaknesses } = run(chemical, one, 4, true).part.model;
      return [...assumptions, ...weaknesses].map(({ en }) => en).join('\n');
    };
    expect(words('chlorine', 5)).toMatch(/10-minute means 1.5 m above ground/);
    expect(words('chlorine', 5)).toMatch(/surface resistance of dry ground/);
    expect(words('chlorine', 5)).toMatch(/denser than air/);
    expect(words('hydrogen', 5)).toMatch(/lighter than air/);
    expect(words('hydrogen', 5)).toMatch(/Nothing settles/);
    expect(words('carbon-monoxide', 0.01)).toMatch(/dilute enough to be passive/);
  });
});

describe('lines around sources', () => {
  it('rise, span the grid, and are closest at the sources', () => {
    const lines = linesAround(grid, [
      [0, 0],
      [300, 100],
    ]);
    for (const axis of [lines.xM, lines.yM]) {
      for (let k = 1; k < axis.length; k += 1) {
        expect(axis[k] as number).toBeGreaterThan(axis[k - 1] as number);
        expect((axis[k] as number) - (axis[k - 1] as number)).toBeLessThan(11);
      }
    }
    expect(lines.xM[0]).toBe(-396);
    expect(lines.xM.at(-1)).toBe(-396 + 149 * 8);
    const gap = (at: number) => {
      const k = lines.xM.findIndex((x) => x >= at);
      return (lines.xM[k] as number) - (lines.xM[k - 1] as number);
    };
    expect(gap(0.5)).toBeLessThan(1.5);
    expect(gap(300.5)).toBeLessThan(1.5);
    expect(gap(600)).toBeCloseTo(8, 6);
  });
});
