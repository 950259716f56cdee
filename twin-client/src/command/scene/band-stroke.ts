/** How the ring of a share of an ensemble is drawn: dots of light for few members, an unbroken line for nearly all. */
export function bandStroke(share: number): { readonly dashM: number | undefined; readonly opacity: number } {
  return { dashM: share > 0.7 ? undefined : share > 0.3 ? 16 : 6, opacity: 0.5 + 0.3 * share };
}
