import { line } from './shapes.ts';
import { drawIn } from './standing.ts';
import type { Unit } from './unit.ts';

const draw = drawIn({ zh: '厂区道路', en: 'Roads' });

type Place = [number, number];
type Straight = readonly [id: string, widthM: number, from: Place, to: Place, zh: string, en: string];

/** Closed where it began in the middle of its south side, so that every corner is mitred. */
const ring: Place[] = [
  [-200, -322],
  [472, -322],
  [472, 280],
  [-472, 280],
  [-472, -322],
  [-200, -322],
];

/** Four streets and two avenues cut the ring into fifteen blocks; lanes serve their middles; spurs reach the gates. */
const straights: readonly Straight[] = [
  ['RD-02', 10, [-472, -120], [472, -120], '纬一路（主干道）', 'First Avenue (main road)'],
  ['RD-03', 8, [-472, 80], [472, 80], '纬二路', 'Second Avenue'],
  ['RD-04', 8, [-290, -322], [-290, 280], '经一路', 'First Street'],
  ['RD-05', 8, [-110, -322], [-110, 280], '经二路', 'Second Street'],
  ['RD-06', 8, [70, -322], [70, 280], '经三路', 'Third Street'],
  ['RD-07', 8, [250, -322], [250, 280], '经四路', 'Fourth Street'],
  ['RD-08', 10, [250, -220], [500, -220], '东门大道', 'East Gate Avenue'],
  ['RD-09', 10, [160, -252], [160, -350], '物流大道', 'Logistics Avenue'],
  ['RD-10', 8, [-500, -120], [-472, -120], '西门路', 'West Gate Road'],
  ['RD-11', 8, [70, 280], [70, 304], '北门路', 'North Gate Road'],
  ['RD-12', 6, [-500, 304], [500, 304], '江堤路', 'Dyke Road'],
  ['RD-21', 6, [-290, 152], [-110, 152], '液氯支路', 'Chlorine Lane'],
  ['RD-22', 6, [-110, 182], [70, 182], '冷冻支路', 'Refrigeration Lane'],
  ['RD-23', 6, [70, 176], [250, 176], '水站支路', 'Water Station Lane'],
  ['RD-24', 6, [250, 176], [472, 176], '仓储支路', 'Warehouse Lane'],
  ['RD-25', 6, [70, -20], [250, -20], '动力支路', 'Power Station Lane'],
  ['RD-26', 6, [250, -36], [472, -36], '中控支路', 'Control Room Lane'],
  ['RD-27', 6, [-472, -8], [-290, -8], '事故池支路', 'Basin Lane'],
];

/** The park's roads. Crossings are level; racks cross above. */
export const roadNetwork: Unit = {
  elements: [
    draw('road', 'RD-01', line(ring, 8), ['环厂路', 'Ring Road']),
    ...straights.map(([id, widthM, from, to, zh, en]) => draw('road', id, line([from, to], widthM), [zh, en])),
  ],
  points: [],
};
