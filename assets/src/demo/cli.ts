import { parseArgs } from 'node:util';
import { demoSites } from '@upwind/scenes';
import { AssetError, assetError } from '../errors.ts';
import { makeDemoDelivery } from './delivery/make-demo-delivery.ts';

/** Makes the demo site's oblique-photography delivery: `node assets/src/demo/cli.ts --out <dir> [--site <id>]`. */
async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' }, site: { type: 'string' } } });
  const site = demoSites.find(({ id }) => values.site === undefined || id === values.site);
  if (values.out === undefined || site === undefined) {
    const known = demoSites.map(({ id }) => id).join(', ');
    throw assetError('UPW_ASSET_USAGE', { reason: `--out <dir> and --site, one of ${known}, are needed` });
  }
  const started = performance.now();
  const { bytes } = await makeDemoDelivery(site, values.out, {
    onProgress: ({ tiles, totalTiles }) => process.stderr.write(`${tiles} of ${totalTiles} root tiles\n`),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${site.name.en}: ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s → ${values.out}\n`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof AssetError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 2;
}
