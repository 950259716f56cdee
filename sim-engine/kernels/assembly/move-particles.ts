import {
  atAge,
  atAlongX,
  atAlongY,
  atAlongZ,
  atBaseX,
  atBaseY,
  atBaseZ,
  atCorner,
  atDrawn,
  atFirst,
  atGridX,
  atGridY,
  atGridZ,
  atHeld,
  atI,
  atJ,
  atK,
  atLower,
  atMeander,
  atNextX,
  atNextY,
  atNextZ,
  atOmegaX,
  atOmegaY,
  atOmegaZ,
  atParticle,
  atRest,
  atSecond,
  atShareX,
  atShareY,
  atShareZ,
  atSource,
  atStep,
  atUpper,
  atVelocityX,
  atVelocityY,
  atVelocityZ,
  atWind,
  atX,
  atY,
  atZ,
  laneBytes,
} from './lane-places';
import { addRise } from './plume-rise';
import { integers, mixed, normalLanes, secondKey, stride } from './noise';
import { meetWalls } from './walls';

/** Words of a particle, a face and a cell, in bytes. */
const particleBytes: usize = 64;
const faceBytes: usize = 16;
const cellBytes: usize = 32;
const farthest: f32 = 0.9;
const tiny: f32 = 1e-6;

function lerp(a: v128, b: v128, share: v128): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), share));
}

/** Lane 0, 1, 2 or 3 of four vectors. */
function column0(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 0, 4, 0, 4), v128.shuffle<f32>(c, d, 0, 4, 0, 4), 0, 1, 4, 5);
}
function column1(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 1, 5, 1, 5), v128.shuffle<f32>(c, d, 1, 5, 1, 5), 0, 1, 4, 5);
}
function column2(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 2, 6, 2, 6), v128.shuffle<f32>(c, d, 2, 6, 2, 6), 0, 1, 4, 5);
}
function column3(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 3, 7, 3, 7), v128.shuffle<f32>(c, d, 3, 7, 3, 7), 0, 1, 4, 5);
}

/** Puts a particle into a lane. */
function enter(lanes: usize, lane: usize, at: usize, air: usize): void {
  const seed = load<i32>(air, 32);
  const inv = load<f32>(air, 44);
  const invZ = load<f32>(air, 48);
  const windowEnd = load<f32>(air, 92);
  const to = lanes + (lane << 2);
  const first = mixed(mixed(seed ^ 0x5bd1e995) + load<i32>(at, 48) * stride);
  store<i32>(to, first, atFirst);
  store<i32>(to, mixed(first ^ secondKey), atSecond);
  store<i32>(to, load<i32>(at, 52), atDrawn);
  store<i32>(to, load<i32>(at, 56), atSource);
  store<f32>(to, load<f32>(at, 60), atAge);
  store<f32>(to, load<f32>(at), atX);
  store<f32>(to, load<f32>(at, 4), atY);
  store<f32>(to, load<f32>(at, 8), atZ);
  store<f32>(to, load<f32>(at, 16), atOmegaX);
  store<f32>(to, load<f32>(at, 20), atOmegaY);
  store<f32>(to, load<f32>(at, 24), atOmegaZ);
  store<f32>(to, load<f32>(at, 28), atMeander);
  store<f32>(to, load<f32>(at, 32), atVelocityX);
  store<f32>(to, load<f32>(at, 36), atVelocityY);
  store<f32>(to, load<f32>(at, 40), atVelocityZ);
  store<f32>(to, windowEnd - load<f32>(at, 44), atRest);
  store<i32>(to, <i32>floor<f32>(load<f32>(at) * inv), atI);
  store<i32>(to, <i32>floor<f32>(load<f32>(at, 4) * inv), atJ);
  store<i32>(to, min(load<i32>(air, 24) - 1, <i32>floor<f32>(load<f32>(at, 8) * invZ)), atK);
  store<i32>(to, <i32>at, atParticle);
  store<i32>(to, -1, atHeld);
}

