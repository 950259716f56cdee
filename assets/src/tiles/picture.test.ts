import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { jpeg } from '../osgb/small-scene.testing.ts';
import { pictureOf } from './picture.ts';

const image = (content: Parameters<typeof pictureOf>[2]['content'], fileName = 'ground.jpg') =>
  ({ kind: 'Image', fileName, content }) as const;

async function colorAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + info.channels)];
}

describe('a picture', () => {
  test('that is JPEG or PNG goes through byte for byte', async () => {
    const bytes = await jpeg('red');
    expect(await pictureOf('a.osgb', '.', image({ type: 'file', bytes }))).toEqual({ mimeType: 'image/jpeg', bytes });
    const png = await sharp(bytes).png().toBuffer();
    expect(await pictureOf('a.osgb', '.', image({ type: 'file', bytes: png }))).toMatchObject({
      mimeType: 'image/png',
    });
  });

  test('of raw pixels has its first row at the bottom, and BGR put right', async () => {
    const side = 16;
    const bytes = new Uint8Array(side * side * 3);
    // Bottom half red, top half blue, as blue, green, red.
    for (let i = 0; i < side * side; i++) bytes[3 * i + (i < (side * side) / 2 ? 2 : 0)] = 255;
    const pixels = {
      type: 'pixels',
      origin: 0,
      width: side,
      height: side,
      depth: 1,
      dataType: 0x1401,
      packing: 1,
    } as const;
    const { bytes: encoded } = await pictureOf('a.osgb', '.', image({ ...pixels, format: 0x80e0, bytes }));
    const [top, bottom] = [await colorAt(encoded, 4, 2), await colorAt(encoded, 4, 13)];
    expect(top[2]).toBeGreaterThan(230);
    expect(bottom[0]).toBeGreaterThan(230);
    expect(bottom[2]).toBeLessThan(25);
  });

  test('in four inks is made into colour', async () => {
    const cmyk = await sharp(await jpeg('green'))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    const { bytes } = await pictureOf('a.osgb', '.', image({ type: 'file', bytes: cmyk }));
    expect((await sharp(bytes).metadata()).space).toBe('srgb');
  });

  test('beside the scene file is read there, by name only', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'upwind-picture-'));
    try {
      const bytes = await jpeg('red');
      writeFileSync(join(folder, 'ground.jpg'), bytes);
      const found = await pictureOf('a.osgb', folder, image({ type: 'external' }, 'D:\\work\\ground.jpg'));
      expect(found.bytes).toEqual(Buffer.from(bytes));
      const absent = pictureOf('a.osgb', folder, image({ type: 'external' }, '../../other.jpg'));
      await expect(absent).rejects.toMatchObject({ code: 'UPW_ASSET_FILE_MISSING' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['two bytes', new Uint8Array([0xff, 0xd8])],
    ['a bitmap', new Uint8Array([0x42, 0x4d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a JPEG without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('of %s is refused by name', async (_, bytes) => {
    const refused = pictureOf('a.osgb', '.', image({ type: 'file', bytes }));
    await expect(refused).rejects.toMatchObject({ code: 'UPW_ASSET_IMAGE_INVALID', details: { image: 'ground.jpg' } });
  });
});
