import { defineTexts } from './texts.ts';

/** The sixteen winds by sector, 0 north, clockwise. */
export const windTexts = defineTexts('winds', {
  '0': { zh: '北', en: 'N' },
  '1': { zh: '东北偏北', en: 'NNE' },
  '2': { zh: '东北', en: 'NE' },
  '3': { zh: '东北偏东', en: 'ENE' },
  '4': { zh: '东', en: 'E' },
  '5': { zh: '东南偏东', en: 'ESE' },
  '6': { zh: '东南', en: 'SE' },
  '7': { zh: '东南偏南', en: 'SSE' },
  '8': { zh: '南', en: 'S' },
  '9': { zh: '西南偏南', en: 'SSW' },
  '10': { zh: '西南', en: 'SW' },
  '11': { zh: '西南偏西', en: 'WSW' },
  '12': { zh: '西', en: 'W' },
  '13': { zh: '西北偏西', en: 'WNW' },
  '14': { zh: '西北', en: 'NW' },
  '15': { zh: '西北偏北', en: 'NNW' },
});
