import type { Person } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { ServerError } from '../errors.ts';
import type { Log } from '../log.ts';
import { Audit, nobody } from './audit.ts';
import { LoginLimit } from './login-limit.ts';
import { verifyPassword } from './password.ts';
import { People } from './people.ts';
import { type Session, Sessions } from './sessions.ts';

/** Who people are and what they have open. */
export interface Identity {
  readonly people: People;
  readonly sessions: Sessions;
  readonly audit: Audit;
  /**
   * Opens a session by name and password. Throws `UPW_LOGIN_REFUSED`, `UPW_LOGIN_TOO_OFTEN`, `UPW_LOGIN_DISABLED`.
   * `address` is the caller's IP.
   */
  logIn(
    name: string,
    password: string,
    address: string,
  ): Promise<{ readonly token: string; readonly session: Session }>;
}

export interface IdentityOptions {
  readonly database: Database;
  readonly log: Log;
  /** Whether the accounts with the published password may log in. */
  readonly demo: boolean;
  readonly now?: () => number;
}

export function openIdentity({ database, log, demo, now = Date.now }: IdentityOptions): Identity {
  const audit = new Audit(database);
  const people = new People(database, audit);
  const sessions = new Sessions(database, now);
  const limit = new LoginLimit();

  const refuse = async (name: string, address: string, code: 'UPW_LOGIN_REFUSED' | 'UPW_LOGIN_DISABLED') => {
    log.warn({ name, address, code }, 'log-in refused');
    await audit.recordAlone({ ...nobody, action: 'log-in-refused', subject: name, detail: { address } });
    return new ServerError(code);
  };

  return {
    people,
    sessions,
    audit,
    async logIn(name, password, address) {
      const waitMs = limit.waitMs(name, address, now());
      if (waitMs > 0) {
        throw new ServerError('UPW_LOGIN_TOO_OFTEN', { parameters: { seconds: Math.ceil(waitMs / 1000) } });
      }
      const known = await people.credentials(name);
      const right = await verifyPassword(password, known?.passwordHash);
      if (known === undefined || !right || (known.demo && !demo)) {
        limit.failed(name, address, now());
        throw await refuse(name, address, 'UPW_LOGIN_REFUSED');
      }
      limit.succeeded(name);
      // Said only to who knows the password: a stranger does not learn which accounts exist.
      if (known.person.disabled) throw await refuse(name, address, 'UPW_LOGIN_DISABLED');
      const opened = await sessions.open(known.person);
      await audit.recordAlone({ ...actorNamed(known.person), action: 'log-in', subject: name, detail: { address } });
      return opened;
    },
  };
}

const actorNamed = (person: Person) => ({ actor: person.id, actorName: person.name });
