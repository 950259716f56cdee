import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import { type WeatherPlace, type WeatherTimeline, weatherTimeline } from '../weather/timeline.ts';

/** The weather of an incident: its samples, and from each change on the samples of that change. */
export function weatherOver(site: Site, incident: Incident): WeatherTimeline {
  const place: WeatherPlace = {
    roughnessM: site.roughnessM,
    latDeg: site.origin.lat,
    lonDeg: site.origin.lon,
    startTime: incident.startTime,
  };
  const first = weatherTimeline(incident.weather, place);
  const changes = incident.weatherChanges ?? [];
  if (changes.length === 0) return first;
  const later = changes.map(({ atS, weather }) => ({ atS, timeline: weatherTimeline(weather, place) }));
  return {
    ...first,
    at: (timeS) => {
      let now = first;
      for (const { atS, timeline } of later) if (timeS >= atS) now = timeline;
      return now.at(timeS);
    },
    methods: [first, ...later.map(({ timeline }) => timeline)].flatMap(({ methods }) => methods),
    classes: [first, ...later.map(({ timeline }) => timeline)].flatMap(({ classes }) => classes),
    notes: [
      ...new Map(
        [first, ...later.map(({ timeline }) => timeline)].flatMap(({ notes }) => notes).map((note) => [note.en, note]),
      ).values(),
    ],
    calm: first.calm || later.some(({ timeline }) => timeline.calm),
  };
}
