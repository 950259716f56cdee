import { assetError } from '../errors.ts';
import { epsgSystem, geographicEpsg } from './epsg.ts';
import type { DeliveryMetadata } from './metadata.ts';
import { type Projection, projection } from './projection.ts';
import { looksLikeWkt, readWktText } from './wkt-text.ts';

/** What an <SRS> means. */
export type ReferenceSystem =
  | { readonly kind: 'local'; readonly found: string }
  | { readonly kind: 'enu'; readonly lat: number; readonly lon: number; readonly height: number }
  | {
      readonly kind: 'projected';
      readonly name: string;
      readonly projection: Projection;
      /** the code a WKT names beside its parameters: to be compared with them */
      readonly claimedEpsg?: number;
      readonly warnings: readonly string[];
    };

/** Reads the <SRS> of a delivery. @throws AssetError UPW_ASSET_METADATA_SRS, UPW_ASSET_METADATA_EPSG_UNKNOWN */
export function readReferenceSystem({ srs, file }: DeliveryMetadata): ReferenceSystem {
  if (srs === undefined) return { kind: 'local', found: 'no SRS' };
  if (/^LOCAL(?![A-Z])/i.test(srs)) return { kind: 'local', found: `SRS ${short(srs)}` };
  const enu = /^ENU\s*:(.*)$/is.exec(srs);
  if (enu) return readEnu(srs, enu[1] ?? '', file);
  const epsg = /^EPSG\s*:\s*(\d+)\s*(?:\+\s*(?:EPSG\s*:\s*)?(\d+))?$/i.exec(srs);
  if (epsg) return readEpsg(Number(epsg[1]), epsg[2], file);
  try {
    if (looksLikeWkt(srs)) return readWkt(srs);
    if (srs.startsWith('+')) return { kind: 'projected', name: srs, projection: projection(srs), warnings: [] };
  } catch (cause) {
    throw unusable(srs, cause instanceof Error ? cause.message : String(cause), file, cause);
  }
  throw unusable(srs, 'it is none of EPSG, ENU, WKT', file);
}

const short = (srs: string) => {
  const line = srs.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

function unusable(srs: string, reason: string, file: string, cause?: unknown) {
  return assetError('UPW_ASSET_METADATA_SRS', { file, srs: short(srs), reason }, cause);
}

function readEnu(srs: string, given: string, file: string): ReferenceSystem {
  const numbers = given.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [lat, lon, height = 0] = numbers;
  if (lat === undefined || lon === undefined || numbers.length > 3 || !numbers.every(Number.isFinite)) {
    throw unusable(srs, 'ENU needs two numbers, latitude first', file);
  }
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    throw unusable(srs, `${lat},${lon} is not on Earth; ENU gives latitude first`, file);
  }
  return { kind: 'enu', lat, lon, height };
}

const verticalWarning = (system: string) =>
  `The vertical system ${system} is not applied: heights are taken as metres above the ellipsoid, so the model may stand too high or low by the geoid separation.`;

function readEpsg(code: number, vertical: string | undefined, file: string): ReferenceSystem {
  if (geographicEpsg.has(code)) throw unusable(`EPSG:${code}`, 'it has degrees, not metres', file);
  const system = epsgSystem(code);
  if (system === undefined) throw assetError('UPW_ASSET_METADATA_EPSG_UNKNOWN', { file, epsg: code });
  const warnings: string[] = [];
  if (system.note !== undefined) warnings.push(`${system.note}.`);
  if (vertical !== undefined) warnings.push(verticalWarning(`EPSG:${vertical}`));
  return { kind: 'projected', name: `EPSG:${code}`, projection: projection(system.proj), warnings };
}

function readWkt(srs: string): ReferenceSystem {
  if (/^\s*LOCAL_CS\s*\[/i.test(srs)) return { kind: 'local', found: 'SRS LOCAL_CS' };
  const wkt = readWktText(srs);
  return {
    kind: 'projected',
    name: wkt.name,
    projection: projection(wkt.projected),
    ...(wkt.epsg !== undefined ? { claimedEpsg: wkt.epsg } : {}),
    warnings: wkt.vertical === undefined ? [] : [verticalWarning(wkt.vertical)],
  };
}
