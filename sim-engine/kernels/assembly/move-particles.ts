/** Words of a particle, a face and a cell, in bytes. */
const particleBytes: usize = 64;
const faceBytes: usize = 16;
const cellBytes: usize = 32;
const farthest: f32 = 0.9;
const tiny: f32 = 1e-6;
const rootTwoPi: f32 = 2.5066283;
const rootHalfPi: f32 = 1.2533141;
const left: i32 = -1;
const deposited: i32 = -2;
const stride: i32 = <i32>0x9e3779b9;
const laneStep: i32 = 0x632be5ab;
const brokenUp: i32 = 1 << 20;
const secondKey: i32 = 0x3c6ef372;

function mixed(word: i32): i32 {
  let x = word;
  x = (x ^ (x >>> 16)) * 0x7feb352d;
  x = (x ^ (x >>> 15)) * 0x846ca68b;
  return x ^ (x >>> 16);
}

function mixedLanes(words: v128): v128 {
  let x = words;
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** Integers of whole numbers below 2²² in size: a sum with 1.5·2²³ holds them in its low bits. */
function integers(whole: v128): v128 {
  return i32x4.sub(f32x4.add(whole, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

function larger(a: f32, b: f32): f32 {
  return select(a, b, a > b);
}

function lerp(a: v128, b: v128, share: v128): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), share));
}

/** Rise, σ and the plume's own C₀ε of a rise table at an age in steps. */
function risen(entry: usize, ageSteps: f32, length: i32): v128 {
  const k = min(length - 2, <i32>floor<f32>(ageSteps));
  const at = entry + (<usize>k << 4);
  return lerp(v128.load(at), v128.load(at, 16), f32x4.splat(min<f32>(1, ageSteps - <f32>k)));
}

/** Four normal numbers of step `count`. */
function normals(first: i32, second: i32, count: i32, table: usize): v128 {
  const lanes = i32x4(0, laneStep, laneStep * 2, laneStep * 3);
  const counter = i32x4.add(lanes, i32x4.splat(count * stride + first));
  const words = mixedLanes(v128.xor(mixedLanes(counter), i32x4.splat(second)));
  const slot = i32x4.shl(i32x4.shr_u(words, 20), 2);
  let size = v128.load32_zero(table + <usize>i32x4.extract_lane(slot, 0));
  size = v128.load_lane<f32>(table + <usize>i32x4.extract_lane(slot, 1), size, 1);
  size = v128.load_lane<f32>(table + <usize>i32x4.extract_lane(slot, 2), size, 2);
  size = v128.load_lane<f32>(table + <usize>i32x4.extract_lane(slot, 3), size, 3);
  return v128.xor(size, i32x4.shl(words, 31));
}

/**
 * Moves particles `part`·`chunk` … of `count` to the end of a window. `air` is the address of 24 words: integers faces,
 * cells, table, rise, nx, ny, nz, rise length, seed, then floats cell, layer, 1/cell, 1/layer, 1/longest step, 1/Courant
 * number, 1/share of the memory, lid, meander east, north, half its rate, deposition velocity, 1/rise step, end of the
 * rise, end of the window (src/dispersion/resolved/langevin.oracle.ts says what they mean, and does the same).
 */
