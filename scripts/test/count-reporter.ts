import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import type { Outcome } from './outcome.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** File names of the screenshots a test took, within the report folder. */
    pictures?: string[];
  }
}

/**
 * Writes what every test said, with the reasons of the skipped ones, to the file that `UPWIND_TEST_OUTCOMES` names, for
 * `npm test` to add up over its parts. Silent without it.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env['UPWIND_TEST_OUTCOMES'];
    if (file === undefined) return;
    const outcomes = modules.flatMap((module) =>
      [...module.children.allTests()].map(outcomeOf).concat(failures(module)),
    );
    for (const error of unhandled) {
      outcomes.push({
        part: 'run',
        file: '',
        title: 'outside any test',
        state: 'failed',
        durationMs: 0,
        error: error.message,
      });
    }
    writeFileSync(file, JSON.stringify(outcomes));
  }
}

function outcomeOf(test: TestCase): Outcome {
  const result = test.result();
  const { pictures } = test.meta();
  const retries = test.diagnostic()?.retryCount ?? 0;
  return {
    part: test.project.name,
    file: pathOf(test.module),
    title: test.fullName,
    state: result.state === 'pending' ? 'failed' : result.state,
    durationMs: test.diagnostic()?.duration ?? 0,
    ...(result.state === 'skipped' && { reason: result.note ?? 'no reason given' }),
    ...(result.state === 'failed' && { error: result.errors[0]?.message ?? 'failed without a message' }),
    ...(result.state === 'pending' && { error: 'did not finish' }),
    ...(retries > 0 && result.state === 'passed' && { tries: retries + 1 }),
    ...(pictures && { pictures }),
  };
}

/** A file that could not be read, or whose set-up failed, is a failure even though no test of it ran. */
function failures(module: TestModule): Outcome[] {
  const suites = [...module.children.allSuites()];
  return [module, ...suites].flatMap((suite) =>
    suite.errors().map((error) => ({
      part: module.project.name,
      file: pathOf(module),
      title: suite.type === 'suite' ? suite.fullName : 'the whole file',
      state: 'failed' as const,
      durationMs: 0,
      error: error.message,
    })),
  );
}

function pathOf(module: TestModule): string {
  return relative(process.cwd(), module.moduleId);
}
