/** The issue types of the official 3D Tiles validator that this room checks, by their official names. */
export type TilesetIssueType =
  | 'JSON_PARSE_ERROR'
  | 'IO_ERROR'
  | 'PROPERTY_MISSING'
  | 'TYPE_MISMATCH'
  | 'VALUE_NOT_IN_RANGE'
  | 'VALUE_NOT_IN_LIST'
  | 'ARRAY_LENGTH_MISMATCH'
  | 'ARRAY_LENGTH_UNEXPECTED'
  | 'ARRAY_ELEMENT_TYPE_MISMATCH'
  | 'ARRAY_ELEMENT_NOT_UNIQUE'
  | 'ONE_OF_ERROR'
  | 'ANY_OF_ERROR'
  | 'ASSET_VERSION_UNKNOWN'
  | 'TILE_REFINE_MISSING_IN_ROOT'
  | 'TILE_REFINE_WRONG_CASE'
  | 'TILE_GEOMETRIC_ERRORS_INCONSISTENT'
  | 'BOUNDING_VOLUME_INVALID'
  | 'BOUNDING_VOLUMES_INCONSISTENT'
  | 'TRANSFORM_INVALID'
  | 'BINARY_INVALID_ALIGNMENT'
  | 'BINARY_INVALID_LENGTH'
  | 'CONTENT_VALIDATION_ERROR'
  | 'EXTENSION_FOUND_BUT_NOT_USED'
  | 'EXTENSION_USED_BUT_NOT_FOUND'
  | 'EXTENSION_REQUIRED_BUT_NOT_USED'
  | 'EXTENSION_REQUIRED_BUT_NOT_DECLARED';

export interface TilesetIssue {
  readonly type: TilesetIssueType;
  /** where in the tileset, as /root/children/0 */
  readonly path: string;
  readonly message: string;
}

export type Report = (type: TilesetIssueType, path: string, message: string) => void;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
