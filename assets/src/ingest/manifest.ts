import type { Geodetic } from '../placement/geodesy.ts';
import type { IngestCounts } from './counts.ts';

/**
 * `upwind.json`, beside `tileset.json`: what a server needs to list a reality mesh without reading its tiles.
 */
export interface RealityMeshManifest {
  readonly name: string;
  /** where the model's point 0,0,0 is on Earth: degrees, metres above the ellipsoid */
  readonly origin: Geodetic;
  readonly counts: IngestCounts;
  readonly warnings: readonly string[];
  /** the name of the delivery's folder */
  readonly createdFrom: string;
}

export const MANIFEST_FILE = 'upwind.json';
export const TILESET_FILE = 'tileset.json';
