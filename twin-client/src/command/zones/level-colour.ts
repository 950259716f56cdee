import type { ProfileLevel } from '@upwind/sim-engine';

const red = '#f0575b';
const orange = '#f58237';
const amber = '#e9bb2f';

/** Threat levels as look-and-feel names them: the third red, the second orange, the first amber; others alike. */
export function levelColour(level: ProfileLevel): string {
  if (/-3$|-100$|^idlh|^fatal-50/.test(level)) return red;
  return /-2$|-50$|^fatal/.test(level) ? orange : amber;
}
