/** Bytes that tiles may take: less on phones, whose browsers end a page that takes too much. */
export const cacheBytes = { desktop: 512 * 1024 * 1024, mobile: 200 * 1024 * 1024 } as const;

/** Pixels of error on the screen that a tile may have before a finer one is fetched. */
export const usualError = 16;
const coarsest = 64;

/**
 * The error to aim at, given how full the cache is. A byte cap alone starves a view that wants more than fits: tiles are
 * thrown out and fetched again for ever. So the aim grows coarser while the cache is over full, and finer again, slowly,
 * when there is room; between the two it stays, which is what keeps it from swinging.
 */
export function aimedError(present: number, cachedBytes: number, mostBytes: number, softest = usualError): number {
  const full = cachedBytes / mostBytes;
  if (full > 0.98) return Math.min(coarsest, present * 1.08);
  if (full < 0.7) return Math.max(softest, present / 1.02);
  return present;
}
