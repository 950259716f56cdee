import type { WeatherSample } from '@upwind/scenarios';
import type { Text } from '@upwind/scenes';
import { calmMPerS, lightMPerS } from './boundary-layer.ts';
import type { JudgedSample, StabilityMethod } from './judge.ts';

const methodNotes: Record<StabilityMethod, (classes: string) => Text> = {
  'temperature-difference': (c) => ({
    zh: `稳定度 ${c}：由两高度温差和风速（整体理查森数）求得`,
    en: `Stability ${c}: from the temperature difference of two heights and wind (bulk Richardson number)`,
  }),
  radiation: (c) => ({
    zh: `稳定度 ${c}：由辐射和风速（地表能量平衡）求得`,
    en: `Stability ${c}: from radiation and wind (energy balance of the ground)`,
  }),
  cloud: (c) => ({
    zh: `稳定度 ${c}：由云量、太阳高度和风速（地表能量平衡）求得`,
    en: `Stability ${c}: from cloud, sun and wind (energy balance of the ground)`,
  }),
  'sigma-theta': (c) => ({
    zh: `稳定度 ${c}：由风向标准差 σθ 判定`,
    en: `Stability ${c}: from σθ of the wind direction`,
  }),
  given: (c) => ({ zh: `稳定度 ${c}：按给定值`, en: `Stability ${c}: as given` }),
  'clear-night': (c) => ({
    zh: `稳定度 ${c}：夜间云量未知，按最不利的晴夜计算`,
    en: `Stability ${c}: cloud unknown at night, taken as clear, the worst case`,
  }),
  assumed: (c) => ({ zh: `稳定度 ${c}：未给依据，按中性假定`, en: `Stability ${c}: nothing given, neutral assumed` }),
};

/** No trial of dispersion was held in such wind, m/s. */
const stormMPerS = 25;

/** How stability was judged, and where the wind lies outside of what formulas were tried in. */
export function weatherNotes(samples: readonly WeatherSample[], judged: readonly JudgedSample[]): Text[] {
  const notes: Text[] = [];
  const methods = [...new Set(judged.map(({ method }) => method))];
  for (const method of methods) {
    const classes = new Set(judged.filter((one) => one.method === method).map(({ reading }) => reading.stability));
    notes.push(methodNotes[method]([...classes].sort().join('、')));
  }
  const slowest = Math.min(...samples.map(({ windSpeedMPerS }) => windSpeedMPerS));
  const fastest = Math.max(...samples.map(({ windSpeedMPerS }) => windSpeedMPerS));
  if (slowest < calmMPerS) {
    notes.push({
      zh: '风速低于 0.5 m/s：按静风处理，气云缓慢漂移并向四周扩散，方向不可靠',
      en: 'Wind below 0.5 m/s: treated as calm, the cloud drifts slowly and spreads all round; its direction is unreliable',
    });
  } else if (slowest < lightMPerS) {
    notes.push({
      zh: '风速低于 1 m/s：气云摆动，向各方向（包括上风向）扩散',
      en: 'Wind below 1 m/s: the cloud meanders and spreads to all sides, upwind as well',
    });
  }
  if (fastest > stormMPerS) {
    notes.push({
      zh: `风速达 ${Math.round(fastest)} m/s：超出扩散公式的验证范围，结果为外推值`,
      en: `Wind up to ${Math.round(fastest)} m/s: beyond every dispersion trial, the result is extrapolated`,
    });
  }
  return notes;
}
