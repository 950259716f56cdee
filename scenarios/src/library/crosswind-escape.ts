import type { Drill } from '../drill/drill.ts';

const rule = (id: string) => ({ rule: id });

/** 液氯泄漏侧风撤离: two field operators near the chlorine tanks leave a leak crosswind to the muster point. */
export const crosswindEscape: Drill = {
  id: 'crosswind-escape',
  version: '1.0.0',
  site: 'chemical-park',
  profile: 'leak-escape',
  title: { zh: '液氯泄漏侧风撤离', en: 'Leave a chlorine leak crosswind' },
  briefing: {
    zh: '你们在液氯单元东南侧巡检。1#液氯储罐出料管线即将泄漏。发现异常后按下报警，看风向标，沿侧风方向撤离，到达集合点。不要穿过黄绿色气云，不要顺风跑。',
    en: 'You are on your round south-east of the chlorine unit. The outlet line of tank V-301A is about to leak. When you notice it, raise the alarm, read the wind sock, leave crosswind and report at a muster point. Do not cross the yellow-green cloud and do not run downwind.',
  },
  durationS: 240,
  seats: { min: 1, max: 4 },
  roles: [
    {
      id: 'operator',
      title: { zh: '外操', en: 'Field operator' },
      starts: [
        [-202, 143, 0],
        [-199, 146, 0],
        [-205, 146, 0],
        [-202, 149, 0],
      ],
      facingDeg: 135,
    },
  ],
  incident: {
    id: 'crosswind-escape',
    site: 'chemical-park',
    title: 'V-301A outlet line leak',
    mode: 'drill',
    startTime: 0,
    durationS: 300,
    seed: 301,
    weather: [
      {
        timeS: 0,
        windSpeedMPerS: 3,
        windFromDeg: 340,
        windHeightM: 10,
        temperatureK: 293.15,
        stability: 'D',
      },
    ],
    releases: [
      {
        id: 'r1',
        element: 'V-301A',
        at: [-256, 187, 0.6],
        chemical: 'chlorine',
        source: { kind: 'rate', kgPerS: 0.5 },
        startS: 10,
        stopS: 200,
      },
    ],
    people: [],
  },
  actions: [{ id: 'raise-alarm', title: { zh: '按下报警', en: 'Raise the alarm' } }],
  steps: [
    {
      id: 'raise-alarm',
      title: { zh: '及时报警', en: 'Raise the alarm in time' },
      hint: { zh: '看到或闻到泄漏，立即报警', en: 'Raise the alarm as soon as you notice the leak' },
      weight: 20,
      condition: { kind: 'acts', action: 'raise-alarm', withinS: rule('alarm-within-s') },
      clause: 'AQ/T 9009; leak-escape 1.0.0 alarm-within-s',
    },
    {
      id: 'move-off',
      title: { zh: '迅速撤离', en: 'Move off promptly' },
      hint: { zh: '不要停留观望', en: 'Do not stay to watch' },
      weight: 15,
      condition: {
        kind: 'moves-off',
        distanceM: rule('move-off-distance-m'),
        withinS: rule('move-off-within-s'),
      },
      clause: 'leak-escape 1.0.0 move-off-within-s',
    },
    {
      id: 'crosswind',
      title: { zh: '侧风方向撤离', en: 'Leave crosswind' },
      hint: { zh: '看风向标，垂直于风向走', en: 'Read the wind sock and go across the wind' },
      weight: 35,
      condition: {
        kind: 'leaves-crosswind',
        overM: rule('crosswind-over-m'),
        minDeg: rule('crosswind-min-deg'),
      },
      clause: 'Transport Canada ERG: leave perpendicular to the wind',
    },
    {
      id: 'muster',
      title: { zh: '按时到达集合点', en: 'Reach a muster point in time' },
      hint: { zh: '北门集合点 M-4 不在下风向', en: 'The north gate muster point M-4 is not downwind' },
      weight: 30,
      condition: {
        kind: 'reaches-muster-point',
        radiusM: rule('muster-radius-m'),
        beforeS: rule('muster-within-s'),
      },
      clause: 'leak-escape 1.0.0 muster-within-s',
    },
  ],
  faults: [
    {
      id: 'enters-zone',
      title: { zh: '进入 AEGL-2 危害区', en: 'Entered the AEGL-2 zone' },
      severity: 'major',
      condition: { kind: 'enters-threat-zone', level: 'aegl-2' },
    },
    {
      id: 'deadly-dose',
      title: { zh: '吸入致命剂量', en: 'Took in a life-threatening dose' },
      severity: 'fatal',
      condition: { kind: 'dose-exceeds', level: 'aegl-3', fraction: rule('fatal-dose') },
      clause: 'US EPA AEGL-3',
    },
    {
      id: 'leaves',
      title: { zh: '中途退出', en: 'Left before the end' },
      severity: 'major',
      condition: { kind: 'leaves-before-end' },
    },
  ],
  scoring: { passMark: 80, minorDeduction: 3, majorDeduction: 10, fatalCap: 40, maxMajorsToPass: 1 },
};