/** Writes a particle back from its lane, and empties the lane. */
function leave(lanes: usize, lane: usize): void {
  const from = lanes + (lane << 2);
  const at = <usize>load<i32>(from, atParticle);
  store<f32>(at, load<f32>(from, atX));
  store<f32>(at, load<f32>(from, atY), 4);
  store<f32>(at, load<f32>(from, atZ), 8);
  store<f32>(at, load<f32>(from, atOmegaX), 16);
  store<f32>(at, load<f32>(from, atOmegaY), 20);
  store<f32>(at, load<f32>(from, atOmegaZ), 24);
  store<f32>(at, load<f32>(from, atMeander), 28);
  store<f32>(at, load<f32>(from, atVelocityX), 32);
  store<f32>(at, load<f32>(from, atVelocityY), 36);
  store<f32>(at, load<f32>(from, atVelocityZ), 40);
  store<f32>(at, 0, 44);
  store<i32>(at, load<i32>(from, atDrawn), 52);
  store<i32>(at, load<i32>(from, atSource), 56);
  store<f32>(at, load<f32>(from, atAge), 60);
  store<i32>(from, 0, atParticle);
  store<i32>(from, 0, atHeld);
}

/**
 * Moves particles `part`·`chunk` … of `count` to the end of a window, four at a time; a lane that is done takes the next
 * particle. `lanes` has 1024 bytes a part, `air` is the address of 24 words: integers faces, cells, table, rise, nx, ny,
 * nz, rise length, seed, then floats cell, layer, 1/cell, 1/layer, 1/longest step, 1/Courant number, 1/share of the
 * memory, lid, meander east, north, half its rate, deposition velocity, 1/rise step, end of the rise, end of the window.
 * What they mean is said by src/dispersion/resolved/langevin.oracle.ts, which does the same, bit by bit.
 */
