import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { root } from '../root.ts';

/** A file of ours, with its path from the root in forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** What it imports, as written, statically or not. */
  readonly imports: readonly string[];
}

const skipped = new Set(['node_modules', 'dist', 'generated', 'reports']);
const ours = /\.(tsx?|mjs|css|sql|html|md|json|yml)$/;
const code = /\.(tsx?|mjs)$/;

/** Every file of ours, without what is installed or built; folders that begin with a dot only where CI lives. */
export function readSources(): readonly Source[] {
  return filesBelow(root).map((file) => {
    const path = relative(root, file).split(sep).join('/');
    const text = readFileSync(file, 'utf8');
    return { path, text, imports: code.test(path) ? importsOf(text) : [] };
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const hidden = entry.name.startsWith('.') && entry.name !== '.github' && entry.name !== '.ci';
      return hidden || skipped.has(entry.name) ? [] : filesBelow(path);
    }
    return ours.test(entry.name) && entry.name !== 'package-lock.json' ? [path] : [];
  });
}

/** The module names after `from`, `import` and `import(`. */
export function importsOf(text: string): readonly string[] {
  const pattern = /\b(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g;
  return [...withoutComments(text).matchAll(pattern)].flatMap((match) => match[2] ?? []);
}

/** The text without its comments; a `//` within a string ends the line too early, which no rule here minds. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** Path from the root of what a relative import names. */
export function resolveImport(from: string, specifier: string): string {
  return posix.normalize(posix.join(dirname(from).split(sep).join('/'), specifier));
}
