import type { Position } from '../place/position.ts';
import type { Element } from '../site/element.ts';
import type { Limits, Point } from '../site/point.ts';
import { type Instrument, instrumentsOn, limits } from './instruments.ts';
import { marker } from './shapes.ts';
import type { Put } from './standing.ts';

/** A gas the park's detectors know: how it is named, spanned, alarmed, and how high above ground it is looked for. */
interface DetectedGas {
  chemical: string;
  zh: string;
  en: string;
  unit: 'ppm' | '%LEL';
  rangeHigh: number;
  heightM: number;
  limits: Limits;
}

/**
 * Two alarm levels per GB/T 50493-2019, 5.5.2: combustible ≤ 25 and ≤ 50 %LEL; toxic ≤ 100 and ≤ 200 % of the
 * occupational exposure limit of GBZ 2.1-2019 (Cl2 1, H2S 10, HCl 7.5, NH3 20, benzene 6 mg/m³), as ppm at 20 °C.
 * Heavy gases are looked for 0.3–0.6 m above the floor, light ones above the source.
 */
const gases = {
  chlorine: toxic('chlorine', '氯气', 'chlorine', 10, 0.5, [0.33, 0.66, 0.04]),
  ammonia: toxic('ammonia', '氨气', 'ammonia', 100, 2.5, [28, 56, 2]),
  'hydrogen-sulfide': toxic('hydrogen-sulfide', '硫化氢', 'hydrogen sulfide', 50, 0.5, [7, 14, 0.5]),
  'hydrogen-chloride': toxic('hydrogen-chloride', '氯化氢', 'hydrogen chloride', 30, 0.5, [4.9, 9.8, 0.5]),
  benzene: toxic('benzene', '苯', 'benzene', 20, 0.5, [1.8, 3.6, 0.2]),
  lpg: combustible('lpg', '液化石油气', 'LPG', 0.5),
  methanol: combustible('methanol', '甲醇', 'methanol', 0.5),
  gasoline: combustible('gasoline', '汽油', 'gasoline', 0.5),
  toluene: combustible('toluene', '甲苯', 'toluene', 0.5),
  'benzene-vapour': combustible('benzene', '苯', 'benzene', 0.5),
  hydrogen: combustible('hydrogen', '氢气', 'hydrogen', 3.5),
} as const;

export type DetectedGasName = keyof typeof gases;

/** One detector and the point it measures: element `GD-<number>`, point `AT-<number>` (toxic) or `GT-<number>`. */
export function gasDetectors(
  put: Put,
  where: readonly [number: number, gas: DetectedGasName, x: number, y: number][],
): { elements: Element[]; points: Point[] } {
  const elements = where.map(([number, name, x, y]) => {
    const gas = gases[name];
    const at: Position = [x, y, gas.heightM];
    const zh = `${gas.zh}${gas.unit === 'ppm' ? '有毒' : '可燃'}气体探测器 GD-${number}`;
    return put('gas-detector', `GD-${number}`, at, marker, [zh, `${capital(gas.en)} detector GD-${number}`]);
  });
  const measure = instrumentsOn(elements);
  const points = where.map(([number, name]) => {
    const gas = gases[name];
    return measure(
      `${gas.unit === 'ppm' ? 'AT' : 'GT'}-${number}`,
      `GD-${number}`,
      {
        quantity: 'gas-concentration',
        unit: gas.unit,
        range: { low: 0, high: gas.rangeHigh },
        periodMs: 1000,
        word: { zh: '浓度', en: 'concentration' },
        mounted: 'middle',
        chemical: gas.chemical,
      } satisfies Instrument,
      gas.limits,
    );
  });
  return { elements, points };
}

function toxic(
  chemical: string,
  zh: string,
  en: string,
  rangeHigh: number,
  heightM: number,
  [first, second, deadBand]: readonly [number, number, number],
): DetectedGas {
  const levels = limits({ high: [first, 'high'], highHigh: [second, 'critical'] }, deadBand, 1);
  return { chemical, zh, en, unit: 'ppm', rangeHigh, heightM, limits: levels };
}

function combustible(chemical: string, zh: string, en: string, heightM: number): DetectedGas {
  const levels = limits({ high: [25, 'high'], highHigh: [50, 'critical'] }, 2, 1);
  return { chemical, zh, en, unit: '%LEL', rangeHigh: 100, heightM, limits: levels };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
