import { gravity } from '../../../constants.ts';
import type { ShallowLayer } from './shallow-layer.ts';

/** Share of a cell that the fastest wave may cross in a step; unsplit in two directions it must stay below ½. */
const courant = 0.45;
/** Below this mass a cell is dry: it takes part, but makes no waves, kg/m². */
const dryKgPerM2 = 1e-7;

/** Longest stable step of the layer as it stands, s, at most `mostS`. */
export function stableStep(layer: ShallowLayer, airDensity: number, mostS: number): number {
  const { mass, east, north, density, depth, box, ground } = layer;
  const { nx, cellM } = ground.grid;
  let fastest = (cellM * courant) / mostS;
  for (let j = box.jLow; j <= box.jHigh; j += 1) {
    for (let i = box.iLow; i <= box.iHigh; i += 1) {
      const k = j * nx + i;
      const m = mass[k] as number;
      if (m <= dryKgPerM2) continue;
      const rho = density[k] as number;
      const wave = rho > airDensity ? Math.sqrt(((gravity * (rho - airDensity)) / rho) * (depth[k] as number)) : 0;
      const u = Math.abs(east[k] as number) / m + wave;
      const v = Math.abs(north[k] as number) / m + wave;
      if (u > fastest) fastest = u;
      if (v > fastest) fastest = v;
    }
  }
  return (courant * cellM) / fastest;
}

/**
 * One step of the layer's flow: mass, gas, heat and momentum through the sides of cells by the fluxes of Harten, Lax & van
 * Leer (1983), pressure ½g(ρ − ρa)h², with the hydrostatic reconstruction of Audusse et al. (2004): a layer at rest on a
 * slope or behind a wall stays at rest, and nothing becomes negative. Sides at the edge of the grid let the layer out.
 */
export function flow(layer: ShallowLayer, airDensity: number, stepS: number): void {
  const { mass, gas, heat, east, north, box, ground, work } = layer;
  const { nx, ny, cellM } = ground.grid;
  const [dMass, dGas, dHeat, dEast, dNorth] = work as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  box.iLow = Math.max(0, box.iLow - 1);
  box.jLow = Math.max(0, box.jLow - 1);
  box.iHigh = Math.min(nx - 1, box.iHigh + 1);
  box.jHigh = Math.min(ny - 1, box.jHigh + 1);
  if (box.iHigh < box.iLow || box.jHigh < box.jLow) return;
  for (let j = box.jLow; j <= box.jHigh; j += 1) {
    const from = j * nx + box.iLow;
    const to = j * nx + box.iHigh + 1;
    dMass.fill(0, from, to);
    dGas.fill(0, from, to);
    dHeat.fill(0, from, to);
    dEast.fill(0, from, to);
    dNorth.fill(0, from, to);
  }
  layer.leftKg +=
    sides(
      layer,
      airDensity,
      1,
      nx,
      box.iLow,
      box.iHigh,
      box.jLow,
      box.jHigh,
      east,
      north,
      dEast,
      dNorth,
      ground.westWallM,
      nx,
    ) *
    stepS *
    cellM;
  layer.leftKg +=
    sides(
      layer,
      airDensity,
      nx,
      1,
      box.jLow,
      box.jHigh,
      box.iLow,
      box.iHigh,
      north,
      east,
      dNorth,
      dEast,
      ground.southWallM,
      ny,
    ) *
    stepS *
    cellM;
  const share = stepS / cellM;
  for (let j = box.jLow; j <= box.jHigh; j += 1) {
    for (let i = box.iLow; i <= box.iHigh; i += 1) {
      const k = j * nx + i;
      mass[k] = Math.max(0, (mass[k] as number) + share * (dMass[k] as number));
      gas[k] = Math.max(0, (gas[k] as number) + share * (dGas[k] as number));
      heat[k] = (heat[k] as number) + share * (dHeat[k] as number);
      east[k] = (east[k] as number) + share * (dEast[k] as number);
      north[k] = (north[k] as number) + share * (dNorth[k] as number);
    }
  }
}

/**
 * Fluxes through all sides across one axis: `stride` leads from a cell to the next along it, `rowStride` to the next row.
 * Returns the gas that leaves the grid, kg/(m s).
 */
