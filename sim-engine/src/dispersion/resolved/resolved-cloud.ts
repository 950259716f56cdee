import { cos, sin } from '../../arithmetic/trigonometry.ts';
import type { Crew } from '../../crew/crew.ts';
import { SoloCrew } from '../../crew/solo.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import type { ObstacleRaster } from '../../wind/obstacles.ts';
import type { WindField } from '../../wind/wind-field.ts';
import { cellCount } from '../../wind/wind-grid.ts';
import type { HandedGas } from '../area-gas.ts';
import type { CellBox } from '../cell-box.ts';
import type { CloudPart, CloudRequest } from '../cloud-part.ts';
import { surfaceResistanceOf, uptakeOver } from '../deposition.ts';
import type { VolumeBuilder } from '../volume-builder.ts';
import { crowdOf } from './crowd.ts';
import { clearDensity, type DensityGrid, densityGrid, gatherDensity } from './density-grid.ts';
import { emissionPlan, mostParticles } from './emission.ts';
import { HandedBirths } from './handed-births.ts';
import { addDensity, bandwidthFor } from './kernel-density.ts';
import { resolvedModel } from './model-statement.ts';
import { makeMover } from './mover.ts';
import { firstKey, mixed, noiseWord, normalOf, secondKey, uniformOf } from './noise.ts';
import { openPlace } from './open-place.ts';
import { type Gone, particleWords, removeGone, word } from './particles.ts';
import { type PlumeRise, riseTable } from './plume-rise.ts';
import { addParticle, birthCount } from './release-particle.ts';
import { riseAir, riseOfSource } from './source-rise.ts';
import { largeEddies, turbulenceField } from './turbulence.ts';
import type { TurbulenceField } from './turbulence-field.ts';
import { wallDistance } from './wall-distance.ts';

/** The wind of a moment: a steady field, times a share, solved for a direction `turnDeg` beyond the moment's own. */
export interface WindMoment {
  readonly field: WindField;
  readonly share: number;
  readonly turnDeg: number;
}

export interface ResolvedRequest extends CloudRequest {
  /** The wind at a second of the incident; its fields stand on `raster`. */
  readonly windAt: (timeS: number) => WindMoment;
  readonly raster: ObstacleRaster;
  /** Gas that a model of heavy gas hands over once it is passive. */
  readonly handed?: HandedGas;
  /** Particles over the whole run; 20 000 where absent. */
  readonly particles?: number;
  readonly seed?: number;
  /** Shared by the caller; alone where absent. */
  readonly crew?: Crew;
}

/** What became of the gas, kg. */
export interface GasAccount {
  readonly emittedKg: number;
  readonly insideKg: number;
  readonly leftKg: number;
  readonly depositedKg: number;
}

export interface ResolvedCloud extends CloudPart {
  account(): GasAccount;
  /** Gives the crew's memory back. */
  release(): void;
}

const usualParticles = 20_000;
/** Names of the noise that places handed gas, apart from those of particles. */
const handedName = -1;
/** Handed gas fills its cells: its kernels are as wide as those of particles of this age, s. */
const handedAgeS = 30;
const moving = { stepS: 1, courant: 0.5, memoryShare: 0.3 };
/** Distance to walls beyond which it no longer matters, m. */
const farWallM = 80;
/** Quanta that the first gas of a run makes, at most: 2⁴⁰. Sums stay whole up to 2⁵³, eight thousand times as much. */
const firstQuanta = 1_099_511_627_776;
/** A field is never slowed below this share: calm air is for other models. */
const leastShare = 0.02;

/**
 * Gas around obstacles. The head-height layer of a frame is the mean over the time since the frame before, its volume
 * what stands at the frame's time. Bytes do not depend on the crew.
 */
