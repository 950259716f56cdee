import { annulus, bar, beam, box, type Detail } from './forms.ts';
import { paints } from './paint.ts';
import type { Point3, Solid } from './solid.ts';

/** A guard rail (GB 4053.3: 1.05–1.2 m high) along a line: posts, top rail, knee rail. */
export function guardRail(solid: Solid, line: readonly Point3[], detail: Detail, spacingM = 2): void {
  solid.paint(paints.handrail);
  for (let i = 1; i < line.length; i += 1) {
    const from = line[i - 1];
    const to = line[i];
    if (from === undefined || to === undefined) continue;
    const up = (point: Point3, height: number): Point3 => [point[0], point[1], point[2] + height];
    beam(solid, up(from, 1.1), up(to, 1.1), 0.07);
    if (detail === 'coarse') continue;
    beam(solid, up(from, 0.55), up(to, 0.55), 0.05);
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const posts = Math.max(1, Math.round(length / spacingM));
    for (let k = 0; k < posts; k += 1) {
      const t = k / posts;
      const foot: Point3 = [
        from[0] + (to[0] - from[0]) * t,
        from[1] + (to[1] - from[1]) * t,
        from[2] + (to[2] - from[2]) * t,
      ];
      beam(solid, foot, up(foot, 1.1), 0.06);
    }
  }
}

/** Points on a circle, part of a turn; angles in radians. */
export function arc([x, y, z]: Point3, radius: number, from: number, to: number, steps: number): readonly Point3[] {
  return Array.from({ length: steps + 1 }, (_, i): Point3 => {
    const angle = from + ((to - from) * i) / steps;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle), z];
  });
}

/** A round platform with its guard rail, around a shell of radius `inner`. */
export function ringPlatform(
  solid: Solid,
  at: Point3,
  inner: number,
  width: number,
  from: number,
  to: number,
  detail: Detail,
): void {
  const steps = Math.max(4, Math.round(((to - from) / (2 * Math.PI)) * (detail === 'fine' ? 24 : 12)));
  solid.paint(paints.grating);
  annulus(solid, at, inner, inner + width, steps, from, to);
  solid.paint(paints.darkSteel);
  const rim = arc([at[0], at[1], at[2] - 0.1], inner + width, from, to, steps);
  for (let i = 1; i < rim.length; i += 1) beam(solid, rim[i - 1] ?? at, rim[i] ?? at, 0.08, 0.2);
  guardRail(solid, arc(at, inner + width - 0.05, from, to, steps), detail, 1.8);
}

/** A caged ladder against a shell, at an angle around it. */
export function ladder(
  solid: Solid,
  [x, y]: readonly [number, number],
  radius: number,
  angle: number,
  z0: number,
  z1: number,
  detail: Detail,
): void {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const place = (away: number, across: number, z: number): Point3 => [
    x + (radius + away) * c - across * s,
    y + (radius + away) * s + across * c,
    z,
  ];
  solid.paint(paints.handrail);
  for (const across of [-0.25, 0.25]) beam(solid, place(0.2, across, z0), place(0.2, across, z1), 0.06);
  if (detail === 'coarse') return;
  for (let z = z0 + 0.3; z < z1; z += 0.6) beam(solid, place(0.2, -0.25, z), place(0.2, 0.25, z), 0.04);
  for (let z = z0 + 2.2; z < z1; z += 1.5) {
    const hoop = [
      place(0.2, -0.25, z),
      place(0.6, -0.35, z),
      place(0.85, 0, z),
      place(0.6, 0.35, z),
      place(0.2, 0.25, z),
    ];
    for (let i = 1; i < hoop.length; i += 1) beam(solid, hoop[i - 1] ?? [0, 0, 0], hoop[i] ?? [0, 0, 0], 0.05);
  }
}

/** A stair that winds around a shell from `z0` to `z1`; returns the angle where it arrives. */
export function spiralStair(
  solid: Solid,
  radiusAt: (z: number) => number,
  z0: number,
  z1: number,
  startAngle: number,
  detail: Detail,
): number {
  const widthM = 0.9;
  const slope = 0.8;
  const rise = detail === 'fine' ? 0.4 : 0.9;
  const steps = Math.max(2, Math.round((z1 - z0) / rise));
  let angle = startAngle;
  let beforeRail: Point3 | undefined;
  let beforeString: Point3 | undefined;
  for (let i = 0; i <= steps; i += 1) {
    const z = z0 + ((z1 - z0) * i) / steps;
    const radius = radiusAt(z) + 0.25;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const inner: Point3 = [radius * c, radius * s, z];
    const outer: Point3 = [(radius + widthM) * c, (radius + widthM) * s, z];
    solid.paint(paints.grating);
    beam(solid, inner, outer, detail === 'fine' ? 0.42 : 0.9, 0.06);
    const rail: Point3 = [outer[0], outer[1], z + 1.1];
    if (beforeRail !== undefined && beforeString !== undefined) {
      solid.paint(paints.handrail);
      beam(solid, beforeRail, rail, 0.07);
      solid.paint(paints.steel);
      beam(solid, beforeString, outer, 0.08, 0.28);
      if (detail === 'fine' && i % 3 === 0) {
        solid.paint(paints.handrail);
        beam(solid, outer, rail, 0.05);
      }
    }
    beforeRail = rail;
    beforeString = outer;
    angle += (z1 - z0) / steps / slope / (radius + widthM / 2);
  }
  return angle;
}

/** A straight stair with rails, from a foot upwards along +x of the frame. */
export function straightStair(solid: Solid, [x, y, z]: Point3, rise: number, widthM: number, detail: Detail): void {
  const run = rise * 1.2;
  solid.paint(paints.steel);
  for (const side of [-widthM / 2, widthM / 2]) {
    beam(solid, [x, y + side, z], [x + run, y + side, z + rise], 0.1, 0.25);
  }
  solid.paint(paints.grating);
  const steps = Math.max(2, Math.round(rise / (detail === 'fine' ? 0.25 : 0.6)));
  for (let i = 1; i <= steps; i += 1) {
    const t = i / steps;
    box(solid, x + run * t, y, z + rise * t - 0.05, 0.3, widthM, 0.05);
  }
  for (const side of [-widthM / 2, widthM / 2]) {
    solid.paint(paints.handrail);
    beam(solid, [x, y + side, z + 1], [x + run, y + side, z + rise + 1], 0.06);
  }
}

/** A short pipe end with its flange, pointing along `out` from `at`. */
export function nozzle(solid: Solid, at: Point3, out: Point3, radius: number, length: number): void {
  const end: Point3 = [at[0] + out[0] * length, at[1] + out[1] * length, at[2] + out[2] * length];
  const flange: Point3 = [end[0] - out[0] * 0.08, end[1] - out[1] * 0.08, end[2] - out[2] * 0.08];
  bar(solid, at, end, radius, 8);
  bar(solid, flange, end, radius * 1.7, 8, true);
}
