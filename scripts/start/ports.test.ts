import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { expectFree } from './ports.ts';

test('a taken port is named with the variable to set; once free it passes', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await expect(expectFree('UPWIND_PORT', '127.0.0.1', port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set UPWIND_PORT to another port.`,
  );
  setTimeout(() => other.close(), 150);
  await expectFree('UPWIND_PORT', '127.0.0.1', port, 10_000);
});

test('an address that is not this machine’s is told apart from a taken port', async () => {
  await expect(expectFree('UPWIND_PORT', '192.0.2.1', 30_000)).rejects.toThrow('Set UPWIND_HOST to one of its own');
});
