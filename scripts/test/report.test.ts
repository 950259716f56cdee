import { expect, test } from 'vitest';
import type { Outcome } from './outcome.ts';
import { page } from './report.ts';

test('the report shows failures first, reasons of skips, and pictures, with nothing of a test taken for HTML', () => {
  const outcomes: Outcome[] = [
    {
      part: 'e2e',
      file: 'e2e/site.e2e.test.ts',
      title: 'the site',
      state: 'passed',
      durationMs: 1,
      pictures: ['a b.png'],
    },
    { part: 'e2e', file: 'e2e/leak.e2e.test.ts', title: 'a <leak>', state: 'failed', durationMs: 1, error: '1 < 2' },
    {
      part: 'unit',
      file: 'x.test.ts',
      title: 'osgconv reads it',
      state: 'skipped',
      durationMs: 0,
      reason: 'no osgconv',
    },
  ];
  const html = page(outcomes);
  expect(html.indexOf('a &lt;leak&gt;')).toBeLessThan(html.indexOf('the site'));
  expect(html).toContain('<pre>1 &lt; 2</pre>');
  expect(html).toContain('skipped: no osgconv');
  expect(html).toContain('src="a b.png"');
  expect(html).toContain('<title>1 passed, 1 failed, 1 skipped</title>');
});
