/** How far an ingest is. Bytes are the better measure of time: files differ a hundredfold. */
export interface IngestProgress {
  readonly files: number;
  readonly totalFiles: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** the file just done */
  readonly file: string;
}
