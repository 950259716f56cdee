import type { HazardField, ThreatZone } from '@upwind/sim-engine';

/** How concentrations become brightness: decades between `lowKgPerM3` (0) and `highKgPerM3` (1), on a log scale. */
export interface FieldScale {
  readonly lowKgPerM3: number;
  readonly highKgPerM3: number;
}

/** Decades that the colours span. */
export const decades = 5;

/**
 * Five whole decades from just below the lowest limit of the field's threat zones, so that the colours begin where harm
 * does; without a limit, five decades below the field's own maximum.
 */
export function scaleOf(field: HazardField, zones: readonly ThreatZone[]): FieldScale {
  let lowest = Number.POSITIVE_INFINITY;
  for (const { chemical, limitKgPerM3 } of zones) {
    if (chemical === field.chemical) lowest = Math.min(lowest, limitKgPerM3);
  }
  if (Number.isFinite(lowest)) {
    const low = 10 ** Math.floor(Math.log10(lowest));
    return { lowKgPerM3: low, highKgPerM3: low * 10 ** decades };
  }
  let max = 0;
  for (const value of field.concentration) if (value > max) max = value;
  const high = max > 0 ? 10 ** Math.ceil(Math.log10(max)) : 1e-6;
  return { lowKgPerM3: high / 10 ** decades, highKgPerM3: high };
}

/** A field as bytes for a texture array: 0 below the scale, 1…255 over its decades; layout as the field's own. */
export function fieldBytes(field: HazardField, scale: FieldScale): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(field.concentration.length);
  const low = Math.log(scale.lowKgPerM3);
  const span = Math.log(scale.highKgPerM3) - low;
  for (let i = 0; i < bytes.length; i++) {
    const value = field.concentration[i] ?? 0;
    if (value <= scale.lowKgPerM3) continue;
    bytes[i] = Math.max(1, Math.min(255, Math.round((255 * (Math.log(value) - low)) / span)));
  }
  return bytes;
}

/** The two frames around a time and how far between them it is. */
export function frameAt(timesS: ArrayLike<number>, timeS: number): { readonly frame: number; readonly mix: number } {
  const last = timesS.length - 1;
  if (last < 1) return { frame: 0, mix: 0 };
  let frame = 0;
  while (frame < last - 1 && (timesS[frame + 1] ?? Number.POSITIVE_INFINITY) <= timeS) frame++;
  const from = timesS[frame] ?? 0;
  const to = timesS[frame + 1] ?? from + 1;
  return { frame, mix: Math.max(0, Math.min(1, (timeS - from) / (to - from))) };
}
