import { cos, sin } from '../../arithmetic/trigonometry.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { type Crosswind, lateralSpread } from './lateral-spread.ts';
import { distanceOfHeight, lookUp, type PlumeTable } from './plume-table.ts';

/** One end of a segment: where it is and how far its gas has spread. */
export interface TrailNode {
  readonly x: number;
  readonly y: number;
  /** Distance travelled, m. */
  readonly travelM: number;
  /** Distance at which a plume in today's air would stand as high, m. */
  readonly verticalM: number;
  /** ∫σθ dx, m. */
  readonly lateralM: number;
  /** σy that it has come to through all the air it went through, m. */
  readonly spreadM: number;
  /** σ of the source itself, m. */
  readonly rootM: number;
  /** Travel time by the reference wind, s. */
  readonly clockS: number;
  /** Mass between this node and the next older one, kg. */
  readonly massKg: number;
}

/** The gas of one release as a string of segments, oldest node first, blown along by the wind. */
export interface Trail {
  readonly nodes: readonly TrailNode[];
  readonly table: PlumeTable | undefined;
}

export const emptyTrail: Trail = { nodes: [], table: undefined };

/**
 * σ of the gas between two nodes, m, by the share of the way from the newer to the older: the formula of this air, and
 * what each end has beyond it from the air it came through.
 */
export function spreadAlong(newer: TrailNode, older: TrailNode, air: BoundaryLayer): (share: number) => number {
  const one = new Float64Array(1);
  return (share) => {
    one[0] = share;
    spreadsAlong(newer, older, air, one);
    return one[0];
  };
}

/** The same for many shares at once: each is replaced by the σ of its place. */
export function spreadsAlong(
  newer: TrailNode,
  older: TrailNode,
  air: BoundaryLayer,
  places: Float64Array<ArrayBuffer>,
): void {
  const near = newer.spreadM - lateralSpread(air, newer.lateralM, newer.clockS);
  const far = older.spreadM - lateralSpread(air, older.lateralM, older.clockS);
  const wider = older.lateralM - newer.lateralM;
  const later = older.clockS - newer.clockS;
  const rootier = older.rootM - newer.rootM;
  for (let k = 0; k < places.length; k += 1) {
    const share = places[k] as number;
    const lateralM = Math.max(0, newer.lateralM + share * wider);
    const formula = lateralSpread(air, lateralM, Math.max(0, newer.clockS + share * later));
    const spread = Math.max(0.2 * formula, formula + near + Math.max(0, share) * (far - near));
    const root = Math.max(0, newer.rootM + share * rootier);
    places[k] = Math.sqrt(spread * spread + root * root);
  }
}

/** Unit vector of the way the wind blows to. */
export function windVector(windFromDeg: number): readonly [number, number] {
  const angle = (windFromDeg * Math.PI) / 180;
  return [-sin(angle), -cos(angle)];
}

/**
 * The trail one step later. Gas that left during the step (`massKg`) lies between the source and where the source's air
 * has gone; every older node moves with the speed of its own height in the air of the step.
 */
export function blown(
  trail: Trail,
  air: BoundaryLayer,
  table: PlumeTable,
  crosswind: Crosswind,
  source: readonly [number, number],
  massKg: number,
  stepS: number,
  rootM = 0,
): Trail {
  const [east, north] = windVector(air.windFromDeg);
  const moved: TrailNode[] = [];
  const move = (node: TrailNode): TrailNode => {
    const start =
      trail.table === undefined || trail.table === table
        ? node.verticalM
        : distanceOfHeight(table, lookUp(trail.table.meanHeightM, trail.table.stepM, node.verticalM));
    // Heun's step: the plume's own speed grows with the way it goes.
    const first = lookUp(table.speed, table.stepM, start) * air.frictionVelocityMPerS * stepS;
    const second = lookUp(table.speed, table.stepM, start + first) * air.frictionVelocityMPerS * stepS;
    const way = 0.5 * (first + second);
    const lateralM = node.lateralM + crosswind.angleRad * way;
    const clockS = node.clockS + way / crosswind.speedMPerS;
    // In steady air the steps add up to the formula; when the air changes, gas keeps the width it has.
    const widened = lateralSpread(air, lateralM, clockS) - lateralSpread(air, node.lateralM, node.clockS);
    return {
      x: node.x + east * way * air.driftShare,
      y: node.y + north * way * air.driftShare,
      travelM: node.travelM + way,
      verticalM: start + way,
      lateralM,
      spreadM: node.spreadM + Math.max(0, widened),
      rootM: node.rootM,
      clockS,
      massKg: node.massKg,
    };
  };
  for (const node of trail.nodes) moved.push(move(node));
  const fresh = {
    x: source[0],
    y: source[1],
    travelM: 0,
    verticalM: 0,
    lateralM: 0,
    spreadM: 0,
    rootM,
    clockS: 0,
    massKg,
  };
  if (moved.length === 0) moved.push(move({ ...fresh, massKg: 0 }));
  moved.push(fresh);
  return { nodes: compacted(moved), table };
}

/**
 * The nodes without those that tell nothing: between two empty segments, or between two segments that are short beside
 * the width of their gas and alike in age (slow air piles up hundreds of them). No mass is lost; the newest node stays,
 * for gas may follow it.
 */
function compacted(nodes: TrailNode[]): TrailNode[] {
  const kept: TrailNode[] = [];
  for (let k = 0; k < nodes.length; k += 1) {
    const node = nodes[k] as TrailNode;
    const newer = nodes[k + 1];
    const older = kept[kept.length - 1];
    if (newer === undefined) {
      kept.push(node);
      continue;
    }
    const massKg = node.massKg + newer.massKg;
    if (massKg <= 0) continue;
    if (older !== undefined && node.massKg > 0 && newer.massKg > 0 && alike(older, newer)) {
      // The node is passed over; its mass goes to the segment that now spans both.
      nodes[k + 1] = { ...newer, massKg };
      continue;
    }
    kept.push(node);
  }
  return kept;
}

function alike(older: TrailNode, newer: TrailNode): boolean {
  const east = older.x - newer.x;
  const north = older.y - newer.y;
  const width = 0.25 * newer.lateralM;
  return east * east + north * north < width * width && older.travelM < 1.1 * newer.travelM;
}
