import { SoloCrew } from '../../src/crew/solo.ts';
import { advance } from '../../src/dispersion/resolved/langevin.oracle.ts';
import { makeMover } from '../../src/dispersion/resolved/mover.ts';
import { movingAir } from '../../src/dispersion/resolved/moving-air.ts';
import { neutralAir } from '../../src/dispersion/resolved/open-wind.testing.ts';
import { makeParticles } from '../../src/dispersion/resolved/particles.ts';
import { addParticle } from '../../src/dispersion/resolved/release-particle.ts';
import { turbulenceField } from '../../src/dispersion/resolved/turbulence.ts';
import { wallDistance } from '../../src/dispersion/resolved/wall-distance.ts';
import { WindSolver } from '../../src/wind/solver/wind-solver.ts';
import { parkGrid, parkRaster, parkWind } from '../park/park-wind.ts';
import { readPark } from '../park/park1km.ts';
import type { Contestant } from './contestant.ts';

const count = 20_000;
const windowS = 2;
const seed = 1;

/** Particles between the boxes of park1km, moved for two seconds from the same places at each call. */
export function particleKernels(): readonly Contestant[] {
  const crew = new SoloCrew();
  const raster = parkRaster(readPark());
  const solver = new WindSolver(raster, crew);
  const wind = solver.solve(parkWind(raster, 270), { relativeResidual: 1e-3 });
  solver.release();
  const boundary = neutralAir(3, 0.1, 270);
  const turbulence = turbulenceField(wind, boundary, wallDistance(raster, 100));
  const steps = { stepS: 1, courant: 0.5, memoryShare: 0.3 };
  const mover = makeMover(crew, { ...steps, grid: parkGrid, capacity: count, seed, depositionMPerS: 0 });
  mover.setAir(wind, turbulence);
  const twin = makeParticles(count);
  const air = movingAir(wind, turbulence, seed, steps, 0);
  for (const particles of [mover.particles, twin]) {
    for (let n = 0; n < count; n += 1) {
      const birth = { id: n, source: 0, x: 132 + (n % 36), y: 482 + (n % 37), z: 1 + (n % 20), massKg: 1, clockS: 0 };
      addParticle(particles, birth, seed, air.table);
    }
  }
  const start = twin.words.slice();
  return [
    {
      kernel: 'moveParticles',
      items: count * windowS,
      compiled: () => {
        mover.particles.words.set(start);
        mover.advance(windowS);
      },
      twin: () => {
        twin.words.set(start);
        advance(air, twin, 0, count, windowS);
      },
    },
  ];
}
