import {
  atAge,
  atFirst,
  atSecond,
  atSource,
  atStep,
  atUpper,
  atVelocityX,
  atVelocityY,
  atVelocityZ,
} from './lane-places';
import { normalOf } from './noise';

/** Added to the source of a particle whose plume was broken up. */
const brokenUp: i32 = 1 << 20;

/** Rise, σ and the plume's own C₀ε of a rise table at an age in steps. */
function risen(entry: usize, ageSteps: f32, length: i32): v128 {
  const k = min(length - 2, <i32>floor<f32>(ageSteps));
  const at = entry + (<usize>k << 4);
  const share = f32x4.splat(min<f32>(1, ageSteps - <f32>k));
  const low = v128.load(at);
  return f32x4.add(low, f32x4.mul(f32x4.sub(v128.load(at, 16), low), share));
}

/** Adds the rise of its plume to the velocity of a lane, unless the air around is the more turbulent. */
export function addRise(lanes: usize, lane: usize, air: usize, table: usize): void {
  const at = lanes + (lane << 2);
  const age = load<f32>(at, atAge);
  const source = load<i32>(at, atSource);
  // An empty lane has no time to go: it must stay in its cell.
  const dt = load<f32>(at, atStep);
  if (!(dt > 0) || !(age < load<f32>(air, 88)) || source < 0 || source >= brokenUp) return;
  const riseLength = load<i32>(air, 28);
  const riseInv = load<f32>(air, 84);
  const entry = <usize>load<i32>(air, 12) + (<usize>(source * riseLength) << 4);
  const early = risen(entry, age * riseInv, riseLength);
  const strength = load<f32>(lanes + (lane << 4), atUpper + 12);
  if (strength * strength > f32x4.extract_lane(early, 2)) {
    store<i32>(at, source + brokenUp, atSource);
    return;
  }
  const late = risen(entry, (age + dt) * riseInv, riseLength);
  const growing = f32x4.mul(f32x4.sub(late, early), f32x4.splat(<f32>1 / dt));
  const growth = f32x4.extract_lane(growing, 1);
  const first = load<i32>(at, atFirst);
  const second = load<i32>(at, atSecond);
  store<f32>(at, load<f32>(at, atVelocityX) + growth * normalOf(first, second, -1, 0, table), atVelocityX);
  store<f32>(at, load<f32>(at, atVelocityY) + growth * normalOf(first, second, -1, 1, table), atVelocityY);
  const up = growth * normalOf(first, second, -1, 2, table) + f32x4.extract_lane(growing, 0);
  store<f32>(at, load<f32>(at, atVelocityZ) + up, atVelocityZ);
}