export function moveParticles(part: i32, count: i32, chunk: i32, particles: usize, air: usize, lanesOfAll: usize): void {
  const faces = <usize>load<i32>(air);
  const cells = <usize>load<i32>(air, 4);
  const table = <usize>load<i32>(air, 8);
  const nx = load<i32>(air, 16);
  const ny = load<i32>(air, 20);
  const nz = load<i32>(air, 24);
  const cellM = load<f32>(air, 36);
  const layerM = load<f32>(air, 40);
  const inv = f32x4.splat(load<f32>(air, 44));
  const invZ = f32x4.splat(load<f32>(air, 48));
  const overStep = f32x4.splat(load<f32>(air, 52));
  const overCourant = f32x4.splat(load<f32>(air, 56));
  const overMemory = f32x4.splat(load<f32>(air, 60));
  const lid = f32x4.splat(load<f32>(air, 64));
  const east = f32x4.splat(load<f32>(air, 68));
  const north = f32x4.splat(load<f32>(air, 72));
  const rate2 = f32x4.splat(<f32>2 * load<f32>(air, 76));
  const riseEnd = f32x4.splat(load<f32>(air, 88));
  const rowFaces = <usize>(nx + 1) * faceBytes;
  const planeFaces = <usize>(ny + 1) * rowFaces;
  const row = <usize>nx * cellBytes;
  const plane = <usize>ny * row;
  const mostX = f32x4.splat(farthest * cellM);
  const mostZ = f32x4.splat(farthest * layerM);
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const half1 = f32x4.splat(0.5);
  const lanes = lanesOfAll + <usize>part * laneBytes;

  let next = particles + <usize>(part * chunk) * particleBytes;
  const end = particles + <usize>min((part + 1) * chunk, count) * particleBytes;
  let held = 0;
  memory.fill(lanes, 0, laneBytes);
  for (let lane: usize = 0; lane < 4; lane += 1) {
    while (next < end && load<i32>(next, 56) < 0) next += particleBytes;
    if (next >= end) break;
    enter(lanes, lane, next, air);
    next += particleBytes;
    held += 1;
  }

  while (held > 0) {
    const x = v128.load(lanes, atX);
    const y = v128.load(lanes, atY);
    const z = v128.load(lanes, atZ);
    let vx = v128.load(lanes, atVelocityX);
    let vy = v128.load(lanes, atVelocityY);
    let vz = v128.load(lanes, atVelocityZ);
    const rest = v128.load(lanes, atRest);
    // An empty lane computes along in cell 0 and is not written.
    let recall = v128.load32_zero(cells + ownCell(lanes, 0, row, plane), 28);
    recall = v128.load_lane<f32>(cells + ownCell(lanes, 4, row, plane), recall, 1, 28);
    recall = v128.load_lane<f32>(cells + ownCell(lanes, 8, row, plane), recall, 2, 28);
    recall = v128.load_lane<f32>(cells + ownCell(lanes, 12, row, plane), recall, 3, 28);
    const level = f32x4.mul(f32x4.mul(f32x4.pmax(f32x4.abs(vx), f32x4.abs(vy)), inv), overCourant);
    const steep = f32x4.mul(f32x4.mul(f32x4.abs(vz), invZ), overCourant);
    const rate = f32x4.pmax(f32x4.pmax(level, steep), f32x4.pmax(f32x4.mul(recall, overMemory), overStep));
    // An empty lane has nothing left: one part of nothing.
    const parts = f32x4.pmax(one, f32x4.ceil(f32x4.mul(rest, rate)));
    const dt = f32x4.div(rest, parts);
    const half = f32x4.mul(half1, dt);
    const heldLanes = v128.load(lanes, atHeld);
    v128.store(lanes, f32x4.sub(rest, dt), atRest);

    // The middle of the step, or its beginning where that would be in a wall.
    const gx = f32x4.mul(f32x4.add(x, f32x4.mul(half, vx)), inv);
    const gy = f32x4.mul(f32x4.add(y, f32x4.mul(half, vy)), inv);
    const gz = f32x4.mul(f32x4.add(z, f32x4.mul(half, vz)), invZ);
    v128.store(lanes, gx, atGridX);
    v128.store(lanes, gy, atGridY);
    v128.store(lanes, gz, atGridZ);
    v128.store(lanes, f32x4.floor(gx), atBaseX);
    v128.store(lanes, f32x4.floor(gy), atBaseY);
    v128.store(lanes, f32x4.floor(gz), atBaseZ);
    for (let at = lanes; at < lanes + 16; at += 4) {
      let i = <i32>load<f32>(at, atBaseX);
      let j = <i32>load<f32>(at, atBaseY);
      let k = <i32>load<f32>(at, atBaseZ);
      let face: usize = 0;
      let inAir = false;
      if (<u32>i < <u32>nx && <u32>j < <u32>ny && k >= 0) {
        face = faces + <usize>min(k, nz - 1) * planeFaces + <usize>j * rowFaces + <usize>i * faceBytes;
        inAir = load<f32>(face, 12) == 0;
      }
      if (!inAir) {
        i = load<i32>(at, atI);
        j = load<i32>(at, atJ);
        store<f32>(at, load<f32>(at, atX) * load<f32>(air, 44), atGridX);
        store<f32>(at, load<f32>(at, atY) * load<f32>(air, 44), atGridY);
        store<f32>(at, load<f32>(at, atZ) * load<f32>(air, 48), atGridZ);
        k = <i32>floor<f32>(load<f32>(at, atGridZ));
        store<f32>(at, <f32>i, atBaseX);
        store<f32>(at, <f32>j, atBaseY);
        store<f32>(at, <f32>k, atBaseZ);
        face = faces + <usize>min(k, nz - 1) * planeFaces + <usize>j * rowFaces + <usize>i * faceBytes;
      }
      const lower = v128.load(face);
      let upper = v128.shuffle<f32>(v128.load(face + faceBytes), v128.load(face + rowFaces), 0, 5, 0, 0);
      upper = v128.shuffle<f32>(upper, v128.load(face + planeFaces), 0, 1, 6, 0);
      let within = v128.load32_zero(at, atGridX);
      within = v128.load_lane<f32>(at, within, 1, atGridY);
      within = v128.load_lane<f32>(at, within, 2, atGridZ);
      let base = v128.load32_zero(at, atBaseX);
      base = v128.load_lane<f32>(at, base, 1, atBaseY);
      base = v128.load_lane<f32>(at, base, 2, atBaseZ);
      let wind = f32x4.add(lower, f32x4.mul(f32x4.sub(upper, lower), f32x4.sub(within, base)));
      if (k >= nz) wind = f32x4.replace_lane(wind, 2, 0);
      v128.store(lanes + ((at - lanes) << 2), wind, atWind);
    }

    // Root of the stress and its divergence, trilinear between the middles of cells.
    const tx = f32x4.sub(v128.load(lanes, atGridX), half1);
    const ty = f32x4.sub(v128.load(lanes, atGridY), half1);
    const tz = f32x4.sub(v128.load(lanes, atGridZ), half1);
    const cornerX = f32x4.pmin(f32x4.splat(<f32>(nx - 2)), f32x4.pmax(zero, f32x4.floor(tx)));
    const cornerY = f32x4.pmin(f32x4.splat(<f32>(ny - 2)), f32x4.pmax(zero, f32x4.floor(ty)));
    const cornerZ = f32x4.pmin(f32x4.splat(<f32>(nz - 2)), f32x4.pmax(zero, f32x4.floor(tz)));
    const rawX = f32x4.sub(tx, cornerX);
    const rawY = f32x4.sub(ty, cornerY);
    const rawZ = f32x4.sub(tz, cornerZ);
    const shareX = f32x4.pmin(one, f32x4.pmax(zero, rawX));
    const shareY = f32x4.pmin(one, f32x4.pmax(zero, rawY));
    const shareZ = f32x4.pmin(one, f32x4.pmax(zero, rawZ));
    const slopeX = v128.and(f32x4.eq(rawX, shareX), inv);
    const slopeY = v128.and(f32x4.eq(rawY, shareY), inv);
    const slopeZ = v128.and(f32x4.eq(rawZ, shareZ), invZ);
    v128.store(lanes, shareX, atShareX);
    v128.store(lanes, shareY, atShareY);
    v128.store(lanes, shareZ, atShareZ);
    const flat = i32x4.add(i32x4.mul(integers(cornerZ), i32x4.splat(ny)), integers(cornerY));
    const corner = i32x4.shl(i32x4.add(i32x4.mul(flat, i32x4.splat(nx)), integers(cornerX)), 5);
    v128.store(lanes, corner, atCorner);
    for (let at = lanes; at < lanes + 16; at += 4) {
      const c = cells + <usize>load<i32>(at, atCorner);
      const farY = c + row;
      const farZ = c + plane;
      const farYZ = farY + plane;
      const hx = v128.load32_splat(at, atShareX);
      const hy = v128.load32_splat(at, atShareY);
      const hz = v128.load32_splat(at, atShareZ);
      const to = lanes + ((at - lanes) << 2);
      const p0 = lerp(lerp(v128.load(c), v128.load(farZ), hz), lerp(v128.load(farY), v128.load(farYZ), hz), hy);
      const p1 = lerp(
        lerp(v128.load(c, 32), v128.load(farZ, 32), hz),
        lerp(v128.load(farY, 32), v128.load(farYZ, 32), hz),
        hy,
      );
      const alongX = f32x4.sub(p1, p0);
      v128.store(to, alongX, atAlongX);
      v128.store(to, f32x4.add(p0, f32x4.mul(alongX, hx)), atUpper);
      const q00 = lerp(v128.load(c, 16), v128.load(c, 48), hx);
      const q10 = lerp(v128.load(farY, 16), v128.load(farY, 48), hx);
      const q01 = lerp(v128.load(farZ, 16), v128.load(farZ, 48), hx);
      const q11 = lerp(v128.load(farYZ, 16), v128.load(farYZ, 48), hx);
      const q0 = lerp(q00, q01, hz);
      const alongY = f32x4.sub(lerp(q10, q11, hz), q0);
      v128.store(to, alongY, atAlongY);
      v128.store(to, f32x4.add(q0, f32x4.mul(alongY, hy)), atLower);
      v128.store(to, f32x4.sub(lerp(q01, q11, hy), lerp(q00, q10, hy)), atAlongZ);
    }

    // From here on a lane a particle.
    let a = v128.load(lanes, atUpper);
    let b = v128.load(lanes, atUpper + 16);
    let c = v128.load(lanes, atUpper + 32);
    let d = v128.load(lanes, atUpper + 48);
    const axx = column0(a, b, c, d);
    const axy = column1(a, b, c, d);
    const axz = column2(a, b, c, d);
    const strength = column3(a, b, c, d);
    a = v128.load(lanes, atLower);
    b = v128.load(lanes, atLower + 16);
    c = v128.load(lanes, atLower + 32);
    d = v128.load(lanes, atLower + 48);
    const ayy = column0(a, b, c, d);
    const ayz = column1(a, b, c, d);
    const azz = column2(a, b, c, d);
    a = v128.load(lanes, atAlongX);
    b = v128.load(lanes, atAlongX + 16);
    c = v128.load(lanes, atAlongX + 32);
    d = v128.load(lanes, atAlongX + 48);
    const driftX = f32x4.mul(column0(a, b, c, d), slopeX);
    let driftY = f32x4.mul(column1(a, b, c, d), slopeX);
    let driftZ = f32x4.mul(column2(a, b, c, d), slopeX);
    a = v128.load(lanes, atAlongY);
    b = v128.load(lanes, atAlongY + 16);
    c = v128.load(lanes, atAlongY + 32);
    d = v128.load(lanes, atAlongY + 48);
    driftY = f32x4.add(driftY, f32x4.mul(column0(a, b, c, d), slopeY));
    driftZ = f32x4.add(driftZ, f32x4.mul(column1(a, b, c, d), slopeY));
    a = v128.load(lanes, atAlongZ);
    b = v128.load(lanes, atAlongZ + 16);
    c = v128.load(lanes, atAlongZ + 32);
    d = v128.load(lanes, atAlongZ + 48);
    driftZ = f32x4.add(driftZ, f32x4.mul(column2(a, b, c, d), slopeZ));

    const first = v128.load(lanes, atFirst);
    const second = v128.load(lanes, atSecond);
    const drawn = v128.load(lanes, atDrawn);
    const counter = i32x4.add(i32x4.mul(drawn, i32x4.splat(stride)), first);
    const noiseX = normalLanes(counter, 0, second, table);
    const noiseY = normalLanes(counter, 1, second, table);
    const noiseZ = normalLanes(counter, 2, second, table);
    const noiseM = normalLanes(counter, 3, second, table);
    v128.store(lanes, i32x4.sub(drawn, heldLanes), atDrawn);

    // (R + qI) g = A(ω + ½ a dt) + ½ √(C₀ε dt) ξ; the mean velocity of the step is R g and ω′ = 2Aᵀg − ω.
    const ox = v128.load(lanes, atOmegaX);
    const oy = v128.load(lanes, atOmegaY);
    const oz = v128.load(lanes, atOmegaZ);
    const om = v128.load(lanes, atMeander);
    const bx = f32x4.add(ox, f32x4.mul(half, driftX));
    const by = f32x4.add(oy, f32x4.mul(half, driftY));
    const bz = f32x4.add(oz, f32x4.mul(half, driftZ));
    const kick = f32x4.mul(f32x4.mul(half1, f32x4.sqrt(dt)), strength);
    const yx = f32x4.add(
      f32x4.add(f32x4.add(f32x4.mul(axx, bx), f32x4.mul(axy, by)), f32x4.mul(axz, bz)),
      f32x4.mul(kick, noiseX),
    );
    const yy = f32x4.add(f32x4.add(f32x4.mul(ayy, by), f32x4.mul(ayz, bz)), f32x4.mul(kick, noiseY));
    const yz = f32x4.add(f32x4.mul(azz, bz), f32x4.mul(kick, noiseZ));
    const q = f32x4.add(f32x4.mul(kick, kick), f32x4.splat(tiny));
    const rxx = f32x4.add(
      f32x4.add(f32x4.add(f32x4.mul(axx, axx), f32x4.mul(axy, axy)), f32x4.mul(axz, axz)),
      q,
    );
    const rxy = f32x4.add(f32x4.mul(axy, ayy), f32x4.mul(axz, ayz));
    const rxz = f32x4.mul(axz, azz);
    const ryy = f32x4.add(f32x4.add(f32x4.mul(ayy, ayy), f32x4.mul(ayz, ayz)), q);
    const ryz = f32x4.mul(ayz, azz);
    const rzz = f32x4.add(f32x4.mul(azz, azz), q);
    const cxx = f32x4.sub(f32x4.mul(ryy, rzz), f32x4.mul(ryz, ryz));
    const cxy = f32x4.sub(f32x4.mul(rxz, ryz), f32x4.mul(rxy, rzz));
    const cxz = f32x4.sub(f32x4.mul(rxy, ryz), f32x4.mul(rxz, ryy));
    const cyy = f32x4.sub(f32x4.mul(rxx, rzz), f32x4.mul(rxz, rxz));
    const cyz = f32x4.sub(f32x4.mul(rxy, rxz), f32x4.mul(rxx, ryz));
    const czz = f32x4.sub(f32x4.mul(rxx, ryy), f32x4.mul(rxy, rxy));
    const det = f32x4.add(f32x4.add(f32x4.mul(rxx, cxx), f32x4.mul(rxy, cxy)), f32x4.mul(rxz, cxz));
    const over = f32x4.div(one, det);
    const gX = f32x4.mul(
      f32x4.add(f32x4.add(f32x4.mul(cxx, yx), f32x4.mul(cxy, yy)), f32x4.mul(cxz, yz)),
      over,
    );
    const gY = f32x4.mul(
      f32x4.add(f32x4.add(f32x4.mul(cxy, yx), f32x4.mul(cyy, yy)), f32x4.mul(cyz, yz)),
      over,
    );
    const gZ = f32x4.mul(
      f32x4.add(f32x4.add(f32x4.mul(cxz, yx), f32x4.mul(cyz, yy)), f32x4.mul(czz, yz)),
      over,
    );
    const slow = f32x4.mul(half, rate2);
    const middle = f32x4.div(f32x4.add(om, f32x4.mul(f32x4.sqrt(slow), noiseM)), f32x4.add(one, slow));
    const meanX = f32x4.mul(axx, gX);
    const meanY = f32x4.add(f32x4.mul(axy, gX), f32x4.mul(ayy, gY));
    const meanZ = f32x4.add(f32x4.add(f32x4.mul(axz, gX), f32x4.mul(ayz, gY)), f32x4.mul(azz, gZ));
    v128.store(lanes, f32x4.sub(f32x4.add(meanX, meanX), ox), atOmegaX);
    v128.store(lanes, f32x4.sub(f32x4.add(meanY, meanY), oy), atOmegaY);
    v128.store(lanes, f32x4.sub(f32x4.add(meanZ, meanZ), oz), atOmegaZ);
    v128.store(lanes, f32x4.sub(f32x4.add(middle, middle), om), atMeander);
    a = v128.load(lanes, atWind);
    b = v128.load(lanes, atWind + 16);
    c = v128.load(lanes, atWind + 32);
    d = v128.load(lanes, atWind + 48);
    vx = f32x4.add(f32x4.add(column0(a, b, c, d), f32x4.sub(yx, f32x4.mul(q, gX))), f32x4.mul(east, middle));
    vy = f32x4.add(f32x4.add(column1(a, b, c, d), f32x4.sub(yy, f32x4.mul(q, gY))), f32x4.mul(north, middle));
    vz = f32x4.add(column2(a, b, c, d), f32x4.sub(yz, f32x4.mul(q, gZ)));
    const age = v128.load(lanes, atAge);
    v128.store(lanes, vx, atVelocityX);
    v128.store(lanes, vy, atVelocityY);
    v128.store(lanes, vz, atVelocityZ);
    if (v128.any_true(v128.and(f32x4.lt(age, riseEnd), heldLanes))) {
      v128.store(lanes, dt, atStep);
      for (let lane: usize = 0; lane < 4; lane += 1) addRise(lanes, lane, air, table);
      vx = v128.load(lanes, atVelocityX);
      vy = v128.load(lanes, atVelocityY);
      vz = v128.load(lanes, atVelocityZ);
    }
    v128.store(lanes, f32x4.add(age, dt), atAge);

    const toX = f32x4.add(x, f32x4.pmin(mostX, f32x4.pmax(f32x4.neg(mostX), f32x4.mul(dt, vx))));
    const toY = f32x4.add(y, f32x4.pmin(mostX, f32x4.pmax(f32x4.neg(mostX), f32x4.mul(dt, vy))));
    const toZ = f32x4.add(z, f32x4.pmin(mostZ, f32x4.pmax(f32x4.neg(mostZ), f32x4.mul(dt, vz))));
    const ni = integers(f32x4.floor(f32x4.mul(toX, inv)));
    const nj = integers(f32x4.floor(f32x4.mul(toY, inv)));
    const nk = i32x4.min_s(integers(f32x4.floor(f32x4.mul(toZ, invZ))), i32x4.splat(nz - 1));
    // Most steps stay in their cell or go on into one neighbour that is air; the others meet walls one by one.
    const ci = v128.load(lanes, atI);
    const cj = v128.load(lanes, atJ);
    const ck = v128.load(lanes, atK);
    const crossX = i32x4.ne(ni, ci);
    const crossY = i32x4.ne(nj, cj);
    const crossZ = i32x4.ne(nk, ck);
    const crossings = i32x4.add(i32x4.add(crossX, crossY), crossZ);
    let hard = v128.or(i32x4.lt_s(crossings, i32x4.splat(-1)), f32x4.gt(toZ, lid));
    const outside = v128.or(
      v128.or(i32x4.ge_u(ni, i32x4.splat(nx)), i32x4.ge_u(nj, i32x4.splat(ny))),
      i32x4.lt_s(nk, i32x4.splat(0)),
    );
    const rows = i32x4.add(i32x4.mul(nk, i32x4.splat(ny + 1)), nj);
    const places = i32x4.shl(i32x4.add(i32x4.mul(rows, i32x4.splat(nx + 1)), ni), 4);
    const ahead = v128.andnot(places, v128.or(hard, outside));
    let solid = v128.load32_zero(faces + <usize>i32x4.extract_lane(ahead, 0), 12);
    solid = v128.load_lane<f32>(faces + <usize>i32x4.extract_lane(ahead, 1), solid, 1, 12);
    solid = v128.load_lane<f32>(faces + <usize>i32x4.extract_lane(ahead, 2), solid, 2, 12);
    solid = v128.load_lane<f32>(faces + <usize>i32x4.extract_lane(ahead, 3), solid, 3, 12);
    hard = v128.or(hard, v128.and(v128.or(outside, f32x4.ne(solid, zero)), i32x4.lt_s(crossings, i32x4.splat(0))));
    const walls = i32x4.bitmask(v128.and(hard, heldLanes));
    if (walls === 0) {
      v128.store(lanes, ni, atI);
      v128.store(lanes, nj, atJ);
      v128.store(lanes, nk, atK);
      v128.store(lanes, toX, atX);
      v128.store(lanes, toY, atY);
      v128.store(lanes, toZ, atZ);
    } else {
      v128.store(lanes, v128.bitselect(ci, ni, hard), atI);
      v128.store(lanes, v128.bitselect(cj, nj, hard), atJ);
      v128.store(lanes, v128.bitselect(ck, nk, hard), atK);
      v128.store(lanes, toX, atNextX);
      v128.store(lanes, toY, atNextY);
      v128.store(lanes, toZ, atNextZ);
      for (let lane: usize = 0; lane < 4; lane += 1) {
        if ((walls & (1 << <i32>lane)) !== 0) meetWalls(lanes, lane, air);
      }
      v128.store(lanes, v128.load(lanes, atNextX), atX);
      v128.store(lanes, v128.load(lanes, atNextY), atY);
      v128.store(lanes, v128.load(lanes, atNextZ), atZ);
    }

    const finished = v128.or(
      f32x4.le(v128.load(lanes, atRest), zero),
      i32x4.lt_s(v128.load(lanes, atSource), i32x4.splat(0)),
    );
    const done = i32x4.bitmask(v128.and(finished, heldLanes));
    if (done !== 0) {
      for (let lane: usize = 0; lane < 4; lane += 1) {
        if ((done & (1 << <i32>lane)) === 0) continue;
        leave(lanes, lane);
        while (next < end && load<i32>(next, 56) < 0) next += particleBytes;
        if (next >= end) {
          held -= 1;
          rest0(lanes, lane);
          continue;
        }
        enter(lanes, lane, next, air);
        next += particleBytes;
      }
    }
  }
}

/** Address of a lane's own cell within the cells; `lane` in bytes. */
function ownCell(lanes: usize, lane: usize, row: usize, plane: usize): usize {
  const at = lanes + lane;
  return (
    <usize>load<i32>(at, atK) * plane + <usize>load<i32>(at, atJ) * row + <usize>load<i32>(at, atI) * cellBytes
  );
}

/** Leaves an empty lane at rest in the first cell, so that computing along is harmless. */
function rest0(lanes: usize, lane: usize): void {
  for (let at: usize = 0; at < atGridX; at += 16) store<i32>(lanes + (lane << 2) + at, 0);
}
