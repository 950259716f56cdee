/**
 * OSG shows a PagedLOD's finer child when the projected *diameter* of its sphere (radius R) exceeds T pixels
 * (`CullingSet::computePixelSizeVector`). A 3D Tiles viewer refines when geometricError × pixels per metre exceeds M.
 * Both happen at the same place when geometricError = M · 2R / T.
 */

/** M, the screen-space error that CesiumJS and 3DTilesRendererJS refine at unless told otherwise. */
const VIEWER_ERROR_PIXELS = 16;

/** The screen a range in metres is meant for: neither OSG nor the file says; this is a common full-HD view. */
const SCREEN_HEIGHT_PIXELS = 1080;
const VERTICAL_FIELD_OF_VIEW = Math.PI / 3;

/** A tile that is to be refined at once still needs a finite error. */
const LARGEST_M = 1e6;

/** @param radius metres @param pixels projected diameter at which the finer child takes over */
export function geometricErrorAtPixels(radius: number, pixels: number): number {
  if (!(pixels > 0)) return LARGEST_M;
  return bounded((VIEWER_ERROR_PIXELS * 2 * radius) / pixels);
}

/** @param distance metres within which the finer child takes over */
export function geometricErrorAtDistance(distance: number): number {
  return bounded((VIEWER_ERROR_PIXELS * distance * 2 * Math.tan(VERTICAL_FIELD_OF_VIEW / 2)) / SCREEN_HEIGHT_PIXELS);
}

function bounded(metres: number): number {
  // Six decimals keep files small and the same on every machine.
  return Number.isFinite(metres) ? Number(Math.min(LARGEST_M, Math.max(0, metres)).toFixed(6)) : LARGEST_M;
}
