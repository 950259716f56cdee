import {
  atDrawn,
  atFirst,
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
  atSecond,
  atSource,
  atUpper,
  atVelocityX,
  atVelocityY,
  atVelocityZ,
  atX,
  atY,
  atZ,
} from './lane-places';
import { laneStep, mixed, stride } from './noise';

const tiny: f32 = 1e-6;
const rootTwoPi: f32 = 2.5066283;
const rootHalfPi: f32 = 1.2533141;
const left: i32 = -1;
const deposited: i32 = -2;

/** A lane whose next place is in another cell, one axis after the other: out of the grid, into a wall, or on. */
export function meetWalls(lanes: usize, lane: usize, air: usize): void {
  const at = lanes + (lane << 2);
  const rows = lanes + (lane << 4);
  const faces = <usize>load<i32>(air);
  const nx = load<i32>(air, 16);
  const ny = load<i32>(air, 20);
  const nz = load<i32>(air, 24);
  const cellM = load<f32>(air, 36);
  const layerM = load<f32>(air, 40);
  const inv = load<f32>(air, 44);
  const invZ = load<f32>(air, 48);
  const lidM = load<f32>(air, 64);
  const rowFaces = <usize>(nx + 1) << 4;
  const planeFaces = <usize>(ny + 1) * rowFaces;
  const ci = load<i32>(at, atI);
  const cj = load<i32>(at, atJ);
  const ck = load<i32>(at, atK);
  const x = load<f32>(at, atX);
  const y = load<f32>(at, atY);
  const z = load<f32>(at, atZ);
  let toX = load<f32>(at, atNextX);
  let toY = load<f32>(at, atNextY);
  let toZ = load<f32>(at, atNextZ);
  const ni = <i32>floor<f32>(toX * inv);
  const nj = <i32>floor<f32>(toY * inv);
  const nk = <i32>floor<f32>(toZ * invZ);
  let hi = ci;
  let hj = cj;
  let hk = ck;
  let hit: f32 = 0;
  if (ni !== ci) {
    if (ni < 0 || ni >= nx) {
      gone(at, left, x, y, z);
      return;
    }
    if (load<f32>(faces + <usize>ck * planeFaces + <usize>cj * rowFaces + (<usize>ni << 4), 12) != 0) {
      const axx = load<f32>(rows, atUpper);
      const axy = load<f32>(rows, atUpper + 4);
      const axz = load<f32>(rows, atUpper + 8);
      const east = load<f32>(air, 68);
      const ox = load<f32>(at, atOmegaX);
      const oy = load<f32>(at, atOmegaY);
      const oz = load<f32>(at, atOmegaZ);
      const om = load<f32>(at, atMeander);
      const wall: f32 = <f32>max(ni, ci) * cellM;
      toX = <f32>2 * wall - toX;
      if (<i32>floor<f32>(toX * inv) !== ci) toX = x;
      const size: f32 = axx * axx + axy * axy + axz * axz + east * east;
      const into: f32 = axx * ox + axy * oy + axz * oz + east * om;
      const twice: f32 = (<f32>2 * into) / (size + tiny);
      store<f32>(at, ox - twice * axx, atOmegaX);
      store<f32>(at, oy - twice * axy, atOmegaY);
      store<f32>(at, oz - twice * axz, atOmegaZ);
      store<f32>(at, om - twice * east, atMeander);
      store<f32>(at, -load<f32>(at, atVelocityX), atVelocityX);
      hit = sqrt<f32>(size);
    } else hi = ni;
  }
  if (nj !== cj) {
    if (nj < 0 || nj >= ny) {
      gone(at, left, x, y, z);
      return;
    }
    if (load<f32>(faces + <usize>ck * planeFaces + <usize>nj * rowFaces + (<usize>hi << 4), 12) != 0) {
      const ayy = load<f32>(rows, atLower);
      const ayz = load<f32>(rows, atLower + 4);
      const north = load<f32>(air, 72);
      const oy = load<f32>(at, atOmegaY);
      const oz = load<f32>(at, atOmegaZ);
      const om = load<f32>(at, atMeander);
      const wall: f32 = <f32>max(nj, cj) * cellM;
      toY = <f32>2 * wall - toY;
      if (<i32>floor<f32>(toY * inv) !== cj) toY = y;
      const size: f32 = ayy * ayy + ayz * ayz + north * north;
      const into: f32 = ayy * oy + ayz * oz + north * om;
      const twice: f32 = (<f32>2 * into) / (size + tiny);
      store<f32>(at, oy - twice * ayy, atOmegaY);
      store<f32>(at, oz - twice * ayz, atOmegaZ);
      store<f32>(at, om - twice * north, atMeander);
      store<f32>(at, -load<f32>(at, atVelocityY), atVelocityY);
      hit = sqrt<f32>(size);
    } else hj = nj;
  }
  const nextK = min(nk, nz - 1);
  if (toZ > lidM) {
    toZ = min<f32>(z, <f32>2 * lidM - toZ);
    hk = min(nz - 1, <i32>floor<f32>(toZ * invZ));
    turnDown(at);
  } else if (nextK !== ck) {
    let wallAhead = nk < 0;
    if (!wallAhead) {
      const ahead = faces + <usize>nextK * planeFaces + <usize>hj * rowFaces + (<usize>hi << 4);
      wallAhead = load<f32>(ahead, 12) != 0;
    }
    if (wallAhead) {
      const wall: f32 = <f32>max(nk, ck) * layerM;
      toZ = <f32>2 * wall - toZ;
      if (<i32>floor<f32>(toZ * invZ) !== ck) toZ = z;
      turnDown(at);
      hit = load<f32>(rows, atLower + 8);
    } else hk = nextK;
  }
  store<f32>(at, toX, atNextX);
  store<f32>(at, toY, atNextY);
  store<f32>(at, toZ, atNextZ);
  store<i32>(at, hi, atI);
  store<i32>(at, hj, atJ);
  store<i32>(at, hk, atK);
  const settle = load<f32>(air, 80);
  if (hit > 0 && settle > 0) {
    const chance: f32 = (settle * rootTwoPi) / (hit + settle * rootHalfPi);
    const counter = load<i32>(at, atDrawn) * stride + laneStep * 4 + load<i32>(at, atFirst);
    const word = mixed(mixed(counter) ^ load<i32>(at, atSecond));
    if (<f32>((<f64>(<u32>word) + 0.5) / 4294967296.0) < chance) store<i32>(at, deposited, atSource);
  }
}

function gone(at: usize, fate: i32, x: f32, y: f32, z: f32): void {
  store<i32>(at, fate, atSource);
  store<f32>(at, x, atNextX);
  store<f32>(at, y, atNextY);
  store<f32>(at, z, atNextZ);
}

function turnDown(at: usize): void {
  store<f32>(at, -load<f32>(at, atOmegaZ), atOmegaZ);
  store<f32>(at, -load<f32>(at, atVelocityZ), atVelocityZ);
}
