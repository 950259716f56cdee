/** Refusals of the embedded PostgreSQL: they stop a start, so they are said on the terminal and never over HTTP. */
const table = {
  UPW_EMBEDDED_NO_BINARIES:
    'There is no embedded PostgreSQL for {platform}. Install PostgreSQL 15 or newer and set DATABASE_URL to it.',
  UPW_EMBEDDED_BINARIES_BROKEN:
    'The PostgreSQL binaries in {folder} do not run: {reason}. Delete node_modules and start again, or set DATABASE_URL to another PostgreSQL.',
  UPW_EMBEDDED_PORT_TAKEN:
    'Port {port}, asked for the embedded PostgreSQL, is taken by another program. Stop it or ask for another port.',
  UPW_EMBEDDED_INIT_FAILED:
    'PostgreSQL could not make its data folder {folder}: {reason}. Nothing was kept of the attempt.',
  UPW_EMBEDDED_START_FAILED: 'PostgreSQL with its data in {folder} did not start: {reason}. The data is untouched.',
  UPW_EMBEDDED_FOLDER_UNSAFE:
    'The folder {folder} belongs to someone else, so PostgreSQL will not keep its data there. Remove it or set UPWIND_HOME.',
} as const;

export type EmbeddedCode = keyof typeof table;

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly code: EmbeddedCode;

  constructor(code: EmbeddedCode, parameters: Readonly<Record<string, string | number>>, cause?: unknown) {
    const message = table[code].replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? name));
    super(`${code}: ${message}`, cause === undefined ? {} : { cause });
    this.code = code;
  }
}
