import { exp } from '../arithmetic/exponential.ts';
import { seededGenerator } from '../arithmetic/generator.ts';
import { ln } from '../arithmetic/logarithm.ts';
import { sin } from '../arithmetic/trigonometry.ts';
import type { AirborneSource } from '../release/airborne.ts';
import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';

/**
 * What one member of an ensemble has otherwise than the incident says. The widths are the house's own estimate of what
 * is not known in the first minutes; they are stated with every band.
 */
export interface MemberChange {
  readonly turnDeg: number;
  readonly windFactor: number;
  readonly massFactor: number;
}

/** Standard deviation of the wind's direction, of ln of its speed, and of ln of the mass that comes out. */
export const memberWidths = { turnDeg: 12, lnWind: 0.2, lnMass: 0.4 } as const;

/** Changes of `count` members; the first is the incident as it is. Depends on the seed alone. */
export function memberChanges(seed: number, count: number): MemberChange[] {
  const { next } = seededGenerator(seed ^ 0x5bd1e995);
  /** Box & Muller 1958. */
  const normal = (): number => Math.sqrt(-2 * ln(1 - next())) * sin(2 * Math.PI * next());
  const changes: MemberChange[] = [{ turnDeg: 0, windFactor: 1, massFactor: 1 }];
  while (changes.length < count) {
    changes.push({
      turnDeg: memberWidths.turnDeg * normal(),
      windFactor: exp(memberWidths.lnWind * normal()),
      massFactor: exp(memberWidths.lnMass * normal()),
    });
  }
  return changes.slice(0, count);
}

/** The weather of a member: turned, and faster or slower at the same stability. */
export function memberWeather(weather: WeatherTimeline, { turnDeg, windFactor }: MemberChange): WeatherTimeline {
  const changed = (air: BoundaryLayer): BoundaryLayer => {
    const turned = air.windFromDeg + turnDeg;
    return {
      ...air,
      windFromDeg: turned - 360 * Math.floor(turned / 360),
      frictionVelocityMPerS: air.frictionVelocityMPerS * windFactor,
      lateralDeviationMPerS: air.lateralDeviationMPerS * windFactor,
    };
  };
  return { ...weather, at: (timeS) => changed(weather.at(timeS)) };
}

/** The sources of a member: more or less of the same. */
export function memberSources(sources: readonly AirborneSource[], { massFactor }: MemberChange): AirborneSource[] {
  return sources.map((source) => ({ ...source, massKg: source.massKg.map((mass) => mass * massFactor) }));
}
