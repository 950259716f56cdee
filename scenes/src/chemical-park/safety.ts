import type { Element } from '../site/element.ts';
import { ground, marker } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '全厂', en: 'Whole park' };
const put = putIn(area);
const draw = drawIn(area);

type Place = readonly [number, number];

/** Heads are counted here: one place near each gate and two more corners, so that one is upwind in every wind. */
const muster: readonly [n: number, southWest: [number, number], northEast: [number, number], zh: string, en: string][] =
  [
    [1, [478, -262], [486, -236], '东门集合点', 'East gate muster point'],
    [2, [172, -336], [204, -328], '南门集合点', 'South gate muster point'],
    [3, [-486, -110], [-478, -82], '西门集合点', 'West gate muster point'],
    [4, [82, 286], [112, 294], '北门集合点', 'North gate muster point'],
    [5, [478, 176], [486, 206], '东北集合点', 'North-east muster point'],
    [6, [-486, -306], [-478, -280], '西南集合点', 'South-west muster point'],
  ];

const windSocks: readonly [id: string, at: Place, zh: string, en: string][] = [
  ['WS-902', [480, -190], '东门风向标', 'East gate wind sock'],
  ['WS-101', [-8, -184], '一罐区风向标', 'Tank farm wind sock'],
  ['WS-151', [-340, -180], '球罐区风向标', 'Sphere area wind sock'],
  ['WS-301', [-170, 235], '液氯单元风向标', 'Chlorine unit wind sock'],
  ['WS-401', [-180, 20], '加氢装置风向标', 'Hydrotreating wind sock'],
];

const cameras: readonly [n: number, x: number, y: number, z: number, zh: string, en: string][] = [
  [1, 476, -208, 6, '东门', 'East gate'],
  [2, 172, -326, 6, '南门', 'South gate'],
  [3, -296, -200, 12, '球罐区', 'LPG spheres'],
  [4, -12, -190, 12, '一罐区', 'Tank farm I'],
  [5, -198, -190, 12, '二罐区', 'Tank farm II'],
  [6, 162, -184, 10, '装车场', 'Loading yard'],
  [7, -206, 212, 8, '液氯储存', 'Chlorine storage'],
  [8, -50, 216, 8, '氨制冷站', 'Ammonia refrigeration'],
  [9, -22, 30, 14, '氯苯装置', 'Chlorobenzene unit'],
  [10, -206, 30, 14, '加氢装置', 'Hydrotreating unit'],
  [11, 350, -154, 22, '办公楼顶高点', 'Office roof high point'],
];

/** Along the avenues and the ring road, 50 to 120 m apart, nearer round the process units (in the spirit of GB 50160). */
const hydrants: readonly Place[] = [
  ...[-430, -350, -260, -205, -150, -80, -30, 30, 130, 210, 300, 390].map((x): Place => [x, -126.5]),
  ...[-430, -350, -260, -205, -150, -80, -30, 30, 130, 210, 300, 390].map((x): Place => [x, 85.5]),
  ...[-390, -230, -150, -50, 30, 120].map((x): Place => [x, -314.5]),
];

const elements: Element[] = [
  ...muster.map(([n, southWest, northEast, zh, en]) =>
    draw('muster-point', `M-${n}`, ground(southWest, northEast), [`${n}#${zh}`, `${en} M-${n}`]),
  ),
  ...windSocks.map(([id, at, zh, en]) => put('wind-sock', id, [...at], marker, [`${zh} ${id}`, `${en} ${id}`])),
  ...cameras.map(([n, x, y, z, zh, en]) =>
    put('camera', `CM-${n}`, [x, y, z], marker, [`${zh}摄像机 CM-${n}`, `${en} camera CM-${n}`]),
  ),
  ...hydrants.map((at, index) =>
    put('hydrant', `HY-${index + 1}`, [...at], marker, [`消火栓 HY-${index + 1}`, `Hydrant HY-${index + 1}`]),
  ),
];

/** What people look for in an emergency: muster points, wind socks, hydrants, cameras. */
export const safety: Unit = { elements, points: [] };
