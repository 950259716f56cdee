import { defineTexts } from './texts.ts';

/** Words that every desk uses: one place, so that a thing is called the same everywhere. */
export const sharedTexts = defineTexts('shared', {
  'age.s': { zh: '{{count}} 秒前', en: '{{count}} s ago' },
  'age.min': { zh: '{{count}} 分钟前', en: '{{count}} min ago' },
  'age.h': { zh: '{{count}} 小时前', en: '{{count}} h ago' },
  'age.d': { zh: '{{count}} 天前', en: { one: '{{count}} day ago', other: '{{count}} days ago' } },
  'priority.critical': { zh: '紧急', en: 'Critical' },
  'priority.high': { zh: '高', en: 'High' },
  'priority.medium': { zh: '中', en: 'Medium' },
  'priority.low': { zh: '低', en: 'Low' },
  'quality.good': { zh: '良好', en: 'good' },
  'quality.uncertain': { zh: '可疑', en: 'uncertain' },
  'quality.bad': { zh: '失效', en: 'bad' },
  'no-value': { zh: '暂无数据', en: 'no data yet' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
  add: { zh: '添加', en: 'Add' },
  more: { zh: '更多', en: 'More' },
  loading: { zh: '正在载入…', en: 'Loading…' },
  'error-code': { zh: '代码 {{code}}', en: 'Code {{code}}' },
});