export function resolvedCloud(request: ResolvedRequest): ResolvedCloud {
  const { chemical, sources, weather, ladder, grid, headHeightM, raster, windAt } = request;
  const { particles: wanted = usualParticles, seed = 1, crew = new SoloCrew() } = request;
  const { stepS, stepsPerFrame } = ladder;
  const steps = stepsPerFrame * (ladder.timesS.length - 1);
  const plan = emissionPlan(sources, steps, wanted);
  const births = request.handed && new HandedBirths(request.handed, wanted, steps);
  const room = mostParticles(wanted, steps, 1);
  const planned = plan.flat().reduce((sum, { count }) => sum + count, 0);
  const capacity = planned + (births === undefined ? 0 : room);
  const distanceM = wallDistanceOf(raster);
  const starts = sources.map(
    (source) =>
      Math.max(
        0,
        source.massKg.findIndex((mass) => mass > 0),
      ) * stepS,
  );
  const rises = sources.map((source, n) => riseAt(request, source, starts[n] ?? 0));
  // Handed gas has a place of its own in the table, without rise.
  const rise = riseTable([...rises, undefined], Math.max(leastShare, windAt(starts[0] ?? 0).share));
  const settling = surfaceResistanceOf(chemical.id);
  const first = weather.at(0);
  const depositionMPerS = settling === undefined ? 0 : uptakeOver(first, settling) * first.frictionVelocityMPerS;
  const mover = makeMover(crew, {
    ...moving,
    grid: raster.grid,
    capacity: Math.max(1, capacity),
    seed,
    depositionMPerS,
    rise,
  });
  const layerGrid = densityGrid(
    {
      cornerX: grid.x0M - 0.5 * grid.cellM,
      cornerY: grid.y0M - 0.5 * grid.cellM,
      cellM: grid.cellM,
      nx: grid.nx,
      ny: grid.ny,
      nz: 1,
      layerM: 1,
      lowestM: headHeightM,
    },
    raster,
  );
  const bandwidth = bandwidthFor(wanted);
  let quantaPerKg = 0;
  const gone: Gone = { leftKg: 0, depositedKg: 0 };
  let volumeDensity: DensityGrid | undefined;
  let field: WindField | undefined;
  let turbulence: TurbulenceField | undefined;
  let nextId = 0;
  let emittedKg = 0;

  /** The air of a step; new fields are packed, others only turn their large eddies. */
  const settleAir = (timeS: number): number => {
    const moment = windAt(timeS);
    const share = Math.max(leastShare, moment.share);
    const air = idealAir(weather.at(timeS), moment);
    if (moment.field !== field || turbulence === undefined) {
      field = moment.field;
      turbulence = turbulenceField(field, air, distanceM, mover.cells);
      mover.setAir(field, turbulence);
    } else {
      turbulence = { ...turbulence, ...largeEddies(air, raster.grid.layerM) };
      mover.setEddies(turbulence);
    }
    return share;
  };

  /** Quanta are sized by the first gas there is, so that what comes later changes nothing before. */
  const weigh = (massKg: number): void => {
    if (quantaPerKg === 0 && massKg > 0) quantaPerKg = firstQuanta / powerOfTwoOver(massKg);
  };

  const emit = (step: number, share: number): void => {
    for (const { source: n, count, massKg } of plan[step] ?? []) {
      weigh(count * massKg);
      const source = sources[n] as AirborneSource;
      for (let m = 0; m < count; m += 1) {
        const id = nextId;
        nextId += 1;
        emittedKg += massKg;
        const place = birthPlace(source, step, id, seed, mover.table, raster);
        const clockS = ((m + 0.5) / count) * stepS * share;
        addParticle(mover.particles, { id, source: n, ...place, massKg, clockS }, seed, mover.table);
      }
    }
  };

  const takeOver = (step: number, share: number): void => {
    if (births === undefined) return;
    const first = firstKey(seed, handedName - step);
    const second = mixed(first ^ secondKey);
    const uniform = (n: number): number => uniformOf(noiseWord(first, second, birthCount, n));
    const born = births.of(step, uniform);
    weigh(born.length * (born[0]?.massKg ?? 0));
    for (const { x, y, heightM, massKg } of born) {
      const id = nextId;
      nextId += 1;
      emittedKg += massKg;
      const place = openPlace(raster, x, y, heightM);
      const birth = { id, source: sources.length, ...place, massKg, clockS: 0.5 * stepS * share };
      addParticle(mover.particles, birth, seed, mover.table);
      const at = (mover.particles.count - 1) * particleWords;
      mover.particles.floats[at + word.ageS] = handedAgeS * share;
    }
  };

  return {
    model: resolvedModel,
    *advance(frame, layer, box, volume) {
      clearDensity(layerGrid);
      volumeDensity ??= volume && volumeDensityOf(volume, raster);
      if (volumeDensity !== undefined) clearDensity(volumeDensity);
      for (let n = (frame - 1) * stepsPerFrame; n < frame * stepsPerFrame; n += 1) {
        const share = settleAir((n + 0.5) * stepS);
        emit(n, share);
        takeOver(n, share);
        mover.advance(stepS * share);
        removeGone(mover.particles, gone);
        const { particles } = mover;
        // Neighbouring looks tell nearly the same: every second one does.
        if (turbulence !== undefined && particles.count > 0 && isLook(n, frame, stepsPerFrame)) {
          const air = { ...turbulence, cells: mover.cells };
          const head = { grid: layerGrid, heightM: headHeightM };
          // The volume is what stands at the frame's own time; the layer that people breathe is a mean.
          const last = n === frame * stepsPerFrame - 1;
          const to = last ? volumeDensity : undefined;
          const crowd = crowdOf(particles, raster.grid);
          addDensity(particles, 0, particles.count, air, 1, bandwidth, quantaPerKg, to, head, crowd);
        }
        yield;
      }
      if (quantaPerKg === 0) return;
      gatherDensity(layerGrid);
      readLayer(layerGrid, 1 / (quantaPerKg * looksOf(stepsPerFrame)), layer, box);
      if (volume === undefined || volumeDensity === undefined) return;
      yield;
      gatherDensity(volumeDensity);
      readVolume(volumeDensity, 1 / quantaPerKg, volume);
    },
    account: () => {
      const { particles } = mover;
      let insideKg = 0;
      for (let n = 0; n < particles.count; n += 1) insideKg += particles.floats[16 * n + 3] as number;
      return { emittedKg, insideKg, ...gone };
    },
    release: () => mover.release(),
  };
}

