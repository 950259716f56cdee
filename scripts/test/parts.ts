import { join } from 'node:path';
import { root } from '../root.ts';

/** A part of `npm test`, in the order in which they run: the quick ones first. */
export interface Part {
  readonly name: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
  /** `tests` report an outcome each; a `check` counts as one test. */
  readonly kind: 'check' | 'tests';
}

const bin = (name: string) => join(root, 'node_modules', name);
const vitest = (project: string) => [bin('vitest/vitest.mjs'), 'run', '--project', project];

export const parts: readonly Part[] = [
  { name: 'types', command: [bin('typescript/bin/tsc'), '-b', '--pretty', 'false'], kind: 'check' },
  { name: 'lint', command: [bin('@biomejs/biome/bin/biome'), 'check'], kind: 'check' },
  { name: 'unit', command: vitest('unit'), kind: 'tests' },
  { name: 'integration', command: vitest('integration'), kind: 'tests' },
  { name: 'e2e', command: vitest('e2e'), kind: 'tests' },
];
