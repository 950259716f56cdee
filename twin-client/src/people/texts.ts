import { defineTexts } from '../language/texts.ts';

export const peopleTexts = defineTexts('people', {
  title: { zh: '学员', en: 'Trainees' },
  about: {
    zh: '每位学员的演练次数与成绩。点开可看每一次。',
    en: 'What each trainee has done. Open a row to see each attempt.',
  },
  trainee: { zh: '学员', en: 'Trainee' },
  attempts: { zh: '次数', en: 'Attempts' },
  passed: { zh: '合格', en: 'Passed' },
  best: { zh: '最好成绩', en: 'Best' },
  last: { zh: '最近成绩', en: 'Latest' },
  when: { zh: '最近一次', en: 'When' },
  drill: { zh: '演练', en: 'Drill' },
  score: { zh: '成绩', en: 'Score' },
  verdict: { zh: '结论', en: 'Verdict' },
  'verdict.pass': { zh: '合格', en: 'pass' },
  'verdict.fail': { zh: '不合格', en: 'fail' },
  find: { zh: '查找学员', en: 'Find a trainee' },
  none: { zh: '还没有演练记录', en: 'Nobody has done a drill yet' },
  'none.what': {
    zh: '在“导调”开一场演练，学员完成后会记在这里。',
    en: 'Open a drill at the Conduct desk. When trainees have finished it, they are listed here.',
  },
});