/** The least power of two that is not below a mass. */
function powerOfTwoOver(massKg: number): number {
  let power = 1;
  while (power < massKg) power *= 2;
  while (power > 2 * massKg) power /= 2;
  return power;
}

/** Kept with the raster: an ensemble asks for it again and again. */
const wallDistances = new WeakMap<ObstacleRaster, Float32Array>();

function wallDistanceOf(raster: ObstacleRaster): Float32Array | undefined {
  if (!raster.solid.includes(1)) return undefined;
  const distance = wallDistances.get(raster) ?? wallDistance(raster, farWallM);
  wallDistances.set(raster, distance);
  return distance;
}

/** The rise of a source in the wind of its first moment. */
function riseAt(
  { chemical, weather, windAt }: ResolvedRequest,
  source: AirborneSource,
  startS: number,
): PlumeRise | undefined {
  const moment = windAt(startS);
  const air = idealAir(weather.at(startS), moment);
  return riseOfSource(source, chemical, air, riseAir(moment.field, air, source.at));
}

/** The air that a field was solved for, of which the moment's is a share. */
function idealAir(air: BoundaryLayer, { share, turnDeg }: WindMoment): BoundaryLayer {
  const held = Math.max(leastShare, share);
  return {
    ...air,
    driftShare: 1,
    frictionVelocityMPerS: (air.driftShare * air.frictionVelocityMPerS) / held,
    lateralDeviationMPerS: air.lateralDeviationMPerS / held,
    windFromDeg: air.windFromDeg + turnDeg,
  };
}

