import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { flow, tankLevel, temperature, vesselLevel } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, drum, ground, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const put = putIn({ zh: '火炬区', en: 'Flare area' });
const treatment = { zh: '污水及事故水池', en: 'Waste water and emergency basin' };
const draw = drawIn(treatment);
const putTreatment = putIn(treatment);

const elements: Element[] = [
  put('flare', 'FL-701', [-425, 222], upright(0.9, 90), ['高架火炬 FL-701', 'Elevated flare FL-701']),
  put('pressure-vessel', 'V-701', [-372, 176], drum(1.5, 8, 2.5), ['火炬分液罐 V-701', 'Flare knock-out drum V-701']),
  put('pressure-vessel', 'V-702', [-388, 192], drum(1.2, 5, 2), ['火炬水封罐 V-702', 'Flare seal drum V-702']),
  draw('water', 'WB-701', ground([-456, 8], [-396, 56]), ['事故应急池 WB-701', 'Emergency containment basin WB-701']),
  draw('water', 'WB-702', ground([-380, 8], [-330, 56]), ['初期雨水池 WB-702', 'First-flush rainwater basin WB-702']),
  putTreatment(
    'workshop',
    'WW-701',
    [-345, -40],
    block(26, 14, 7),
    ['污水提升泵房 WW-701', 'Waste water pump house WW-701'],
    {
      people: { day: 2, night: 1 },
    },
  ),
];

const measure = instrumentsOn(elements);

const points: Point[] = [
  measure(
    'LI-701',
    'WB-701',
    named(tankLevel(5), '液位', 'level'),
    limits({ high: [1, 'medium'], highHigh: [2, 'high'] }, 0.05),
  ),
  measure('LI-702', 'V-701', vesselLevel, limits({ high: [50, 'medium'], highHigh: [70, 'high'] }, 1)),
  measure(
    'TI-701',
    'FL-701',
    named(temperature(0, 1200), '长明灯温度', 'pilot flame temperature'),
    limits({ low: [350, 'high'] }, 20),
  ),
  measure(
    'FI-701',
    'V-702',
    named(flow(20_000, 'Nm³/h'), '火炬气流量', 'flare gas flow'),
    limits({ high: [6000, 'medium'], highHigh: [12_000, 'high'] }, 200),
  ),
];

/** Where gas is burnt that must not stay, and water is held that must not leave. */
export const flareAndBasins: Unit = { elements, points };
