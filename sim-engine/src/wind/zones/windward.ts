import { cos, sin } from '../../arithmetic/trigonometry.ts';
import { type Body, chord, newChord } from './body.ts';
import { columnsAround, layerFrom } from './columns.ts';
import { groundAt, halfExtent } from './lee.ts';
import { displacementLength, frontVortexLength } from './lengths.ts';
import { slow, type ZoneAir } from './zone-air.ts';

/** The zones before a wall reach this share of its height (Röckle 1990). */
const frontHeightShare = 0.6;
/** What is left of the wind in the outer zone (Bagal, Pardyjak & Brown 2004). */
const displacedShare = 0.4;
/** Corner-on walls throw no vortex: largest angle between wind and wall normal 30°. */
const leastVortexCos = 0.866;

/**
 * What happens before a windward wall (Röckle 1990; Bagal, Pardyjak & Brown 2004): in a quarter ellipsoid of length Lf
 * the wind falls to 40 %; in a smaller one of length Lfx at the foot a vortex turns, x from the wall:
 * u = −U(H) (0.6 cos(πz/½H) + 0.05) 0.6 sin(πx/Lfx), w = −U(H) (0.1 cos(πx/Lfx) + 0.05).
 * A tall wall feels its width, not its height: both reach to 0.6 min(H, W) (Nelson et al. 2008).
 */
export function layWindward(air: ZoneAir, body: Body): void {
  const { grid, solid, groundM } = air.raster;
  const { obstacle, heightM, halfWidthM, footM } = body;
  const felt = Math.min(heightM, 2 * halfWidthM);
  const outer = displacementLength(2 * halfWidthM, heightM);
  const inner = frontVortexLength(2 * halfWidthM, heightM);
  const ceiling = frontHeightShare * felt;
  const lifted = footM > obstacle.baseM;
  const reach = halfExtent(body);
  const { i0, i1, j0, j1 } = columnsAround(air, body, -reach - outer, reach, halfWidthM);
  const k0 = layerFrom(air, lifted ? footM - ceiling : grid.z0M);
  const k1 = layerFrom(air, footM + ceiling);
  if (k0 >= k1) return;
  const cut = newChord();
  const { east, north } = air.axes;
  const topSpeed = air.speedAt(obstacle.topM - groundAt(air, body));
  for (let j = j0; j < j1; j += 1) {
    const dy = grid.y0M + (j + 0.5) * grid.cellM - obstacle.y;
    for (let i = i0; i < i1; i += 1) {
      const dx = grid.x0M + (i + 0.5) * grid.cellM - obstacle.x;
      const left = dy * east - dx * north;
      if (Math.abs(left) >= halfWidthM || !chord(body, left, cut)) continue;
      const x = cut.enterM - (dx * east + dy * north);
      const eta = left / halfWidthM;
      const side = cut.windwardCos * Math.sqrt(1 - eta * eta);
      if (x <= 0 || x >= outer * side) continue;
      const vortex = !lifted && cut.windwardCos >= leastVortexCos;
      const ground = grid.z0M + (groundM[j * grid.nx + i] as number);
      for (let k = k0; k < k1; k += 1) {
        const cell = (k * grid.ny + j) * grid.nx + i;
        if (solid[cell] !== 0) continue;
        const z = grid.z0M + (k + 0.5) * grid.layerM;
        const zeta = (z - footM) / ceiling;
        const shape = side * Math.sqrt(Math.max(0, 1 - zeta * zeta));
        if (x >= outer * shape) continue;
        slow(air, cell, displacedShare * air.speedAt(z - ground), 0, 0);
        if (!vortex || x >= inner * shape) continue;
        const turn = (Math.PI * x) / inner;
        const lift = 0.6 * cos((2 * Math.PI * (z - footM)) / felt) + 0.05;
        slow(air, cell, -topSpeed * lift * 0.6 * sin(turn), 0, -topSpeed * (0.1 * cos(turn) + 0.05));
      }
    }
  }
}
