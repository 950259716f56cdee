/** One departure from normal: rises, stays beyond a limit, and goes back, all in seconds since the plant began. */
export interface Excursion {
  point: string;
  fromS: number;
  riseS: number;
  stayS: number;
  fallS: number;
  /** Value at its top. */
  top: number;
}

/** How much of an excursion is there at a moment, 0–1; its flanks are half a cosine. */
export function presence({ fromS, riseS, stayS, fallS }: Excursion, elapsedS: number): number {
  const since = elapsedS - fromS;
  if (since <= 0 || since >= riseS + stayS + fallS) return 0;
  if (since < riseS) return eased(since / riseS);
  if (since <= riseS + stayS) return 1;
  return eased((riseS + stayS + fallS - since) / fallS);
}

function eased(share: number): number {
  return (1 - Math.cos(Math.PI * share)) / 2;
}
