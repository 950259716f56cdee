/**
 * The bench's page: makes an engine's Worker and its crew's, as the product does, and hands them their ports. Written
 * for the bundler; `window` is reached without the library of the DOM, which this room does not have.
 */
interface PageWorker {
  postMessage(message: unknown, transfer: readonly unknown[]): void;
  terminate(): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}
declare const Worker: new (url: URL, options: { readonly type: 'module' }) => PageWorker;

export interface PageRequest {
  readonly threads: number;
  readonly input: unknown;
}

const page = globalThis as unknown as { measure(request: PageRequest): Promise<unknown> };

page.measure = ({ threads, input }) => {
  const engine = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
  const members: PageWorker[] = [];
  const ports: unknown[] = [];
  for (let n = 1; n < threads; n += 1) {
    const { port1, port2 } = new MessageChannel();
    const member = new Worker(new URL('./crew-worker.ts', import.meta.url), { type: 'module' });
    member.postMessage(port1, [port1]);
    members.push(member);
    ports.push(port2);
  }
  return new Promise((resolve, reject) => {
    const end = (): void => {
      for (const worker of [engine, ...members]) worker.terminate();
    };
    engine.onmessage = ({ data }) => {
      end();
      resolve(data);
    };
    for (const worker of [engine, ...members]) {
      worker.onerror = ({ message }) => {
        end();
        reject(new Error(`A Worker of the bench failed: ${message ?? 'it did not load'}`));
      };
    }
    engine.postMessage({ input, ports }, ports);
  });
};
