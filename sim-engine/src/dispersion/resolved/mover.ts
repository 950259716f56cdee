import type { Block, Crew } from '../../crew/crew.ts';
import { CrewLost } from '../../crew/crew.ts';
import type { WindField } from '../../wind/wind-field.ts';
import { cellCount, faceCount, type WindGrid } from '../../wind/wind-grid.ts';
import { faceWords, type MovingSteps, packFaces } from './moving-air.ts';
import { normalTable } from './noise.ts';
import { type Particles, particleWords } from './particles.ts';
import { noRise, type RiseTable } from './rise-table.ts';
import { type TurbulenceField, turbulenceWords } from './turbulence-field.ts';

/** Particles of one part of a job. */
const chunk = 256;
const airWords = 24;
/** Room of a part for the four particles that it moves at a time. */
const laneWords = 256;

/** Moves particles with a crew; all arrays stand in the crew's memory. */
export interface Mover {
  /** Room for all particles; the first `count` are alive. Ask anew after `setAir`. */
  readonly particles: Particles;
  readonly table: Float32Array;
  /** Room for the turbulence of the grid, as `TurbulenceField.cells`: written here, it need not be copied. */
  readonly cells: Float32Array;
  /** The air from now on. */
  setAir(wind: WindField, turbulence: TurbulenceField): void;
  /** The same wind with other large eddies and another lid. */
  setEddies(turbulence: Omit<TurbulenceField, 'raster' | 'cells'>): void;
  /** Moves all particles to the end of a window. */
  advance(windowS: number): void;
  release(): void;
}

export interface MoverOptions extends MovingSteps {
  readonly grid: WindGrid;
  readonly capacity: number;
  readonly seed: number;
  readonly depositionMPerS?: number;
  readonly rise?: RiseTable;
}

/** Room on a crew for particles and the air of a grid. Throws a RangeError where the crew's memory is full. */
export function makeMover(crew: Crew, options: MoverOptions): Mover {
  const { grid, capacity, seed, stepS, courant, memoryShare, depositionMPerS = 0, rise = noRise } = options;
  const room = crew.floats(capacity * particleWords);
  const faces = crew.floats(faceCount(grid) * faceWords);
  const cells = crew.floats(cellCount(grid) * turbulenceWords);
  const table = crew.floats(4096);
  const rises = crew.floats(Math.max(1, rise.values.length));
  const air = crew.floats(airWords);
  const lanes = crew.floats(Math.ceil(capacity / chunk) * laneWords);
  table.array.set(normalTable());
  rises.array.set(rise.values);
  const blocks: Block<unknown>[] = [room, faces, cells, table, rises, air, lanes];
  let count = 0;
  // Without shared memory the room moves when memory grows; its view is made anew only then.
  let seen: Float32Array | undefined;
  let words = new Int32Array(0) as Int32Array;
  const f = Math.fround;

  const particles: Particles = {
    capacity,
    get count() {
      return count;
    },
    set count(value) {
      count = value;
    },
    get floats() {
      return room.array;
    },
    get words() {
      const floats = room.array;
      if (floats !== seen) {
        seen = floats;
        words = new Int32Array(floats.buffer, floats.byteOffset, floats.length);
      }
      return words;
    },
  };

  const setAir = (wind: WindField, turbulence: TurbulenceField): void => {
    packFaces(wind, faces.array);
    if (turbulence.cells.byteOffset !== cells.at || turbulence.cells.buffer !== cells.array.buffer) {
      cells.array.set(turbulence.cells.subarray(0, cells.length));
    }
    const floats = air.array;
    const words = new Int32Array(floats.buffer, floats.byteOffset, floats.length);
    words.set([faces.at, cells.at, table.at, rises.at, grid.nx, grid.ny, grid.nz, rise.length, seed]);
    const [cellM, layerM] = [f(grid.cellM), f(grid.layerM)];
    floats.set(
      [
        cellM,
        layerM,
        1 / cellM,
        1 / layerM,
        1 / stepS,
        1 / courant,
        1 / memoryShare,
        0,
        0,
        0,
        0,
        depositionMPerS,
        1 / rise.stepS,
        Math.max(0, rise.length - 1) * rise.stepS,
      ],
      9,
    );
    setEddies(turbulence);
  };

  const setEddies: Mover['setEddies'] = ({ lidM, meanderEastMPerS, meanderNorthMPerS, meanderTimeS }) => {
    air.array.set([lidM, meanderEastMPerS, meanderNorthMPerS, 0.5 / meanderTimeS], 16);
  };

  const advance = (windowS: number): void => {
    air.array[23] = windowS;
    const parts = Math.ceil(count / chunk);
    if (parts === 0) return;
    const before = crew.threads > 1 ? Float32Array.from(room.array.subarray(0, count * particleWords)) : undefined;
    try {
      crew.run('moveParticles', parts, count, chunk, room.at, air.at, lanes.at);
    } catch (error) {
      if (!(error instanceof CrewLost) || before === undefined) throw error;
      room.array.set(before);
      crew.run('moveParticles', parts, count, chunk, room.at, air.at, lanes.at);
    }
  };

  return {
    particles,
    get table() {
      return table.array;
    },
    get cells() {
      return cells.array;
    },
    setAir,
    setEddies,
    advance,
    release: () => {
      for (const block of blocks) crew.release(block);
    },
  };
}
