/** What the first bytes of a picture say. */
export interface PictureHeader {
  readonly mimeType: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
  /** 8 bits of grey or colour, which every viewer shows */
  readonly plain: boolean;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads the header of a JPEG (ITU-T T.81, B.2) or PNG; nothing for anything else. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG.every((byte, i) => bytes[i] === byte) && bytes.byteLength >= 33) {
    return { mimeType: 'image/png', width: view.getUint32(16), height: view.getUint32(20), plain: true };
  }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.byteLength) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrame(marker)) {
      const [precision, components] = [view.getUint8(at + 4), view.getUint8(at + 9)];
      return {
        mimeType: 'image/jpeg',
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        plain: precision === 8 && (components === 1 || components === 3),
      };
    }
    if (marker === 0xda) return undefined; // the scan begins and there was no frame
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Start-of-frame markers are C0 to CF but for the tables DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
