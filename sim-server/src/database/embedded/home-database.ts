import pg from 'pg';

/** Where to connect to, as its superuser or as an ordinary role. */
export interface Server {
  readonly port: number;
  readonly password: string;
}

export const role = 'upwind';

/** `postgres://…` of one database of the server, for the ordinary role. */
export function databaseUrl(server: Server, database: string): string {
  return `postgres://${role}:${encodeURIComponent(server.password)}@127.0.0.1:${server.port}/${database}`;
}

/**
 * Makes the role and the database `upwind` where they are missing. The product runs as this role, which is no superuser:
 * what works here works on a PostgreSQL that somebody else looks after.
 */
export async function makeHomeDatabase(server: Server): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password: server.password,
    database: 'postgres',
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists(select from pg_roles where rolname = '${role}') as role,
              exists(select from pg_database where datname = '${role}') as database`,
    );
    if (!rows[0]?.role) {
      await client.query(`create role ${role} login createdb password ${client.escapeLiteral(server.password)}`);
    }
    if (!rows[0]?.database) await client.query(`create database ${role} owner ${role}`);
  } finally {
    await client.end();
  }
}
