import { assetError } from '../errors.ts';
import { arrayClasses } from './array-fields.ts';
import { geometryReader } from './geometry-fields.ts';
import { readHeader } from './header.ts';
import { defaultOsgbLimits, type OsgbLimits } from './limits.ts';
import { asNode, readGeode, readGroup, readLod, readPagedLod, readPlainNode } from './node-fields.ts';
import { type FieldReader, ObjectStream } from './object-stream.ts';
import type { OsgbScene } from './scene.ts';
import { readMaterial, readStateSet, readTexture2D } from './state-fields.ts';

/**
 * Reads one OSGB file, versions 70 to 161, to its last byte. Images stay views of `bytes` (or of the unpacked stream).
 *
 * @param file the name that errors give
 * @throws AssetError with a UPW_ASSET_OSGB_… code
 */
export function readOsgb(file: string, bytes: Uint8Array, limits: OsgbLimits = defaultOsgbLimits): OsgbScene {
  if (bytes.byteLength > limits.fileBytes) {
    throw assetError('UPW_ASSET_FILE_TOO_LARGE', { file, bytes: bytes.byteLength, limit: limits.fileBytes });
  }
  const { header, cursor } = readHeader(file, bytes, limits);
  const classes = new Map<string, FieldReader>([
    ['osg::Node', readPlainNode],
    ['osg::Group', readGroup],
    ['osg::LOD', readLod],
    ['osg::PagedLOD', readPagedLod],
    ['osg::Geode', readGeode],
    ['osg::Geometry', geometryReader()],
    ['osg::StateSet', readStateSet],
    ['osg::Material', readMaterial],
    ['osg::Texture2D', readTexture2D],
    ...arrayClasses,
  ]);
  const stream = new ObjectStream(header, cursor, classes, limits);
  const root = asNode(stream);
  if (cursor.remaining > 0) {
    throw assetError('UPW_ASSET_OSGB_TRAILING_BYTES', { file, bytes: cursor.remaining, offset: cursor.offset });
  }
  return { version: header.version, root, skipped: stream.skipped };
}
