import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SoloCrew } from '../../src/crew/solo.ts';
import { firstGuess } from '../../src/wind/first-guess.ts';
import { rasterOf } from '../../src/wind/raster.ts';
import { WindSolver } from '../../src/wind/solver/wind-solver.ts';
import { windAxes } from '../../src/wind/wind-axes.ts';
import { scatterFigure } from '../figure.ts';
import { type Pair, scoreOf } from '../metrics.ts';
import type { Study } from '../study.ts';
import { readTable } from '../table.ts';
import { type Balance, cavities, compareFlow, flowAround, uniformChange } from './checks.ts';
import { parkProfile, parkProfiles } from './park-profile.ts';
import { park1kmGrid, readPark1km } from './park1km.ts';
import { hemisphere, smoothHill } from './potential-flows.ts';
import { sectionFigure } from './section-figure.ts';

const crew = new SoloCrew();

/** The engine's own solver, to a tenth of its usual residual. */
const balance: Balance = (raster, guess) => {
  const solver = new WindSolver(raster, crew);
  const field = solver.solve(guess, { relativeResidual: 1e-6 });
  solver.release();
  return field;
};

/**
 * What a diagnostic wind can be held to: flows known in closed form with the zones off, and published cavity lengths with
 * and profiles with them on. The score takes all pairs: speed-ups over the far wind, lengths over the height.
 */
export const wind: Study = {
  run: (folder) => {
    const leftAside = notApplicable(folder);
    const cells = [1 / 4, 1 / 8, 1 / 16];
    const domes = cells.map((cellM) => compareFlow(hemisphere, cellM, cellM, balance));
    const hills = [1 / 5, 1 / 10, 1 / 20].map((cellM) => compareFlow(smoothHill(0.8), cellM, cellM / 2, balance));
    const finest = (flows: typeof domes): readonly Pair[] => flows[flows.length - 1]?.above ?? [];
    const bubbles = cavities(balance);
    const hasPark = existsSync(join(folder, 'park1km.json'));
    const park = hasPark ? parkProfiles(readPark1km(folder), park1kmGrid, balance) : [];
    const pairs = [...finest(domes), ...finest(hills), ...bubbles, ...park];
    const cube = flowAround(20, 20, 20, 2, balance);
    return {
      result: {
        study: 'wind',
        ...scoreOf(pairs),
        groups: {
          'hemisphere, potential flow': scoreOf(finest(domes)),
          'smooth hill, potential flow': scoreOf(finest(hills)),
          'cavity behind blocks, Fackrell': scoreOf(bubbles),
          ...(hasPark ? { 'profile between 500 buildings, Macdonald': scoreOf(park) } : {}),
        },
        trivial: {
          'constant mean (hemisphere)': scoreOf(constant(finest(domes))),
          'constant mean (hill)': scoreOf(constant(finest(hills))),
          'constant mean (cavities)': scoreOf(constant(bubbles)),
          ...(hasPark ? { 'constant mean (park)': scoreOf(constant(park)) } : {}),
        },
        model: {
          id: 'mass-consistent wind with Röckle zones',
          uniform: `largest change of a uniform wind ${uniformChange(balance).toExponential(1)}`,
          hemisphere: convergence(domes.map(({ error }) => error)),
          hill: convergence(hills.map(({ error }) => error)),
          cavities: bubbles
            .map(({ observed, predicted }) => `${observed.toFixed(2)}→${predicted.toFixed(2)}`)
            .join(', '),
          park: park.map(({ observed, predicted }) => `${observed.toFixed(2)}→${predicted.toFixed(2)}`).join(', '),
          divergence: divergence(folder),
          notApplicable: leftAside,
        },
      },
      figures: [
        {
          file: 'wind-pairs.svg',
          svg: scatterFigure(
            'wind: known and computed',
            pairs.map((pair) => ({ ...pair, distanceM: 1, stable: true })),
          ),
        },
        { file: 'wind-cube.svg', svg: sectionFigure('wind around a cube of 20 m, section along the wind', cube.field) },
      ],
    };
  },
};

function constant(pairs: readonly Pair[]): Pair[] {
  const mean = pairs.reduce((sum, { observed }) => sum + observed, 0) / pairs.length;
  return pairs.map((pair) => ({ ...pair, predicted: mean }));
}

/** Errors on grids halved each time, and the order at which they fall. */
function convergence(errors: readonly number[]): string {
  const orders = errors.slice(1).map((error, k) => Math.log2((errors[k] ?? error) / error));
  return `rms error ${errors.map((error) => error.toFixed(4)).join(', ')} of the far wind on grids halved twice; order ${orders.map((order) => order.toFixed(2)).join(', ')}`;
}

/** What balancing leaves of the divergence in the benchmark park, where its file is there. */
function divergence(folder: string): string {
  if (!existsSync(join(folder, 'park1km.json'))) return 'park1km.json is not in the folder';
  const raster = rasterOf(readPark1km(folder), park1kmGrid);
  const { residual, iterations } = balance(raster, firstGuess(raster, parkProfile, windAxes(270)));
  return `park1km: ${residual.toExponential(1)} of the first guess's divergence after ${iterations} iterations`;
}

/** Measurements of the folder that this method makes no claim about, with the reason. */
function notApplicable(folder: string): string {
  const pressures = readTable(folder, 'wind_uwo_building_cp.csv', ['line', 'position_m', 'Cp_mean']).length;
  const towers = readTable(folder, 'wind_askervein_10m_lineA.csv', ['DIST_m', 'SPEED_m_s']).length;
  return (
    `UWO surface pressures (${pressures} taps): balancing mass solves no momentum equation and gives no pressure; ` +
    `Askervein line A (${towers} towers): the shape of the hill is not in the folder, so no terrain to blow over`
  );
}
