import type { Quantity, Site } from '@upwind/scenes';
import type { Part, Reading } from './moment.ts';

const byQuantity: Partial<Record<Quantity, Reading>> = {
  'wind-speed': ({ wind }) => wind.speedMPerS,
  'wind-direction': ({ wind }) => wind.directionDeg,
  'wind-direction-deviation': ({ wind }) => wind.deviationDeg,
  'air-temperature': ({ sky }) => sky.airC,
  humidity: ({ sky }) => sky.humidityPct,
  'air-pressure': ({ sky }) => sky.pressureHpa,
  'solar-radiation': ({ sky }) => sky.radiationWm2,
  rain: ({ sky }) => sky.rainMm,
};

/** Every weather point reads the one sky and the one wind. */
export function weatherPoints(site: Site): Part {
  const readings = new Map<string, Reading>();
  for (const { id, quantity } of site.points) {
    const reading = byQuantity[quantity];
    if (reading) readings.set(id, reading);
  }
  return { readings, advance: () => undefined };
}