function sides(
  layer: ShallowLayer,
  airDensity: number,
  stride: number,
  rowStride: number,
  low: number,
  high: number,
  rowLow: number,
  rowHigh: number,
  along: Float64Array,
  across: Float64Array,
  dAlong: Float64Array,
  dAcross: Float64Array,
  wall: Float64Array,
  count: number,
): number {
  const { mass, gas, heat, density, depth, ground, work } = layer;
  const { heightM, closed } = ground;
  const [dMass, dGas, dHeat] = work as [Float64Array, Float64Array, Float64Array];
  let left = 0;
  for (let row = rowLow; row <= rowHigh; row += 1) {
    // Sides low … high + 1: side n lies between cells n − 1 and n.
    for (let n = low; n <= high + 1; n += 1) {
      const b = row * rowStride + n * stride;
      const a = b - stride;
      const hasA = n > 0 && n > low && closed[a] === 0;
      const hasB = n < count && n <= high && closed[b] === 0;
      if (!hasA && !hasB) continue;
      const massA = hasA ? (mass[a] as number) : 0;
      const massB = hasB ? (mass[b] as number) : 0;
      if (massA <= dryKgPerM2 && massB <= dryKgPerM2) continue;
      // A side at the edge of the grid lets out what flows; a closed cell and a box that will grow are walls to nothing.
      const edge = n === 0 || n === count;
      if (!hasA || !hasB) {
        const k = hasA ? a : b;
        const m = mass[k] as number;
        const out = hasA ? 1 : -1;
        const speed = ((along[k] as number) / m) * out;
        const rho = density[k] as number;
        const head = rho > airDensity ? gravity * (rho - airDensity) * (depth[k] as number) : 0;
        if (edge) {
          const outward = Math.max(speed, 0);
          dMass[k] = (dMass[k] as number) - m * outward;
          dGas[k] = (dGas[k] as number) - (gas[k] as number) * outward;
          dHeat[k] = (dHeat[k] as number) - (heat[k] as number) * outward;
          dAlong[k] = (dAlong[k] as number) - (along[k] as number) * outward;
          dAcross[k] = (dAcross[k] as number) - (across[k] as number) * outward;
          left += (gas[k] as number) * outward;
        } else {
          // A wall: the mirrored state on its other side; only what moves against it is felt beyond the layer's own weight.
          const wave = Math.abs(speed) + Math.sqrt(head / rho);
          dAlong[k] = (dAlong[k] as number) - out * (m * speed * speed + wave * m * speed);
        }
        continue;
      }
      const za = heightM[a] as number;
      const zb = heightM[b] as number;
      const top = Math.max(za, zb) + (wall[b] as number);
      const fullA = depth[a] as number;
      const fullB = depth[b] as number;
      const hA = Math.max(0, fullA + za - top);
      const hB = Math.max(0, fullB + zb - top);
      const partA = fullA > 0 ? hA / fullA : 0;
      const partB = fullB > 0 ? hB / fullB : 0;
      const rhoA = density[a] as number;
      const rhoB = density[b] as number;
      const weightA = rhoA > airDensity ? gravity * (rhoA - airDensity) : 0;
      const weightB = rhoB > airDensity ? gravity * (rhoB - airDensity) : 0;
      const pressA = 0.5 * weightA * hA * hA;
      const pressB = 0.5 * weightB * hB * hB;
      const uA = massA > dryKgPerM2 ? (along[a] as number) / massA : 0;
      const uB = massB > dryKgPerM2 ? (along[b] as number) / massB : 0;
      const mA = massA * partA;
      const mB = massB * partB;
      const cA = hA > 0 ? Math.sqrt((weightA / rhoA) * hA) : 0;
      const cB = hB > 0 ? Math.sqrt((weightB / rhoB) * hB) : 0;
      // Speeds of the outer waves; into dry ground the front of a collapsing layer runs ahead at u ± 2c.
      let sA: number;
      let sB: number;
      if (mB <= dryKgPerM2) {
        sA = uA - cA;
        sB = uA + 2 * cA;
      } else if (mA <= dryKgPerM2) {
        sA = uB - 2 * cB;
        sB = uB + cB;
      } else {
        sA = Math.min(uA - cA, uB - cB);
        sB = Math.max(uA + cA, uB + cB);
      }
      sA = Math.min(sA, 0);
      sB = Math.max(sB, 0);
      const range = sB - sA;
      if (range <= 1e-12) continue;
      const wA = sB / range;
      const wB = -sA / range;
      const mix = (sA * sB) / range;
      const flowA = wA * uA;
      const flowB = wB * uB;
      const fMass = flowA * mA + flowB * mB + mix * (mB - mA);
      const gA = (gas[a] as number) * partA;
      const gB = (gas[b] as number) * partB;
      const fGas = flowA * gA + flowB * gB + mix * (gB - gA);
      const eA = (heat[a] as number) * partA;
      const eB = (heat[b] as number) * partB;
      const fHeat = flowA * eA + flowB * eB + mix * (eB - eA);
      const fAlong = wA * (mA * uA * uA + pressA) + wB * (mB * uB * uB + pressB) + mix * (mB * uB - mA * uA);
      const tA = (across[a] as number) * partA;
      const tB = (across[b] as number) * partB;
      const fAcross = flowA * tA + flowB * tB + mix * (tB - tA);
      dMass[a] = (dMass[a] as number) - fMass;
      dMass[b] = (dMass[b] as number) + fMass;
      dGas[a] = (dGas[a] as number) - fGas;
      dGas[b] = (dGas[b] as number) + fGas;
      dHeat[a] = (dHeat[a] as number) - fHeat;
      dHeat[b] = (dHeat[b] as number) + fHeat;
      dAlong[a] = (dAlong[a] as number) - (fAlong - pressA);
      dAlong[b] = (dAlong[b] as number) + (fAlong - pressB);
      dAcross[a] = (dAcross[a] as number) - fAcross;
      dAcross[b] = (dAcross[b] as number) + fAcross;
    }
  }
  return left;
}
