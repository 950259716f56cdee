import { randomBytes } from 'node:crypto';
import type { NewPerson } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { nobody } from './audit.ts';
import type { People } from './people.ts';

/** The published password of every demo account. */
const demoPassword = 'upwind-demo';

/** One account per role, two trainees: what a demo is shown with. */
export const demoAccounts: readonly NewPerson[] = [
  { name: 'manager', displayName: '王磊 Wang Lei', role: 'park-manager', password: demoPassword },
  { name: 'commander', displayName: '陈静 Chen Jing', role: 'commander', password: demoPassword },
  { name: 'trainer', displayName: '刘洋 Liu Yang', role: 'trainer', password: demoPassword },
  { name: 'trainee1', displayName: '张伟 Zhang Wei', role: 'trainee', password: demoPassword },
  { name: 'trainee2', displayName: '李娜 Li Na', role: 'trainee', password: demoPassword },
  { name: 'admin', displayName: '赵敏 Zhao Min', role: 'administrator', password: demoPassword },
];

/** Adds the demo accounts that are not there yet. */
export async function seedDemoAccounts(people: People): Promise<void> {
  await Promise.all(
    demoAccounts.map(async (account) => {
      if ((await people.credentials(account.name)) === undefined) await people.add(account, nobody, { demo: true });
    }),
  );
}

/**
 * Makes the first administrator of a house that has no people of its own, with a password nobody knows yet; gives it
 * once, to be printed where the server was started.
 */
export async function seedFirstAdministrator(
  people: People,
  database: Database,
): Promise<{ readonly name: string; readonly password: string } | undefined> {
  const [own] = await database.query('select 1 from people where not demo limit 1');
  if (own !== undefined) return undefined;
  const [taken] = await database.query(`select 1 from people where name = 'admin'`);
  const name = taken === undefined ? 'admin' : 'administrator';
  const password = randomBytes(12).toString('base64url');
  await people.add({ name, displayName: 'Administrator', role: 'administrator', password }, nobody);
  return { name, password };
}
