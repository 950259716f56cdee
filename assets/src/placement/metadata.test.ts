import { describe, expect, test } from 'vitest';
import { parseMetadata } from './metadata.ts';
import { decodeXml } from './xml-encoding.ts';

const body =
  '<ModelMetadata version="1"><SRS>EPSG:4547</SRS><SRSOrigin>501027.5,2488718.8,0</SRSOrigin></ModelMetadata>';
const expected = { file: 'metadata.xml', srs: 'EPSG:4547', srsOrigin: '501027.5,2488718.8,0' };
const read = (bytes: Uint8Array) => parseMetadata(decodeXml(bytes), 'metadata.xml');

describe('metadata.xml', () => {
  test.each([
    ['with a prolog', Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${body}`)],
    ['without a prolog', Buffer.from(body)],
    ['without a version', Buffer.from(body.replace(' version="1"', ''))],
    ['with a byte order mark', Buffer.from(`\ufeff<?xml version="1.0"?>${body}`)],
    ['in UTF-16', Buffer.from(`\ufeff${body}`, 'utf16le')],
    ['with tags in other case and room around the values', Buffer.from(body.replaceAll('SRS>', 'srs>\n  '))],
    ['in an encoding no one knows', Buffer.from(`<?xml version="1.0" encoding="martian"?>${body}`)],
  ])('%s says the same', (_, bytes) => {
    expect(read(bytes)).toEqual(expected);
  });

  test('in GB2312 keeps its Chinese names', () => {
    const [before, after] = ['<?xml version="1.0" encoding="GB2312"?><M><SRS>', '</SRS></M>'];
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xb1, 0xbe, 0xb5, 0xd8]), Buffer.from(after)]);
    expect(read(bytes).srs).toBe('本地');
  });

  test('keeps a WKT with quotes written as entities', () => {
    const wkt = '<M><SRS>PROJCS[&quot;a&quot;]</SRS></M>';
    expect(read(Buffer.from(wkt)).srs).toBe('PROJCS["a"]');
  });

  test('without SRS says so by its absence', () => {
    expect(read(Buffer.from('<M><SRS></SRS></M>'))).toEqual({ file: 'metadata.xml' });
    expect(read(Buffer.from('<M/>'))).toEqual({ file: 'metadata.xml' });
  });

  test.each(['', '<M><SRS>', 'EPSG:4547', '<!DOCTYPE x [<!ENTITY a "b">]><M>&a;</M>', '<a></b>'])(
    '%j is refused in a sentence',
    (xml) => {
      expect(() => read(Buffer.from(xml))).toThrow(/^metadata\.xml is not readable XML/);
    },
  );
});
