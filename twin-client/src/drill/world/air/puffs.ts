import type { Position } from '@upwind/scenes';
import type { Colour } from '../form/solid.ts';

/** Where something leaves that the eye can see: a leak's vapour, a cooling tower's steam. */
export interface Vent {
  readonly at: Position;
  readonly kind: 'vapour' | 'steam';
  readonly colour: Colour;
  /** 0–1: how much of it there is. */
  readonly strength: number;
  /** Seconds since it began. */
  readonly ageS: number;
}

/** A soft round piece of it, as drawn. */
export interface Puff {
  readonly at: Position;
  readonly radiusM: number;
  readonly colour: Colour;
  readonly opacity: number;
}

export interface Wind {
  readonly fromDeg: number;
  readonly speedMPerS: number;
}

/** How a kind of vent looks: how long a puff is seen, how it grows, rises (or sinks) and slows down to the wind. */
const looks = {
  /** Cold heavy gas: leaves low, spreads flat, stays near the ground. */
  vapour: { lifeS: 18, everyS: 0.2, startM: 0.5, growMPerS: 0.5, riseMPerS: -0.05, opacity: 0.26, spread: 0.16 },
  /** Warm wet air: goes up, thins out. */
  steam: { lifeS: 13, everyS: 0.65, startM: 1.7, growMPerS: 0.55, riseMPerS: 1.7, opacity: 0.13, spread: 0.12 },
} as const;

/**
 * The puffs of a vent at its age: a pure function, so that everyone sees the same cloud and a late joiner sees it grown.
 * A cue for the eye only: what is breathed is the engine's field.
 */
export function puffsOf(vent: Vent, wind: Wind): Puff[] {
  const look = looks[vent.kind];
  const blow = (wind.fromDeg * Math.PI) / 180;
  const [east, north] = [-Math.sin(blow), -Math.cos(blow)];
  // A puff near the ground moves slower than the wind that is measured high up.
  const speed = wind.speedMPerS * (vent.kind === 'vapour' ? 0.6 : 0.85) + 0.15;
  const newest = Math.floor(vent.ageS / look.everyS);
  const oldest = Math.max(0, Math.ceil((vent.ageS - look.lifeS) / look.everyS));
  const puffs: Puff[] = [];
  for (let index = oldest; index <= newest; index++) {
    const age = vent.ageS - index * look.everyS;
    if (age < 0 || age > look.lifeS) continue;
    const [a, b, c] = [chance(index, 1), chance(index, 2), chance(index, 3)];
    const way = speed * age;
    const aside = (a - 0.5) * 2 * (0.4 + look.spread * way);
    const radiusM = (look.startM + look.growMPerS * age) * (0.75 + 0.5 * b) * (0.6 + 0.4 * vent.strength);
    const up = look.riseMPerS * age * (vent.kind === 'steam' ? 1 - age / (3 * look.lifeS) : 1) + (c - 0.5) * 0.5;
    const fresh = Math.min(1, age / 0.8);
    const fade = 1 - age / look.lifeS;
    puffs.push({
      at: [
        vent.at[0] + east * way - north * aside,
        vent.at[1] + north * way + east * aside,
        Math.max(radiusM * 0.35, vent.at[2] + up),
      ],
      radiusM,
      colour: vent.colour,
      opacity: look.opacity * fresh * fade * (0.5 + 0.5 * vent.strength),
    });
  }
  return puffs;
}

/** What the eye sees of a chemical's cloud: chlorine is yellow-green, most gases are seen only as cold fog. */
export function vapourColour(chemical: string): Colour {
  return chemical === 'chlorine' ? [0.74, 0.79, 0.3] : [0.88, 0.9, 0.9];
}

function chance(index: number, of: number): number {
  const mixed = Math.sin(index * 91.17 + of * 47.31) * 24_634.6345;
  return mixed - Math.floor(mixed);
}
