import { posix } from 'node:path';

/**
 * Makes addresses for tiles that need no escaping in a URI, unique in any case of letters, the same for the same
 * order of files.
 */
export function tileNames(): (file: string, part: number, parts: number) => string {
  const taken = new Set<string>();
  return (file, part, parts) => {
    const stem = file.replace(/\.osgb$/i, '');
    const folder = safe(posix.basename(posix.dirname(stem)));
    const base = safe(posix.basename(stem)) + (parts > 1 ? `_${part}` : '');
    let name = posix.join('tiles', folder, `${base}.glb`);
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      name = posix.join('tiles', folder, `${base}-${copy}.glb`);
    }
    taken.add(name.toLowerCase());
    return name;
  };
}

/** Tile_+000_-012 → Tile_000_-012; letters outside ASCII become their code points. */
function safe(name: string): string {
  return name
    .replaceAll('+', '')
    .replace(/[^A-Za-z0-9_-]/gu, (char) => `~${(char.codePointAt(0) ?? 0).toString(16)}`)
    .replace(/^\.+$/, '');
}
