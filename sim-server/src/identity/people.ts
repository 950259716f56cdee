import { randomUUID } from 'node:crypto';
import type { NewPerson, Person, PersonChange, Role } from '../contract/index.ts';
import type { Database, Queryable } from '../database/database.ts';
import { sqlState, uniqueViolation } from '../database/postgres.ts';
import { ServerError } from '../errors.ts';
import type { Audit } from './audit.ts';
import { hashPassword } from './password.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/** Who did it, for the audit chain. */
export interface Actor {
  readonly actor: string;
  readonly actorName: string;
}

/** A person as they log in. */
export interface Credentials {
  readonly person: Person;
  readonly passwordHash: string;
  readonly demo: boolean;
}

const columns = 'id, name, display_name, role, disabled';

/** The people of the house, each with one role. */
export class People {
  readonly #database: Database;
  readonly #audit: Audit;

  constructor(database: Database, audit: Audit) {
    this.#database = database;
    this.#audit = audit;
  }

  async list(): Promise<readonly Person[]> {
    return (await this.#database.query<PersonRow>(`select ${columns} from people order by name`)).map(personOf);
  }

  async byId(id: string): Promise<Person | undefined> {
    const [row] = await this.#database.query<PersonRow>(`select ${columns} from people where id = $1`, [id]);
    return row && personOf(row);
  }

  async credentials(name: string): Promise<Credentials | undefined> {
    const [row] = await this.#database.query<PersonRow & { password_hash: string; demo: boolean }>(
      `select ${columns}, password_hash, demo from people where name = $1`,
      [name.toLowerCase()],
    );
    return row && { person: personOf(row), passwordHash: row.password_hash, demo: row.demo };
  }

  /** Throws `UPW_PERSON_NAME_TAKEN`. */
  async add(person: NewPerson, actor: Actor, options: { readonly demo?: boolean } = {}): Promise<Person> {
    const added: Person = {
      id: randomUUID(),
      name: person.name,
      displayName: person.displayName,
      role: person.role,
      disabled: false,
    };
    const hash = await hashPassword(person.password);
    await this.#database
      .transaction(async (transaction) => {
        await transaction.execute('insert into people values ($1, $2, $3, $4, $5, false, $6, $7)', [
          added.id,
          added.name,
          added.displayName,
          added.role,
          hash,
          options.demo ?? false,
          Date.now(),
        ]);
        const detail = { name: added.name, role: added.role };
        await this.#audit.record({ ...actor, action: 'person-added', subject: added.id, detail }, transaction);
      })
      .catch((error: unknown) => {
        if (sqlState(error) !== uniqueViolation) throw error;
        throw new ServerError('UPW_PERSON_NAME_TAKEN', { parameters: { name: person.name }, cause: error });
      });
    return added;
  }

  /** Throws `UPW_PERSON_UNKNOWN`, `UPW_PERSON_LAST_ADMINISTRATOR`. */
  async change(id: string, change: PersonChange, actor: Actor): Promise<Person> {
    const hash = change.password === undefined ? undefined : await hashPassword(change.password);
    return this.#database.transaction(async (transaction) => {
      // All rows of administrators are locked, so that two of them cannot disable each other at the same moment.
      const locked = await transaction.query<PersonRow>(
        `select ${columns} from people where id = $1 or role = 'administrator' order by id for update`,
        [id],
      );
      const before = locked.find((row) => row.id === id);
      if (before === undefined) throw new ServerError('UPW_PERSON_UNKNOWN', { parameters: { id } });
      const after = {
        ...personOf(before),
        ...(change.displayName !== undefined && { displayName: change.displayName }),
        ...(change.role !== undefined && { role: change.role }),
        ...(change.disabled !== undefined && { disabled: change.disabled }),
      };
      const rest = locked.filter((row) => row.id !== id && row.role === 'administrator' && !row.disabled);
      const administers = (person: { role: Role; disabled: boolean }) =>
        person.role === 'administrator' && !person.disabled;
      if (administers(before) && !administers(after) && rest.length === 0) {
        throw new ServerError('UPW_PERSON_LAST_ADMINISTRATOR');
      }
      await transaction.execute(
        `update people set display_name = $2, role = $3, disabled = $4, password_hash = coalesce($5, password_hash)
         where id = $1`,
        [id, after.displayName, after.role, after.disabled, hash],
      );
      await this.#recordChange(before, after, hash !== undefined, actor, transaction);
      return after;
    });
  }

  async #recordChange(before: PersonRow, after: Person, password: boolean, actor: Actor, within: Queryable) {
    const detail = {
      ...(before.display_name !== after.displayName && { displayName: after.displayName }),
      ...(before.role !== after.role && { roleBefore: before.role, role: after.role }),
      ...(before.disabled !== after.disabled && { disabled: after.disabled }),
      ...(password && { password: 'changed' }),
    };
    await this.#audit.record({ ...actor, action: 'person-changed', subject: after.id, detail }, within);
  }
}

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  displayName: row.display_name,
  role: row.role,
  disabled: row.disabled,
});
