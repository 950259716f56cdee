import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { assetError } from '../errors.ts';

/** The scene files of a delivery. Paths are relative to it, with forward slashes, in one fixed order. */
export interface Delivery {
  readonly path: string;
  readonly files: readonly string[];
  readonly totalBytes: number;
  /** files that begin a tile tree */
  readonly roots: readonly string[];
  /** true when the layout does not say which files are roots, so that all that nobody names are */
  readonly rootsByReference: boolean;
  /** finds a file that `from` names, in any case of letters; nothing when it is absent */
  readonly resolve: (from: string, named: string) => string | undefined;
}

/** Deliveries lie two or three folders deep; ten is a folder given by mistake. */
const DEEPEST = 10;
/** More files than any delivery has; a disk given by mistake has more. */
const MOST_ENTRIES = 5_000_000;

/** Lists a delivery. @throws AssetError UPW_ASSET_DELIVERY_…, UPW_ASSET_FILE_MISSING */
export async function findDelivery(path: string): Promise<Delivery> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isDirectory()) throw assetError('UPW_ASSET_DELIVERY_MISSING', { path });
  const files: string[] = [];
  let totalBytes = 0;
  let entries = 0;
  async function list(folder: string, depth: number): Promise<void> {
    const names = await readdir(join(path, folder)).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw assetError('UPW_ASSET_FILE_UNREADABLE', { file: folder === '' ? path : folder, reason }, cause);
    });
    // Not the locale's order: the output must not depend on the machine.
    for (const name of names.sort()) {
      if (name.startsWith('.') || ++entries > MOST_ENTRIES) continue;
      const relative = folder === '' ? name : `${folder}/${name}`;
      const kind = await stat(join(path, relative)).catch(() => undefined);
      if (kind?.isDirectory() && depth < DEEPEST) await list(relative, depth + 1);
      else if (kind?.isFile() && /\.osgb$/i.test(name)) {
        files.push(relative);
        totalBytes += kind.size;
      }
    }
  }
  await list('', 0);
  if (files.length === 0) throw assetError('UPW_ASSET_DELIVERY_EMPTY', { path });
  const roots = rootsByFolder(path, files);
  return {
    path,
    files,
    totalBytes,
    roots: roots ?? files,
    rootsByReference: roots === undefined,
    resolve: resolver(files),
  };
}

const stem = (file: string) => posix.basename(file).replace(/\.osgb$/i, '');

/**
 * ContextCapture's and Terra's layout: a folder holds the root file of its own name. A folder that holds finer levels
 * of its name but not the root is incomplete. Any other layout gives no roots.
 */
function rootsByFolder(path: string, files: readonly string[]): string[] | undefined {
  const roots: string[] = [];
  const folders = Map.groupBy(files, (file) => posix.dirname(file));
  for (const [folder, inside] of folders) {
    const name = posix.basename(folder === '.' ? basename(path) : folder).toLowerCase();
    const root = inside.find((file) => stem(file).toLowerCase() === name);
    if (root !== undefined) roots.push(root);
    else if (inside.some((file) => stem(file).toLowerCase().startsWith(`${name}_`))) {
      throw assetError('UPW_ASSET_FILE_MISSING', {
        file: posix.join(folder, `${posix.basename(folder)}.osgb`),
        why: `the root of ${inside.length} finer tiles in its folder`,
      });
    } else return undefined;
  }
  return roots;
}

function resolver(files: readonly string[]): Delivery['resolve'] {
  const exact = new Set(files);
  const anyCase = new Map(files.map((file) => [file.toLowerCase(), file]));
  return (from, named) => {
    const target = posix.normalize(posix.join(dirname(from), named.replaceAll('\\', '/')));
    if (target === '..' || target.startsWith('../') || /^(\/|[a-z]:)/i.test(named)) {
      throw assetError('UPW_ASSET_TREE_OUTSIDE', { file: from, child: named });
    }
    return exact.has(target) ? target : anyCase.get(target.toLowerCase());
  };
}
