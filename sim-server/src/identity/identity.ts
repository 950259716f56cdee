import type { Person } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { ServerError } from '../errors.ts';
import type { Log } from '../log.ts';
import { Audit, nobody } from './audit.ts';
import { LoginLimit } from './login-limit.ts';
import { verifyPassword } from './password.ts';
import { People } from './people.ts';
import { type Session, Sessions } from './sessions.ts';
import { Turns } from './turns.ts';

/** Log-ins whose password is checked at a time, and those that may wait; more are refused at once. */
const checkedAtOnce = 2;
const mostLogIns = 200;
const crowdedS = 5;

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
  const turns = new Turns(checkedAtOnce, mostLogIns);

  const refuse = async (name: string, address: string, code: 'UPW_LOGIN_REFUSED' | 'UPW_LOGIN_DISABLED') => {
    log.warn({ name, address, code }, 'log-in refused');
    await audit.recordAlone({ ...nobody, action: 'log-in-refused', subject: name, detail: { address } });
    return new ServerError(code);
  };

  const refuseTooOften = (name: string, address: string) => {
    const waitMs = limit.waitMs(name, address, now());
    if (waitMs > 0) throw tooOften(Math.ceil(waitMs / 1000));
  };

  return {
    people,
    sessions,
    audit,
    async logIn(name, password, address) {
      refuseTooOften(name, address);
      if (turns.full) throw tooOften(crowdedS);
      const known = await people.credentials(name);
      const right = await turns.take(async () => {
        // Asked again now: of guesses sent all at once each counts before the next is checked.
        refuseTooOften(name, address);
        const verified = await verifyPassword(password, known?.passwordHash);
        const welcome = verified && (demo || known?.demo === false);
        if (welcome) limit.succeeded(name);
        else limit.failed(name, address, now());
        return welcome;
      });
      if (known === undefined || !right) throw await refuse(name, address, 'UPW_LOGIN_REFUSED');
      // Said only to who knows the password: a stranger does not learn which accounts exist.
      if (known.person.disabled) throw await refuse(name, address, 'UPW_LOGIN_DISABLED');
      const opened = await sessions.open(known.person);
      await audit.recordAlone({ ...actorNamed(known.person), action: 'log-in', subject: name, detail: { address } });
      return opened;
    },
  };
}

const tooOften = (seconds: number) => new ServerError('UPW_LOGIN_TOO_OFTEN', { parameters: { seconds } });
const actorNamed = (person: Person) => ({ actor: person.id, actorName: person.name });
