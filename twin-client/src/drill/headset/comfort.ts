/** What suits the wearer of a headset; remembered on this machine. */
export interface Comfort {
  /** Sitting: the view is raised to a standing person's eyes. */
  readonly seated: boolean;
  /** The hand that points, leaps and acts. */
  readonly hand: 'left' | 'right';
  /** Degrees of one snap of the stick. */
  readonly snapDeg: 30 | 45;
  /** Walking by the other stick, beside leaping. */
  readonly walking: boolean;
  /** The dark rim while the view moves by itself. */
  readonly vignette: boolean;
}

export const usualComfort: Comfort = { seated: false, hand: 'right', snapDeg: 30, walking: true, vignette: true };

const storageKey = 'upwind.drill.comfort';

export function rememberedComfort(): Comfort {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return usualComfort;
    const has = (key: string): unknown => Reflect.get(kept, key);
    return {
      seated: has('seated') === true,
      hand: has('hand') === 'left' ? 'left' : 'right',
      snapDeg: has('snapDeg') === 45 ? 45 : 30,
      walking: has('walking') !== false,
      vignette: has('vignette') !== false,
    };
  } catch {
    return usualComfort;
  }
}

export function rememberComfort(comfort: Comfort): void {
  localStorage.setItem(storageKey, JSON.stringify(comfort));
}
