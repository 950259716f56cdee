/**
 * Perceptually uniform colours for fields, dark violet to pale yellow: seven stops of "magma" (van der Walt & Smith
 * 2015, CC0), without its black end so that a thin plume stays visible on dark ground.
 */
export const colourStops: readonly (readonly [number, number, number])[] = [
  [81, 18, 124],
  [133, 38, 129],
  [183, 55, 121],
  [225, 80, 100],
  [250, 120, 93],
  [254, 171, 118],
  [252, 229, 175],
];

/** The same stops as CSS, for the legend. */
export const colourGradient = `linear-gradient(90deg, ${colourStops
  .map(([r, g, b]) => `rgb(${r} ${g} ${b})`)
  .join(', ')})`;
