import type { Element, Site } from '@upwind/scenes';
import type { Incident } from '../incident/incident.ts';

/**
 * The incident that benches, tests and demonstrations share: a 12 mm hole in the first chlorine tank of a site, half an
 * hour, a light north-north-west wind that turns by 20°, and everybody who works there. Throws where there is no
 * chlorine tank.
 */
export function chlorineLeak(site: Site): Incident {
  const tank = site.elements.find(holdsChlorine);
  if (tank?.contents === undefined) {
    throw new Error(`Site "${site.id}" has no tank of liquefied chlorine; the demonstration leak needs one.`);
  }
  const { pressurePa, temperatureK, inventoryKg } = tank.contents;
  const wind = { windHeightM: 10, temperatureK: 293.15, stability: 'D' as const };
  return {
    id: 'chlorine-leak',
    site: site.id,
    title: `${tank.id}: 12 mm hole`,
    mode: 'rehearsal',
    // 2026-06-01 02:00 UTC: mid-morning in China.
    startTime: 1_780_279_200_000,
    durationS: 1800,
    seed: 1,
    weather: [
      { timeS: 0, windSpeedMPerS: 3, windFromDeg: 330, ...wind },
      { timeS: 900, windSpeedMPerS: 3.6, windFromDeg: 350, ...wind },
    ],
    releases: [
      {
        id: 'R1',
        element: tank.id,
        at: [tank.at[0], tank.at[1], tank.at[2] + 1],
        chemical: 'chlorine',
        source: { kind: 'vessel', phase: 'liquefied-gas', pressurePa, temperatureK, inventoryKg, holeDiameterM: 0.012 },
        startS: 0,
      },
    ],
    people: site.elements.flatMap(({ id, at, people }) =>
      people === undefined || people.day === 0
        ? []
        : [{ id, element: id, at, count: people.day, startS: 60, walkingMPerS: 1.34 }],
    ),
  };
}

function holdsChlorine({ contents }: Element): boolean {
  return contents?.chemical === 'chlorine' && contents.phase === 'liquefied-gas' && contents.inventoryKg > 0;
}
