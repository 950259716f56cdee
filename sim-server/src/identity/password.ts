import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { Turns } from './turns.ts';

/** OWASP Password Storage Cheat Sheet, scrypt with 32 MiB: N = 2^15, r = 8, p = 3. */
const recommended = { logN: 15, r: 8, p: 3 } as const;
const keyLength = 32;
/** Each takes one of Node's four threads, which files and new connections to the database need as well. */
const threads = new Turns(2);
const form = /^scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;

/** Hash of a password as it is stored, with its own salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const { logN, r, p } = recommended;
  const salt = randomBytes(16);
  const key = await derive(password, salt, { N: 2 ** logN, r, p });
  return `scrypt$ln=${logN},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Whether the password is the one of this hash. Costs the same with a hash that does not exist. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, logN, r, p, salt, key] = form.exec(hash ?? (await someHash())) ?? [];
  if (salt === undefined || key === undefined) return false;
  const cost = { N: 2 ** Number(logN), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost);
  const expected = Buffer.from(key, 'base64url');
  return derived.length === expected.length && timingSafeEqual(derived, expected) && hash !== undefined;
}

let made: Promise<string> | undefined;
const someHash = (): Promise<string> => {
  made ??= hashPassword(randomBytes(16).toString('hex'));
  return made;
};

function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  const maxmem = 128 * (cost.N ?? 1) * (cost.r ?? 1) * 2;
  const derived = () =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(password.normalize('NFC'), salt, keyLength, { ...cost, maxmem }, (error, key) =>
        error === null ? resolve(key) : reject(error),
      );
    });
  return threads.take(derived);
}
