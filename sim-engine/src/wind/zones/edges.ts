import { ln } from '../../arithmetic/logarithm.ts';
import { type Body, chord, newChord } from './body.ts';
import { columnsAround, layerFrom } from './columns.ts';
import { groundAt, halfExtent } from './lee.ts';
import { edgeScale } from './lengths.ts';
import { slow, type ZoneAir } from './zone-air.ts';

/** Separation bubbles: length and thickness over the scale R (Wilson 1979). */
const bubbleLength = 0.9;
const bubbleDepth = 0.22;
/** Largest turn of a wall against the wind at which the roof bubble forms, cos 15° (Pol et al. 2006). */
const roofCos = 0.9659;
/** The same for the bubbles at side walls, cos 10° (Hayati et al. 2017). */
const sideCos = 0.9848;
/** Roughness of roofs, m. */
const roofRoughnessM = 0.1;

/**
 * Bubbles behind the leading edges of a box that faces the wind. Roof (Bagal et al. 2004; Pol et al. 2006): half an
 * ellipse 0.9 R long and 0.22 R high; in it a log profile, reversed in its lower half. Side walls (Hayati et al. 2017):
 * half an ellipse 0.9 R long and 0.22 R wide; reversed wind, strongest at the wall, none at the edge.
 */
export function layEdges(air: ZoneAir, body: Body): void {
  const { obstacle, heightM, halfWidthM } = body;
  if (obstacle.kind !== 'box') return;
  const facing = Math.max(Math.abs(body.cosTurn), Math.abs(body.sinTurn));
  const scale = edgeScale(2 * halfWidthM, heightM);
  if (facing >= roofCos) layRoof(air, body, bubbleLength * scale, bubbleDepth * scale);
  if (facing >= sideCos) laySides(air, body, bubbleLength * scale, bubbleDepth * scale);
}

function layRoof(air: ZoneAir, body: Body, lengthM: number, depthM: number): void {
  const { grid, solid } = air.raster;
  const { obstacle, halfWidthM } = body;
  const k0 = layerFrom(air, obstacle.topM);
  const k1 = layerFrom(air, obstacle.topM + depthM);
  if (k0 >= k1) return;
  const reach = halfExtent(body);
  const { i0, i1, j0, j1 } = columnsAround(air, body, -reach, reach, halfWidthM);
  const cut = newChord();
  const { east, north } = air.axes;
  const outside = air.speedAt(obstacle.topM + depthM - groundAt(air, body));
  for (let j = j0; j < j1; j += 1) {
    const dy = grid.y0M + (j + 0.5) * grid.cellM - obstacle.y;
    for (let i = i0; i < i1; i += 1) {
      const dx = grid.x0M + (i + 0.5) * grid.cellM - obstacle.x;
      if (!chord(body, dy * east - dx * north, cut)) continue;
      const along = dx * east + dy * north;
      const share = bow((along - cut.enterM) / lengthM);
      if (share <= 0 || along > cut.leaveM) continue;
      for (let k = k0; k < k1; k += 1) {
        const cell = (k * grid.ny + j) * grid.nx + i;
        const z = grid.z0M + (k + 0.5) * grid.layerM - obstacle.topM;
        if (solid[cell] !== 0 || z >= depthM * share) continue;
        const speed = outside * logShare(z, depthM);
        slow(air, cell, z < 0.5 * depthM * share ? -speed : speed, 0, 0);
      }
    }
  }
}

function laySides(air: ZoneAir, body: Body, lengthM: number, depthM: number): void {
  const { grid, solid, groundM } = air.raster;
  const { obstacle, halfWidthM, lengthM: sideM } = body;
  const k0 = layerFrom(air, body.footM > obstacle.baseM ? obstacle.baseM : grid.z0M);
  const k1 = layerFrom(air, obstacle.topM);
  const { i0, i1, j0, j1 } = columnsAround(air, body, -sideM, sideM, halfWidthM + depthM);
  const { east, north } = air.axes;
  for (let j = j0; j < j1; j += 1) {
    const dy = grid.y0M + (j + 0.5) * grid.cellM - obstacle.y;
    for (let i = i0; i < i1; i += 1) {
      const dx = grid.x0M + (i + 0.5) * grid.cellM - obstacle.x;
      const off = Math.abs(dy * east - dx * north) - halfWidthM;
      const x = dx * east + dy * north + 0.5 * sideM;
      if (off <= 0 || x > sideM) continue;
      const width = depthM * bow(x / lengthM);
      if (off >= width) continue;
      const ground = grid.z0M + (groundM[j * grid.nx + i] as number);
      for (let k = k0; k < k1; k += 1) {
        const cell = (k * grid.ny + j) * grid.nx + i;
        if (solid[cell] !== 0) continue;
        slow(air, cell, -air.speedAt(grid.z0M + (k + 0.5) * grid.layerM - ground) * (1 - off / width), 0, 0);
      }
    }
  }
}

/** Height of the half ellipse over its length, both as shares; 0 outside. */
function bow(share: number): number {
  const off = 2 * share - 1;
  return Math.sqrt(Math.max(0, 1 - off * off));
}

function logShare(heightM: number, depthM: number): number {
  if (heightM <= roofRoughnessM) return 0;
  return Math.min(1, ln(heightM / roofRoughnessM) / Math.max(0.1, ln(depthM / roofRoughnessM)));
}
