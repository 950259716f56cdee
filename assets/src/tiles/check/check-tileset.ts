import { checkExtensions } from './check-extensions.ts';
import { checkGeometricError, checkTile } from './check-tile.ts';
import { isObject, type Report, type TilesetIssue } from './issue.ts';

/**
 * Checks a tileset.json as far as this room's output goes, each fault named after the official validator's issue type.
 * Implicit tiling, metadata and packages are not looked at. `onContent` is told of each content.
 */
export function checkTileset(
  tileset: unknown,
  onContent: (uri: string, path: string) => void = () => undefined,
): TilesetIssue[] {
  const issues: TilesetIssue[] = [];
  const report: Report = (type, path, message) => issues.push({ type, path, message });
  if (!isObject(tileset)) {
    report('TYPE_MISMATCH', '', 'a tileset is an object');
    return issues;
  }
  checkAsset(tileset['asset'], report);
  const geometricError = checkGeometricError(tileset['geometricError'], '/geometricError', report);
  checkExtensions(tileset, report);
  const { root } = tileset;
  if (root === undefined) {
    report('PROPERTY_MISSING', '/root', 'a tileset needs a root');
    return issues;
  }
  checkTile(root, '/root', undefined, report, onContent);
  const rootError = isObject(root) ? root['geometricError'] : undefined;
  if (geometricError !== undefined && typeof rootError === 'number' && rootError > geometricError) {
    report('TILE_GEOMETRIC_ERRORS_INCONSISTENT', '/root/geometricError', 'it is larger than the tileset’s');
  }
  return issues;
}

/** Checks the text of a tileset.json. */
export function checkTilesetText(text: string, onContent?: (uri: string, path: string) => void): TilesetIssue[] {
  if (text.startsWith('\ufeff')) return [{ type: 'IO_ERROR', path: '', message: 'it begins with a byte order mark' }];
  let tileset: unknown;
  try {
    tileset = JSON.parse(text);
  } catch (error) {
    return [{ type: 'JSON_PARSE_ERROR', path: '', message: error instanceof Error ? error.message : String(error) }];
  }
  return checkTileset(tileset, onContent);
}

function checkAsset(asset: unknown, report: Report): void {
  if (asset === undefined) report('PROPERTY_MISSING', '/asset', 'a tileset needs an asset');
  else if (!isObject(asset)) report('TYPE_MISMATCH', '/asset', 'asset is an object');
  else {
    const { version, tilesetVersion } = asset;
    if (version === undefined) report('PROPERTY_MISSING', '/asset/version', 'an asset needs a version');
    else if (typeof version !== 'string') report('TYPE_MISMATCH', '/asset/version', 'a version is a string');
    else if (version !== '1.0' && version !== '1.1') report('ASSET_VERSION_UNKNOWN', '/asset/version', version);
    if (tilesetVersion !== undefined && typeof tilesetVersion !== 'string') {
      report('TYPE_MISMATCH', '/asset/tilesetVersion', 'a version is a string');
    }
  }
}
