/**
 * Every fault this room can report, one sentence each: what, where, what to do. `{names}` are filled in by
 * {@link AssetError}; the code is stable and safe to branch on.
 */
export const assetErrors = {
  UPW_ASSET_DELIVERY_MISSING: 'There is no delivery at {path}: give the folder that holds metadata.xml and Data.',
  UPW_ASSET_DELIVERY_EMPTY:
    '{path} holds no .osgb file: give the folder that holds metadata.xml and Data/Tile_…/Tile_….osgb.',
  UPW_ASSET_FILE_MISSING: '{file} is missing, {why}: copy it again from the producer.',
  UPW_ASSET_FILE_UNREADABLE: '{file} could not be read ({reason}): check the disk and the permissions.',
  UPW_ASSET_FILE_TOO_LARGE:
    '{file} is {bytes} bytes, more than the limit of {limit}: cut the delivery into smaller tiles.',
  UPW_ASSET_ORIGIN_INVALID: 'The origin "{given}" is not "lat,lon,height" in degrees and metres: {reason}.',
  UPW_ASSET_METADATA_NO_REFERENCE:
    '{file} gives no place on Earth ({found}): pass --origin lat,lon,height of the model’s point 0,0,0.',
  UPW_ASSET_METADATA_MISSING:
    'There is no metadata.xml in {path}, so the model has no place on Earth: copy it beside Data, or pass --origin lat,lon,height.',
  UPW_ASSET_METADATA_XML: '{file} is not readable XML ({reason}): export it again from the photogrammetry program.',
  UPW_ASSET_METADATA_SRS:
    '{file}: the SRS "{srs}" is not understood ({reason}): write full WKT, EPSG:code or ENU:lat,lon.',
  UPW_ASSET_METADATA_EPSG_UNKNOWN:
    '{file}: EPSG:{epsg} is not in this program’s table: put the full WKT of that system into <SRS>.',
  UPW_ASSET_METADATA_ORIGIN:
    '{file}: the SRSOrigin "{origin}" is not usable ({reason}): it must be easting,northing,height in the SRS.',
  UPW_ASSET_OSGB_NOT_OSGB: '{file} is not an OSGB file (it begins with {found}): export it as .osgb again.',
  UPW_ASSET_OSGB_VERSION:
    '{file} is OSGB version {version}; versions {oldest} to {newest} are read: convert it with osgconv.',
  UPW_ASSET_OSGB_TYPE: '{file} holds OSGB content type {type}, not a scene (1): give the model’s tile files.',
  UPW_ASSET_OSGB_COMPRESSOR:
    '{file} is packed with "{compressor}"; only none and zlib are read: convert it with osgconv.',
  UPW_ASSET_OSGB_INFLATE:
    '{file}: the compressed part from byte {offset} cannot be unpacked ({reason}): copy the file again.',
  UPW_ASSET_OSGB_TRUNCATED:
    '{file} ends at byte {length}, but {what} at byte {offset} needs {bytes} bytes: copy the file again.',
  UPW_ASSET_OSGB_TRAILING_BYTES: '{file} has {bytes} unread bytes from byte {offset} on: export the file again.',
  UPW_ASSET_OSGB_MISALIGNED:
    '{file}: {what} at byte {offset} is {found}, so the file does not follow the format: export it again.',
  UPW_ASSET_OSGB_UNKNOWN_CLASS:
    '{file} holds an object of class {className} at byte {offset}, which is not read here: export plain PagedLOD meshes.',
  UPW_ASSET_OSGB_WRONG_CLASS:
    '{file}: at byte {offset} stands a {className} where {expected} belongs: export the file again.',
  UPW_ASSET_OSGB_TOO_DEEP: '{file}: objects are nested more than {limit} deep at byte {offset}: export the file again.',
  UPW_ASSET_OSGB_TOO_MANY:
    '{file}: {what} at byte {offset} exceeds the limit of {limit}: cut the model into smaller tiles.',
  UPW_ASSET_MESH_INVALID: '{file}: a geometry is not usable ({reason}): export the tile again.',
  UPW_ASSET_IMAGE_INVALID: '{file}: the texture "{image}" is not usable ({reason}): export the tile again.',
  UPW_ASSET_TREE_REPEATED:
    '{file} is named a second time, by {parent}; a tile tree names each file once: export the delivery again.',
  UPW_ASSET_TREE_OUTSIDE: '{file} names "{child}", which lies outside the delivery: export the delivery again.',
  UPW_ASSET_TREE_TOO_DEEP: '{file} lies more than {limit} levels below its root tile: export the delivery again.',
  UPW_ASSET_NOTHING_TO_SHOW: '{path} holds no triangle in any of its {files} files: check the export.',
  UPW_ASSET_TILESET_INVALID: 'The tileset made from {path} fails its own check ({issue}): please report this file.',
  UPW_ASSET_OUT_OCCUPIED:
    '{path} exists and was not made by this program, so it is left alone: choose an empty or new folder for --out.',
  UPW_ASSET_OUT_OVERLAPS: 'The output {path} overlaps the delivery {delivery}: choose a folder apart from it.',
  UPW_ASSET_OUT_UNWRITABLE: '{path} could not be written ({reason}): check the free space and the permissions.',
  UPW_ASSET_ABORTED: 'The work on {path} was stopped before its end: run it again, nothing was changed.',
  UPW_ASSET_USAGE: '{reason}: run "npm run -s ingest -- <delivery> --out <dir>".',
} as const;

export type AssetErrorCode = keyof typeof assetErrors;

type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** What the sentence of a code needs filled in. */
export type AssetErrorDetails<C extends AssetErrorCode> = Record<Names<(typeof assetErrors)[C]>, string | number>;

/**
 * A fault in what was given to this room. `message` is one sentence for people, `code` is for programs, `details` the
 * values in the sentence (`file`, `offset` in bytes of the unpacked stream, `className`, …).
 */
export class AssetError extends Error {
  override readonly name = 'AssetError';
  readonly code: AssetErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: AssetErrorCode, details: Readonly<Record<string, string | number>>, cause?: unknown) {
    super(
      assetErrors[code].replace(/\{(\w+)\}/g, (hole, name: string) => String(details[name] ?? hole)),
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
    this.details = details;
  }
}

/** Makes an {@link AssetError} whose details are checked against its sentence by the compiler. */
export function assetError<C extends AssetErrorCode>(
  code: C,
  details: AssetErrorDetails<C>,
  cause?: unknown,
): AssetError {
  return new AssetError(code, details, cause);
}
