import { isObject, type Report } from './issue.ts';
import { applyTransform, type Matrix, type Point } from './matrix.ts';

/** A bounding volume whose numbers are sound. */
export type BoundingVolume =
  | { readonly kind: 'box'; readonly numbers: readonly number[] }
  | { readonly kind: 'sphere'; readonly numbers: readonly number[] }
  | { readonly kind: 'region'; readonly numbers: readonly number[] };

const lengths = { box: 12, sphere: 4, region: 6 } as const;

/** Checks a bounding volume and returns it when it can be reckoned with. */
export function readBoundingVolume(value: unknown, path: string, report: Report): BoundingVolume | undefined {
  if (value === undefined) {
    report('PROPERTY_MISSING', path, 'a tile needs a boundingVolume');
    return undefined;
  }
  if (!isObject(value)) {
    report('TYPE_MISMATCH', path, 'a boundingVolume is an object');
    return undefined;
  }
  const kinds = (['box', 'sphere', 'region'] as const).filter((kind) => value[kind] !== undefined);
  const [kind] = kinds;
  if (kind === undefined) {
    if (value['extensions'] === undefined) report('ANY_OF_ERROR', path, 'it needs a box, a sphere or a region');
    return undefined;
  }
  const numbers = readNumbers(value[kind], lengths[kind], `${path}/${kind}`, report);
  if (numbers === undefined) return undefined;
  const fault = kind === 'box' ? boxFault(numbers) : kind === 'sphere' ? sphereFault(numbers) : regionFault(numbers);
  if (fault !== undefined) {
    report('BOUNDING_VOLUME_INVALID', `${path}/${kind}`, fault);
    return undefined;
  }
  return { kind, numbers };
}

export function readNumbers(value: unknown, length: number, path: string, report: Report): number[] | undefined {
  if (!Array.isArray(value)) {
    report('TYPE_MISMATCH', path, `it must be an array of ${length} numbers`);
    return undefined;
  }
  if (value.length !== length) {
    report('ARRAY_LENGTH_MISMATCH', path, `it has ${value.length} elements, not ${length}`);
    return undefined;
  }
  const numbers = value.filter((element): element is number => typeof element === 'number' && Number.isFinite(element));
  if (numbers.length !== length) {
    report('ARRAY_ELEMENT_TYPE_MISMATCH', path, 'every element must be a finite number');
    return undefined;
  }
  return numbers;
}

function axes(box: readonly number[]): [Point, Point, Point] {
  const axis = (at: number): Point => [box[at] ?? 0, box[at + 1] ?? 0, box[at + 2] ?? 0];
  return [axis(3), axis(6), axis(9)];
}

function boxFault(box: readonly number[]): string | undefined {
  const [a, b, c] = axes(box);
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]] as const;
  const volume = cross[0] * c[0] + cross[1] * c[1] + cross[2] * c[2];
  return volume === 0 ? 'its half axes span no volume' : undefined;
}

function sphereFault(sphere: readonly number[]): string | undefined {
  return (sphere[3] ?? 0) < 0 ? 'its radius is negative' : undefined;
}

function regionFault([west = 0, south = 0, east = 0, north = 0, low = 0, high = 0]: readonly number[]) {
  const within = (value: number, most: number) => Math.abs(value) <= most + 1e-9;
  if (!within(west, Math.PI) || !within(east, Math.PI)) return 'a longitude is beyond ±π';
  if (!within(south, Math.PI / 2) || !within(north, Math.PI / 2)) return 'a latitude is beyond ±π/2';
  if (south > north || low > high) return 'a smallest value exceeds the largest';
  return undefined;
}

/** The corners of a box in the frame that `transform` leads to. */
function corners(box: readonly number[], transform: Matrix): Point[] {
  const center: Point = [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0];
  const [a, b, c] = axes(box);
  const signs = [-1, 1];
  return signs.flatMap((i) =>
    signs.flatMap((j) =>
      signs.map((k) => {
        const along = (axis: 0 | 1 | 2) => center[axis] + i * a[axis] + j * b[axis] + k * c[axis];
        return applyTransform(transform, [along(0), along(1), along(2)]);
      }),
    ),
  );
}

/** Whether a box lies in another, each in its own frame, to a relative tolerance; nothing for other volumes. */
export function contains(
  outer: BoundingVolume,
  outerTransform: Matrix,
  inner: BoundingVolume,
  innerTransform: Matrix,
): boolean | undefined {
  if (outer.kind !== 'box' || inner.kind !== 'box') return undefined;
  const center = applyTransform(outerTransform, [outer.numbers[0] ?? 0, outer.numbers[1] ?? 0, outer.numbers[2] ?? 0]);
  const origin = applyTransform(outerTransform, [0, 0, 0]);
  const half = axes(outer.numbers).map((axis) => {
    const end = applyTransform(outerTransform, axis);
    return [end[0] - origin[0], end[1] - origin[1], end[2] - origin[2]] as const;
  });
  // Earth-centred metres have eight digits before the point; doubles leave a few nanometres.
  return corners(inner.numbers, innerTransform).every((corner) =>
    half.every((axis) => {
      const length2 = axis[0] ** 2 + axis[1] ** 2 + axis[2] ** 2;
      const d =
        axis[0] * (corner[0] - center[0]) + axis[1] * (corner[1] - center[1]) + axis[2] * (corner[2] - center[2]);
      return Math.abs(d) <= length2 + Math.sqrt(length2) * 1e-5;
    }),
  );
}
