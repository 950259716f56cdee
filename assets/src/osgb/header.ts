import { gunzipSync, inflateSync } from 'node:zlib';
import { assetError } from '../errors.ts';
import { ByteCursor } from './byte-cursor.ts';
import type { OsgbLimits } from './limits.ts';

export const OSGB_MAGIC = [0x6c910ea1, 0x1afb4545] as const;
export const OLDEST_VERSION = 70;
export const NEWEST_VERSION = 161;

/** Bits of the header's attributes. */
export const ATTRIBUTE_DOMAINS = 1;
export const ATTRIBUTE_SCHEMA = 2;
export const ATTRIBUTE_BRACKETS = 4;

export interface OsgbHeader {
  readonly version: number;
  /** sizes of blocks are written, so unknown classes can be stepped over */
  readonly brackets: boolean;
}

/** Reads the header; the cursor returned stands at the first object of the unpacked stream. */
export function readHeader(
  file: string,
  bytes: Uint8Array,
  limits: OsgbLimits,
): { header: OsgbHeader; cursor: ByteCursor } {
  const cursor = new ByteCursor(file, bytes, limits.stringBytes);
  const magic = [cursor.u32('the magic number'), cursor.u32('the magic number')];
  if (magic[0] !== OSGB_MAGIC[0] || magic[1] !== OSGB_MAGIC[1]) {
    throw assetError('UPW_ASSET_OSGB_NOT_OSGB', { file, found: hex(bytes.subarray(0, 8)) });
  }
  const type = cursor.u32('the content type');
  if (type !== 1) throw assetError('UPW_ASSET_OSGB_TYPE', { file, type });
  const version = cursor.u32('the version');
  if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
    throw assetError('UPW_ASSET_OSGB_VERSION', { file, version, oldest: OLDEST_VERSION, newest: NEWEST_VERSION });
  }
  const attributes = cursor.u32('the attributes');
  if (attributes > 7) cursor.misaligned('the attributes', 16, String(attributes));
  if (attributes & ATTRIBUTE_DOMAINS) {
    const domains = cursor.count(8, 'domains');
    for (let i = 0; i < domains; i++) {
      cursor.string('a domain name');
      cursor.i32('a domain version');
    }
  }
  const unpacked = unpack(cursor, limits);
  if (attributes & ATTRIBUTE_SCHEMA) {
    // A schema text may be longer than any name in the file.
    unpacked.bytes(unpacked.count(1, 'bytes of the schema'), 'the schema');
  }
  return { header: { version, brackets: (attributes & ATTRIBUTE_BRACKETS) !== 0 }, cursor: unpacked };
}

function unpack(cursor: ByteCursor, limits: OsgbLimits): ByteCursor {
  const compressor = cursor.string('the compressor');
  if (compressor === '0') return cursor;
  const { file, offset } = cursor;
  if (compressor !== 'zlib') throw assetError('UPW_ASSET_OSGB_COMPRESSOR', { file, compressor });
  const packed = cursor.bytes(cursor.remaining, 'the compressed part');
  // OpenSceneGraph's "zlib" compressor writes gzip members; other writers take the name at its word.
  const inflate = packed[0] === 0x1f && packed[1] === 0x8b ? gunzipSync : inflateSync;
  try {
    const bytes = inflate(packed, { maxOutputLength: limits.unpackedBytes });
    return new ByteCursor(file, bytes, limits.stringBytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw assetError('UPW_ASSET_OSGB_INFLATE', { file, offset, reason }, cause);
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
