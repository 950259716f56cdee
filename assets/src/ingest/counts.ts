/** What an ingest read. */
export interface IngestCounts {
  /** scene files read */
  readonly files: number;
  readonly pagedLod: number;
  readonly geometries: number;
  readonly vertices: number;
  readonly triangles: number;
  /** bytes of texture files inside the scene files, each once per file */
  readonly jpegBytes: number;
  /** files that are named as finer levels but are not there */
  readonly missingChildren: number;
}

export const noCounts: IngestCounts = {
  files: 0,
  pagedLod: 0,
  geometries: 0,
  vertices: 0,
  triangles: 0,
  jpegBytes: 0,
  missingChildren: 0,
};

export function addCounts(a: IngestCounts, b: Partial<IngestCounts>): IngestCounts {
  return {
    files: a.files + (b.files ?? 0),
    pagedLod: a.pagedLod + (b.pagedLod ?? 0),
    geometries: a.geometries + (b.geometries ?? 0),
    vertices: a.vertices + (b.vertices ?? 0),
    triangles: a.triangles + (b.triangles ?? 0),
    jpegBytes: a.jpegBytes + (b.jpegBytes ?? 0),
    missingChildren: a.missingChildren + (b.missingChildren ?? 0),
  };
}
