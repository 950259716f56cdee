import type { Crew } from '../../src/crew/crew.ts';
import { makeMover } from '../../src/dispersion/resolved/mover.ts';
import { particleWords, removeGone, word } from '../../src/dispersion/resolved/particles.ts';
import { addParticle } from '../../src/dispersion/resolved/release-particle.ts';
import { turbulenceField } from '../../src/dispersion/resolved/turbulence.ts';
import { wallDistance } from '../../src/dispersion/resolved/wall-distance.ts';
import { boundaryLayerOf } from '../../src/weather/boundary-layer.ts';
import type { Obstacle } from '../../src/wind/obstacles.ts';
import { rasterOf } from '../../src/wind/raster.ts';
import { WindSolver } from '../../src/wind/solver/wind-solver.ts';
import { windField } from '../../src/wind/steady-wind.ts';
import { parkGrid } from '../park/park-wind.ts';
import type { ParkBox } from '../park/park1km.ts';

/** What one process measured, the same in Node and in a browser. Times in ms. */
export interface PlumeMeasure {
  /** One each: ten minutes of release and transport. */
  readonly wallsMs: readonly number[];
  readonly turbulenceMs: number;
  /** Particles times the seconds that they were carried. */
  readonly particleSeconds: number;
  /** Steps computed, several a second where the wind is fast or the wall near. */
  readonly substeps: number;
  readonly released: number;
  readonly activeAtEnd: number;
  readonly threads: number;
  /** Of all words of all particles at the end. */
  readonly digest: string;
}

const durationS = 600;
/** Release and movement go on by turns of this length. */
const windowS = 10;
const perSecond = 167;
const at = { x: 150, y: 502.5, z: 2 };
const seed = 1;

/** 10 minutes of a continuous source between the 500 boxes: 167 particles a second, steps of 1 s, Courant number 0.5. */
export function measurePlume(crew: Crew, boxes: readonly ParkBox[], runs: number): PlumeMeasure {
  const obstacles = boxes.map(
    ({ x, y, l, w, h }, n): Obstacle => ({
      kind: 'box',
      id: `box-${n}`,
      x: x + l / 2,
      y: y + w / 2,
      lengthM: l,
      widthM: w,
      angleRad: 0,
      baseM: 0,
      topM: h,
      porosity: 0,
    }),
  );
  const raster = rasterOf(obstacles, parkGrid);
  const air = boundaryLayerOf({
    windSpeedMPerS: 3,
    windFromDeg: 270,
    windHeightM: 10,
    temperatureK: 288.15,
    roughnessM: 0.1,
    inverseObukhovPerM: 0,
    stability: 'D',
  });
  const solver = new WindSolver(raster, crew);
  const wind = windField(solver, air);
  solver.release();
  const mover = makeMover(crew, {
    grid: parkGrid,
    capacity: perSecond * durationS,
    seed,
    stepS: 1,
    courant: 0.5,
    memoryShare: 0.3,
  });
  const began = performance.now();
  mover.setAir(wind, turbulenceField(wind, air, wallDistance(raster, 100), mover.cells));
  const turbulenceMs = performance.now() - began;
  const wallsMs: number[] = [];
  let [particleSeconds, substeps] = [0, 0];
  const { particles } = mover;
  for (let run = 0; run <= runs; run += 1) {
    particles.count = 0;
    const gone = { leftKg: 0, depositedKg: 0 };
    let id = 0;
    const seconds = Array.from({ length: durationS / windowS }, () => 0);
    const start = performance.now();
    for (let turn = 0; turn < durationS / windowS; turn += 1) {
      const before = particles.count;
      for (let clockS = 0; clockS < windowS; clockS += 1) {
        for (let n = 0; n < perSecond; n += 1) {
          addParticle(particles, { id, source: 0, ...at, massKg: 1, clockS }, seed, mover.table);
          id += 1;
        }
      }
      mover.advance(windowS);
      removeGone(particles, gone);
      // Those that came and those that left were carried for half the window on average.
      seconds[turn] = 0.5 * (before + particles.count) * windowS;
    }
    // The first one lets the compiler finish.
    if (run > 0) wallsMs.push(performance.now() - start);
    particleSeconds = seconds.reduce((sum, value) => sum + value, 0);
  }
  const { words, count } = particles;
  for (let n = 0; n < count; n += 1) substeps += words[n * particleWords + word.count] as number;
  return {
    wallsMs,
    turbulenceMs,
    particleSeconds,
    substeps,
    released: perSecond * durationS,
    activeAtEnd: count,
    threads: crew.threads,
    digest: digestOf(words.subarray(0, count * particleWords)),
  };
}

/** FNV-1a over words. */
function digestOf(words: Int32Array): string {
  let hash = 0x811c9dc5;
  for (const one of words) hash = Math.imul(hash ^ one, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
