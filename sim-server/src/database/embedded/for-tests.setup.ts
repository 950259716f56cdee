import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from './start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL whose role may create databases; `freshDatabase` makes one of its own for each caller. */
    testDatabaseServer: string;
  }
}

/**
 * Vitest's global set-up of the integration tests: one throw-away PostgreSQL for the whole run, or the server that
 * `UPWIND_TEST_DATABASE_URL` names.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['UPWIND_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('testDatabaseServer', given);
    return async () => {};
  }
  const dir = mkdtempSync(join(tmpdir(), 'upwind-postgres-'));
  const postgres = await startEmbeddedPostgres({ dir });
  project.provide('testDatabaseServer', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(postgres.folder, { recursive: true, force: true });
    rmSync(dir, { recursive: true, force: true });
  };
}
