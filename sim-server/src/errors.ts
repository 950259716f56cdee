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
  UPW_REDIS_UNREACHABLE: {
    status: 500,
    message: 'No Redis answers at {address}: {reason}. Start it, or correct or remove REDIS_URL.',
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

  UPW_INCIDENT_INVALID: {
    status: 400,
    message: 'The incident cannot be stored: {what}. Correct it and send it again.',
  },
  UPW_INCIDENT_UNKNOWN: {
    status: 404,
    message: 'There is no incident {incident}. Fetch the list of incidents again.',
  },
  UPW_INCIDENT_CLOSED: { status: 409, message: 'The incident {incident} is already closed. Open a new one.' },
  UPW_ENGINE_FAILED: {
    status: 422,
    message: 'The engine could not run the incident: {reason}. Correct the incident and try again.',
  },

  UPW_DRILL_UNKNOWN: { status: 404, message: 'There is no drill {drill}. Fetch the list of drills again.' },
  UPW_DRILL_ROOMS_TOO_MANY: {
    status: 409,
    message: 'You have {rooms} drill rooms open, which is the most. End one first.',
  },
  UPW_DRILL_ROOM_UNKNOWN: {
    status: 404,
    message: 'No open drill room has the code {code}. Ask the trainer for the code.',
  },
  UPW_DRILL_ROOM_FULL: {
    status: 409,
    message: 'All {seats} seats of the drill room {code} are taken. Wait for the next drill.',
  },
  UPW_DRILL_ROOM_ENDED: { status: 409, message: 'The drill in room {code} is over. Open a new room.' },
  UPW_DRILL_ROOM_RUNNING: { status: 409, message: 'The drill in room {code} is already running.' },
  UPW_DRILL_ROOM_EMPTY: { status: 409, message: 'No trainee is in the drill room {code}. Wait for one, then start.' },
  UPW_DRILL_ROOM_COMPUTING: {
    status: 409,
    message: 'The engine is still computing the incident of room {code}. Try again in a few seconds.',
  },
  UPW_DRILL_ROOM_LEFT: {
    status: 409,
    message: 'You have left the drill in room {code}. Your result is on the review page.',
  },
  UPW_ATTEMPT_UNKNOWN: { status: 404, message: 'There is no attempt {attempt}. Fetch the list of attempts again.' },
  UPW_ATTEMPT_NOT_YOURS: {
    status: 403,
    message: 'The attempt {attempt} is of another trainee. You may read your own; trainers may read all.',
  },

  UPW_HISTORY_SPAN: {
    status: 400,
    message: 'The span from {from} to {to} is empty or not a time. Give UTC milliseconds with from before to.',
  },

  UPW_TELEMETRY_TOPIC: { status: 400, message: 'The topic {topic} is not upwind/v1/<site>/<point>. Publish there.' },
  UPW_TELEMETRY_PAYLOAD: {
    status: 400,
    message:
      'The payload on {topic} is {what}. Send {"t":ms,"v":number,"q":"good"}, an array of those, or a bare number.',
  },
  UPW_TELEMETRY_TOO_MANY: {
    status: 400,
    message:
      'The payload on {topic} has {bytes} bytes and {samples} samples; at most {mostBytes} and {mostSamples} are taken. Send smaller messages.',
  },
  UPW_TELEMETRY_SITE_UNKNOWN: {
    status: 400,
    message: 'The topic {topic} names the site {site}, which is not here. Correct the topic or add the site.',
  },
  UPW_TELEMETRY_POINT_UNKNOWN: {
    status: 400,
    message:
      'The topic {topic} names the point {point}, which {site} does not have. Correct the topic or add the point.',
  },
  UPW_TELEMETRY_VALUE: {
    status: 400,
    message: 'A sample on {topic} has the value {value}, which is not a finite number. Send a number as v.',
  },
  UPW_TELEMETRY_RANGE: {
    status: 400,
    message:
      'A sample on {topic} has the value {value}, outside the range {low} to {high}{unit} of the point. Check the instrument or the range.',
  },
  UPW_TELEMETRY_QUALITY: {
    status: 400,
    message: 'A sample on {topic} has the quality {quality}. Send good, uncertain or bad as q, or leave it out.',
  },
  UPW_TELEMETRY_TIME: {
    status: 400,
    message: 'A sample on {topic} has the time {time}, which is not a whole number of UTC milliseconds. Send one as t.',
  },
  UPW_TELEMETRY_PAST: {
    status: 400,
    message: 'A sample on {topic} is of {time}, more than {days} days ago. Check the clock of the device.',
  },
  UPW_TELEMETRY_FUTURE: {
    status: 400,
    message: 'A sample on {topic} is of {time}, more than {minutes} minutes ahead. Check the clock of the device.',
  },
  UPW_TELEMETRY_OVERLOAD: {
    status: 503,
    message:
      'Samples without acknowledgement (QoS 0) came faster than they could be stored, the newest on {topic}. Publish with QoS 1, or less.',
  },
  UPW_TELEMETRY_STORE: {
    status: 500,
    message:
      'A message on {topic} could not be stored: {reason}. It is acknowledged and left out; tell the administrator.',
  },
  UPW_BROKER_OPEN: {
    status: 500,
    message:
      'The MQTT broker is to listen on {host}, where others can reach it, without a password. Set UPWIND_MQTT_USER and UPWIND_MQTT_PASSWORD.',
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

/** The sentence of a code, where nothing is thrown. */
export const sentenceOf = (code: ErrorCode, parameters: ErrorParameters): string =>
  sentence(table[code].message, parameters);

function sentence(template: string, parameters: ErrorParameters): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(parameters[name] ?? placeholder));
}
