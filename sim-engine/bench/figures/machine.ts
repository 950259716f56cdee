import { cpus, loadavg } from 'node:os';

/** What a figure was measured on. A load above the bench's own threads means that others had the machine as well. */
export function describeMachine(): object {
  const [first] = cpus();
  return {
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    node: process.version,
  };
}
