import { expect, it } from 'vitest';
import { averagingWords, headOf } from './statement.ts';

it('a model is named by what stands before the colon, in both languages', () => {
  expect(headOf('Open-ground screening: surface-layer similarity')).toBe('Open-ground screening');
  expect(headOf('开阔地筛查模型：近地层相似理论')).toBe('开阔地筛查模型');
  expect(headOf('Particles')).toBe('Particles');
  expect(headOf('Heavy gas: a shallow layer; Around obstacles: particles')).toBe('Heavy gas + Around obstacles');
});

it('averaging times are said in minutes from one minute on', () => {
  expect(averagingWords(600)).toEqual({ unit: 'min', count: 10 });
  expect(averagingWords(90)).toEqual({ unit: 'min', count: 1.5 });
  expect(averagingWords(18.75)).toEqual({ unit: 's', count: 19 });
  expect(averagingWords(0)).toEqual({ unit: 'none', count: 0 });
});
