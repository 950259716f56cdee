import { pow } from '../../src/arithmetic/power.ts';
import {
  type DenseRelease,
  plumeCurve,
  plumeFraction,
  puffCurve,
  puffFraction,
} from '../../src/dispersion/dense/britter-mcquaid.ts';
import { criticalRatio, gasFlux, holeArea, liquidFlux } from '../../src/release/orifice.ts';
import { airDensity } from '../../src/release/surrounding-air.ts';
import type { Pair } from '../metrics.ts';
import { briggs } from '../prairie-grass/gaussian-baseline.ts';
import { ValidationRefusal } from '../refusal.ts';
import {
  gaussianPlume,
  gaussianPuff,
  type PasquillClass,
  pasquillGifford,
  puffSigmas,
  type Terrain,
  urbanSigmas,
} from './gaussian.ts';
import { answerList, answersByPlace, type Item, idOf, isObject, numberOf, numberOr } from './items.ts';

/** One number of the book and ours; `what` names it within its item. */
export interface Answer {
  readonly what: string;
  readonly pair: Pair;
}

/** A kind of example, known by the fields it has, so that other rows of the same kind are answered alike. */
interface Kind {
  readonly fits: (item: Item) => boolean;
  readonly answer: (item: Item) => readonly Answer[];
}

const atmospherePa = 101_325;
const has =
  (...fields: readonly string[]) =>
  (item: Item): boolean =>
    fields.every((field) => item[field] !== undefined);
const named =
  (pattern: RegExp) =>
  (item: Item): boolean =>
    pattern.test(idOf(item));

const kinds: readonly Kind[] = [
  { fits: has('Q_kg_s', 'U_m_s', 'class', 'x_m'), answer: gaussianPlumeAnswer },
  { fits: has('mass_kg', 'U_m_s', 'class', 'x_m', 't_s'), answer: gaussianPuffAnswer },
  { fits: has('cd', 'd_m', 'p_Pa', 'rho_kg_m3', 'k'), answer: gasJetAnswer },
  { fits: has('cd', 'd_m', 'p_Pa', 'rho_kg_m3'), answer: liquidJetAnswer },
  { fits: has('liquid_m3_s', 'rho_liq', 'rho_gas', 'U10_m_s'), answer: densePlumeAnswer },
  { fits: has('V0_m3', 'rho0', 'U_m_s'), answer: densePuffAnswer },
  { fits: named(/plume_curve_alpha/i), answer: (item) => curveAnswer(item, plumeCurve(alphaOf(item))) },
  { fits: named(/puff_curve_alpha/i), answer: (item) => curveAnswer(item, puffCurve(alphaOf(item))) },
  { fits: (item) => isObject(item['rural']) || isObject(item['urban']), answer: sigmaAnswer },
];

/** Our answers to an item; nothing where the engine has no model of its kind. */
export function answersTo(item: Item): readonly Answer[] {
  return kinds.find(({ fits }) => fits(item))?.answer(item) ?? [];
}

function gaussianPlumeAnswer(item: Item): readonly Answer[] {
  const x = numberOf(item, 'x_m');
  const name = classOf(item);
  const sigmas = terrainOf(item) === 'urban' ? urbanSigmas(name, x) : pasquillGifford(name, x);
  const predicted = gaussianPlume(numberOf(item, 'Q_kg_s'), numberOf(item, 'U_m_s'), sigmas, placeOf(item));
  return [{ what: 'concentration', pair: { observed: numberOf(item, 'answer_kg_m3'), predicted } }];
}

function gaussianPuffAnswer(item: Item): readonly Answer[] {
  const mass = numberOf(item, 'mass_kg');
  const x = numberOf(item, 'x_m');
  const middle = numberOf(item, 'U_m_s') * numberOf(item, 't_s');
  const sigmas = puffSigmas(classOf(item), middle);
  const place = { along: x - middle, ...placeOf(item) };
  const answers: Answer[] = [];
  // The file may state the answer as a formula of the item's own sigmas.
  const stated = [numberOr(item, 'sigma_y_m', sigmas[0]), numberOr(item, 'sigma_z_m', sigmas[1])] as const;
  const observed =
    typeof item['answer_kg_m3'] === 'number' ? numberOf(item, 'answer_kg_m3') : gaussianPuff(mass, stated, place);
  answers.push({ what: 'concentration', pair: { observed, predicted: gaussianPuff(mass, sigmas, place) } });
  answers.push({ what: 'sigma y', pair: { observed: stated[0], predicted: sigmas[0] } });
  answers.push({ what: 'sigma z', pair: { observed: stated[1], predicted: sigmas[1] } });
  return answers;
}

function liquidJetAnswer(item: Item): readonly Answer[] {
  const density = numberOf(item, 'rho_kg_m3');
  const over = numberOf(item, 'p_Pa') - atmospherePa;
  const flux = liquidFlux(over, numberOr(item, 'head_m', 0), density, numberOf(item, 'cd'));
  const rate = flux * holeArea(numberOf(item, 'd_m'));
  return [
    { what: 'rate', pair: { observed: numberOf(item, 'answer_kg_s'), predicted: rate } },
    ...optional(item, 'velocity_m_s', 'speed', flux / density),
  ];
}

