import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log of lines on disk; older ones are kept beside it as `name.1.log` and `name.2.log`. */
export interface LogFile {
  readonly path: string;
  /** The newest lines, oldest first. */
  readonly tail: readonly string[];
  append(line: string): void;
  close(): void;
}

const keptLines = 60;
const usualMaxBytes = 20_000_000;

/** Opens an empty log; what an earlier start, or more than `maxBytes`, wrote is moved aside. */
export function openLog(path: string, maxBytes = usualMaxBytes): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  rotate(path);
  let file: number | undefined = openSync(path, 'a');
  let bytes = 0;
  const tail: string[] = [];
  return {
    path,
    tail,
    append(line) {
      tail.push(line);
      if (tail.length > keptLines) tail.shift();
      if (file === undefined) return;
      bytes += writeSync(file, `${line}\n`);
      if (bytes < maxBytes) return;
      closeSync(file);
      rotate(path);
      file = openSync(path, 'a');
      bytes = 0;
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function rotate(path: string): void {
  const older = (n: number) => path.replace(/\.log$/, `.${n}.log`);
  if (existsSync(older(1))) renameSync(older(1), older(2));
  if (existsSync(path)) renameSync(path, older(1));
}
