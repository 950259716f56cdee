/** What the simulator knows of a stored liquid. `saturation`: Pa absolute at 20 °C and ΔHv/R in K (Clausius–Clapeyron). */
export interface Liquid {
  densityKgPerM3: number;
  saturation?: { at20CPa: number; slopeK: number };
}

/** Densities at 20 °C and heats of vaporisation: NIST Chemistry WebBook; gasoline a middle figure of GB 17930. */
const liquids: Readonly<Record<string, Liquid>> = {
  chlorine: { densityKgPerM3: 1410, saturation: { at20CPa: 673_000, slopeK: 2280 } },
  ammonia: { densityKgPerM3: 610, saturation: { at20CPa: 857_000, slopeK: 2640 } },
  lpg: { densityKgPerM3: 510, saturation: { at20CPa: 836_000, slopeK: 2080 } },
  propane: { densityKgPerM3: 500, saturation: { at20CPa: 836_000, slopeK: 2080 } },
  methanol: { densityKgPerM3: 792 },
  gasoline: { densityKgPerM3: 740 },
  benzene: { densityKgPerM3: 879 },
  toluene: { densityKgPerM3: 867 },
};

export function liquidOf(chemical: string): Liquid | undefined {
  return liquids[chemical];
}

/** Gauge pressure of a liquefied gas at a temperature, MPa. */
export function saturationMpa({ at20CPa, slopeK }: NonNullable<Liquid['saturation']>, temperatureC: number): number {
  const pa = at20CPa * Math.exp(-slopeK * (1 / (temperatureC + 273.15) - 1 / 293.15));
  return Math.max(0, (pa - 101_325) / 1e6);
}
