import type { Sourced } from './chemical.ts';

/** Where the numbers of the table were read. */
export const sources = {
  aloha: 'NOAA ALOHA chemical library, 60-min AEGL and IDLH',
  aegl: 'US EPA AEGL programme, final values',
  crc: 'CRC Handbook of Chemistry and Physics, heat of vaporisation and boiling point',
  yaws: 'Yaws, Thermophysical Properties of Chemicals and Hydrocarbons',
  iec: 'IEC 60079-20-1:2010',
  coolprop: 'Reference equation of state in CoolProp 8.0.0 (Bell et al. 2014)',
  aeglSlope: 'Slope of the final AEGL-3 values against exposure time, least squares in logarithms',
  haber: 'NRC 2001, Standing Operating Procedures for AEGLs: n = 1 where no exponent is known',
  pac: 'US DOE PAC-1/2/3 of the NOAA ALOHA library, 60 min',
} as const;

/** A number and its source. */
export function read(value: number, source: keyof typeof sources): Sourced {
  return { value, source: sources[source] };
}

/** A 60-min value where EPA gives no other duration. */
export function sixtyMinutes(ppm: number): readonly (number | undefined)[] {
  return [undefined, undefined, ppm, undefined, undefined];
}
