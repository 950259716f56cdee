import type { IngestProgress } from '../ingest/progress.ts';

/** Where a progress line goes: standard error, or a test. */
export interface ProgressTarget {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How often a line is written: often enough to see it live, on a log seldom enough to read. */
const TERMINAL_MS = 100;
const LOG_MS = 2000;

/** Shows files, rate and time left; on a terminal in one line that is written over. */
export function progressLine(target: ProgressTarget, clock: () => number) {
  const start = clock();
  let last = Number.NEGATIVE_INFINITY;
  return {
    show(progress: IngestProgress): void {
      const now = clock();
      const done = progress.files === progress.totalFiles;
      if (!done && now - last < (target.isTTY ? TERMINAL_MS : LOG_MS)) return;
      last = now;
      const text = describe(progress, (now - start) / 1000);
      target.write(target.isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    end(): void {
      if (target.isTTY && last > Number.NEGATIVE_INFINITY) target.write('\r\x1b[2K');
    },
  };
}

export function describe({ files, totalFiles, bytes, totalBytes }: IngestProgress, seconds: number): string {
  const rate = seconds > 0 ? bytes / seconds : 0;
  const left = rate > 0 ? Math.max(0, totalBytes - bytes) / rate : Number.NaN;
  const parts = [`${files} of ${totalFiles} files`, `${megabytes(bytes)} of ${megabytes(totalBytes)} MB`];
  if (rate > 0) parts.push(`${megabytes(rate)} MB/s`);
  if (Number.isFinite(left)) parts.push(`${duration(left)} left`);
  return parts.join(' · ');
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
