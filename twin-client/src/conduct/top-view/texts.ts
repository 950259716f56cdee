import { defineTexts } from '../../language/texts.ts';

export const topViewTexts = defineTexts('top-view', {
  map: { zh: '厂区俯视图', en: 'The site from above' },
  nearer: { zh: '放大', en: 'Nearer' },
  farther: { zh: '缩小', en: 'Farther' },
  whole: { zh: '看全厂', en: 'Whole site' },
  wind: { zh: '{{from}}风 {{degrees}}°', en: 'Wind from {{from}}, {{degrees}}°' },
  'from.n': { zh: '北', en: 'north' },
  'from.ne': { zh: '东北', en: 'north-east' },
  'from.e': { zh: '东', en: 'east' },
  'from.se': { zh: '东南', en: 'south-east' },
  'from.s': { zh: '南', en: 'south' },
  'from.sw': { zh: '西南', en: 'south-west' },
  'from.w': { zh: '西', en: 'west' },
  'from.nw': { zh: '西北', en: 'north-west' },
});
