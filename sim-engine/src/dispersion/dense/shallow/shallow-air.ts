import { pow } from '../../../arithmetic/power.ts';
import { gravity } from '../../../constants.ts';
import { karman } from '../../../weather/similarity.ts';
import { cloudShape } from '../cloud-shape.ts';
import { frontEntrainment, frontFroude, groundHeat, meanGradient } from '../entrainment.ts';
import type { Surroundings } from '../section.ts';
import { type MixtureTable, tableAt } from './mixture-table.ts';
import type { ShallowLayer } from './shallow-layer.ts';

/** The wind of cells over that of open ground at the same height: east and north parts of a vector, one a cell. */
export interface WindFactors {
  readonly east: Float32Array;
  readonly north: Float32Array;
}

/** The air over a layer, its closures in tables, for one state of the weather. */
export interface ShallowAir {
  readonly around: Surroundings;
  readonly table: MixtureTable;
  readonly airDensity: number;
  /** By fourth root of depth: mean wind, and κ × growth over φh of the entrainment. */
  readonly wind: Float64Array<ArrayBuffer>;
  readonly mixing: Float64Array<ArrayBuffer>;
  readonly gradient: Float64Array<ArrayBuffer>;
  /** By lacking degrees: heat flux of free and forced convection at the usual wind, W/m². */
  readonly free: Float64Array<ArrayBuffer>;
}

const rungsPerRoot = 48;
const rootRungs = 160;
const mostColdK = 260;
/** A layer thinner than this has the wind of this depth, m. */
const leastDepthM = 0.01;
/** Below this mass the layer goes with the wind, kg/m². */
const thinKgPerM2 = 1e-4;

export function shallowAir(around: Surroundings, table: MixtureTable): ShallowAir {
  const { air, mixture, spreadShare } = around;
  const wind = new Float64Array(rootRungs);
  const mixing = new Float64Array(rootRungs);
  const gradient = new Float64Array(rootRungs);
  for (let k = 0; k < rootRungs; k += 1) {
    const root = k / rungsPerRoot;
    const shape = cloudShape(air, Math.max(leastDepthM, root * root * root * root), 0);
    wind[k] = Math.max(0.05, shape.windMPerS);
    mixing[k] = karman * shape.growth;
    gradient[k] = meanGradient(shape.gradient, spreadShare);
  }
  const free = new Float64Array(mostColdK + 2);
  const groundK = mixture.air.temperatureK;
  for (let k = 0; k < free.length; k += 1) free[k] = groundHeat(groundK, Math.max(40, groundK - k), 1.3, 1100, 0, 1);
  return {
    around,
    table,
    airDensity: mixture.air.densityKgPerM3,
    wind,
    mixing,
    gradient,
    free,
  };
}

/** Value of a table between two rungs. */
function lerp(table: Float64Array<ArrayBuffer>, rung: number, part: number): number {
  const low = table[rung] as number;
  return low + ((table[rung + 1] as number) - low) * part;
}

/** Works out density and depth of every cell from its gas, its heat and its mass. */
export function settle(layer: ShallowLayer, { table, airDensity }: ShallowAir): void {
  const { mass, gas, heat, density, depth, box, ground } = layer;
  const { nx } = ground.grid;
  for (let j = box.jLow; j <= box.jHigh; j += 1) {
    for (let i = box.iLow; i <= box.iHigh; i += 1) {
      const k = j * nx + i;
      const m = mass[k] as number;
      if (m <= 0) {
        density[k] = airDensity;
        depth[k] = 0;
        continue;
      }
      const y = (gas[k] as number) / m;
      const lack = y > 1e-9 ? (heat[k] as number) / ((gas[k] as number) * table.sourceEnthalpy) : 0;
      const rho = tableAt(table.densityKgPerM3, y, lack);
      density[k] = rho;
      depth[k] = m / rho;
    }
  }
}

/**
 * What the layer exchanges with air and ground in `stepS`: air through its top and at its fronts, heat from the ground,
 * the drag of ground and wind, and the resistance of the air to advancing fronts.
 */
