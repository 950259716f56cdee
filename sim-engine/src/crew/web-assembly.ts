/** The part of WebAssembly that the engine uses: browsers and Node have it, the language's own library does not. */
export interface Memory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  /** Adds pages of 64 KiB; throws a RangeError where there is no room. */
  grow(pages: number): number;
}

interface Api {
  readonly Memory: new (shape: {
    readonly initial: number;
    readonly maximum?: number;
    readonly shared?: boolean;
  }) => Memory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: Memory } },
  ) => { readonly exports: unknown };
}

declare const WebAssembly: Api;

export const pageBytes = 65536;

export function newMemory(pages: number): Memory {
  return new WebAssembly.Memory({ initial: pages });
}

/** Throws where the page is not isolated, or where the room cannot be reserved. */
export function newSharedMemory(pages: number, maximum: number): Memory {
  return new WebAssembly.Memory({ initial: pages, maximum, shared: true });
}

/** The functions of a compiled module over a memory; compiles on the calling thread. */
export function instantiate(base64: string, memory: Memory): unknown {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n += 1) bytes[n] = text.charCodeAt(n);
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } }).exports;
}
