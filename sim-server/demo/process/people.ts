import type { Site } from '@upwind/scenes';
import { randomFrom } from '../chance/random.ts';
import { Wander } from '../chance/wander.ts';
import { solarHour } from '../weather/sun.ts';
import type { Moment, Part, Reading } from './moment.ts';

/** Share of the day shift that is in at an hour of the day: they come before eight and leave after half past five. */
export function dayShift(hour: number): number {
  const come = Math.min(1, Math.max(0, (hour - 7) / 1));
  const leave = Math.min(1, Math.max(0, (18.5 - hour) / 1));
  return Math.min(come, leave);
}

/** People counts: those of the shift that is on, and some who come and go. A point on a gate counts everyone. */
export function peoplePoints(site: Site, seed: number): Part {
  const wanders: Wander[] = [];
  const readings = new Map<string, Reading>();
  const everyone = site.elements.reduce(
    (sum, { people }) => ({ day: sum.day + (people?.day ?? 0), night: sum.night + (people?.night ?? 0) }),
    { day: 0, night: 0 },
  );
  const byId = new Map(site.elements.map((element) => [element.id, element]));
  for (const { id, element, quantity } of site.points) {
    if (quantity !== 'people-count') continue;
    const counted = byId.get(element);
    const usual = counted?.people ?? (counted?.kind === 'gate' ? everyone : { day: 12, night: 3 });
    const wander = new Wander(randomFrom(seed, id), 0.06, 900);
    wanders.push(wander);
    readings.set(id, ({ timeMs }) => {
      const share = dayShift(solarHour(timeMs, site.origin.lon));
      return Math.max(0, (usual.night + (usual.day - usual.night) * share) * (1 + wander.value));
    });
  }
  return {
    readings,
    advance: ({ stepS }: Moment) => {
      for (const wander of wanders) wander.advance(stepS);
    },
  };
}
