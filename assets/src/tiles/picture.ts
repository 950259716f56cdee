import { readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { assetError } from '../errors.ts';
import type { OsgImage, OsgImageContent } from '../osgb/scene.ts';
import { pictureHeader } from './picture-header.ts';

/** A picture as glTF takes it. */
export interface Picture {
  readonly mimeType: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/**
 * Makes a glTF picture of an OSG image: JPEG and PNG files go through byte for byte, raw pixels become a JPEG with its
 * rows turned the right way up, an external file is read beside the scene file.
 *
 * @param folder where the scene file lies
 * @throws AssetError UPW_ASSET_IMAGE_INVALID, UPW_ASSET_FILE_MISSING
 */
export async function pictureOf(file: string, folder: string, { fileName, content }: OsgImage): Promise<Picture> {
  const invalid = (reason: string, cause?: unknown) =>
    assetError('UPW_ASSET_IMAGE_INVALID', { file, image: fileName, reason }, cause);
  switch (content.type) {
    case 'file':
      return passThrough(content.bytes, invalid);
    case 'external':
      return passThrough(await readExternal(file, folder, fileName), invalid);
    case 'pixels':
      try {
        return { mimeType: 'image/jpeg', bytes: await encode(content) };
      } catch (cause) {
        throw invalid(cause instanceof Error ? cause.message : String(cause), cause);
      }
  }
}

async function passThrough(bytes: Uint8Array, invalid: (reason: string, cause?: unknown) => Error): Promise<Picture> {
  const header = pictureHeader(bytes);
  if (header === undefined) throw invalid('it is neither JPEG nor PNG');
  if (header.width === 0 || header.height === 0) throw invalid('it has no pixels');
  if (header.width > LARGEST_SIDE || header.height > LARGEST_SIDE) {
    throw invalid(`it is ${header.width} × ${header.height} pixels, more than ${LARGEST_SIDE}`);
  }
  if (header.plain) return { mimeType: header.mimeType, bytes };
  // glTF viewers do not know CMYK or 12-bit pictures.
  try {
    const { default: sharp } = await import('sharp');
    return { mimeType: 'image/jpeg', bytes: await sharp(bytes).toColourspace('srgb').jpeg(quality).toBuffer() };
  } catch (cause) {
    throw invalid(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** WebGL 2 promises no larger texture than this on the devices in use. */
const LARGEST_SIDE = 16_384;
const quality = { quality: 90, chromaSubsampling: '4:4:4' } as const;

async function readExternal(file: string, folder: string, fileName: string): Promise<Uint8Array> {
  // Only the name counts: the path was the producer's.
  const name = basename(fileName.replaceAll('\\', '/'));
  try {
    return await readFile(await realpath(join(folder, name)));
  } catch (cause) {
    const why = `the texture that ${file} names`;
    throw assetError('UPW_ASSET_FILE_MISSING', { file: name === '' ? '(a texture without a name)' : name, why }, cause);
  }
}

const GL_UNSIGNED_BYTE = 0x1401;
/** GL pixel formats → channels, and whether red and blue change places. */
const pixelFormats = new Map<number, { channels: 1 | 2 | 3 | 4; swapped?: true }>([
  [0x1909, { channels: 1 }],
  [0x190a, { channels: 2 }],
  [0x1907, { channels: 3 }],
  [0x1908, { channels: 4 }],
  [0x80e0, { channels: 3, swapped: true }],
  [0x80e1, { channels: 4, swapped: true }],
]);

async function encode(pixels: Extract<OsgImageContent, { type: 'pixels' }>): Promise<Uint8Array> {
  const { width, height, depth, format, dataType, packing, bytes } = pixels;
  const found = pixelFormats.get(format);
  if (found === undefined || dataType !== GL_UNSIGNED_BYTE || depth > 1) {
    throw new Error(`pixels of format ${format}, type ${dataType}, depth ${depth} are not read`);
  }
  if (![1, 2, 4, 8].includes(packing)) throw new Error(`its rows are packed to ${packing} bytes`);
  const { channels } = found;
  const row = Math.ceil((width * channels) / packing) * packing;
  if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE || row * height > bytes.byteLength) {
    throw new Error(`${width} × ${height} pixels do not fit ${bytes.byteLength} bytes`);
  }
  const upright = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    // Origin 0 is the bottom left: the last row in the file is the top of the picture.
    const from = (pixels.origin === 0 ? height - 1 - y : y) * row;
    upright.set(bytes.subarray(from, from + width * channels), y * width * channels);
  }
  if (found.swapped) {
    for (let i = 0; i < upright.length; i += channels) {
      const first = upright[i] ?? 0;
      upright[i] = upright[i + 2] ?? 0;
      upright[i + 2] = first;
    }
  }
  // Most deliveries never need it, and it takes a while to load.
  const { default: sharp } = await import('sharp');
  return sharp(upright, { raw: { width, height, channels } }).jpeg(quality).toBuffer();
}
