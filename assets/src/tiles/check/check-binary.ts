import type { Report, TilesetIssue } from './issue.ts';

/** Checks the frame of a tile's content: glb, or the tile formats of 3D Tiles 1.0. What is inside is not looked at. */
export function checkBinary(bytes: Uint8Array, path: string): TilesetIssue[] {
  const issues: TilesetIssue[] = [];
  const report: Report = (type, at, message) => issues.push({ type, path: at, message });
  if (bytes.byteLength < 12) {
    report('BINARY_INVALID_LENGTH', path, `it has ${bytes.byteLength} bytes`);
    return issues;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  const declared = view.getUint32(8, true);
  if (!['glTF', 'b3dm', 'i3dm', 'pnts', 'cmpt'].includes(magic)) {
    report('CONTENT_VALIDATION_ERROR', path, `it begins with "${magic}"`);
    return issues;
  }
  if (declared !== bytes.byteLength) {
    report('BINARY_INVALID_LENGTH', path, `it says ${declared} bytes and has ${bytes.byteLength}`);
  }
  if (magic !== 'glTF' && declared % 8 !== 0) {
    report('BINARY_INVALID_ALIGNMENT', path, `its length ${declared} is no multiple of 8`);
  }
  if (magic === 'b3dm' && bytes.byteLength >= 28) {
    const tables = [12, 16, 20, 24].map((at) => view.getUint32(at, true));
    const start = 28 + tables.reduce((sum, length) => sum + length, 0);
    if (start % 8 !== 0) report('BINARY_INVALID_ALIGNMENT', path, `its glb begins at byte ${start}`);
  }
  return issues;
}
