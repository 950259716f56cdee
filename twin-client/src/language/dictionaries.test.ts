import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorTexts } from './error-texts.ts';
import { dictionaries, type Entry, type Texts } from './texts.ts';

const modules = import.meta.glob<Record<string, unknown>>('../**/*texts.ts', { eager: true });

function isTexts(value: unknown): value is Texts<string> {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'entries' in value;
}

const all = Object.entries(modules).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isTexts)
    .map((texts) => ({ file, texts })),
);

const english = ({ en }: Entry) => (typeof en === 'string' ? [en] : [en.one, en.other]);
const parameters = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the dictionaries', () => {
  test('are found, and each namespace is declared once', () => {
    const namespaces = all.map(({ texts }) => texts.namespace);
    expect(namespaces.length).toBeGreaterThan(8);
    expect(new Set(namespaces).size).toBe(namespaces.length);
  });

  test.each(all)('$file says the same things in both languages', ({ texts }) => {
    for (const [key, entry] of Object.entries(texts.entries)) {
      expect(entry.zh.trim(), key).not.toBe('');
      for (const text of english(entry)) {
        expect(text.trim(), key).not.toBe('');
        // A parameter may be left unsaid in one language, but never be one that the other does not know.
        const known = new Set([...parameters(entry.zh), ...english(entry).flatMap(parameters)]);
        for (const name of parameters(text)) expect(known, key).toContain(name);
      }
    }
  });

  test('a counted text has a singular and a plural in English and one form in Chinese', () => {
    const { zh, en } = dictionaries({
      tanks: { zh: '{{count}} 座储罐', en: { one: '{{count}} tank', other: '{{count}} tanks' } },
    });
    expect(en).toEqual({ tanks_one: '{{count}} tank', tanks_other: '{{count}} tanks' });
    expect(zh).toEqual({ tanks: '{{count}} 座储罐', tanks_other: '{{count}} 座储罐' });
  });
});

describe('the errors of the server', () => {
  /** Said on the server's own console or counted in the intake, never answered to a page. */
  const neverAnswered =
    /^UPW_(ROUTE_WITHOUT_ACCESS|PORT_TAKEN|REDIS_|BROKER_|TELEMETRY_|DATABASE_(UNREACHABLE|MIGRATION|NEWER))/;
  const source = readFileSync(new URL('../../../sim-server/src/errors.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}(UPW_[A-Z0-9_]+):/gm)]
    .map(([, code]) => code ?? '')
    .filter((code) => !neverAnswered.test(code));

  test('each has a sentence in both languages', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !(code in errorTexts.entries))).toEqual([]);
  });
});
