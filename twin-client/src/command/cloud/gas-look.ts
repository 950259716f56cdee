/** How a gas looks: `coloured` by itself, as `fog` of the water that its cold condenses, or not at all. */
export interface GasLook {
  /** Share of white light that the cloud sends back, linear red, green, blue. */
  readonly albedo: readonly [number, number, number];
  readonly seen: 'coloured' | 'fog' | 'invisible';
}

/** Colours as the NIOSH Pocket Guide (2007-2020) describes the gases. */
const coloured: Readonly<Record<string, GasLook['albedo']>> = {
  chlorine: [0.64, 0.69, 0.11],
  'chlorine-dioxide': [0.78, 0.62, 0.16],
  fluorine: [0.84, 0.82, 0.46],
  'nitrogen-dioxide': [0.5, 0.2, 0.07],
  bromine: [0.46, 0.13, 0.05],
};

/** Liquefied by pressure or cold, or drawing water from the air: they leave the vessel as white fog. */
const fogging: ReadonlySet<string> = new Set([
  'lpg',
  'propane',
  'butane',
  'isobutane',
  'propylene',
  'ethylene',
  'methane',
  'lng',
  'ammonia',
  'vinyl-chloride',
  'ethylene-oxide',
  'hydrogen-chloride',
  'hydrogen-fluoride',
  'sulfur-trioxide',
  'sulfur-dioxide',
  'dimethyl-ether',
  'methyl-chloride',
]);

/** The look of a chemical's cloud. What nobody could see is drawn as a cool haze, and the legend says so. */
export function lookOf(chemical: string): GasLook {
  const own = coloured[chemical];
  if (own !== undefined) return { albedo: own, seen: 'coloured' };
  if (chemical === 'ammonia') return { albedo: [0.9, 0.93, 0.95], seen: 'fog' };
  if (fogging.has(chemical)) return { albedo: [0.94, 0.95, 0.96], seen: 'fog' };
  return { albedo: [0.62, 0.7, 0.82], seen: 'invisible' };
}
