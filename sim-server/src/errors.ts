/**
 * Every refusal of the server: a stable code, the HTTP status and one sentence that says what, where and what to do.
 * `{name}` in a sentence is replaced by the parameter of that name; clients say the code in the reader's language.
 */
const table = {
  UPW_REQUEST_INVALID: {
    status: 400,
    message: 'The request is not as this route wants it: {what}. Correct it and send it again.',
  },
  UPW_NOT_FOUND: { status: 404, message: 'There is nothing at {path}. Check the address.' },
  UPW_TOO_LARGE: { status: 413, message: 'The request is larger than this route takes. Send less at once.' },
  UPW_INTERNAL: {
    status: 500,
    message: 'The server failed at this request and has logged why. Try again; if it stays so, tell the administrator.',
  },
  UPW_ORIGIN_REFUSED: {
    status: 403,
    message: 'The request came from another website ({origin}). Open Upwind itself and do it there.',
  },
  UPW_ROUTE_WITHOUT_ACCESS: {
    status: 500,
    message:
      'The route {method} {path} does not say who may call it. Give it config.access before the server can start.',
  },

  UPW_DATABASE_DOWN: {
    status: 503,
    message: 'The database does not answer. Live values go on; try this again in a moment.',
  },
  UPW_DATABASE_UNREACHABLE: {
    status: 500,
    message: 'No PostgreSQL answers at {address}: {reason}. Start it or correct DATABASE_URL.',
  },
  UPW_DATABASE_MIGRATION_CHANGED: {
    status: 500,
    message:
      'The migration {name} was changed after this database had applied it. Restore the file and put the change into a new one.',
  },
  UPW_DATABASE_NEWER: {
    status: 500,
    message: 'The database has the migration {name}, which this version does not know. Start the newer version.',
  },
  UPW_PORT_TAKEN: {
    status: 500,
    message: 'Port {port} on {host} is taken by another program. Stop it, or set {variable} to another port.',
  },

  UPW_LOGIN_REFUSED: { status: 401, message: 'The name or the password is wrong. Check both and try again.' },
  UPW_LOGIN_TOO_OFTEN: { status: 429, message: 'Too many wrong log-ins. Wait {seconds} s and try again.' },
  UPW_LOGIN_DISABLED: { status: 403, message: 'This account is disabled. Ask the administrator to enable it.' },
  UPW_SESSION_NEEDED: {
    status: 401,
    message: 'You are not logged in, or the session has ended. Log in and try again.',
  },
  UPW_ROLE_REFUSED: {
    status: 403,
    message: 'As {role} you may not do this; it takes {needed}. Ask someone with that role.',
  },
  UPW_PERSON_UNKNOWN: { status: 404, message: 'There is no person {id}. Fetch the list of people again.' },
  UPW_PERSON_NAME_TAKEN: { status: 409, message: 'The name {name} is taken. Choose another one.' },
  UPW_PERSON_LAST_ADMINISTRATOR: {
    status: 409,
    message: 'This is the last enabled administrator. Make another one first.',
  },

  UPW_SITE_UNKNOWN: { status: 404, message: 'There is no site {site}. Fetch the list of sites again.' },
  UPW_POINT_UNKNOWN: { status: 404, message: 'The site {site} has no point {point}. Check its id.' },
  UPW_REALITY_UNKNOWN: {
    status: 404,
    message: 'The reality mesh {mesh} has no file {file}. Fetch the list of meshes again.',
  },
  UPW_WEATHER_NONE: {
    status: 404,
    message: 'The site {site} has no mast with wind speed and direction yet. Give the weather by hand.',
  },

  UPW_ALARM_UNKNOWN: {
    status: 404,
    message: 'There is no alarm {alarm} on the site {site}. Fetch the list of alarms again.',
  },

  UPW_HISTORY_SPAN: {
    status: 400,
    message: 'The span from {from} to {to} is empty or not a time. Give UTC milliseconds with from before to.',
  },
} as const satisfies Record<string, { readonly status: number; readonly message: string }>;

export type ErrorCode = keyof typeof table;
export type ErrorParameters = Readonly<Record<string, string | number>>;

/** A refusal by its code in the table above. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly parameters: ErrorParameters;

  constructor(code: ErrorCode, options: { readonly parameters?: ErrorParameters; readonly cause?: unknown } = {}) {
    const parameters = options.parameters ?? {};
    super(sentence(table[code].message, parameters), options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.status = table[code].status;
    this.parameters = parameters;
  }
}

/** All codes of this room, for tests and for the client's dictionaries. */
export const errorCodes: readonly ErrorCode[] = Object.keys(table) as ErrorCode[];

function sentence(template: string, parameters: ErrorParameters): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(parameters[name] ?? placeholder));
}
