import { ensureKernels } from '../launch/kernels.mjs';
import { root } from '../root.ts';

/** The test runner's own first step, so that `npx vitest` alone finds the kernels compiled. */
export async function setup(): Promise<void> {
  await ensureKernels(root);
}
