import { hypot } from '../../arithmetic/hypotenuse.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { lookUp, type PlumeTable } from './plume-table.ts';
import type { Trail, TrailNode } from './trail.ts';

/** A straight piece of a trail with even flux, from its newer end (nearer the source) to its older one. */
export interface Segment {
  readonly newer: TrailNode;
  readonly older: TrailNode;
  readonly lengthM: number;
  readonly massKg: number;
  /** Mass per time of travel, kg/s: in a steady wind the release rate. */
  readonly fluxKgPerS: number;
  /** Share of the along-wind spread by which each end is blurred: all of it where the gas ends, little where a like neighbour follows. */
  readonly newerBlur: number;
  readonly olderBlur: number;
}

/** Blur of a joint of two segments that are alike: enough to hide the bend. */
const jointBlur = 0.3;
/** Neighbours are alike whose flux differs by less than this share and whose directions by less than 4°. */
const alikeFlux = 0.2;
const alikeCosine = 0.998;

/** How far an inner node may lie off a joined segment: share of its value, and metres. */
const share = 0.01;
const metres = 0.1;

/** The trail as few segments: neighbours that lie in line, with the same flux and evenly spread, are joined. */
export function segmentsOf(trail: Trail, air: BoundaryLayer): Segment[] {
  const { nodes, table } = trail;
  if (table === undefined) return [];
  const segments: Segment[] = [];
  let first = 0;
  const make = (from: number, to: number): Segment => {
    const older = nodes[from] as TrailNode;
    const newer = nodes[to] as TrailNode;
    let massKg = 0;
    for (let k = from + 1; k <= to; k += 1) massKg += (nodes[k] as TrailNode).massKg;
    const time = travelTimeM(older, newer, table);
    const lengthM = hypot(older.x - newer.x, older.y - newer.y);
    const fluxKgPerS = (massKg * air.frictionVelocityMPerS) / Math.max(1e-9, time);
    return { newer, older, lengthM, massKg, fluxKgPerS, newerBlur: 1, olderBlur: 1 };
  };
  for (let k = 1; k < nodes.length; k += 1) {
    const last = segments[segments.length - 1];
    const next = make(k - 1, k);
    if (next.massKg <= 0) {
      first = k;
      continue;
    }
    if (last !== undefined && last.newer === next.older) {
      const joined = make(first, k);
      if (even(last, next, joined) && straight(nodes, first, k, joined)) {
        segments[segments.length - 1] = joined;
        continue;
      }
    }
    first = k - 1;
    segments.push(next);
  }
  for (let k = 1; k < segments.length; k += 1) {
    const [far, near] = [segments[k - 1] as Segment, segments[k] as Segment];
    if (far.newer !== near.older || !alike(far, near)) continue;
    segments[k - 1] = { ...far, newerBlur: jointBlur };
    segments[k] = { ...near, olderBlur: jointBlur };
  }
  return segments;
}

/**
 * Travel time of a segment times u*, m: of the way that lies between its ends, at the speeds of their heights. Where the
 * air has changed the ends stand as high as a plume would at other distances than they have come, perhaps at one.
 */
function travelTimeM(older: TrailNode, newer: TrailNode, { timeM, speed, stepM }: PlumeTable): number {
  const wayM = older.travelM - newer.travelM;
  const standM = older.verticalM - newer.verticalM;
  const time = lookUp(timeM, stepM, older.verticalM) - lookUp(timeM, stepM, newer.verticalM);
  if (Math.abs(standM - wayM) <= share * wayM) return time;
  if (standM > share * wayM) return (time * wayM) / standM;
  return wayM / lookUp(speed, stepM, 0.5 * (older.verticalM + newer.verticalM));
}

function alike(a: Segment, b: Segment): boolean {
  if (Math.abs(a.fluxKgPerS - b.fluxKgPerS) > alikeFlux * Math.max(a.fluxKgPerS, b.fluxKgPerS)) return false;
  const dot = (a.older.x - a.newer.x) * (b.older.x - b.newer.x) + (a.older.y - a.newer.y) * (b.older.y - b.newer.y);
  return dot > alikeCosine * a.lengthM * b.lengthM;
}

function even(a: Segment, b: Segment, joined: Segment): boolean {
  const near = (x: number): boolean => Math.abs(x - joined.fluxKgPerS) <= share * joined.fluxKgPerS;
  return near(a.fluxKgPerS) && near(b.fluxKgPerS);
}

/** Whether every inner node lies on the line between the ends, in place and in its state of spread. */
function straight(nodes: readonly TrailNode[], from: number, to: number, { newer, older, lengthM }: Segment): boolean {
  if (lengthM < metres) return false;
  const east = (older.x - newer.x) / lengthM;
  const north = (older.y - newer.y) / lengthM;
  for (let k = from + 1; k < to; k += 1) {
    const node = nodes[k] as TrailNode;
    const along = (node.x - newer.x) * east + (node.y - newer.y) * north;
    const off = Math.abs((node.y - newer.y) * east - (node.x - newer.x) * north);
    const at = along / lengthM;
    const fits = (value: number, a: number, b: number): boolean =>
      Math.abs(value - a - at * (b - a)) <= share * value + metres;
    if (off > share * node.lateralM + metres) return false;
    if (!fits(node.travelM, newer.travelM, older.travelM)) return false;
    if (!fits(node.verticalM, newer.verticalM, older.verticalM)) return false;
    if (!fits(node.lateralM, newer.lateralM, older.lateralM)) return false;
    if (!fits(node.clockS, newer.clockS, older.clockS)) return false;
  }
  return true;
}
