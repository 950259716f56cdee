import { defineConfig } from 'vitest/config';
import { CountReporter } from './scripts/test/count-reporter.ts';

const rooms = '{scenes,scenarios,assets,sim-engine,sim-server,twin-client,scripts}';
/** Every project's first step: the engine cannot be imported before its kernels are compiled. */
const kernels = 'scripts/kernels/compile.setup.ts';

/**
 * Three projects, one runner: `unit` needs nothing but Node, `integration` starts a real PostgreSQL and a real MQTT
 * broker, `e2e` starts the whole product and a real Chromium.
 */
export default defineConfig({
  test: {
    reporters: ['default', new CountReporter()],
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${rooms}/**/*.test.{ts,tsx}`],
          globalSetup: [kernels],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.integration.test.ts', '**/*.e2e.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: [`${rooms}/**/*.integration.test.ts`],
          globalSetup: [kernels, 'sim-server/src/database/embedded/for-tests.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file has a database of its own; much of the time is waiting.
          maxWorkers: 2,
          // Real processes on a busy machine: a second try, which `npm test` names at its end.
          retry: 1,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.test.ts'],
          globalSetup: [kernels, 'e2e/product.setup.ts'],
          testTimeout: 360_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // Software drawing answers in seconds, not in milliseconds.
          expect: { poll: { timeout: 30_000 } },
          retry: 1,
        },
      },
    ],
  },
});
