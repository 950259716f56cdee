import { type BoundingVolume, contains, readBoundingVolume, readNumbers } from './bounding-volume.ts';
import { isObject, type JsonObject, type Report } from './issue.ts';
import { identity, isAffine, type Matrix, multiply } from './matrix.ts';

/** What a tile inherits from the one above it. */
export interface ParentTile {
  readonly geometricError: number;
  readonly volume: BoundingVolume | undefined;
  readonly transform: Matrix;
}

/** Checks a tile and all below it. `onContent` is told of each content's uri. */
export function checkTile(
  tile: unknown,
  path: string,
  parent: ParentTile | undefined,
  report: Report,
  onContent: (uri: string, path: string) => void,
): void {
  if (!isObject(tile)) {
    report(parent === undefined ? 'TYPE_MISMATCH' : 'ARRAY_ELEMENT_TYPE_MISMATCH', path, 'a tile is an object');
    return;
  }
  checkRefine(tile, path, parent === undefined, report);
  const transform = checkTransform(tile['transform'], `${path}/transform`, parent?.transform ?? identity, report);
  const volume = readBoundingVolume(tile['boundingVolume'], `${path}/boundingVolume`, report);
  if (parent?.volume !== undefined && volume !== undefined) {
    if (contains(parent.volume, parent.transform, volume, transform) === false) {
      report('BOUNDING_VOLUMES_INCONSISTENT', `${path}/boundingVolume`, 'the tile stands out of its parent');
    }
  }
  const geometricError = checkGeometricError(tile['geometricError'], `${path}/geometricError`, report);
  if (geometricError !== undefined && parent !== undefined && geometricError > parent.geometricError) {
    report(
      'TILE_GEOMETRIC_ERRORS_INCONSISTENT',
      `${path}/geometricError`,
      `${geometricError} is larger than the parent’s ${parent.geometricError}`,
    );
  }
  checkContents(tile, path, { volume, transform }, report, onContent);
  const { children } = tile;
  if (children === undefined) return;
  if (!Array.isArray(children)) {
    report('TYPE_MISMATCH', `${path}/children`, 'children is an array');
    return;
  }
  if (children.length === 0) report('ARRAY_LENGTH_UNEXPECTED', `${path}/children`, 'an empty array of children');
  children.forEach((child: unknown, i) => {
    const inherited = { geometricError: geometricError ?? Infinity, volume, transform };
    checkTile(child, `${path}/children/${i}`, inherited, report, onContent);
  });
}

function checkRefine(tile: JsonObject, path: string, isRoot: boolean, report: Report): void {
  const { refine } = tile;
  if (refine === undefined) {
    if (isRoot) report('TILE_REFINE_MISSING_IN_ROOT', path, 'the root needs refine');
  } else if (typeof refine !== 'string') {
    report('TYPE_MISMATCH', `${path}/refine`, 'refine is a string');
  } else if (refine !== 'ADD' && refine !== 'REPLACE') {
    const wrongCase = /^(add|replace)$/i.test(refine);
    report(
      wrongCase ? 'TILE_REFINE_WRONG_CASE' : 'VALUE_NOT_IN_LIST',
      `${path}/refine`,
      `${refine} is not ADD, REPLACE`,
    );
  }
}

function checkTransform(value: unknown, path: string, above: Matrix, report: Report): Matrix {
  if (value === undefined) return above;
  const matrix = readNumbers(value, 16, path, report);
  if (matrix === undefined) return above;
  if (!isAffine(matrix)) {
    report('TRANSFORM_INVALID', path, 'the last row is not 0, 0, 0, 1');
    return above;
  }
  return multiply(above, matrix);
}

export function checkGeometricError(value: unknown, path: string, report: Report): number | undefined {
  if (value === undefined) report('PROPERTY_MISSING', path, 'a geometricError is needed');
  else if (typeof value !== 'number') report('TYPE_MISMATCH', path, 'a geometricError is a number');
  else if (!(value >= 0)) report('VALUE_NOT_IN_RANGE', path, `${value} is negative`);
  else return value;
  return undefined;
}

function checkContents(
  tile: JsonObject,
  path: string,
  { volume, transform }: { volume: BoundingVolume | undefined; transform: Matrix },
  report: Report,
  onContent: (uri: string, path: string) => void,
): void {
  const { content, contents } = tile;
  if (content !== undefined && contents !== undefined) {
    report('ONE_OF_ERROR', path, 'a tile has content or contents, not both');
    return;
  }
  if (contents !== undefined && !Array.isArray(contents)) {
    report('TYPE_MISMATCH', `${path}/contents`, 'contents is an array');
    return;
  }
  const all: unknown[] = Array.isArray(contents) ? contents : content === undefined ? [] : [content];
  for (const one of all) {
    const at = `${path}/content`;
    if (!isObject(one)) {
      report('TYPE_MISMATCH', at, 'content is an object');
      continue;
    }
    if (one['uri'] === undefined) report('PROPERTY_MISSING', `${at}/uri`, 'content needs a uri');
    else if (typeof one['uri'] !== 'string') report('TYPE_MISMATCH', `${at}/uri`, 'a uri is a string');
    else onContent(one['uri'], `${at}/uri`);
    if (one['boundingVolume'] === undefined) continue;
    const own = readBoundingVolume(one['boundingVolume'], `${at}/boundingVolume`, report);
    if (own !== undefined && volume !== undefined && contains(volume, transform, own, transform) === false) {
      report('BOUNDING_VOLUMES_INCONSISTENT', `${at}/boundingVolume`, 'the content stands out of its tile');
    }
  }
}
