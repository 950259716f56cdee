import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Arena } from './wind-kernels.ts';

export interface NativeTime {
  readonly leastNs: number;
  readonly medianNs: number;
  /** Sum of magnitudes of what one call writes. */
  readonly checksum: number;
}

/** The kernels' twins in C, compiled for this very processor. */
export interface Native {
  readonly compiler: string;
  /** Times every contestant that has a twin, `repetitions` calls each. */
  measure(repetitions: number): ReadonlyMap<string, NativeTime>;
  close(): void;
}

/** Compiles them with gcc and `flags`; undefined where there is no gcc. */
export function compileNative({ contestants, memory }: Arena, flags: readonly string[]): Native | undefined {
  const version = spawnSync('gcc', ['-dumpfullversion'], { encoding: 'utf8' });
  if (version.status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'upwind-native-'));
  const program = join(folder, 'kernels');
  const source = fileURLToPath(new URL('../native/kernels.c', import.meta.url));
  execFileSync('gcc', ['-O3', '-march=native', ...flags, '-o', program, source, '-lm']);
  const file = join(folder, 'image');
  writeFileSync(file, memory());
  return {
    compiler: `gcc ${version.stdout.trim()} ${['-O3', '-march=native', ...flags].join(' ')}`,
    measure: (repetitions) => {
      const lines = contestants.flatMap(({ kernel, native }) =>
        native === undefined
          ? []
          : [[kernel, repetitions, native.writes.at, native.writes.length, ...native.args].join(' ')],
      );
      const told = execFileSync(program, [file], { input: `${lines.join('\n')}\n`, encoding: 'utf8' });
      return new Map(
        told
          .trim()
          .split('\n')
          .map((line) => {
            const [kernel = '', least, median, checksum] = line.split(' ');
            return [kernel, { leastNs: Number(least), medianNs: Number(median), checksum: Number(checksum) }];
          }),
      );
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