export function moveParticles(part: i32, count: i32, chunk: i32, particles: usize, air: usize): void {
  const faces = <usize>load<i32>(air);
  const cells = <usize>load<i32>(air, 4);
  const table = <usize>load<i32>(air, 8);
  const rise = <usize>load<i32>(air, 12);
  const nx = load<i32>(air, 16);
  const ny = load<i32>(air, 20);
  const nz = load<i32>(air, 24);
  const riseLength = load<i32>(air, 28);
  const seed = load<i32>(air, 32);
  const cellM = load<f32>(air, 36);
  const layerM = load<f32>(air, 40);
  const inv = load<f32>(air, 44);
  const invZ = load<f32>(air, 48);
  const overStep = load<f32>(air, 52);
  const overCourant = load<f32>(air, 56);
  const overMemory = load<f32>(air, 60);
  const lidM = load<f32>(air, 64);
  const east = load<f32>(air, 68);
  const north = load<f32>(air, 72);
  const halfRate = load<f32>(air, 76);
  const settle = load<f32>(air, 80);
  const riseInv = load<f32>(air, 84);
  const riseEnd = load<f32>(air, 88);
  const windowEnd = load<f32>(air, 92);

  const rowFaces = <usize>(nx + 1) * faceBytes;
  const planeFaces = <usize>(ny + 1) * rowFaces;
  const row = <usize>nx * cellBytes;
  const plane = <usize>ny * row;
  const inverse = f32x4(inv, inv, invZ, 0);
  const inverseCourant = f32x4.splat(overCourant);
  const most = f32x4(farthest * cellM, farthest * cellM, farthest * layerM, 0);
  const least = f32x4.neg(most);
  const lastBase = f32x4(<f32>(nx - 2), <f32>(ny - 2), <f32>(nz - 2), 0);
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const halves = f32x4.splat(0.5);
  const drifts = f32x4(east, north, 0, 0);

  const begin = part * chunk;
  const end = min(begin + chunk, count);
  for (let n = begin; n < end; n += 1) {
    const at = particles + <usize>n * particleBytes;
    const source = load<i32>(at, 56);
    if (source < 0) continue;
    const first = mixed(mixed(seed ^ 0x5bd1e995) + load<i32>(at, 48) * stride);
    const second = mixed(first ^ secondKey);
    let drawn = load<i32>(at, 52);
    let gone = source;
    let age = load<f32>(at, 60);
    let place = v128.load(at);
    let omega = v128.load(at, 16);
    let velocity = v128.load(at, 32);
    let rest = windowEnd - f32x4.extract_lane(velocity, 3);
    velocity = f32x4.replace_lane(velocity, 3, 0);
    let cell = integers(f32x4.floor(f32x4.mul(place, inverse)));
    cell = i32x4.replace_lane(cell, 2, min(i32x4.extract_lane(cell, 2), nz - 1));

    while (rest > 0) {
      const ci = i32x4.extract_lane(cell, 0);
      const cj = i32x4.extract_lane(cell, 1);
      const ck = i32x4.extract_lane(cell, 2);
      const own = <usize>ck * plane + <usize>cj * row + <usize>ci * cellBytes;
      const rates = f32x4.mul(f32x4.mul(f32x4.abs(velocity), inverse), inverseCourant);
      const rate = larger(
        larger(f32x4.extract_lane(rates, 0), f32x4.extract_lane(rates, 1)),
        larger(larger(f32x4.extract_lane(rates, 2), overStep), load<f32>(cells + own, 28) * overMemory),
      );
      const dt = rest / ceil<f32>(rest * rate);
      const half: f32 = <f32>0.5 * dt;
      rest = rest - dt;

      // The middle of the step, or its beginning where that would be in a wall.
      let g = f32x4.mul(f32x4.add(place, f32x4.mul(f32x4.splat(half), velocity)), inverse);
      let base = f32x4.floor(g);
      const whole = integers(base);
      let i = i32x4.extract_lane(whole, 0);
      let j = i32x4.extract_lane(whole, 1);
      let k = i32x4.extract_lane(whole, 2);
      let face: usize = 0;
      let inAir = false;
      if (<u32>i < <u32>nx && <u32>j < <u32>ny && k >= 0) {
        face = faces + <usize>min(k, nz - 1) * planeFaces + <usize>j * rowFaces + <usize>i * faceBytes;
        inAir = load<f32>(face, 12) == 0;
      }
      if (!inAir) {
        g = f32x4.mul(place, inverse);
        base = f32x4.floor(g);
        i = ci;
        j = cj;
        k = i32x4.extract_lane(integers(base), 2);
        face = faces + <usize>min(k, nz - 1) * planeFaces + <usize>j * rowFaces + <usize>i * faceBytes;
        base = f32x4(<f32>i, <f32>j, <f32>k, 0);
      }

      // Wind.
      const lower = v128.load(face);
      let upper = v128.shuffle<f32>(v128.load(face + faceBytes), v128.load(face + rowFaces), 0, 5, 0, 0);
      upper = v128.shuffle<f32>(upper, v128.load(face + planeFaces), 0, 1, 6, 0);
      let wind = f32x4.add(lower, f32x4.mul(f32x4.sub(upper, lower), f32x4.sub(g, base)));
      if (k >= nz) wind = f32x4.replace_lane(wind, 2, 0);

      // Root of the stress and its divergence, trilinear between the middles of cells.
      const t = f32x4.sub(g, halves);
      const corner = f32x4.pmin(lastBase, f32x4.pmax(zero, f32x4.floor(t)));
      const raw = f32x4.sub(t, corner);
      const share = f32x4.pmin(one, f32x4.pmax(zero, raw));
      const slope = v128.and(f32x4.eq(raw, share), inverse);
      const c0 = integers(corner);
      const c =
        cells +
        <usize>i32x4.extract_lane(c0, 2) * plane +
        <usize>i32x4.extract_lane(c0, 1) * row +
        <usize>i32x4.extract_lane(c0, 0) * cellBytes;
      const farY = c + row;
      const farZ = c + plane;
      const farYZ = farY + plane;
      const hx = v128.shuffle<f32>(share, share, 0, 0, 0, 0);
      const hy = v128.shuffle<f32>(share, share, 1, 1, 1, 1);
      const hz = v128.shuffle<f32>(share, share, 2, 2, 2, 2);
      const p0 = lerp(lerp(v128.load(c), v128.load(farZ), hz), lerp(v128.load(farY), v128.load(farYZ), hz), hy);
      const p1 = lerp(
        lerp(v128.load(c, 32), v128.load(farZ, 32), hz),
        lerp(v128.load(farY, 32), v128.load(farYZ, 32), hz),
        hy,
      );
      const alongX = f32x4.sub(p1, p0);
      const upperRow = f32x4.add(p0, f32x4.mul(alongX, hx));
      const q00 = lerp(v128.load(c, 16), v128.load(c, 48), hx);
      const q10 = lerp(v128.load(farY, 16), v128.load(farY, 48), hx);
      const q01 = lerp(v128.load(farZ, 16), v128.load(farZ, 48), hx);
      const q11 = lerp(v128.load(farYZ, 16), v128.load(farYZ, 48), hx);
      const q0 = lerp(q00, q01, hz);
      const alongY = f32x4.sub(lerp(q10, q11, hz), q0);
      const lowerRows = f32x4.add(q0, f32x4.mul(alongY, hy));
      const alongZ = f32x4.sub(lerp(q01, q11, hy), lerp(q00, q10, hy));
      const slopeX = f32x4.mul(alongX, v128.shuffle<f32>(slope, slope, 0, 0, 0, 0));
      const slopeY = f32x4.mul(alongY, v128.shuffle<f32>(slope, slope, 1, 1, 1, 1));
      const slopeZ = f32x4.mul(alongZ, v128.shuffle<f32>(slope, slope, 2, 2, 2, 2));
      const drift = f32x4.add(
        f32x4.add(slopeX, v128.shuffle<f32>(slopeY, zero, 4, 0, 1, 4)),
        v128.shuffle<f32>(slopeZ, zero, 4, 4, 2, 4),
      );

      const noise = normals(first, second, drawn, table);
      drawn += 1;

      // (R + qI) g = A(ω + ½ a dt) + ½ √(C₀ε dt) ξ; the mean velocity of the step is R g and ω′ = 2Aᵀg − ω.
      const axx = f32x4.extract_lane(upperRow, 0);
      const axy = f32x4.extract_lane(upperRow, 1);
      const axz = f32x4.extract_lane(upperRow, 2);
      const ayy = f32x4.extract_lane(lowerRows, 0);
      const ayz = f32x4.extract_lane(lowerRows, 1);
      const azz = f32x4.extract_lane(lowerRows, 2);
      const kick: f32 = <f32>0.5 * sqrt<f32>(dt) * f32x4.extract_lane(upperRow, 3);
      const b = f32x4.add(omega, f32x4.mul(f32x4.splat(half), drift));
      const kicks = f32x4.mul(f32x4.splat(kick), noise);
      const bx = f32x4.extract_lane(b, 0);
      const by = f32x4.extract_lane(b, 1);
      const bz = f32x4.extract_lane(b, 2);
      const yx: f32 = axx * bx + axy * by + axz * bz + f32x4.extract_lane(kicks, 0);
      const yy: f32 = ayy * by + ayz * bz + f32x4.extract_lane(kicks, 1);
      const yz: f32 = azz * bz + f32x4.extract_lane(kicks, 2);
      const q: f32 = kick * kick + tiny;
      const rxx: f32 = axx * axx + axy * axy + axz * axz + q;
      const rxy: f32 = axy * ayy + axz * ayz;
      const rxz: f32 = axz * azz;
      const ryy: f32 = ayy * ayy + ayz * ayz + q;
      const ryz: f32 = ayz * azz;
      const rzz: f32 = azz * azz + q;
      const cxx: f32 = ryy * rzz - ryz * ryz;
      const cxy: f32 = rxz * ryz - rxy * rzz;
      const cxz: f32 = rxy * ryz - rxz * ryy;
      const cyy: f32 = rxx * rzz - rxz * rxz;
      const cyz: f32 = rxy * rxz - rxx * ryz;
      const czz: f32 = rxx * ryy - rxy * rxy;
      const over: f32 = <f32>1 / (rxx * cxx + rxy * cxy + rxz * cxz);
      const gX: f32 = (cxx * yx + cxy * yy + cxz * yz) * over;
      const gY: f32 = (cxy * yx + cyy * yy + cyz * yz) * over;
      const gZ: f32 = (cxz * yx + cyz * yy + czz * yz) * over;
      const slow: f32 = half * (<f32>2 * halfRate);
      const middle: f32 =
        (f32x4.extract_lane(omega, 3) + sqrt<f32>(slow) * f32x4.extract_lane(noise, 3)) / (<f32>1 + slow);
      const mean = f32x4(axx * gX, axy * gX + ayy * gY, axz * gX + ayz * gY + azz * gZ, middle);
      omega = f32x4.sub(f32x4.add(mean, mean), omega);
      velocity = f32x4.add(
        f32x4.add(wind, f32x4(yx - q * gX, yy - q * gY, yz - q * gZ, 0)),
        f32x4.mul(drifts, f32x4.splat(middle)),
      );
      velocity = f32x4.replace_lane(velocity, 3, 0);
      if (age < riseEnd && gone < brokenUp) {
        const entry = rise + (<usize>(source * riseLength) << 4);
        const early = risen(entry, age * riseInv, riseLength);
        const strength = f32x4.extract_lane(upperRow, 3);
        if (strength * strength > f32x4.extract_lane(early, 2)) gone = source + brokenUp;
        else {
          const late = risen(entry, (age + dt) * riseInv, riseLength);
          const growing = f32x4.mul(f32x4.sub(late, early), f32x4.splat(<f32>1 / dt));
          const growth = f32x4.mul(v128.shuffle<f32>(growing, growing, 1, 1, 1, 1), normals(first, second, -1, table));
          const up = f32x4(0, 0, f32x4.extract_lane(growing, 0), 0);
          velocity = f32x4.add(velocity, f32x4.add(f32x4.replace_lane(growth, 3, 0), up));
        }
      }
      age += dt;

      let next = f32x4.add(
        place,
        f32x4.pmin(most, f32x4.pmax(least, f32x4.mul(f32x4.splat(dt), velocity))),
      );
      const reached = integers(f32x4.floor(f32x4.mul(next, inverse)));
      if (v128.any_true(i32x4.ne(reached, cell)) || f32x4.extract_lane(next, 2) > lidM) {
        // One axis after the other: out of the grid, into a wall, or on into the next cell.
        const ni = i32x4.extract_lane(reached, 0);
        const nj = i32x4.extract_lane(reached, 1);
        const nk = i32x4.extract_lane(reached, 2);
        let hi = ci;
        let hj = cj;
        let hk = ck;
        let ox = f32x4.extract_lane(omega, 0);
        let oy = f32x4.extract_lane(omega, 1);
        let oz = f32x4.extract_lane(omega, 2);
        let om = f32x4.extract_lane(omega, 3);
        let hit: f32 = 0;
        if (ni != ci) {
          if (ni < 0 || ni >= nx) {
            gone = left;
            break;
          }
          if (load<f32>(faces + <usize>ck * planeFaces + <usize>cj * rowFaces + <usize>ni * faceBytes, 12) != 0) {
            const wall: f32 = <f32>max(ni, ci) * cellM;
            let toX: f32 = <f32>2 * wall - f32x4.extract_lane(next, 0);
            if (<i32>floor<f32>(toX * inv) != ci) toX = f32x4.extract_lane(place, 0);
            next = f32x4.replace_lane(next, 0, toX);
            const size: f32 = axx * axx + axy * axy + axz * axz + east * east;
            const into: f32 = axx * ox + axy * oy + axz * oz + east * om;
            const twice: f32 = (<f32>2 * into) / (size + tiny);
            ox -= twice * axx;
            oy -= twice * axy;
            oz -= twice * axz;
            om -= twice * east;
            velocity = f32x4.replace_lane(velocity, 0, -f32x4.extract_lane(velocity, 0));
            hit = sqrt<f32>(size);
          } else hi = ni;
        }
        if (nj != cj) {
          if (nj < 0 || nj >= ny) {
            gone = left;
            break;
          }
          if (load<f32>(faces + <usize>ck * planeFaces + <usize>nj * rowFaces + <usize>hi * faceBytes, 12) != 0) {
            const wall: f32 = <f32>max(nj, cj) * cellM;
            let toY: f32 = <f32>2 * wall - f32x4.extract_lane(next, 1);
            if (<i32>floor<f32>(toY * inv) != cj) toY = f32x4.extract_lane(place, 1);
            next = f32x4.replace_lane(next, 1, toY);
            const size: f32 = ayy * ayy + ayz * ayz + north * north;
            const into: f32 = ayy * oy + ayz * oz + north * om;
            const twice: f32 = (<f32>2 * into) / (size + tiny);
            oy -= twice * ayy;
            oz -= twice * ayz;
            om -= twice * north;
            velocity = f32x4.replace_lane(velocity, 1, -f32x4.extract_lane(velocity, 1));
            hit = sqrt<f32>(size);
          } else hj = nj;
        }
        const nextK = min(nk, nz - 1);
        let toZ = f32x4.extract_lane(next, 2);
        if (toZ > lidM) {
          toZ = min<f32>(f32x4.extract_lane(place, 2), <f32>2 * lidM - toZ);
          oz = -oz;
          velocity = f32x4.replace_lane(velocity, 2, -f32x4.extract_lane(velocity, 2));
          hk = min(nz - 1, <i32>floor<f32>(toZ * invZ));
        } else if (nextK != ck) {
          let wallAhead = nk < 0;
          if (!wallAhead) {
            const ahead = faces + <usize>nextK * planeFaces + <usize>hj * rowFaces + <usize>hi * faceBytes;
            wallAhead = load<f32>(ahead, 12) != 0;
          }
          if (wallAhead) {
            const wall: f32 = <f32>max(nk, ck) * layerM;
            toZ = <f32>2 * wall - toZ;
            if (<i32>floor<f32>(toZ * invZ) != ck) toZ = f32x4.extract_lane(place, 2);
            oz = -oz;
            velocity = f32x4.replace_lane(velocity, 2, -f32x4.extract_lane(velocity, 2));
            hit = azz;
          } else hk = nextK;
        }
        next = f32x4.replace_lane(next, 2, toZ);
        omega = f32x4(ox, oy, oz, om);
        cell = i32x4(hi, hj, hk, 0);
        if (hit > 0 && settle > 0) {
          const chance: f32 = (settle * rootTwoPi) / (hit + settle * rootHalfPi);
          const word = mixed(mixed(drawn * stride + laneStep * 4 + first) ^ second);
          if (<f32>((<f64>(<u32>word) + 0.5) / 4294967296.0) < chance) {
            gone = deposited;
            place = next;
            break;
          }
        }
      }
      place = next;
    }
    v128.store(at, place);
    v128.store(at, omega, 16);
    v128.store(at, f32x4.replace_lane(velocity, 3, 0), 32);
    store<i32>(at, drawn, 52);
    store<i32>(at, gone, 56);
    store<f32>(at, age, 60);
  }
}