function gasJetAnswer(item: Item): readonly Answer[] {
  const pressure = numberOf(item, 'p_Pa');
  const gamma = numberOf(item, 'k');
  const flux = gasFlux(pressure, numberOf(item, 'rho_kg_m3'), gamma, numberOf(item, 'cd'));
  const ratio = Math.max(atmospherePa / pressure, criticalRatio(gamma));
  return [
    {
      what: 'rate',
      pair: { observed: numberOf(item, 'answer_kg_s'), predicted: flux * holeArea(numberOf(item, 'd_m')) },
    },
    ...optional(item, 'exit_T_K', 'exit temperature', numberOr(item, 'T_K', 298) * pow(ratio, (gamma - 1) / gamma)),
    ...optional(item, 'exit_p_Pa', 'exit pressure', ratio * pressure),
  ];
}

function densePlumeAnswer(item: Item): readonly Answer[] {
  const gas = numberOf(item, 'rho_gas');
  const ambient = numberOr(item, 'T_amb_K', 298);
  const cold = numberOr(item, 'T_rel_C', ambient - 273.15) + 273.15;
  const release: DenseRelease = {
    gasKgPerM3: gas,
    airKgPerM3: airDensity(ambient),
    windMPerS: numberOf(item, 'U10_m_s'),
    temperatureRatio: cold / ambient,
  };
  const volume = (numberOf(item, 'liquid_m3_s') * numberOf(item, 'rho_liq')) / gas;
  return answersByPlace(item, 'answers_volfrac').map(([place, observed]) => ({
    what: place,
    pair: { observed, predicted: plumeFraction(release, volume, metresOf(item, place)) },
  }));
}

function densePuffAnswer(item: Item): readonly Answer[] {
  const wind = numberOf(item, 'U_m_s');
  const release: DenseRelease = {
    gasKgPerM3: numberOf(item, 'rho0'),
    // The workbook's day: 20 °C.
    airKgPerM3: airDensity(numberOr(item, 'T_amb_K', 293.15)),
    windMPerS: wind,
    temperatureRatio: 1,
  };
  const volume = numberOf(item, 'V0_m3');
  const first = 1 / numberOr(item, 'dilution_initial', 1);
  return answersByPlace(item, 'answers_volfrac').map(([place, observed]) => {
    const distance = metresOf(item, place);
    const seconds = /([\d.]+)\s*s\b/.exec(place)?.[1];
    // Without a time: when the middle of the cloud is there, at 0.4 of the wind.
    const time = seconds === undefined ? distance / (0.4 * wind) : Number(seconds);
    return { what: place, pair: { observed, predicted: first * puffFraction(release, volume, distance, time) } };
  });
}

function curveAnswer(
  item: Item,
  curve: readonly { readonly share: number; readonly beta: number }[],
): readonly Answer[] {
  return answerList(item).map((observed, k) => {
    const point = curve[k];
    if (point === undefined) {
      throw new ValidationRefusal(
        `Worked example ${idOf(item)} has more answers than the nomogram has curves; correct it.`,
      );
    }
    return { what: `c/c0 = ${point.share}`, pair: { observed, predicted: point.beta } };
  });
}

function sigmaAnswer(item: Item): readonly Answer[] {
  const x = numberOr(item, 'x_m', Number(/_([\d.]+)m/.exec(idOf(item))?.[1]));
  if (!(x > 0)) {
    throw new ValidationRefusal(
      `Worked example ${idOf(item)} does not say its distance; give "x_m" or put it in the id.`,
    );
  }
  const answers: Answer[] = [];
  for (const terrain of ['rural', 'urban'] as const) {
    const table = item[terrain];
    if (!isObject(table)) continue;
    for (const [name, values] of Object.entries(table)) {
      if (!/^[A-F]$/.test(name) || !Array.isArray(values)) continue;
      plumeSigmas(name as PasquillClass, terrain, x).forEach((predicted, k) => {
        const observed = values[k];
        if (typeof observed !== 'number') return;
        answers.push({ what: `${terrain} ${name} sigma ${k === 0 ? 'y' : 'z'}`, pair: { observed, predicted } });
      });
    }
  }
  return answers;
}

function plumeSigmas(name: PasquillClass, terrain: Terrain, x: number): readonly [number, number] {
  return terrain === 'urban' ? urbanSigmas(name, x) : briggs(name, x);
}

function classOf(item: Item): PasquillClass {
  const name = /^[A-F]/.exec(String(item['class']))?.[0];
  if (name !== undefined) return name as PasquillClass;
  throw new ValidationRefusal(`Worked example ${idOf(item)}: class is "${String(item['class'])}"; give one of A to F.`);
}

function terrainOf(item: Item): Terrain {
  return /urban/i.test(String(item['class'])) ? 'urban' : 'rural';
}

function placeOf(item: Item): { readonly y: number; readonly z: number; readonly h: number } {
  return { y: numberOr(item, 'y_m', 0), z: numberOr(item, 'z_m', 0), h: numberOr(item, 'h_m', 0) };
}

function alphaOf(item: Item): number {
  const text = /alpha_?(-?[\d.]+)/i.exec(idOf(item))?.[1];
  const alpha = numberOr(item, 'alpha', Number(text));
  if (Number.isFinite(alpha)) return alpha;
  throw new ValidationRefusal(`Worked example ${idOf(item)} does not say its α; give "alpha" or put it in the id.`);
}

function metresOf(item: Item, place: string): number {
  const text = /([\d.]+)\s*m\b/.exec(place)?.[1];
  if (text !== undefined) return Number(text);
  throw new ValidationRefusal(
    `Worked example ${idOf(item)}: the answer "${place}" names no distance in m; correct it.`,
  );
}

function optional(item: Item, field: string, what: string, predicted: number): readonly Answer[] {
  return item[field] === undefined ? [] : [{ what, pair: { observed: numberOf(item, field), predicted } }];
}
