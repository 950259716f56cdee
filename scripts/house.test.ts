import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, readSources, resolveImport, type Source, withoutComments } from './house/sources.ts';
import { root } from './root.ts';

/** Which doors of which rooms each room may open: arrows only go down. */
const mayOpen: Readonly<Record<string, readonly string[]>> = {
  scenes: [],
  assets: ['scenes'],
  scenarios: ['scenes'],
  'sim-engine': ['scenarios', 'scenes'],
  'sim-server': ['sim-engine', 'assets', 'scenarios', 'scenes'],
  'twin-client': ['sim-engine', 'assets', 'scenarios', 'scenes', 'sim-server/contract'],
};
const rooms = Object.keys(mayOpen);
/** Beside the rooms stand the parts that start and test them; these use every door. */
const outside = ['scripts', 'e2e'];

const sources = readSources();
const code = sources.filter(({ path }) => /\.(tsx?|mjs)$/.test(path));
const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path);
const roomOf = (path: string) => path.split('/')[0] ?? '';

/** Every import with the file it stands in, as `file: import`. */
const findings = (files: readonly Source[], isWrong: (file: Source, specifier: string) => boolean) =>
  files.flatMap((file) => file.imports.filter((name) => isWrong(file, name)).map((name) => `${file.path}: ${name}`));

/** Every line that matches, as `file:line: text`. */
const lines = (files: readonly Source[], pattern: RegExp, textOf = (text: string) => text) =>
  files.flatMap(({ path, text }) =>
    textOf(text)
      .split('\n')
      .flatMap((line, n) => (pattern.test(line) ? [`${path}:${n + 1}: ${line.trim()}`] : [])),
  );

test('the imports of a file are seen, and its comments are not', () => {
  const text = `import a from 'one';\nexport { b } from "two";\n// import 'no'\nconst c = await import('three');\nimport 'four';`;
  expect(importsOf(text)).toEqual(['one', 'two', 'three', 'four']);
  expect(withoutComments('/* no */ x // no')).toBe(' x ');
  expect(code.length).toBeGreaterThan(50);
});

test('a room imports only rooms below it', () => {
  const isWrong = ({ path }: Source, name: string) => {
    const allowed = mayOpen[roomOf(path)];
    if (allowed === undefined || !name.startsWith('@upwind/')) return false;
    const door = name.slice('@upwind/'.length);
    return !allowed.includes(door);
  };
  expect(findings(code, isWrong)).toEqual([]);
});

test('nobody goes past a door', () => {
  const doors = new Set(rooms.flatMap((room) => doorsOf(room)));
  expect(findings(code, (_, name) => name.startsWith('@upwind/') && !doors.has(name))).toEqual([]);
  const leaves = ({ path }: Source, name: string) => {
    if (!name.startsWith('.')) return false;
    const [from, to] = [roomOf(path), roomOf(resolveImport(path, name))];
    const together = outside.includes(to) && (outside.includes(from) || !path.includes('/'));
    return from !== to && !together;
  };
  expect(findings(code, leaves)).toEqual([]);
});

test('the contract imports nothing of the server', () => {
  const contract = 'sim-server/src/contract/';
  const files = code.filter(({ path }) => path.startsWith(contract));
  const isWrong = ({ path }: Source, name: string) =>
    name.startsWith('.') ? !resolveImport(path, name).startsWith(contract) : name.startsWith('@upwind/sim-server');
  expect(findings(files, isWrong)).toEqual([]);
});

test('three.js and Babylon.js never meet', () => {
  const drill = 'twin-client/src/drill/';
  const client = code.filter(({ path }) => path.startsWith('twin-client/src/'));
  const three = /^(three|3d-tiles-renderer|camera-controls|@react-three\/[a-z]+)(\/|$)/;
  const babylon = /^@babylonjs\//;
  expect(findings(client, ({ path }, name) => !path.startsWith(drill) && babylon.test(name))).toEqual([]);
  // What the drill reaches through the client's other folders counts too.
  const reached = reachableFrom(client, (path) => path.startsWith(drill));
  expect(findings(reached, (_, name) => three.test(name))).toEqual([]);
});

test('the engine has no clock, no chance outside its seed, no locale and no inexact function', () => {
  const engine = code.filter((file) => file.path.startsWith('sim-engine/src/') && !isTest(file));
  const forbidden =
    /\bDate\b|\bperformance\b|\bIntl\b|toLocale|\bMath\.(random|exp|expm1|log|log10|log1p|log2|pow|cbrt|hypot|a?(sin|cos|tan)h?|atan2)\b|[\w)\]] \*\* /;
  expect(lines(engine, forbidden, withoutComments)).toEqual([]);
});

test('no file is longer than 500 lines', () => {
  const long = [...code, ...sources.filter(({ path }) => path.endsWith('.css'))]
    .map(({ path, text }) => ({ path, count: text.split('\n').length - 1 }))
    .filter(({ count }) => count > 500);
  expect(long).toEqual([]);
});

test('only configurations have a default export', () => {
  const files = code.filter(({ path }) => !path.endsWith('.config.ts'));
  expect(lines(files, /^export default\b|^export \{[^}]*\bas default\b/)).toEqual([]);
});

test('no folder or file is named for everything and nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|managers?|misc|shared)(\/|\.[a-z]+$)/;
  expect(code.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
});

test('nothing is left for later, and no check is switched off', () => {
  const later = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X|HA', 'CK'].join(''));
  const words = new RegExp(`\\b(${later.source})\\b`);
  expect(lines(sources, words)).toEqual([]);
  const off = new RegExp(['@ts-(ignore|expect-error|nocheck)|biome-', 'ignore|eslint-', 'disable'].join(''));
  const self = 'scripts/house.test.ts';
  expect(
    lines(
      code.filter(({ path }) => path !== self),
      off,
    ),
  ).toEqual([]);
});

test.each(rooms)('%s has a README, a licence and one door', (room) => {
  expect(existsSync(join(root, room, 'README.md'))).toBe(true);
  expect(packageOf(room)).toMatchObject({ license: 'Apache-2.0', exports: { '.': './src/index.ts' } });
  expect(existsSync(join(root, room, 'src/index.ts'))).toBe(true);
});

function packageOf(room: string): { readonly exports: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'));
}

function doorsOf(room: string): string[] {
  return Object.keys(packageOf(room).exports).map((door) => `@upwind/${room}${door.slice(1)}`);
}

function reachableFrom(files: readonly Source[], isStart: (path: string) => boolean): readonly Source[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set(files.filter(({ path }) => isStart(path)));
  for (const file of reached) {
    for (const name of file.imports.filter((name) => name.startsWith('.'))) {
      const next = byPath.get(resolveImport(file.path, name));
      if (next !== undefined) reached.add(next);
    }
  }
  return [...reached];
}
