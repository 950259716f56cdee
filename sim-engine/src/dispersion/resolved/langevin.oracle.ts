import { faceWords, type MovingAir } from './moving-air.ts';
import { firstKey, mixed, noiseWord, normalOf, secondKey, uniformOf } from './noise.ts';
import { brokenUp, fate, type Particles, particleWords, word } from './particles.ts';
import { noRise, type RiseTable, riseWords } from './rise-table.ts';
import { turbulenceWords } from './turbulence-field.ts';

const f = Math.fround;
/** A step never goes further than this share of a cell along an axis, so that no wall is jumped. */
const farthest = f(0.9);
/** √(2π) and √(π/2), of the flux of a normal velocity through a wall. */
const rootTwoPi = f(2.5066283);
const rootHalfPi = f(1.2533141);

/**
 * Moves particles `from` … `to − 1` to the end of a window by the generalised Langevin equation (Thomson 1987, J. Fluid
 * Mech. 180, 529), written for normalised velocities ω with u′ = A·ω, R = A·Aᵀ:
 *
 *   dω = −½C₀ε A⁻¹A⁻ᵀ ω dt + ∂A_kj/∂x_k dt + √(C₀ε) A⁻¹ dW,   dx = (U + A·ω) dt
 *
 * Gas that fills the air evenly, with normal velocities of the local stress, stays so: the condition holds term by
 * term, because the drift is the divergence of the same A that is interpolated here. Each step is implicit (the mean
 * of both ends of the step, solved exactly), so that variance and eddy diffusivity are right for every length of step,
 * and all coefficients are taken in the middle of the step. Wind is linear between the faces of a cell, which keeps it
 * free of divergence and out of the walls; A and C₀ε are trilinear. Walls reflect ω in the direction of the wall.
 *
 * Every operation is rounded to single precision in a fixed order: the compiled kernel gives the same bits.
 */
