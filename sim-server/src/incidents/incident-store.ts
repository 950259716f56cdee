import { randomUUID } from 'node:crypto';
import type { Incident } from '@upwind/scenarios';
import type { IncidentRecord } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { sqlState, uniqueViolation } from '../database/postgres.ts';
import { ServerError } from '../errors.ts';

interface OpenedBody {
  readonly incident: Incident;
  readonly resultHash?: string;
}

interface RecordRow {
  readonly incident: string;
  readonly site: string;
  readonly person: string;
  readonly time: number;
  readonly body: OpenedBody;
  readonly closed_time: number | null;
}

const records = `
  select o.incident, o.site, o.person, o.time, o.body, c.time as closed_time
  from incident_events o left join incident_events c on c.incident = o.incident and c.kind = 'closed'
  where o.kind = 'opened'`;

/** Incidents as append-only events: opened, verified, closed. */
export class IncidentStore {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(database: Database, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  /** Stores the incident under an id of the server's own. */
  async open(site: string, incident: Incident, person: string, resultHash?: string): Promise<IncidentRecord> {
    const id = randomUUID();
    const time = this.#now();
    const body: OpenedBody = { incident: { ...incident, id, site }, ...(resultHash !== undefined && { resultHash }) };
    await this.#append(id, site, 'opened', time, person, body);
    return { id, site, openedBy: person, openedTime: time, ...body };
  }

  /** Newest first. */
  async list(site: string, limit: number): Promise<IncidentRecord[]> {
    const rows = await this.#database.query<RecordRow>(
      `${records} and o.site = $1 order by o.time desc, o.seq desc limit $2`,
      [site, limit],
    );
    return rows.map(recordOf);
  }

  /** Throws `UPW_INCIDENT_UNKNOWN`. */
  async get(id: string): Promise<IncidentRecord> {
    const [row] = await this.#database.query<RecordRow>(`${records} and o.incident = $1`, [id]);
    if (row === undefined) throw new ServerError('UPW_INCIDENT_UNKNOWN', { parameters: { incident: id } });
    return recordOf(row);
  }

  /** Throws `UPW_INCIDENT_UNKNOWN`, `UPW_INCIDENT_CLOSED`. */
  async close(id: string, person: string): Promise<IncidentRecord> {
    const record = await this.get(id);
    const closedTime = this.#now();
    try {
      await this.#append(id, record.site, 'closed', closedTime, person, {});
    } catch (error) {
      if (sqlState(error) !== uniqueViolation) throw error;
      throw new ServerError('UPW_INCIDENT_CLOSED', { parameters: { incident: id }, cause: error });
    }
    return { ...record, closedTime };
  }

  async verified(record: IncidentRecord, person: string, body: object): Promise<void> {
    await this.#append(record.id, record.site, 'verified', this.#now(), person, body);
  }

  async #append(id: string, site: string, kind: string, time: number, person: string, body: object): Promise<void> {
    await this.#database.execute(
      'insert into incident_events (incident, site, kind, time, person, body) values ($1, $2, $3, $4, $5, $6)',
      [id, site, kind, time, person, JSON.stringify(body)],
    );
  }
}

const recordOf = (row: RecordRow): IncidentRecord => ({
  id: row.incident,
  site: row.site,
  openedBy: row.person,
  openedTime: row.time,
  ...(row.closed_time !== null && { closedTime: row.closed_time }),
  ...row.body,
});
