import { TextDecoder } from 'node:util';

/**
 * The text of an XML file by its byte order mark, else by the encoding it declares, else UTF-8. Chinese programs write
 * GB2312 and UTF-16 as well.
 */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1];
  return decoder(first === 0xef ? 'utf-8' : (declared ?? 'utf-8')).decode(bytes);
}

function decoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    // A name no one knows: the tags and numbers that matter are ASCII in any case.
    return new TextDecoder('utf-8');
  }
}
