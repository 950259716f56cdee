import type { Instrument } from './instruments.ts';

/** Radar level of a tank, m above its floor. */
export const tankLevel = (heightM: number): Instrument => ({
  quantity: 'level',
  unit: 'm',
  range: { low: 0, high: heightM },
  periodMs: 5000,
  word: { zh: '液位', en: 'level' },
  mounted: 'top',
});

/** Level of a process vessel, % of its span. */
export const vesselLevel: Instrument = {
  quantity: 'level',
  unit: '%',
  range: { low: 0, high: 100 },
  periodMs: 2000,
  word: { zh: '液位', en: 'level' },
  mounted: 'middle',
};

export const temperature = (low: number, high: number): Instrument => ({
  quantity: 'temperature',
  unit: '°C',
  range: { low, high },
  periodMs: 5000,
  word: { zh: '温度', en: 'temperature' },
  mounted: 'middle',
});

/** Gauge pressure. */
export const pressure = (highMpa: number): Instrument => ({
  quantity: 'pressure',
  unit: 'MPa',
  range: { low: 0, high: highMpa },
  periodMs: 2000,
  word: { zh: '压力', en: 'pressure' },
  mounted: 'top',
});

export const flow = (high: number, unit = 'm³/h'): Instrument => ({
  quantity: 'flow',
  unit,
  range: { low: 0, high },
  periodMs: 2000,
  word: { zh: '流量', en: 'flow' },
  mounted: 'head-high',
});

export const current = (highA: number): Instrument => ({
  quantity: 'current',
  unit: 'A',
  range: { low: 0, high: highA },
  periodMs: 2000,
  word: { zh: '电流', en: 'motor current' },
  mounted: 'top',
});

/** Vibration velocity, r.m.s. (ISO 20816-3). */
export const vibration: Instrument = {
  quantity: 'vibration',
  unit: 'mm/s',
  range: { low: 0, high: 25 },
  periodMs: 2000,
  word: { zh: '振动', en: 'vibration' },
  mounted: 'top',
};

export const valvePosition: Instrument = {
  quantity: 'valve-position',
  unit: '%',
  range: { low: 0, high: 100 },
  periodMs: 5000,
  word: { zh: '阀位', en: 'position' },
  mounted: 'top',
};

export const oxygen: Instrument = {
  quantity: 'oxygen',
  unit: '%vol',
  range: { low: 0, high: 25 },
  periodMs: 2000,
  word: { zh: '氧含量', en: 'oxygen' },
  mounted: 'head-high',
};

export const peopleCount = (high: number): Instrument => ({
  quantity: 'people-count',
  unit: '',
  range: { low: 0, high },
  periodMs: 10_000,
  word: { zh: '在场人数', en: 'people present' },
  mounted: 'top',
});
