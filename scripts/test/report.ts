import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { countLine, type Outcome } from './outcome.ts';

/** Holds the page and, put there by the end-to-end tests, the screenshots. */
export const reportFolder = join(root, 'reports');

/** Writes `reports/index.html`: every test with its outcome, and the pictures it took. */
export function writeReport(outcomes: readonly Outcome[]): string {
  mkdirSync(reportFolder, { recursive: true });
  const file = join(reportFolder, 'index.html');
  writeFileSync(file, page(outcomes));
  return file;
}

export function page(outcomes: readonly Outcome[]): string {
  const order = { failed: 0, skipped: 1, passed: 2 };
  const parts = [...new Set(outcomes.map(({ part }) => part))];
  const sections = parts.map((part) => {
    const own = outcomes.filter((outcome) => outcome.part === part);
    own.sort((a, b) => order[a.state] - order[b.state] || (b.pictures?.length ?? 0) - (a.pictures?.length ?? 0));
    return `<h2>${escapeHtml(part)} <small>${countLine(own)}</small></h2>\n<ul>\n${own.map(row).join('\n')}\n</ul>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${countLine(outcomes)}</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; max-width: 1100px; margin: 2rem auto; padding: 0 1rem; }
  ul { list-style: none; padding: 0 } li { margin: .2rem 0; padding-left: .6rem; border-left: 3px solid #4a9 }
  li.failed { border-color: #d33 } li.skipped { border-color: #ba3 }
  small { color: #777; font-weight: normal } pre { white-space: pre-wrap; color: #b22; margin: .2rem 0 }
  figure { display: inline-block; margin: .5rem .5rem 0 0; width: 48% } img { width: 100%; border: 1px solid #ccc }
</style>
<h1>${countLine(outcomes)}</h1>
${sections.join('\n')}
</html>
`;
}

function row(outcome: Outcome): string {
  const { state, title, file, reason, error, pictures = [], durationMs } = outcome;
  const figures = pictures.map(
    (picture) =>
      `<figure><a href="${escapeHtml(picture)}"><img src="${escapeHtml(picture)}" alt="" loading="lazy"></a><figcaption>${escapeHtml(picture)}</figcaption></figure>`,
  );
  return [
    `<li class="${state}">${escapeHtml(title)} <small>${escapeHtml(file)} · ${Math.round(durationMs)} ms</small>`,
    reason === undefined ? '' : `<div>skipped: ${escapeHtml(reason)}</div>`,
    error === undefined ? '' : `<pre>${escapeHtml(error)}</pre>`,
    figures.length === 0 ? '' : `<div>${figures.join('')}</div>`,
    '</li>',
  ].join('');
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
