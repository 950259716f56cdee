import { exp } from '../../arithmetic/exponential.ts';
import type { Obstacle } from '../obstacles.ts';
import { lengthOf, meanFrontM, widthOf } from '../resolution.ts';
import type { WindAxes } from '../wind-axes.ts';
import type { WindGrid } from '../wind-grid.ts';
import { type Body, bodyOf, chord, newChord } from './body.ts';
import { columnsAround, layerFrom } from './columns.ts';
import { halfExtent, wakeOverCavity } from './lee.ts';
import { cavityLength } from './lengths.ts';
import { slow, type ZoneAir } from './zone-air.ts';

/** Drag of a porous obstacle whose drag nobody gave, 1/m. */
const usualDragPerM = 0.1;
/** Drag coefficient of bluff bodies slimmer than a cell (Macdonald, Griffiths & Hall 1998: 1.2 for cubes, 1 for rods). */
const bluffDrag = 1.2;
/** Attenuation of the profile in a canopy per frontal area index, and its greatest value (Macdonald 2000; Cionco 1978). */
const attenuationPerIndex = 9.6;
const mostAttenuation = 3;

/** A porous or slim obstacle, at least a cell wide so that cells can feel it. */
export interface Canopy {
  readonly body: Body;
  readonly dragPerM: number;
}

/** An obstacle too porous or slim for solid cells, its drag spread over the cells it stands in. */
export function canopyOf(obstacle: Obstacle, axes: WindAxes, groundM: number, grid: WindGrid): Canopy {
  const { cellM } = grid;
  const porous = obstacle.dragPerM ?? (obstacle.porosity > 0 ? usualDragPerM : undefined);
  const lengthM = Math.max(cellM, lengthOf(obstacle));
  const widthM = Math.max(cellM, widthOf(obstacle));
  const spread = (lengthOf(obstacle) * widthOf(obstacle)) / (lengthM * widthM);
  const dragPerM =
    porous === undefined ? (bluffDrag * meanFrontM(obstacle)) / (lengthM * widthM) : porous * Math.min(1, spread);
  const angleRad = obstacle.kind === 'box' ? obstacle.angleRad : 0;
  const { id, x, y, baseM, topM, porosity } = obstacle;
  const round = obstacle.kind === 'cylinder' && 2 * obstacle.radiusM > cellM;
  const wide: Obstacle = round ? obstacle : { kind: 'box', id, x, y, baseM, topM, porosity, lengthM, widthM, angleRad };
  return { body: bodyOf(wide, axes, groundM, grid.layerM), dragPerM };
}

/**
 * Wind in and behind a porous obstacle of drag a = Cd·A/V. Inside it adjusts with the distance x from the windward edge,
 * u = Ue + (U − Ue) exp(−½ a x) (Belcher, Jerram & Hunt 2003), towards the profile of a long canopy
 * Ue = U(H) exp(α (z/H − 1)), α = 9.6 a H, at most 3 (Cionco 1965, 1978; Macdonald 2000); fresh air reaches a strip
 * narrower than 2H from its sides first, so there ½W stands for H. Behind, the deficit at the lee edge fades as in
 * Röckle's wake, without a cavity, for air bleeds through (Castro 1971).
 */
export function layDrag(air: ZoneAir, { body, dragPerM }: Canopy): void {
  const { grid, solid, groundM } = air.raster;
  const { obstacle, halfWidthM, heightM } = body;
  const lr = cavityLength(body.lengthM, 2 * halfWidthM, heightM);
  const reach = halfExtent(body);
  const { i0, i1, j0, j1 } = columnsAround(air, body, -reach, reach + (wakeOverCavity - 1) * lr, halfWidthM);
  const lifted = body.footM > obstacle.baseM;
  const k0 = layerFrom(air, lifted ? obstacle.baseM : grid.z0M);
  const k1 = layerFrom(air, obstacle.topM);
  const alpha = lifted ? 0 : Math.min(mostAttenuation, attenuationPerIndex * dragPerM * Math.min(heightM, halfWidthM));
  const topSpeed = air.speedAt(obstacle.topM - body.footM);
  const long = Float64Array.from({ length: Math.max(0, k1 - k0) }, (_, n) =>
    lifted ? 0 : topSpeed * exp(alpha * ((grid.z0M + (k0 + n + 0.5) * grid.layerM - body.footM) / heightM - 1)),
  );
  const cut = newChord();
  const { east, north } = air.axes;
  for (let j = j0; j < j1; j += 1) {
    const dy = grid.y0M + (j + 0.5) * grid.cellM - obstacle.y;
    for (let i = i0; i < i1; i += 1) {
      const dx = grid.x0M + (i + 0.5) * grid.cellM - obstacle.x;
      const left = dy * east - dx * north;
      if (Math.abs(left) >= halfWidthM || !chord(body, left, cut)) continue;
      const along = dx * east + dy * north;
      const x = along - cut.enterM;
      const behind = along - cut.leaveM;
      if (x <= 0) continue;
      const passed = exp(-0.5 * dragPerM * Math.min(x, cut.leaveM - cut.enterM));
      const fade = behind <= 0 ? 1 : fading(behind, lr);
      if (fade <= 0) continue;
      const ground = grid.z0M + (groundM[j * grid.nx + i] as number);
      for (let k = k0; k < k1; k += 1) {
        const cell = (k * grid.ny + j) * grid.nx + i;
        if (solid[cell] !== 0) continue;
        const free = air.speedAt(grid.z0M + (k + 0.5) * grid.layerM - ground);
        const deep = Math.min(free, long[k - k0] as number);
        const inside = deep + (free - deep) * passed;
        slow(air, cell, free - (free - inside) * fade, 0, 0);
      }
    }
  }
}

/** (Lr/(Lr + x))^1.5, ended where Röckle's wake ends. */
function fading(behindM: number, lr: number): number {
  const ratio = lr / (lr + behindM);
  return ratio * wakeOverCavity <= 1 ? 0 : ratio * Math.sqrt(ratio);
}
