import { type Static, Type } from 'typebox';
import { GroundPosition, Position } from '../place/position.ts';
import { Text } from '../place/text.ts';

const id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
const length = Type.Number({ exclusiveMinimum: 0, maximum: 5000 });

/** What stands there. Kinds are nouns of the field; the twin chooses a model by kind, the engine an obstacle by shape. */
export const ElementKind = Type.Enum([
  'storage-sphere',
  'storage-tank',
  'pressure-vessel',
  'bund',
  'column',
  'reactor',
  'heat-exchanger',
  'furnace',
  'pump',
  'compressor',
  'valve',
  'pipe-rack',
  'pipeline',
  'loading-rack',
  'control-room',
  'office',
  'laboratory',
  'workshop',
  'canteen',
  'warehouse',
  'substation',
  'fire-station',
  'cooling-tower',
  'flare',
  'stack',
  'gate',
  'fence',
  'road',
  'pad',
  'green',
  'water',
  'muster-point',
  'wind-sock',
  'weather-mast',
  'gas-detector',
  'camera',
  'hydrant',
]);
export type ElementKind = Static<typeof ElementKind>;

const shapeOf = <const K extends string>(kind: K) => Type.Literal(kind);

/**
 * The outer form of an element, lengths in metres. The first four stand around `at`, which is the ground point below
 * their middle. `sphere`: centre `centreHeightM` above `at`. `vertical-cylinder` and `box` stand on `at`; a box has
 * `lengthM` along its heading's x, `widthM` along its y. `horizontal-cylinder` lies along its heading, axis
 * `axisHeightM` above `at`. The next two are drawn in the site's own coordinates, not relative to `at`, which is then
 * only where the label sits: `area` is a ring on the ground (not closed twice), raised by `heightM` (0 for flat things,
 * the wall's height for a bund: only its ring is a wall); `path` is the ground line of a road, rack, fence or pipeline
 * of given width, whose body reaches `heightM` above the line. `marker` has no body; its `at` may be above ground.
 */
export const Shape = Type.Union([
  Type.Object({ kind: shapeOf('sphere'), radiusM: length, centreHeightM: length }, { additionalProperties: false }),
  Type.Object(
    { kind: shapeOf('vertical-cylinder'), radiusM: length, heightM: length },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: shapeOf('horizontal-cylinder'), radiusM: length, lengthM: length, axisHeightM: length },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: shapeOf('box'), lengthM: length, widthM: length, heightM: length },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: shapeOf('area'),
      ring: Type.Array(GroundPosition, { minItems: 3, maxItems: 1000 }),
      heightM: Type.Number({ minimum: 0, maximum: 500 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: shapeOf('path'),
      path: Type.Array(Position, { minItems: 2, maxItems: 1000 }),
      widthM: length,
      heightM: Type.Number({ minimum: 0, maximum: 500 }),
    },
    { additionalProperties: false },
  ),
  Type.Object({ kind: shapeOf('marker') }, { additionalProperties: false }),
]);
export type Shape = Static<typeof Shape>;

/** What a vessel holds: `chemical` is an id of the engine's table (e.g. `chlorine`); `pressurePa` is absolute. */
export const Contents = Type.Object(
  {
    chemical: id,
    phase: Type.Enum(['gas', 'liquid', 'liquefied-gas']),
    inventoryKg: Type.Number({ minimum: 0, maximum: 1e9 }),
    pressurePa: Type.Number({ minimum: 0, maximum: 1e9 }),
    temperatureK: Type.Number({ minimum: 1, maximum: 3000 }),
  },
  { additionalProperties: false },
);
export type Contents = Static<typeof Contents>;

/** A thing with an id on a site: tank, valve, building, road. `headingDeg` turns its x axis anticlockwise from east. */
export const Element = Type.Object(
  {
    id,
    kind: ElementKind,
    name: Text,
    at: Position,
    headingDeg: Type.Optional(Type.Number({ minimum: -360, maximum: 360 })),
    shape: Shape,
    contents: Type.Optional(Contents),
    /** Element this one belongs to: a tank to its bund, a valve to its line. */
    partOf: Type.Optional(id),
    /** People usually here, by day and by night shift. */
    people: Type.Optional(
      Type.Object(
        { day: Type.Integer({ minimum: 0, maximum: 100_000 }), night: Type.Integer({ minimum: 0, maximum: 100_000 }) },
        { additionalProperties: false },
      ),
    ),
    /** Unit or area of the site it stands in, as people say it. */
    area: Type.Optional(Text),
  },
  { additionalProperties: false },
);
export type Element = Static<typeof Element>;
