import type { Element } from '../site/element.ts';
import { ground } from './shapes.ts';
import { drawIn } from './standing.ts';
import type { Unit } from './unit.ts';

const draw = drawIn({ zh: '全厂', en: 'Whole park' });

type Place = [number, number];
type Patch = readonly [id: string, southWest: Place, northEast: Place, zh: string, en: string];

const greens: readonly Patch[] = [
  ['GR-1', [260, -234], [464, -228], '东门大道绿化带', 'East Gate Avenue verge'],
  ['GR-2', [260, -206], [314, -182], '厂前区绿地', 'Front lawn'],
  ['GR-3', [-464, -108], [-366, -20], '预留发展用地', 'Reserved land'],
  ['GR-4', [-464, 92], [-316, 156], '火炬区绿地', 'Flare field'],
  ['GR-5', [-476, -336], [140, -329], '南侧防护绿带', 'South green belt'],
  ['GR-6', [-476, 286], [60, 294], '北侧防护绿带', 'North green belt'],
  ['GR-7', [120, 286], [476, 294], '北侧防护绿带（东段）', 'North green belt (east)'],
  ['GR-8', [210, -336], [476, -329], '南侧防护绿带（东段）', 'South green belt (east)'],
  ['GR-9', [-486, -76], [-478, 276], '西侧防护绿带', 'West green belt'],
  ['GR-10', [478, -180], [486, 170], '东侧防护绿带', 'East green belt'],
  ['GR-11', [260, -314], [464, -292], '生活区绿地', 'Canteen garden'],
  ['GR-12', [260, -112], [464, -88], '中控室前绿地', 'Control room lawn'],
  ['GR-13', [160, 104], [242, 120], '水站绿地', 'Water station lawn'],
];

const pads: readonly Patch[] = [
  ['PD-301', [-276, 162], [-120, 228], '液氯单元地坪', 'Chlorine unit paving'],
  ['PD-302', [-256, 122], [-220, 142], '液氯卸车场', 'Chlorine unloading yard'],
  ['PD-351', [-92, 192], [20, 256], '氨制冷站地坪', 'Refrigeration paving'],
  ['PD-601', [82, -108], [242, -30], '动力站地坪', 'Power station paving'],
  ['PD-611', [82, 190], [232, 262], '水站地坪', 'Water station paving'],
  ['PD-801', [262, 98], [460, 160], '仓储区南堆场', 'South warehouse yard'],
  ['PD-802', [262, 192], [460, 256], '仓储区北堆场', 'North warehouse yard'],
  ['PD-152', [-346, -304], [-298, -274], '液化石油气装车场', 'LPG loading yard'],
  ['PD-903', [-20, 100], [56, 150], '机修车间场地', 'Maintenance yard'],
];

const elements: Element[] = [
  draw('water', 'RV-001', ground([-500, 314], [500, 350]), ['长江岸线', 'Yangtze foreshore']),
  ...greens.map(([id, southWest, northEast, zh, en]) => draw('green', id, ground(southWest, northEast), [zh, en])),
  ...pads.map(([id, southWest, northEast, zh, en]) => draw('pad', id, ground(southWest, northEast), [zh, en])),
];

/** River, green belts and paving. */
export const grounds: Unit = { elements, points: [] };
