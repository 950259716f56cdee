import type { GroundPosition } from '@upwind/scenes';

/** A ring cut into triangles that run anticlockwise, by cutting off ears; corners are in anticlockwise order. */
export function triangulated(ring: readonly GroundPosition[]): {
  readonly corners: readonly GroundPosition[];
  readonly triangles: readonly number[];
} {
  const corners = area2(ring) < 0 ? [...ring].reverse() : [...ring];
  const left = corners.map((_, index) => index);
  const triangles: number[] = [];
  let guard = left.length * left.length;
  while (left.length > 3 && guard-- > 0) {
    const ear = left.findIndex((_, index) => isEar(corners, left, index));
    if (ear < 0) break;
    const [a, b, c] = around(left, ear);
    triangles.push(a, b, c);
    left.splice(ear, 1);
  }
  const [a, b, c] = left;
  if (left.length === 3 && a !== undefined && b !== undefined && c !== undefined) triangles.push(a, b, c);
  return { corners, triangles };
}

function isEar(corners: readonly GroundPosition[], left: readonly number[], index: number): boolean {
  const [a, b, c] = around(left, index);
  const [pa, pb, pc] = [corners[a], corners[b], corners[c]];
  if (!pa || !pb || !pc || turn(pa, pb, pc) <= 1e-12) return false;
  return left.every((other) => {
    if (other === a || other === b || other === c) return true;
    const place = corners[other];
    if (!place) return true;
    return !(turn(pa, pb, place) >= 0 && turn(pb, pc, place) >= 0 && turn(pc, pa, place) >= 0);
  });
}

function around(left: readonly number[], index: number): [number, number, number] {
  const at = (offset: number) => left[(index + offset + left.length) % left.length] ?? 0;
  return [at(-1), at(0), at(1)];
}

function turn(a: GroundPosition, b: GroundPosition, c: GroundPosition): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function area2(ring: readonly GroundPosition[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * ny - nx * y;
  }, 0);
}
