import { centreOf, heightOf } from '../geometry/body.ts';
import type { Position } from '../place/position.ts';
import type { Text } from '../place/text.ts';
import type { Element } from '../site/element.ts';
import type { LimitName, Limits, Point, Priority, Quantity } from '../site/point.ts';

/** A kind of instrument: what it measures, how it is spanned, how often it speaks, where on its element it sits. */
export interface Instrument {
  quantity: Quantity;
  unit: string;
  range: { low: number; high: number };
  periodMs: number;
  word: Text;
  mounted: 'top' | 'middle' | 'head-high';
  chemical?: string;
}

/** The same instrument for another named place of its element: `named(pressure(2.5), '出口压力', 'discharge pressure')`. */
export function named(instrument: Instrument, zh: string, en: string): Instrument {
  return { ...instrument, word: { zh, en } };
}

/** Hangs instruments on elements: `(point id, element id, instrument, limits)` → point. */
export function instrumentsOn(elements: readonly Element[]) {
  const byId = new Map(elements.map((element) => [element.id, element]));
  return (id: string, elementId: string, instrument: Instrument, limits?: Limits): Point => {
    const element = byId.get(elementId);
    if (element === undefined) throw new Error(`${id} hangs on ${elementId}, which is not in this unit.`);
    const { word, mounted, ...measured } = instrument;
    return {
      id,
      element: elementId,
      name: { zh: `${element.name.zh} ${word.zh}`, en: `${element.name.en} ${word.en}` },
      ...measured,
      at: mountedAt(element, mounted),
      ...(limits === undefined ? {} : { limits }),
    };
  };
}

type LimitPair = readonly [value: number, priority: Priority];

/** Alarm limits of a point, each a value and its priority. `onDelayS` is how long a value must stay beyond. */
export function limits(crossed: { readonly [name in LimitName]?: LimitPair }, deadBand: number, onDelayS = 3): Limits {
  const named: Limits = {};
  for (const name of ['lowLow', 'low', 'high', 'highHigh'] as const) {
    const pair = crossed[name];
    if (pair) named[name] = { value: pair[0], priority: pair[1] };
  }
  return { ...named, deadBand, onDelayMs: onDelayS * 1000, offDelayMs: 5000 };
}

function mountedAt(element: Element, mounted: Instrument['mounted']): Position {
  const [x, y, z] = centreOf(element);
  if (element.shape.kind === 'marker') return element.at;
  if (mounted === 'top') return [x, y, element.at[2] + heightOf(element)];
  return [x, y, mounted === 'middle' ? z : element.at[2] + 1.5];
}
