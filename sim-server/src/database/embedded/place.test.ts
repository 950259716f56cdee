import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountForPostgres, makeOwnFolder, mayEnter } from './account.ts';
import { findBinaries } from './binaries.ts';
import { linkLibraries } from './library-links.ts';
import { choosePlace } from './place.ts';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'upwind-place-'));
  chmodSync(top, 0o755);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const nobody = { uid: 65534, gid: 65534 };

test('only root needs another account', () => {
  expect(accountForPostgres(0)).toEqual(nobody);
  expect(accountForPostgres(1000)).toBeUndefined();
});

test('a folder below a closed one may not be entered', () => {
  const closed = join(top, 'closed');
  mkdirSync(join(closed, 'inner'), { recursive: true });
  chmodSync(closed, 0o700);
  expect(mayEnter(nobody, top)).toBe(true);
  expect(mayEnter(nobody, join(closed, 'inner'))).toBe(false);
  expect(mayEnter(undefined, join(closed, 'inner'))).toBe(true);
});

describe('below a closed folder', () => {
  test('data and binaries go where the account may enter, and the notes say where', (context) => {
    if (process.getuid?.() !== 0) context.skip('only root runs PostgreSQL as another account');
    const closed = join(top, 'closed');
    const binaries = { folder: join(closed, 'native'), version: '18.0.0' };
    mkdirSync(join(binaries.folder, 'bin'), { recursive: true });
    writeFileSync(join(binaries.folder, 'bin', 'postgres'), '', { mode: 0o700 });
    chmodSync(closed, 0o700);

    const place = choosePlace(join(closed, 'home', 'postgres'), binaries, nobody);
    try {
      expect(mayEnter(nobody, place.folder)).toBe(true);
      expect(lstatSync(join(place.binaries.folder, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
      expect(place.notes.join(' ')).toContain(place.folder);
      expect(place.notes.join(' ')).toContain(place.binaries.folder);
      expect(choosePlace(join(closed, 'home', 'postgres'), binaries, nobody)).toEqual(place);
    } finally {
      rmSync(dirname(place.folder), { recursive: true, force: true });
      rmSync(dirname(place.binaries.folder), { recursive: true, force: true });
    }
  });
});

test('a folder that someone else laid out in advance is refused', () => {
  symlinkSync(top, join(top, 'link'));
  expect(() => makeOwnFolder(join(top, 'link'))).toThrow('UPW_EMBEDDED_FOLDER_UNSAFE');
  mkdirSync(join(top, 'open'));
  chmodSync(join(top, 'open'), 0o777);
  expect(() => makeOwnFolder(join(top, 'open'))).toThrow('UPW_EMBEDDED_FOLDER_UNSAFE');
});

test.each(['native', 'postgresql-18'])(
  'missing links between library versions are made in %s, existing ones kept',
  (name) => {
    const folder = join(top, name);
    mkdirSync(join(folder, 'lib'), { recursive: true });
    writeFileSync(join(folder, 'lib', 'libpq.so.5.18'), 'library');
    writeFileSync(
      join(folder, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    );
    linkLibraries(folder);
    linkLibraries(folder);
    expect(existsSync(join(folder, 'lib', 'libpq.so.5'))).toBe(true);
  },
);

test('a platform without binaries is told what to set', () => {
  expect(() => findBinaries('sunos-sparc')).toThrow(
    'UPW_EMBEDDED_NO_BINARIES: There is no embedded PostgreSQL for sunos-sparc. Install PostgreSQL 15 or newer and set DATABASE_URL',
  );
});
