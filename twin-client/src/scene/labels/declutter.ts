/** A label that would like to stand at a place of the screen: `x` its middle, `y` its foot, pixels. */
export interface LabelWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The lower, the sooner it is placed. */
  readonly rank: number;
  /** Metres from the camera; nearer is placed sooner within a rank. */
  readonly distance: number;
}

/** Room kept free around each label, pixels. */
const marginPx = 4;
/** A label that already stands is preferred to a newcomer this much further away, so that labels do not flicker. */
const inertia = 0.8;

/**
 * Chooses which labels stand: the important and near ones first, none on top of another, at most `most`. `standing` are
 * the ids that stood before. Returns the chosen wishes in order of placement.
 */
export function declutter(
  wishes: readonly LabelWish[],
  standing: ReadonlySet<string>,
  most: number,
): readonly LabelWish[] {
  const weight = (wish: LabelWish) => wish.distance * (standing.has(wish.id) ? inertia : 1);
  const sorted = [...wishes].sort((a, b) => a.rank - b.rank || weight(a) - weight(b));
  const placed: LabelWish[] = [];
  for (const wish of sorted) {
    if (placed.length >= most) break;
    if (!placed.some((other) => overlap(wish, other))) placed.push(wish);
  }
  return placed;
}

function overlap(a: LabelWish, b: LabelWish): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + marginPx &&
    a.y - a.height - marginPx < b.y &&
    b.y - b.height - marginPx < a.y
  );
}

/** Width of a text in the label's 13-px face, pixels, near enough to keep labels apart: Han characters are square. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? 13 : 7.2;
  return width;
}
