/** Pasquill's universal function f(x), x in m: σy = σθ x f(x) (Pasquill 1976, EPA-600/4-76-030b; Hanna et al. 1977). */
const distances = [0, 100, 200, 400, 1000, 2000, 4000, 10_000] as const;
const shares = [1, 0.8, 0.7, 0.65, 0.6, 0.5, 0.4, 0.33] as const;

/** f at a travel distance; beyond 10 km it falls as x^−½, Taylor's limit. */
export function pasquillShare(distanceM: number): number {
  for (let k = 1; k < distances.length; k += 1) {
    const to = distances[k] as number;
    if (distanceM > to) continue;
    const from = distances[k - 1] as number;
    const low = shares[k - 1] as number;
    return low + (((shares[k] as number) - low) * (distanceM - from)) / (to - from);
  }
  return 0.33 * Math.sqrt(10_000 / distanceM);
}

/** Height at which the crosswind angle is judged, m: the source's, at least 2 m and clear of the roughness elements. */
export function lateralReferenceHeight(sourceHeightM: number, roughnessM: number): number {
  return Math.max(2, sourceHeightM, 10 * roughnessM);
}

/** Share of the travel distance by which a cloud spreads along the wind (TNO Yellow Book, CPR 14E, 4.5.3: σx = 0.13 x). */
export const alongShare = 0.13;
