/** How far the photograph reaches beyond the site's own ground: a bank that falls to the land around. */
export const BANK_M = 20;
