/** A rectangle of the site's ground, metres. */
export interface Extent {
  readonly min: readonly [number, number];
  readonly max: readonly [number, number];
}
