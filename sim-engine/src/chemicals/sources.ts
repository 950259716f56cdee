import type { Sourced } from './chemical.ts';

/** Where the numbers of the table were read. Tables marked "via" were read in that transcription, not in print. */
export const sources = {
  aloha: 'NOAA ALOHA chemical library: molar mass, 60-min AEGL, IDLH',
  alohaFlammable: 'NOAA ALOHA chemical library: lower and upper explosive limits',
  aegl: 'US EPA AEGL programme, final values',
  crc: 'CRC Handbook of Chemistry and Physics, heat of vaporisation and boiling point',
  crcThermo: 'CRC Handbook, standard thermodynamic properties at 298 K, via CalebBell/chemicals',
  crcDensity: 'CRC Handbook, molar volumes of inorganic liquids, via CalebBell/chemicals',
  crcWatson: 'CRC Handbook, heat of vaporisation at 298 K, carried to the boiling point by Watson 1943',
  yaws: 'Yaws, Thermophysical Properties of Chemicals and Hydrocarbons',
  poling: 'Poling, Prausnitz & O’Connell 2001, heat capacities at 298 K, via CalebBell/chemicals',
  trc: 'TRC Thermodynamics of Organic Compounds in the Gas State, at 298 K, via CalebBell/chemicals',
  joback: 'Estimated at 298 K by group contributions (Joback & Reid 1987)',
  perryHeat: 'Perry’s 8th ed., Table 2-150, at the boiling point, via CalebBell/chemicals',
  perryLiquidHeat:
    'Perry’s 8th ed., Table 2-153, at the boiling point or 20 °C, whichever is lower, via CalebBell/chemicals',
  perryDensity: 'Perry’s 8th ed., Table 2-32 (DIPPR equation 105), via CalebBell/chemicals',
  perryCarried:
    'Perry’s 8th ed., Table 2-32 at 20 °C, carried by the Rackett equation to the boiling point, where there is no liquid',
  vdi: 'VDI Heat Atlas 2010, PPDS correlations, via CalebBell/chemicals',
  riedel: 'Estimated from boiling and critical point (Riedel 1954)',
  rackett: 'Estimated by the Rackett equation (Spencer & Danner 1972; Yamada & Gunn 1973)',
  iec: 'IEC 60079-20-1:2010',
  coolprop: 'Reference equation of state in CoolProp 8.0.0 (Bell et al. 2014)',
  aeglSlope: 'Slope of the final AEGL-3 values against exposure time, least squares in logarithms',
  nrc4: 'NRC 2004, AEGLs for Selected Airborne Chemicals, vol. 4: lethality follows C²t',
  sop: 'NRC 2001, Standing Operating Procedures for AEGLs: where no exponent is known, n = 3 to shorter and 1 to longer times',
  pac: 'US DOE PAC-1/2/3 of the NOAA ALOHA library, 60 min',
  erpg: 'AIHA ERPG of the NOAA ALOHA library, 60 min',
  purpleBook: 'CPR 18E (Purple Book, 1999), Table 5.2, transcribed second hand',
  lees: 'Lees 2005 as in HSE SPC/Tech/OSD/30, Table 2, transcribed second hand',
  withersLees: 'Withers & Lees 1985, regular population at standard activity (abstract)',
  memory: 'From memory, unverified',
} as const;

/** A number and its source. */
export function read(value: number, source: keyof typeof sources): Sourced {
  return { value, source: sources[source] };
}
