import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { assetError } from '../errors.ts';
import { decodeXml } from './xml-encoding.ts';

/** What a delivery's metadata.xml says about its place: still as text. */
export interface DeliveryMetadata {
  readonly file: string;
  /** the content of <SRS>, white space at the ends removed; absent when there is none */
  readonly srs?: string;
  /** the content of <SRSOrigin> */
  readonly srsOrigin?: string;
}

/** No metadata.xml is longer than a WKT; a file that is, is not one. */
const LARGEST_BYTES = 4 * 2 ** 20;

/** Finds metadata.xml in a delivery, or beside it when the Data folder itself was given; case does not matter. */
export async function findMetadata(delivery: string): Promise<string | undefined> {
  for (const folder of [delivery, dirname(delivery)]) {
    const names = await readdir(folder).catch(() => []);
    const name = names.find((candidate) => candidate.toLowerCase() === 'metadata.xml');
    if (name !== undefined) return join(folder, name);
  }
  return undefined;
}

/** Reads a metadata.xml. @throws AssetError UPW_ASSET_METADATA_XML, UPW_ASSET_FILE_UNREADABLE */
export async function readMetadata(path: string, file: string): Promise<DeliveryMetadata> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw assetError('UPW_ASSET_FILE_UNREADABLE', { file, reason }, cause);
  });
  if (bytes.byteLength > LARGEST_BYTES) {
    throw assetError('UPW_ASSET_FILE_TOO_LARGE', { file, bytes: bytes.byteLength, limit: LARGEST_BYTES });
  }
  return parseMetadata(decodeXml(bytes), file);
}

export function parseMetadata(xml: string, file: string): DeliveryMetadata {
  const invalid = (reason: string) => assetError('UPW_ASSET_METADATA_XML', { file, reason });
  if (xml.trim() === '') throw invalid('it is empty');
  // A metadata.xml has no use for entities of its own, and they can be made to grow without end.
  if (/<!DOCTYPE/i.test(xml)) throw invalid('it has a DOCTYPE');
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true) throw invalid(`line ${wellFormed.err.line}: ${wellFormed.err.msg}`);
  const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, trimValues: true });
  const root: unknown = parser.parse(xml);
  const fields = fieldsOf(Object.values(asRecord(root)).find((value) => typeof value === 'object'));
  const srs = fields.get('srs');
  const srsOrigin = fields.get('srsorigin');
  return {
    file,
    ...(srs !== undefined && srs !== '' ? { srs } : {}),
    ...(srsOrigin !== undefined && srsOrigin !== '' ? { srsOrigin } : {}),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function fieldsOf(element: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(asRecord(element))) {
    if (typeof value === 'string') fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}
