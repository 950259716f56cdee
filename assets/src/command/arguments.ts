import { parseArgs } from 'node:util';
import { assetError } from '../errors.ts';
import type { Geodetic } from '../placement/geodesy.ts';

export interface IngestArguments {
  readonly delivery: string;
  readonly out: string;
  readonly json: boolean;
  readonly origin?: Geodetic;
  readonly name?: string;
}

export const usage = `Reads an oblique-photography delivery (OSGB) and writes 3D Tiles 1.1.

  npm run -s ingest -- <delivery> --out <dir> [options]

  <delivery>                 folder that holds metadata.xml and Data/Tile_…/Tile_….osgb
  --out <dir>                folder for the tileset; a tileset that is there is replaced when the new one is whole
  --origin lat,lon,height    place of the model's point 0,0,0, for deliveries that do not give one
  --name <name>              what the mesh is called; the delivery's folder name unless given
  --json                     standard output ends with one line of JSON: counts, origin, warnings

Ends with 0 when the tileset is whole, with 2 for input that cannot be read, and then leaves nothing half-written.
`;

/** @throws AssetError UPW_ASSET_USAGE, UPW_ASSET_ORIGIN_INVALID */
export function readArguments(args: readonly string[]): IngestArguments | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const wrong = (reason: string) => assetError('UPW_ASSET_USAGE', { reason });
  const [delivery] = positionals;
  if (delivery === undefined || delivery === '') throw wrong('The delivery is missing');
  if (positionals.length > 1) throw wrong(`One delivery at a time, not ${positionals.length}`);
  if (values.out === undefined || values.out === '') throw wrong('--out is missing');
  return {
    delivery,
    out: values.out,
    json: values.json === true,
    ...(values.origin !== undefined ? { origin: readOrigin(values.origin) } : {}),
    ...(values.name !== undefined ? { name: values.name } : {}),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: joinNegative(args),
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        origin: { type: 'string' },
        name: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    // Node's message goes on with advice about "--" that would only confuse here.
    const reason = cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause);
    throw assetError('UPW_ASSET_USAGE', { reason: reason.replace(/\.$/, '').replaceAll('\n', ' ') }, cause);
  }
}

/** A southern latitude begins with a minus, which would be taken for an option. */
function joinNegative(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    if (joined.at(-1) === '--origin' && /^-\d/.test(arg)) joined[joined.length - 1] = `--origin=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function readOrigin(given: string): Geodetic {
  const parts = given.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [lat, lon, height = 0] = parts;
  if (lat === undefined || lon === undefined || parts.length > 3 || !parts.every(Number.isFinite)) {
    throw assetError('UPW_ASSET_ORIGIN_INVALID', { given, reason: 'it must be two or three numbers with commas' });
  }
  return { lat, lon, height };
}
