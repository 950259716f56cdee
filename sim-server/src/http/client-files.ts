import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Where `vite build` puts the client. */
export const builtClient = fileURLToPath(new URL('../../../twin-client/dist/', import.meta.url));

/** One file of the client, ready to be sent. */
export interface ClientFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
  readonly etag: string;
  /** Its name holds the hash of its content: it may be kept for ever. */
  readonly immutable: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.glb': 'model/gltf-binary',
  '.ktx2': 'image/ktx2',
  '.hdr': 'application/octet-stream',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.map',
  '.webmanifest',
  '.svg',
  '.wasm',
  '.txt',
]);
const name = /^[A-Za-z0-9_@~-][A-Za-z0-9._@~-]*$/;
/** Brotli's middle: within a few per cent of its best at a tenth of the time. */
const brotliQuality = 6;

/** The built client's files, each compressed once and kept until it is built again. */
export class ClientFiles {
  readonly #folder: string;
  readonly #kept = new Map<string, { readonly changed: number; readonly file: Promise<ClientFile> }>();

  constructor(folder: string = builtClient) {
    this.#folder = folder;
  }

  /** The file at a path such as `assets/index-1a2b.js`; nothing where there is none. */
  async find(path: string): Promise<ClientFile | undefined> {
    const parts = path.split('/');
    if (!parts.every((part) => name.test(part))) return undefined;
    const place = join(this.#folder, ...parts);
    const state = await stat(place).catch(() => undefined);
    if (state === undefined || !state.isFile()) return undefined;
    const kept = this.#kept.get(path);
    if (kept !== undefined && kept.changed === state.mtimeMs) return kept.file;
    const file = readClientFile(place, path, `"${state.size.toString(36)}-${Math.round(state.mtimeMs).toString(36)}"`);
    this.#kept.set(path, { changed: state.mtimeMs, file });
    return file;
  }
}

async function readClientFile(place: string, path: string, etag: string): Promise<ClientFile> {
  const extension = extname(path).toLowerCase();
  const plain = await readFile(place);
  const type = types[extension] ?? 'application/octet-stream';
  const file = { type, plain, etag, immutable: path.startsWith('assets/') };
  if (!compressible.has(extension) || plain.length < 1_024) return file;
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, { params }), promisify(gzip)(plain)]);
  return { ...file, br, gzip: gz };
}
