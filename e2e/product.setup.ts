import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@upwind/sim-server/embedded-postgres';
import type { TestProject } from 'vitest/node';
import { startProduct } from '../scripts/start/product.ts';
import type { Account } from '../scripts/start/server.ts';
import { readSettings } from '../scripts/start/settings.ts';
import { reportFolder } from '../scripts/test/report.ts';

/** The running product, as end-to-end tests get it: `inject('product')`. */
export interface ProductUnderTest {
  /** Address of the pages and the API, `http://localhost:<port>`. */
  readonly url: string;
  readonly mqttUrl: string;
  readonly databaseUrl: string;
  /** Folder of its data: `reality/<id>` is where a delivery is ingested to. */
  readonly home: string;
  /** Demo log-ins, at least one per role. */
  readonly accounts: readonly Account[];
}

declare module 'vitest' {
  interface ProvidedContext {
    product: ProductUnderTest;
  }
}

/**
 * Starts the product once for all end-to-end tests as `npm start` does, demo plant and reality mesh included, on free
 * ports and with an empty home that is thrown away. Its logs are kept in the report.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'upwind-e2e-'));
  // As root, PostgreSQL runs as another account, which must be able to enter.
  chmodSync(home, 0o711);
  const remove = () => rmSync(home, { recursive: true, force: true });
  process.once('exit', remove);
  const settings = readSettings({
    UPWIND_HOME: home,
    UPWIND_PORT: String(await freePort()),
    UPWIND_MQTT_PORT: String(await freePort()),
  });
  const began = performance.now();
  const tell = (line: string) => console.log(`[${((performance.now() - began) / 1000).toFixed(1)} s] ${line}`);
  const tearDown = async (stop: () => Promise<void>) => {
    await stop();
    cpSync(join(home, 'logs'), join(reportFolder, 'logs'), { recursive: true });
    remove();
  };

  try {
    const product = await startProduct({ settings, tell, signal: new AbortController().signal });
    let stopping = false;
    void product.failed.then((reason) => {
      if (!stopping) console.error(reason);
    });
    const stop = () => {
      stopping = true;
      return product.stop();
    };
    try {
      tell('The product is ready; making the demo mesh …');
      await product.reality;
      tell('The demo mesh is in place.');
    } catch (error) {
      await stop();
      throw error;
    }
    const { url, mqttUrl, databaseUrl, accounts } = product;
    project.provide('product', { url, mqttUrl, databaseUrl, home, accounts });
    return () => tearDown(stop);
  } catch (error) {
    await tearDown(async () => {});
    throw error;
  }
}
