import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type AssetError, assetError } from '../errors.ts';

/**
 * A folder beside the output into which something is written, and which takes the output's place when it is whole. The
 * output is at any moment absent, the old one or the new one.
 */
export interface Staging {
  /** where it is until it is published */
  readonly path: string;
  /** Writes a file. `path` is relative, with forward slashes. @throws AssetError UPW_ASSET_OUT_UNWRITABLE */
  readonly write: (path: string, bytes: Uint8Array | string) => Promise<void>;
  readonly publish: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly discard: () => Promise<void>;
}

export interface StagingRules {
  /** a file by which a folder is known as one of ours, which may be replaced */
  readonly ours: string;
  /** a folder that the output must not hold */
  readonly apartFrom?: string;
}

/** @throws AssetError UPW_ASSET_OUT_OCCUPIED, UPW_ASSET_OUT_OVERLAPS, UPW_ASSET_OUT_UNWRITABLE */
export async function openStaging(out: string, { ours, apartFrom }: StagingRules): Promise<Staging> {
  const target = resolve(out);
  if (apartFrom !== undefined) {
    const inside = relative(target, resolve(apartFrom));
    if (inside === '' || !inside.startsWith('..')) {
      throw assetError('UPW_ASSET_OUT_OVERLAPS', { path: out, delivery: apartFrom });
    }
  }
  await refuseOccupied(out, target, ours);
  const parent = dirname(target);
  const staging = join(parent, `.${basename(target)}.partial-${process.pid}`);
  const previous = join(parent, `.${basename(target)}.previous-${process.pid}`);
  const unwritable = (cause: unknown): AssetError =>
    assetError('UPW_ASSET_OUT_UNWRITABLE', { path: out, reason: messageOf(cause) }, cause);

  let firstMade: string | undefined;
  try {
    firstMade = await mkdir(parent, { recursive: true });
    await removeAbandoned(parent, basename(target));
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging);
  } catch (cause) {
    throw unwritable(cause);
  }

  const folders = new Set<string>();
  return {
    path: staging,
    write: async (path, bytes) => {
      const file = join(staging, path);
      try {
        if (!folders.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
        folders.add(dirname(file));
        await writeFile(file, bytes);
      } catch (cause) {
        throw unwritable(cause);
      }
    },
    publish: async () => {
      const replaces = (await stat(target).catch(() => undefined)) !== undefined;
      try {
        if (replaces) await rename(target, previous);
        try {
          await rename(staging, target);
        } catch (cause) {
          if (replaces) await rename(previous, target);
          throw cause;
        }
        await rm(previous, { recursive: true, force: true });
      } catch (cause) {
        throw unwritable(cause);
      }
    },
    discard: async () => {
      await rm(staging, { recursive: true, force: true });
      // Folders made for the output alone go with it, as far up as they are empty.
      for (let made = firstMade === undefined ? undefined : parent; made !== undefined; ) {
        const emptied = await rmdir(made).then(
          () => true,
          () => false,
        );
        made = emptied && made !== firstMade ? dirname(made) : undefined;
      }
    },
  };
}

async function refuseOccupied(out: string, target: string, ours: string): Promise<void> {
  const existing = await stat(target).catch(() => undefined);
  if (existing === undefined) return;
  const names = existing.isDirectory() ? await readdir(target) : ['(a file)'];
  if (names.length > 0 && !names.includes(ours)) throw assetError('UPW_ASSET_OUT_OCCUPIED', { path: out });
}

/** Removes what a run that was killed left beside the output; a run that is still alive keeps its own. */
async function removeAbandoned(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const pid = entry.startsWith(`.${name}.partial-`) ? Number(entry.slice(name.length + 10)) : Number.NaN;
    if (Number.isInteger(pid) && pid > 0 && !isAlive(pid)) {
      await rm(join(parent, entry), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
