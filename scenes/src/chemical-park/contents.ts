import type { Contents } from '../site/element.ts';

const ambientK = 293.15;
const atmospherePa = 101_325;

/** Saturation pressures at 20 °C, Pa absolute (NIST Chemistry WebBook, saturation properties); LPG as propane. */
const saturationPa = { chlorine: 673_000, lpg: 836_000, ammonia: 857_000 } as const;

/** A gas liquefied by pressure, at ambient temperature and its own saturation pressure. */
export function liquefied(chemical: keyof typeof saturationPa, inventoryKg: number): Contents {
  return {
    chemical,
    phase: 'liquefied-gas',
    inventoryKg,
    pressurePa: saturationPa[chemical],
    temperatureK: ambientK,
  };
}

/** A liquid; stored at ambient temperature and pressure when nothing else is said. */
export function liquid(
  chemical: string,
  inventoryKg: number,
  pressurePa = atmospherePa,
  temperatureK = ambientK,
): Contents {
  return { chemical, phase: 'liquid', inventoryKg, pressurePa, temperatureK };
}

/** A gas or vapour under pressure. */
export function gas(chemical: string, inventoryKg: number, pressurePa: number, temperatureK = ambientK): Contents {
  return { chemical, phase: 'gas', inventoryKg, pressurePa, temperatureK };
}
