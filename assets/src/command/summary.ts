import type { IngestReport } from '../ingest/ingest.ts';

/** What a person reads when an ingest is done. */
export function summary({ counts, origin, warnings }: IngestReport, out: string): string {
  const number = (value: number) => value.toLocaleString('en-US');
  const lines = [
    `${number(counts.files)} files → ${out}/tileset.json`,
    `  ${number(counts.pagedLod)} levels of detail, ${number(counts.geometries)} meshes, ${number(counts.vertices)} vertices, ${number(counts.triangles)} triangles, ${(counts.jpegBytes / 1e6).toFixed(1)} MB of texture`,
    `  origin: latitude ${origin.lat.toFixed(9)}°, longitude ${origin.lon.toFixed(9)}°, height ${origin.height.toFixed(3)} m`,
    ...warnings.map((warning) => `  warning: ${warning}`),
  ];
  return `${lines.join('\n')}\n`;
}
