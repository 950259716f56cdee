import { ensureKernels } from '../launch/kernels.mjs';
import { Sentence } from '../launch/say.mjs';
import { root } from '../root.ts';

/** `npm run kernels`: the launcher has compiled them before this runs; alone, this does it. */
try {
  await ensureKernels(root);
  console.log('The kernels are compiled.');
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