/** A place in a source's opening, pool or burst, in the air: metres from the corner of the wind grid. */
function birthPlace(
  source: AirborneSource,
  step: number,
  id: number,
  seed: number,
  table: Float32Array,
  raster: ObstacleRaster,
): { x: number; y: number; z: number } {
  const first = firstKey(seed, id);
  const second = mixed(first ^ secondKey);
  const word = (lane: number): number => noiseWord(first, second, birthCount, lane);
  const radius = source.radiusM[step] ?? 0;
  let [dx, dy, dz] = [0, 0, 0];
  if (source.kind === 'jet') {
    [dx, dy, dz] = [4, 5, 6].map((lane) => 0.5 * radius * normalOf(word(lane), table)) as [number, number, number];
  } else {
    const far = radius * Math.sqrt(uniformOf(word(4)));
    const angle = 2 * Math.PI * uniformOf(word(5));
    [dx, dy] = [far * cos(angle), far * sin(angle)];
    if (source.kind === 'burst') dz = Math.sqrt(Math.max(0, radius * radius - far * far)) * uniformOf(word(6));
  }
  return openPlace(raster, source.at[0] + dx, source.at[1] + dy, source.at[2] + dz);
}

function volumeDensityOf({ grid }: VolumeBuilder, raster: ObstacleRaster): DensityGrid {
  const { x0M, y0M, z0M, cellM, layerM, nx, ny, nz } = grid;
  const corner = { cornerX: x0M - 0.5 * cellM, cornerY: y0M - 0.5 * cellM };
  return densityGrid({ ...corner, cellM, nx, ny, nz, layerM, lowestM: z0M }, raster);
}

function readLayer({ levels }: DensityGrid, kgPerQuantum: number, layer: Float32Array, box: CellBox): void {
  const finest = levels[0];
  if (finest === undefined) return;
  const { nx, quanta, open, cellM, touched } = finest;
  for (let j = touched.jLow; j <= touched.jHigh; j += 1) {
    for (let i = touched.iLow; i <= touched.iHigh; i += 1) {
      const cell = j * nx + i;
      const held = quanta[cell] as number;
      const air = open[cell] as number;
      if (held <= 0 || air <= 0) continue;
      layer[cell] = (layer[cell] as number) + (held * kgPerQuantum) / (cellM * cellM * air);
      if (i < box.iLow) box.iLow = i;
      if (i > box.iHigh) box.iHigh = i;
      if (j < box.jLow) box.jLow = j;
      if (j > box.jHigh) box.jHigh = j;
    }
  }
}

function readVolume({ levels, layerM }: DensityGrid, kgPerQuantum: number, volume: VolumeBuilder): void {
  const finest = levels[0];
  if (finest === undefined) return;
  const { nx, ny, quanta, open, cellM, touched } = finest;
  const { iLow, iHigh, jLow, jHigh, kLow, kHigh } = touched;
  if (kHigh < 0) return;
  const size = cellM * cellM * layerM;
  const { kgPerM3 } = volume;
  for (let k = kLow; k <= kHigh; k += 1) {
    for (let j = jLow; j <= jHigh; j += 1) {
      for (let i = iLow; i <= iHigh; i += 1) {
        const cell = (k * ny + j) * nx + i;
        const held = quanta[cell] as number;
        const air = open[cell] as number;
        if (held > 0 && air > 0) kgPerM3[cell] = (kgPerM3[cell] as number) + (held * kgPerQuantum) / (size * air);
      }
    }
  }
  volume.touch(iLow, jLow, kLow);
  volume.touch(iHigh, jHigh, kHigh);
}

/** Whether particles are looked at in step `n` of a frame: in the last, and every second before it. */
function isLook(n: number, frame: number, stepsPerFrame: number): boolean {
  return (frame * stepsPerFrame - 1 - n) % 2 === 0;
}

/** Looks in a frame. */
function looksOf(stepsPerFrame: number): number {
  return Math.ceil(stepsPerFrame / 2);
}

/** Bytes that a run of this grid holds on its crew. */
export function resolvedBytes(raster: ObstacleRaster, particles = usualParticles): number {
  return 48 * cellCount(raster.grid) + 64 * particles;
}
