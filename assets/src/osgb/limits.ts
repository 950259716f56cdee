/** Bounds on what one OSGB file may ask of memory and stack, so that a damaged file fails in a sentence. */
export interface OsgbLimits {
  /** bytes of the file on disk */
  readonly fileBytes: number;
  /** bytes after unpacking */
  readonly unpackedBytes: number;
  /** bytes of one string */
  readonly stringBytes: number;
  /** objects inside one another */
  readonly depth: number;
  /** objects in one file */
  readonly objects: number;
}

export const defaultOsgbLimits: OsgbLimits = {
  fileBytes: 512 * 2 ** 20,
  unpackedBytes: 1024 * 2 ** 20,
  stringBytes: 64 * 2 ** 10,
  depth: 128,
  objects: 200_000,
};