export function exchange(
  layer: ShallowLayer,
  above: ShallowAir,
  factors: WindFactors | undefined,
  stepS: number,
): void {
  const { mass, gas, heat, east, north, density, depth, box, ground } = layer;
  const { nx, ny, cellM } = ground.grid;
  const { closed } = ground;
  const { around, table, airDensity } = above;
  const { air, mixture, windEast, windNorth } = around;
  const friction = air.frictionVelocityMPerS;
  const square = friction * friction;
  const groundK = mixture.air.temperatureK;
  const gasHeat = mixture.gasHeatJPerKgK;
  const airHeat = mixture.air.heatJPerKgK;
  // A front is held by ½kρa u² on its height: with k = 1/Fr² it runs at Fr √(g′h) (Rottman, Hunt & Simpson 1985).
  const resistance = 0.5 / (frontFroude * frontFroude);
  for (let j = box.jLow; j <= box.jHigh; j += 1) {
    for (let i = box.iLow; i <= box.iHigh; i += 1) {
      const k = j * nx + i;
      const m = mass[k] as number;
      const g = gas[k] as number;
      if (g <= 0) continue;
      const h = depth[k] as number;
      const rho = density[k] as number;
      const place = Math.min(rootRungs - 1.001, rungsPerRoot * Math.sqrt(Math.sqrt(h)));
      const rung = Math.floor(place);
      const part = place - rung;
      const base = lerp(above.wind, rung, part);
      const wind = base * air.driftShare;
      const uAir = wind * (factors === undefined ? windEast : (factors.east[k] as number));
      const vAir = wind * (factors === undefined ? windNorth : (factors.north[k] as number));
      if (m < thinKgPerM2) {
        east[k] = m * uAir;
        north[k] = m * vAir;
      }
      let u = (east[k] as number) / m;
      let v = (north[k] as number) / m;
      // Heat from the ground and the turbulence that it makes.
      let turbulent = square;
      const y = g / m;
      const cold = groundK - tableAt(table.temperatureK, y, (heat[k] as number) / (g * table.sourceEnthalpy));
      if (cold > 0.5) {
        const speed = Math.sqrt(u * u + v * v);
        const capacity = airHeat + y * (gasHeat - airHeat);
        const forced = 1.25 * rho * capacity * ((square * Math.max(speed, wind)) / (base * base)) * cold;
        const flux = Math.max(forced, above.free[Math.min(mostColdK, Math.floor(cold))] as number);
        heat[k] = Math.min(0, (heat[k] as number) + flux * stepS);
        turbulent += 0.25 * twoThirds((gravity * flux * h) / (rho * capacity * (groundK - cold)));
      }
      // Air through the top.
      const weight = (gravity * (rho - airDensity)) / airDensity;
      const richardson = Math.max(0, (weight * h) / turbulent);
      const lid = Math.max(0, 1 - h / air.mixingHeightM);
      const top =
        (lid * lid * lerp(above.mixing, rung, part) * Math.sqrt(turbulent)) /
        (Math.sqrt(1 + 0.8 * richardson) + lerp(above.gradient, rung, part) - 1);
      // Slopes of the surface, seen from a layer that falls towards its front.
      const hEast = i + 1 < nx && closed[k + 1] === 0 ? (depth[k + 1] as number) : h;
      const hWest = i > 0 && closed[k - 1] === 0 ? (depth[k - 1] as number) : h;
      const hNorth = j + 1 < ny && closed[k + nx] === 0 ? (depth[k + nx] as number) : h;
      const hSouth = j > 0 && closed[k - nx] === 0 ? (depth[k - nx] as number) : h;
      const slopeX = (hEast - hWest) / (2 * cellM);
      const slopeY = (hNorth - hSouth) / (2 * cellM);
      const du = u - uAir;
      const dv = v - vAir;
      const pushX = du * slopeX < 0 ? Math.abs(du * slopeX) : 0;
      const pushY = dv * slopeY < 0 ? Math.abs(dv * slopeY) : 0;
      // A front takes air in as fast as gravity drives it; wind against the flank of a cloud is no front.
      const own = weight > 0 ? frontFroude * Math.sqrt(weight * h) : 0;
      const rim =
        frontEntrainment * lid * lid * (pushX > 0 ? Math.min(Math.abs(du), own) * Math.min(1, Math.abs(slopeX)) : 0) +
        frontEntrainment * lid * lid * (pushY > 0 ? Math.min(Math.abs(dv), own) * Math.min(1, Math.abs(slopeY)) : 0);
      const added = airDensity * (top + rim) * stepS;
      mass[k] = m + added;
      // Fronts are held by the air, the layer as a whole by the ground, and moved by the air that it takes in.
      const speed = Math.sqrt(u * u + v * v);
      const rough = (rho * square) / (base * base);
      const holdX = (resistance * airDensity * pushX * stepS) / m;
      const holdY = (resistance * airDensity * pushY * stepS) / m;
      const drag = (rough * speed * stepS) / m;
      const pull = (rough * Math.sqrt(uAir * uAir + vAir * vAir) * stepS) / m;
      const taken = added / m;
      u = (u + (holdX + pull + taken) * uAir) / (1 + holdX + drag + taken);
      v = (v + (holdY + pull + taken) * vAir) / (1 + holdY + drag + taken);
      east[k] = (m + added) * u;
      north[k] = (m + added) * v;
    }
  }
}

/** x^⅔ of x ≥ 0. */
function twoThirds(x: number): number {
  return x <= 0 ? 0 : pow(x, 2 / 3);
}

/** g(ρ − ρa)h/(ρa u*²) of a cell. */
export function richardsonOf(layer: ShallowLayer, { airDensity, around }: ShallowAir, cell: number): number {
  const friction = around.air.frictionVelocityMPerS;
  const excess = (layer.density[cell] as number) - airDensity;
  return (gravity * excess * (layer.depth[cell] as number)) / (airDensity * friction * friction);
}