export function advance(
  air: MovingAir,
  particles: Particles,
  from: number,
  to: number,
  windowS: number,
  rise: RiseTable = noRise,
): void {
  const { grid, faces, cells, table, seed } = air;
  const { nx, ny, nz } = grid;
  const { floats, words } = particles;
  const cellM = f(grid.cellM);
  const layerM = f(grid.layerM);
  const inv = f(1 / cellM);
  const invZ = f(1 / layerM);
  const overStep = f(1 / air.stepS);
  const overCourant = f(1 / air.courant);
  const overMemory = f(1 / air.memoryShare);
  const lidM = f(air.lidM);
  const east = f(air.meanderEastMPerS);
  const north = f(air.meanderNorthMPerS);
  const halfRate = f(0.5 / air.meanderTimeS);
  const settle = f(air.depositionMPerS);
  const mostX = f(farthest * cellM);
  const mostZ = f(farthest * layerM);
  const rowFaces = (nx + 1) * faceWords;
  const planeFaces = (nx + 1) * (ny + 1) * faceWords;
  const row = nx * turbulenceWords;
  const plane = nx * ny * turbulenceWords;
  const windowEnd = f(windowS);
  const riseInv = f(1 / rise.stepS);
  const riseEnd = f(Math.max(0, rise.length - 1) * rise.stepS);
  const solidAt = (i: number, j: number, k: number): boolean =>
    (faces[k * planeFaces + j * rowFaces + i * faceWords + 3] as number) !== 0;

  for (let n = from; n < to; n += 1) {
    const at = n * particleWords;
    const source = words[at + word.source] as number;
    if (source < 0) continue;
    const first = firstKey(seed, words[at + word.id] as number);
    const second = mixed(first ^ secondKey);
    let count = words[at + word.count] as number;
    let gone = source;
    let x = floats[at + word.x] as number;
    let y = floats[at + word.y] as number;
    let z = floats[at + word.z] as number;
    let ox = floats[at + word.omegaX] as number;
    let oy = floats[at + word.omegaY] as number;
    let oz = floats[at + word.omegaZ] as number;
    let om = floats[at + word.meander] as number;
    let vx = floats[at + word.velocityX] as number;
    let vy = floats[at + word.velocityY] as number;
    let vz = floats[at + word.velocityZ] as number;
    let age = floats[at + word.ageS] as number;
    let left = f(windowEnd - (floats[at + word.clockS] as number));
    let ci = Math.floor(f(x * inv));
    let cj = Math.floor(f(y * inv));
    let ck = Math.min(nz - 1, Math.floor(f(z * invZ)));
    while (left > 0) {
      const rate = Math.max(
        f(f(Math.max(Math.abs(vx), Math.abs(vy)) * inv) * overCourant),
        f(f(Math.abs(vz) * invZ) * overCourant),
        f((cells[ck * plane + cj * row + ci * turbulenceWords + 7] as number) * overMemory),
        overStep,
      );
      const dt = f(left / Math.ceil(f(left * rate)));
      const half = f(0.5 * dt);
      left = f(left - dt);

      // The middle of the step, or its beginning where that would be in a wall.
      let gx = f(f(x + f(half * vx)) * inv);
      let gy = f(f(y + f(half * vy)) * inv);
      let gz = f(f(z + f(half * vz)) * invZ);
      let i = Math.floor(gx);
      let j = Math.floor(gy);
      let k = Math.floor(gz);
      if (i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || solidAt(i, j, Math.min(k, nz - 1))) {
        gx = f(x * inv);
        gy = f(y * inv);
        gz = f(z * invZ);
        i = ci;
        j = cj;
        k = Math.floor(gz);
      }
      const above = k >= nz;
      if (above) k = nz - 1;

      // Wind.
      const face = k * planeFaces + j * rowFaces + i * faceWords;
      const u0 = faces[face] as number;
      const v0 = faces[face + 1] as number;
      const w0 = faces[face + 2] as number;
      const windX = f(u0 + f(f((faces[face + faceWords] as number) - u0) * f(gx - i)));
      const windY = f(v0 + f(f((faces[face + rowFaces + 1] as number) - v0) * f(gy - j)));
      const windZ = above ? 0 : f(w0 + f(f((faces[face + planeFaces + 2] as number) - w0) * f(gz - k)));

      // Root of the stress and its divergence, trilinear between the middles of cells.
      const tx = f(gx - 0.5);
      const ty = f(gy - 0.5);
      const tz = f(gz - 0.5);
      const i0 = Math.min(nx - 2, Math.max(0, Math.floor(tx)));
      const j0 = Math.min(ny - 2, Math.max(0, Math.floor(ty)));
      const k0 = Math.min(nz - 2, Math.max(0, Math.floor(tz)));
      const rx = f(tx - i0);
      const ry = f(ty - j0);
      const rz = f(tz - k0);
      const hx = Math.min(1, Math.max(0, rx));
      const hy = Math.min(1, Math.max(0, ry));
      const hz = Math.min(1, Math.max(0, rz));
      const slopeX = rx === hx ? inv : 0;
      const slopeY = ry === hy ? inv : 0;
      const slopeZ = rz === hz ? invZ : 0;
      const c = k0 * plane + j0 * row + i0 * turbulenceWords;
      const e = turbulenceWords;
      const xx0 = lerp(lerpZ(cells, c, plane, hz), lerpZ(cells, c + row, plane, hz), hy);
      const xx1 = lerp(lerpZ(cells, c + e, plane, hz), lerpZ(cells, c + row + e, plane, hz), hy);
      const xy0 = lerp(lerpZ(cells, c + 1, plane, hz), lerpZ(cells, c + row + 1, plane, hz), hy);
      const xy1 = lerp(lerpZ(cells, c + e + 1, plane, hz), lerpZ(cells, c + row + e + 1, plane, hz), hy);
      const xz0 = lerp(lerpZ(cells, c + 2, plane, hz), lerpZ(cells, c + row + 2, plane, hz), hy);
      const xz1 = lerp(lerpZ(cells, c + e + 2, plane, hz), lerpZ(cells, c + row + e + 2, plane, hz), hy);
      const s0 = lerp(lerpZ(cells, c + 3, plane, hz), lerpZ(cells, c + row + 3, plane, hz), hy);
      const s1 = lerp(lerpZ(cells, c + e + 3, plane, hz), lerpZ(cells, c + row + e + 3, plane, hz), hy);
      const dxx = f(xx1 - xx0);
      const dxy = f(xy1 - xy0);
      const dxz = f(xz1 - xz0);
      const axx = f(xx0 + f(dxx * hx));
      const axy = f(xy0 + f(dxy * hx));
      const axz = f(xz0 + f(dxz * hx));
      const s = lerp(s0, s1, hx);
      const yy0 = lerp(lerpX(cells, c + 4, hx), lerpX(cells, c + plane + 4, hx), hz);
      const yy1 = lerp(lerpX(cells, c + row + 4, hx), lerpX(cells, c + row + plane + 4, hx), hz);
      const yz0 = lerp(lerpX(cells, c + 5, hx), lerpX(cells, c + plane + 5, hx), hz);
      const yz1 = lerp(lerpX(cells, c + row + 5, hx), lerpX(cells, c + row + plane + 5, hx), hz);
      const z00 = lerpX(cells, c + 6, hx);
      const z10 = lerpX(cells, c + row + 6, hx);
      const z01 = lerpX(cells, c + plane + 6, hx);
      const z11 = lerpX(cells, c + row + plane + 6, hx);
      const zz0 = lerp(z00, z01, hz);
      const zz1 = lerp(z10, z11, hz);
      const dyy = f(yy1 - yy0);
      const dyz = f(yz1 - yz0);
      const ayy = f(yy0 + f(dyy * hy));
      const ayz = f(yz0 + f(dyz * hy));
      const azz = f(zz0 + f(f(zz1 - zz0) * hy));
      const dzz = f(lerp(z01, z11, hy) - lerp(z00, z10, hy));
      const driftX = f(dxx * slopeX);
      const driftY = f(f(dxy * slopeX) + f(dyy * slopeY));
      const driftZ = f(f(f(dxz * slopeX) + f(dyz * slopeY)) + f(dzz * slopeZ));

      // Four normal numbers.
      const nX = normalOf(noiseWord(first, second, count, 0), table);
      const nY = normalOf(noiseWord(first, second, count, 1), table);
      const nZ = normalOf(noiseWord(first, second, count, 2), table);
      const nM = normalOf(noiseWord(first, second, count, 3), table);
      count = (count + 1) | 0;

      // (R + qI) g = A(ω + ½ a dt) + ½ √(C₀ε dt) ξ; the mean velocity of the step is R g and ω′ = 2Aᵀg − ω.
      const bx = f(ox + f(half * driftX));
      const by = f(oy + f(half * driftY));
      const bz = f(oz + f(half * driftZ));
      const kick = f(f(0.5 * f(Math.sqrt(dt))) * s);
      const yx = f(f(f(f(axx * bx) + f(axy * by)) + f(axz * bz)) + f(kick * nX));
      const yy = f(f(f(ayy * by) + f(ayz * bz)) + f(kick * nY));
      const yz = f(f(azz * bz) + f(kick * nZ));
      const q = f(f(kick * kick) + tiny);
      const rxx = f(f(f(f(axx * axx) + f(axy * axy)) + f(axz * axz)) + q);
      const rxy = f(f(axy * ayy) + f(axz * ayz));
      const rxz = f(axz * azz);
      const ryy = f(f(f(ayy * ayy) + f(ayz * ayz)) + q);
      const ryz = f(ayz * azz);
      const rzz = f(f(azz * azz) + q);
      const cxx = f(f(ryy * rzz) - f(ryz * ryz));
      const cxy = f(f(rxz * ryz) - f(rxy * rzz));
      const cxz = f(f(rxy * ryz) - f(rxz * ryy));
      const cyy = f(f(rxx * rzz) - f(rxz * rxz));
      const cyz = f(f(rxy * rxz) - f(rxx * ryz));
      const czz = f(f(rxx * ryy) - f(rxy * rxy));
      const det = f(f(f(rxx * cxx) + f(rxy * cxy)) + f(rxz * cxz));
      const over = f(1 / det);
      const gX = f(f(f(f(cxx * yx) + f(cxy * yy)) + f(cxz * yz)) * over);
      const gY = f(f(f(f(cxy * yx) + f(cyy * yy)) + f(cyz * yz)) * over);
      const gZ = f(f(f(f(cxz * yx) + f(cyz * yy)) + f(czz * yz)) * over);
      ox = f(f(2 * f(axx * gX)) - ox);
      oy = f(f(2 * f(f(axy * gX) + f(ayy * gY))) - oy);
      oz = f(f(2 * f(f(f(axz * gX) + f(ayz * gY)) + f(azz * gZ))) - oz);
      const slow = f(half * f(2 * halfRate));
      const middle = f(f(om + f(f(Math.sqrt(slow)) * nM)) / f(1 + slow));
      om = f(f(2 * middle) - om);
      vx = f(f(windX + f(yx - f(q * gX))) + f(east * middle));
      vy = f(f(windY + f(yy - f(q * gY))) + f(north * middle));
      vz = f(windZ + f(yz - f(q * gZ)));
      if (age < riseEnd && gone < brokenUp) {
        const entry = riseWords * source * rise.length;
        const early = f(age * riseInv);
        if (f(s * s) > risen(rise, entry + 2, early)) gone = source + brokenUp;
        else {
          const late = f(f(age + dt) * riseInv);
          const overDt = f(1 / dt);
          const up = f(f(risen(rise, entry, late) - risen(rise, entry, early)) * overDt);
          const growth = f(f(risen(rise, entry + 1, late) - risen(rise, entry + 1, early)) * overDt);
          vx = f(vx + f(growth * normalOf(noiseWord(first, second, -1, 0), table)));
          vy = f(vy + f(growth * normalOf(noiseWord(first, second, -1, 1), table)));
          vz = f(vz + f(f(growth * normalOf(noiseWord(first, second, -1, 2), table)) + up));
        }
      }
      age = f(age + dt);

      let toX = f(x + Math.min(mostX, Math.max(-mostX, f(dt * vx))));
      let toY = f(y + Math.min(mostX, Math.max(-mostX, f(dt * vy))));
      let toZ = f(z + Math.min(mostZ, Math.max(-mostZ, f(dt * vz))));
      const ni = Math.floor(f(toX * inv));
      const nj = Math.floor(f(toY * inv));
      const nk = Math.floor(f(toZ * invZ));
      if (ni !== ci || nj !== cj || nk !== ck || toZ > lidM) {
        // One axis after the other: out of the grid, into a wall, or on into the next cell.
        let hit = 0;
        if (ni !== ci) {
          if (ni < 0 || ni >= nx) {
            gone = fate.left;
            break;
          }
          if (solidAt(ni, cj, ck)) {
            const wall = f(Math.max(ni, ci) * cellM);
            toX = f(f(2 * wall) - toX);
            if (Math.floor(f(toX * inv)) !== ci) toX = x;
            const size = f(f(f(f(axx * axx) + f(axy * axy)) + f(axz * axz)) + f(east * east));
            const into = f(f(f(f(axx * ox) + f(axy * oy)) + f(axz * oz)) + f(east * om));
            const twice = f(f(2 * into) / f(size + tiny));
            ox = f(ox - f(twice * axx));
            oy = f(oy - f(twice * axy));
            oz = f(oz - f(twice * axz));
            om = f(om - f(twice * east));
            vx = -vx;
            hit = f(Math.sqrt(size));
          } else ci = ni;
        }
        if (nj !== cj) {
          if (nj < 0 || nj >= ny) {
            gone = fate.left;
            break;
          }
          if (solidAt(ci, nj, ck)) {
            const wall = f(Math.max(nj, cj) * cellM);
            toY = f(f(2 * wall) - toY);
            if (Math.floor(f(toY * inv)) !== cj) toY = y;
            const size = f(f(f(ayy * ayy) + f(ayz * ayz)) + f(north * north));
            const into = f(f(f(ayy * oy) + f(ayz * oz)) + f(north * om));
            const twice = f(f(2 * into) / f(size + tiny));
            oy = f(oy - f(twice * ayy));
            oz = f(oz - f(twice * ayz));
            om = f(om - f(twice * north));
            vy = -vy;
            hit = f(Math.sqrt(size));
          } else cj = nj;
        }
        const nextK = Math.min(nk, nz - 1);
        if (toZ > lidM) {
          toZ = Math.min(z, f(f(2 * lidM) - toZ));
          oz = -oz;
          vz = -vz;
          ck = Math.min(nz - 1, Math.floor(f(toZ * invZ)));
        } else if (nextK !== ck) {
          if (nk < 0 || solidAt(ci, cj, nextK)) {
            const wall = f(Math.max(nk, ck) * layerM);
            toZ = f(f(2 * wall) - toZ);
            if (Math.floor(f(toZ * invZ)) !== ck) toZ = z;
            oz = -oz;
            vz = -vz;
            hit = azz;
          } else ck = nextK;
        }
        if (hit > 0 && settle > 0) {
          const chance = f(f(settle * rootTwoPi) / f(hit + f(settle * rootHalfPi)));
          if (f(uniformOf(noiseWord(first, second, count, 4))) < chance) {
            gone = fate.deposited;
            x = toX;
            y = toY;
            z = toZ;
            break;
          }
        }
      }
      x = toX;
      y = toY;
      z = toZ;
    }
    floats[at + word.x] = x;
    floats[at + word.y] = y;
    floats[at + word.z] = z;
    floats[at + word.omegaX] = ox;
    floats[at + word.omegaY] = oy;
    floats[at + word.omegaZ] = oz;
    floats[at + word.meander] = om;
    floats[at + word.velocityX] = vx;
    floats[at + word.velocityY] = vy;
    floats[at + word.velocityZ] = vz;
    floats[at + word.clockS] = 0;
    floats[at + word.ageS] = age;
    words[at + word.count] = count;
    words[at + word.source] = gone;
  }
}

/** A column of a rise table at an age in steps. */
function risen({ length, values }: RiseTable, entry: number, ageSteps: number): number {
  const k = Math.min(length - 2, Math.floor(ageSteps));
  const share = Math.min(1, f(ageSteps - k));
  return lerp(values[entry + riseWords * k] as number, values[entry + riseWords * (k + 1)] as number, share);
}

/** Keeps the solve from dividing by 0 in still air, m²/s². */
const tiny = f(1e-6);

function lerp(a: number, b: number, share: number): number {
  return f(a + f(f(b - a) * share));
}

function lerpZ(cells: Float32Array, at: number, plane: number, share: number): number {
  return lerp(cells[at] as number, cells[at + plane] as number, share);
}

function lerpX(cells: Float32Array, at: number, share: number): number {
  return lerp(cells[at] as number, cells[at + turbulenceWords] as number, share);
}
