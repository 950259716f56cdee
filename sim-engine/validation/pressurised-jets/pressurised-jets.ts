import type { StabilityClass } from '@upwind/scenarios';
import { chemicalOf } from '../../src/chemicals/table.ts';
import { denseIntegralModel } from '../../src/dispersion/dense/model-statements.ts';
import type { Emission } from '../../src/dispersion/dense/source-section.ts';
import { type BoundaryLayer, boundaryLayerOf } from '../../src/weather/boundary-layer.ts';
import { classOfInverseObukhov, inverseObukhovOfClass } from '../../src/weather/stability.ts';
import { arcFigure, scatterFigure } from '../figure.ts';
import { type Pair, type Score, scoreOf } from '../metrics.ts';
import { ValidationRefusal } from '../refusal.ts';
import type { Study } from '../study.ts';
import { readTable } from '../table.ts';
import { axisFractions, flashingJet } from './prediction.ts';
import { readSlabAxis } from './slab-reference.ts';

interface Arc {
  readonly trial: string;
  readonly chemical: string;
  readonly rateKgPerS: number;
  readonly durationS: number;
  readonly air: BoundaryLayer;
  readonly distanceM: number;
  readonly observed: number;
}

const names: Readonly<Record<string, string>> = { NH3: 'ammonia', Cl2: 'chlorine' };
const [receptorM, averagingS, jetHeightM] = [1, 10, 1];

function readArcs(folder: string): Arc[] {
  const columns = [
    'trial',
    'gas',
    'rate_kg_s',
    'duration_s',
    'U_m_s',
    'z_U_m',
    'stability',
    'T_K',
    'p_Pa',
    'z0_m',
    'x_m',
    'arcmax_kg_m3',
    'flag',
  ];
  return readTable(folder, 'pressurised_jets_arcmax.csv', columns).flatMap((row) => {
    const chemical = names[row.text('gas')];
    const stability = row.text('stability') as StabilityClass;
    // A flag marks a sensor that went off its scale.
    if (chemical === undefined || row.text('flag') !== '' || !/^[A-F]$/.test(stability)) return [];
    const roughnessM = row.needed('z0_m');
    const air = boundaryLayerOf({
      windSpeedMPerS: row.needed('U_m_s'),
      windFromDeg: 270,
      windHeightM: row.needed('z_U_m'),
      temperatureK: row.needed('T_K'),
      roughnessM,
      inverseObukhovPerM: inverseObukhovOfClass(stability, roughnessM),
      stability,
      pressurePa: row.needed('p_Pa'),
      relativeHumidity: 0.2,
    });
    return [
      {
        trial: row.text('trial'),
        chemical,
        rateKgPerS: row.needed('rate_kg_s'),
        durationS: row.needed('duration_s'),
        air,
        distanceM: row.needed('x_m'),
        observed: row.needed('arcmax_kg_m3'),
      },
    ];
  });
}

function predict(arc: Arc): number {
  const chemical = chemicalOf(arc.chemical, arc.trial);
  const [fraction] = axisFractions(
    chemical,
    arc.air,
    asJet(arc),
    [arc.distanceM],
    arc.durationS,
    receptorM,
    averagingS,
  );
  const { pressurePa, temperatureK } = arc.air;
  return ((fraction ?? 0) * pressurePa * chemical.molarMassKgPerMol.value) / (8.314462618 * temperatureK);
}

const asJet = (arc: Arc): Emission =>
  flashingJet(chemicalOf(arc.chemical, arc.trial), arc.air, arc.rateKgPerS, jetHeightM);

/** The reference plume and ours from the same source. */
function codeToCode(folder: string): Pair[] {
  const chemical = chemicalOf('ammonia', 'the reference');
  const inverseObukhovPerM = 0.0221;
  const air = boundaryLayerOf({
    windSpeedMPerS: 4.5,
    windFromDeg: 270,
    windHeightM: 2,
    temperatureK: 306.2,
    roughnessM: 0.003,
    inverseObukhovPerM,
    stability: classOfInverseObukhov(inverseObukhovPerM, 0.003),
    relativeHumidity: 0.213,
  });
  const rows = readSlabAxis(folder, receptorM).filter(({ distanceM }) => distanceM > 5);
  const emission: Emission = {
    kind: 'jet',
    at: [0, 0, 1],
    rateKgPerS: 107.87,
    dropletShare: 0.81,
    temperatureK: 239.57,
    radiusM: Math.sqrt(0.93 / Math.PI),
    speedMPerS: 25.6,
  };
  // The reference counts distance from 1 m upwind of the jet.
  const distances = rows.map(({ distanceM }) => distanceM - 1);
  const ours = axisFractions(chemical, air, emission, distances, 381, receptorM, averagingS);
  return rows.map(({ fraction }, k) => ({ observed: fraction, predicted: ours[k] ?? 0 }));
}

/** Pressurised two-phase releases: few points, second hand; reported, not gated. */
export const pressurisedJets: Study = {
  run: (folder) => {
    const arcs = readArcs(folder);
    if (arcs.length === 0) {
      throw new ValidationRefusal(
        `${folder} holds no arc of a known gas (${Object.keys(names).join(', ')}) with a stability class A to F in pressurised_jets_arcmax.csv; add rows.`,
      );
    }
    const score = (some: readonly Arc[], of: (arc: Arc) => number): Score =>
      scoreOf(some.map((arc) => ({ observed: arc.observed, predicted: of(arc) })));
    const jet = (arc: Arc): number => predict(arc);
    const groups: Record<string, Score> = {};
    for (const trial of new Set(arcs.map((arc) => arc.trial))) {
      groups[trial] = score(
        arcs.filter((arc) => arc.trial === trial),
        jet,
      );
    }
    groups['code to code: SLAB reference (not measured)'] = scoreOf(codeToCode(folder));
    const geometricMean = Math.exp(arcs.reduce((sum, { observed }) => sum + Math.log(observed), 0) / arcs.length);
    const points = arcs.map((arc) => ({
      observed: arc.observed,
      predicted: jet(arc),
      distanceM: arc.distanceM,
      stable: true,
    }));
    return {
      result: {
        study: 'pressurised-jets',
        ...score(arcs, jet),
        groups,
        trivial: { 'constant geometric mean': score(arcs, () => geometricMean) },
        model: {
          id: denseIntegralModel.id,
          name: denseIntegralModel.name.en,
          told: 'rate, duration, wind, class, temperature, pressure, roughness; a level jet 1 m above ground of saturated liquid at the temperature of the air, nothing rains out; relative humidity 0.2',
          receptor: `${receptorM} m above ground`,
          averaging: `${averagingS} s (spread across the wind held at that of 18.75 s)`,
          pairs: 'arc maxima, kg/m³ of gas at the temperature of the air; few points, second hand: reported, not gated',
        },
      },
      figures: [
        {
          file: 'pressurised-jets-scatter.svg',
          svg: scatterFigure('Pressurised two-phase jets: arc maxima, kg/m³', points),
        },
        {
          file: 'pressurised-jets-arcs.svg',
          svg: arcFigure('Pressurised two-phase jets: predicted over observed', points),
        },
      ],
    };
  },
};
