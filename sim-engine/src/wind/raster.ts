import { hypot } from '../arithmetic/hypotenuse.ts';
import { cos, sin } from '../arithmetic/trigonometry.ts';
import type { Obstacle, ObstacleRaster } from './obstacles.ts';
import { lengthOf, planArea, resolutionOf, widthOf } from './resolution.ts';
import type { Terrain } from './terrain.ts';
import { cellCount, type WindGrid } from './wind-grid.ts';

/** Columns that rasterising may visit in all; beyond, the smallest obstacles are left out. */
const mostVisits = 60_000_000;
/** Points a column is probed at along each axis to see how much of it an obstacle covers. */
const probes = 4;

/**
 * Obstacles as cells: solid where one covers half of a cell's ground and spans the cell's middle height. Overlapping
 * ones merge; one that lies wholly in others is dropped. The result does not depend on their order.
 */
export function rasterOf(obstacles: readonly Obstacle[], grid: WindGrid, terrain?: Terrain): ObstacleRaster {
  const { nx, ny, nz, layerM, z0M } = grid;
  const solid = new Uint8Array(cellCount(grid));
  const groundM = new Float32Array(nx * ny);
  if (terrain !== undefined) layGround(grid, terrain, groundM, solid);
  const sorted = [...obstacles].sort(largestFirst);
  const felt: Obstacle[] = [];
  const leftOut = { small: 0, hidden: 0, outside: 0, overLimit: 0 };
  let visits = 0;
  for (const obstacle of sorted) {
    const resolution = resolutionOf(obstacle, grid);
    if (resolution === 'none') {
      leftOut.small += 1;
      continue;
    }
    const reach = 0.5 * hypot(lengthOf(obstacle), widthOf(obstacle));
    const i0 = Math.max(0, Math.floor((obstacle.x - reach - grid.x0M) / grid.cellM));
    const i1 = Math.min(nx - 1, Math.floor((obstacle.x + reach - grid.x0M) / grid.cellM));
    const j0 = Math.max(0, Math.floor((obstacle.y - reach - grid.y0M) / grid.cellM));
    const j1 = Math.min(ny - 1, Math.floor((obstacle.y + reach - grid.y0M) / grid.cellM));
    if (i0 > i1 || j0 > j1) {
      leftOut.outside += 1;
      continue;
    }
    visits += (i1 - i0 + 1) * (j1 - j0 + 1);
    if (visits > mostVisits) {
      leftOut.overLimit += 1;
      continue;
    }
    if (resolution === 'drag') {
      felt.push(obstacle);
      continue;
    }
    const covers = coverOf(obstacle, grid.cellM);
    let fresh = 0;
    for (let j = j0; j <= j1; j += 1) {
      for (let i = i0; i <= i1; i += 1) {
        const dx = grid.x0M + (i + 0.5) * grid.cellM - obstacle.x;
        const dy = grid.y0M + (j + 0.5) * grid.cellM - obstacle.y;
        if (!covers(dx, dy)) continue;
        const ground = z0M + (groundM[j * nx + i] as number);
        const base = obstacle.baseM < ground + 0.5 * layerM ? -Infinity : obstacle.baseM;
        const k0 = base === -Infinity ? 0 : Math.max(0, Math.floor((base - z0M) / layerM + 0.5));
        const k1 = Math.min(nz, Math.floor((obstacle.topM - z0M) / layerM + 0.5));
        for (let k = k0; k < k1; k += 1) {
          const cell = (k * ny + j) * nx + i;
          if (solid[cell] === 0) {
            solid[cell] = 1;
            fresh += 1;
          }
        }
      }
    }
    if (fresh > 0) felt.push(obstacle);
    else leftOut.hidden += 1;
  }
  return { grid, obstacles: felt, solid, groundM, leftOut };
}

function largestFirst(a: Obstacle, b: Obstacle): number {
  return (
    planArea(b) - planArea(a) ||
    b.topM - a.topM ||
    a.baseM - b.baseM ||
    a.x - b.x ||
    a.y - b.y ||
    (a.kind === 'box' && b.kind === 'box' ? a.lengthM - b.lengthM || a.angleRad - b.angleRad : 0) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Whether an obstacle covers half of the column whose middle stands (dx, dy) off the obstacle's. */
function coverOf(obstacle: Obstacle, cellM: number): (dx: number, dy: number) => boolean {
  const round = obstacle.kind === 'cylinder';
  const radius = round ? obstacle.radiusM : 0;
  const halfLength = lengthOf(obstacle) / 2;
  const halfWidth = widthOf(obstacle) / 2;
  const angle = round ? 0 : obstacle.angleRad;
  const [c, s] = [cos(angle), sin(angle)];
  const inner = 0.7072 * cellM;
  return (dx, dy) => {
    const along = dx * c + dy * s;
    const across = dy * c - dx * s;
    if (round) {
      const d = Math.sqrt(dx * dx + dy * dy);
      if (d <= radius - inner) return true;
      if (d > radius + inner) return false;
    } else {
      const d = Math.max(Math.abs(along) - halfLength, Math.abs(across) - halfWidth);
      if (d <= -inner) return true;
      if (d > inner) return false;
    }
    let inside = 0;
    for (let q = 0; q < probes; q += 1) {
      const py = dy + ((q + 0.5) / probes - 0.5) * cellM;
      for (let p = 0; p < probes; p += 1) {
        const px = dx + ((p + 0.5) / probes - 0.5) * cellM;
        const within = round
          ? px * px + py * py <= radius * radius
          : Math.abs(px * c + py * s) <= halfLength && Math.abs(py * c - px * s) <= halfWidth;
        if (within) inside += 1;
      }
    }
    return 2 * inside >= probes * probes;
  };
}

/** Ground heights over z0M, and cells whose middle lies below ground. */
function layGround(grid: WindGrid, terrain: Terrain, groundM: Float32Array, solid: Uint8Array): void {
  const { nx, ny, nz, layerM } = grid;
  for (let j = 0; j < ny; j += 1) {
    for (let i = 0; i < nx; i += 1) {
      const raw = terrain(grid.x0M + (i + 0.5) * grid.cellM, grid.y0M + (j + 0.5) * grid.cellM) - grid.z0M;
      const height = Number.isFinite(raw) ? Math.max(0, raw) : 0;
      const layers = Math.min(nz - 1, Math.floor(height / layerM + 0.5));
      groundM[j * nx + i] = Math.min(height, (nz - 1) * layerM);
      for (let k = 0; k < layers; k += 1) solid[(k * ny + j) * nx + i] = 1;
    }
  }
}
