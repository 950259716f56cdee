import { randomInt } from 'node:crypto';

/** Letters and digits that are told apart on paper and over a radio: no 0/O, 1/I/L, 5/S, 8/B, 2/Z. */
const SIGNS = 'ACDEFGHJKMNPQRTUVWXY34679';
const LENGTH = 4;

/** What people say to each other to find a room; a name, not a secret. */
export function drawRoomCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
}

/** A code as somebody typed it: any case, with blanks and dashes. */
export const readRoomCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();
