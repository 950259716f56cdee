/** The error table of this room: what each code means to whoever wrote the site. Codes never change their meaning. */
export const sceneErrors = {
  UPW_SCENE_NOT_JSON: 'The text is not JSON.',
  UPW_SCENE_SCHEMA: 'A field is missing, unknown or of the wrong form.',
  UPW_SCENE_EXTENT: 'The extent encloses no ground: its min must lie south-west of its max.',
  UPW_SCENE_DUPLICATE_ID: 'Two elements, two points or two chemicals share an id.',
  UPW_SCENE_UNKNOWN_ELEMENT: 'A point, a part or the mast refers to an element that is not on the site.',
  UPW_SCENE_UNKNOWN_POINT: 'The mast refers to a point that is not on the site.',
  UPW_SCENE_PART_OF_ITSELF: 'An element is, directly or through others, part of itself.',
  UPW_SCENE_RANGE: 'A range whose low is not below its high.',
  UPW_SCENE_LIMITS: 'Limits out of order or outside the range of their point.',
  UPW_SCENE_OUTSIDE_EXTENT: 'An element or a point lies outside the extent of the site.',
  UPW_SCENE_EMPTY_AREA: 'An area or a path that covers no ground.',
  UPW_SCENE_CHEMICAL:
    'A chemical of the site contradicts itself: temperatures, limits or levels out of order, or a wrong unit.',
  UPW_SCENE_MAST: 'The mast uses a point that measures another quantity or another unit.',
} as const;

export type SceneErrorCode = keyof typeof sceneErrors;

/** One fault of a site: `where` is the path in the JSON and the id people know. */
export interface SceneFault {
  code: SceneErrorCode;
  where: string;
  /** What is wrong and what to do, without a final full stop. */
  what: string;
}

/** How many faults are told in full; the rest are counted. */
const told = 5;

/** A site that cannot be used. The code is that of the first fault; `faults` holds the first few, `count` counts all. */
export class SceneError extends Error {
  override readonly name = 'SceneError';
  readonly code: SceneErrorCode;
  readonly source: string;
  readonly faults: readonly SceneFault[];
  readonly count: number;

  /** @param all every fault found, in the order of the file; at least one */
  constructor(source: string, all: readonly SceneFault[]) {
    const faults = all.slice(0, told);
    const rest = all.length > faults.length ? `; and ${all.length - faults.length} more` : '';
    const noun = all.length === 1 ? '1 fault' : `${all.length} faults`;
    super(`Site ${source} has ${noun}: ${faults.map(({ where, what }) => `${where} ${what}`).join('; ')}${rest}.`);
    this.code = all[0]?.code ?? 'UPW_SCENE_SCHEMA';
    this.source = source;
    this.faults = faults;
    this.count = all.length;
  }
}
