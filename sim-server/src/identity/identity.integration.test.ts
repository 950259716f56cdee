import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditAnswer, ErrorAnswer, Person, Role, SessionAnswer } from '../contract/index.ts';
import { openTwin, startForTests, type TestServer, type Visitor } from '../for-tests.ts';
import { everyRole } from './role.ts';

const accountOf: Readonly<Record<Role, string>> = {
  'park-manager': 'manager',
  commander: 'commander',
  trainer: 'trainer',
  trainee: 'trainee1',
  administrator: 'admin',
};

let server: TestServer;
let admin: Visitor;
const errorOf = async (answer: Response) => ((await answer.json()) as ErrorAnswer).error;
const newPerson = (name: string, role: Role = 'trainee') => ({
  name,
  displayName: name,
  role,
  password: 'long-enough',
});

async function addPerson(name: string, role?: Role): Promise<Person> {
  return (await (await admin.send('POST', '/api/people', newPerson(name, role))).json()) as Person;
}
async function logInAs(name: string, password = 'long-enough') {
  const answer = await server.visitor().send('POST', '/api/session', { name, password });
  return { answer, visitor: server.visitor(answer.headers.get('set-cookie')?.split(';')[0] ?? '') };
}

beforeAll(async () => {
  server = await startForTests();
  admin = await server.logIn('admin');
});
afterAll(() => server.stop());

describe('who may call what', () => {
  test('every role gets through every route that names it and no other, and nobody gets through without a session', async () => {
    const { routes } = server.running;
    expect(routes.length).toBeGreaterThan(20);
    for (const role of [undefined, ...everyRole]) {
      for (const { method, path, access } of routes) {
        // Log-out would end the session the next route is asked with.
        const visitor = role === undefined ? server.visitor() : await visitorFor(role, `${method} ${path}`);
        const answer = await visitor.fetch(path.replaceAll(/:[a-z]+/g, 'none').replace('*', 'none'), { method });
        const { status } = answer;
        await answer.arrayBuffer();
        const where = `${role ?? 'nobody'} ${method} ${path}`;
        if (access === 'everyone') expect(status, where).not.toBe(403);
        else if (role === undefined) expect(status, where).toBe(401);
        else if (access.includes(role)) expect([401, 403], where).not.toContain(status);
        else expect(status, where).toBe(403);
      }
    }
  });

  const visitors = new Map<Role, Visitor>();
  async function visitorFor(role: Role, route: string): Promise<Visitor> {
    if (route === 'DELETE /api/session') return server.logIn(accountOf[role]);
    const visitor = visitors.get(role) ?? (await server.logIn(accountOf[role]));
    visitors.set(role, visitor);
    return visitor;
  }

  test('refusals are one clear sentence with a code', async () => {
    expect(await errorOf(await server.visitor().fetch('/api/people'))).toEqual({
      code: 'UPW_SESSION_NEEDED',
      message: 'You are not logged in, or the session has ended. Log in and try again.',
      parameters: {},
    });
    const trainee = await server.logIn('trainee1');
    expect(await errorOf(await trainee.fetch('/api/people'))).toEqual({
      code: 'UPW_ROLE_REFUSED',
      message: 'As trainee you may not do this; it takes administrator. Ask someone with that role.',
      parameters: { role: 'trainee', needed: 'administrator' },
    });
    const forged = server.visitor('upwind_session=made-up-token-made-up-token-made-up-token');
    expect((await errorOf(await forged.fetch('/api/people'))).code).toBe('UPW_SESSION_NEEDED');
  });
});

describe('sessions', () => {
  test('the token is only in an HttpOnly, SameSite=Strict cookie; log-out ends it', async () => {
    const { answer, visitor } = await logInAs('manager', 'upwind-demo');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^upwind_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    const body = (await answer.json()) as SessionAnswer;
    expect(body.person).toMatchObject({ name: 'manager', role: 'park-manager', disabled: false });
    expect(JSON.stringify(body)).not.toContain(cookie.slice(15, 58));
    expect((await visitor.get<SessionAnswer>('/api/session')).person.name).toBe('manager');
    expect((await visitor.send('DELETE', '/api/session')).status).toBe(204);
    expect((await visitor.fetch('/api/session')).status).toBe(401);
  });

  test('behind a proxy with TLS the cookie is Secure', async () => {
    const other = await startForTests({ publicOrigin: 'https://twin.example' });
    try {
      const headers = { origin: 'https://twin.example' };
      const body = { name: 'manager', password: 'upwind-demo' };
      const answer = await other.visitor().send('POST', '/api/session', body, headers);
      expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      const forwarded = { ...headers, 'x-forwarded-for': '203.0.113.7' };
      await other.visitor().send('POST', '/api/session', { name: 'manager', password: 'wrong' }, forwarded);
      const { entries } = await (await other.logIn('admin')).get<AuditAnswer>('/api/audit');
      const refused = entries.find(({ action }) => action === 'log-in-refused');
      expect(refused?.detail).toEqual({ address: '203.0.113.7' });
    } finally {
      await other.stop();
    }
  });

  test('a wrong password and an unknown name get the same sentence', async () => {
    const wrong = await logInAs('trainer', 'upwind-dem0');
    const unknown = await logInAs('nobody', 'upwind-dem0');
    expect(wrong.answer.status).toBe(401);
    const error = await errorOf(wrong.answer);
    expect(error.code).toBe('UPW_LOGIN_REFUSED');
    expect(await errorOf(unknown.answer)).toEqual(error);
  });

  test('without a proxy nobody can say where they come from', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.7' };
    await server.visitor().send('POST', '/api/session', { name: 'trainer', password: 'wrong' }, forwarded);
    const { entries } = await admin.get<AuditAnswer>('/api/audit');
    expect(entries.find(({ action }) => action === 'log-in-refused')?.detail).toEqual({ address: '127.0.0.1' });
  });

  test('guessing is slowed down, and says for how long', async () => {
    await addPerson('guessed');
    for (let i = 0; i < 5; i += 1) await logInAs('guessed', `wrong-guess-${i}`);
    const { answer } = await logInAs('guessed');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await errorOf(answer)).code).toBe('UPW_LOGIN_TOO_OFTEN');
  });

  test('guesses sent all at once are slowed down as well', async () => {
    await addPerson('rushed');
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => logInAs('rushed', `wrong-guess-${i}`)));
    const statuses = guesses.map(({ answer }) => answer.status);
    // Five are free; one more may be under way beside the fifth.
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(6);
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
  });

  test('nothing is changed at the wish of another website', async () => {
    for (const headers of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await admin.send('POST', '/api/people', newPerson('intruder'), headers);
      expect(answer.status).toBe(403);
      expect((await errorOf(answer)).code).toBe('UPW_ORIGIN_REFUSED');
    }
    expect((await admin.get<Person[]>('/api/people')).some(({ name }) => name === 'intruder')).toBe(false);
  });
});

describe('people', () => {
  test('an administrator adds them, once for each name', async () => {
    expect(await addPerson('new.trainer', 'trainer')).toMatchObject({ name: 'new.trainer', role: 'trainer' });
    const again = await admin.send('POST', '/api/people', newPerson('new.trainer'));
    expect(again.status).toBe(409);
    expect((await errorOf(again)).code).toBe('UPW_PERSON_NAME_TAKEN');
    expect((await logInAs('new.trainer')).answer.status).toBe(200);
  });

  test('what is not as the route wants it is refused with where and what', async () => {
    const answer = await admin.send('POST', '/api/people', { ...newPerson('x'), password: 'short' });
    expect(answer.status).toBe(400);
    const { code, message } = await errorOf(answer);
    expect(code).toBe('UPW_REQUEST_INVALID');
    expect(message).toMatch(/body\/(name|password)/);
    const broken = await admin.fetch('/api/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name":',
    });
    expect((await errorOf(broken)).code).toBe('UPW_REQUEST_INVALID');
  });

  test('disabling someone ends their sessions and their sockets; with the right password they are told', async () => {
    const person = await addPerson('leaver');
    const { visitor } = await logInAs('leaver');
    const twin = await openTwin(server, visitor);
    await admin.send('PATCH', `/api/people/${person.id}`, { disabled: true });
    expect(await twin.closed()).toBe(4401);
    expect((await visitor.fetch('/api/session')).status).toBe(401);
    expect((await errorOf((await logInAs('leaver')).answer)).code).toBe('UPW_LOGIN_DISABLED');
    expect((await errorOf((await logInAs('leaver', 'not-the-password')).answer)).code).toBe('UPW_LOGIN_REFUSED');
    await admin.send('PATCH', `/api/people/${person.id}`, { disabled: false });
    expect((await logInAs('leaver')).answer.status).toBe(200);
  });

  test('a new role or password ends the sessions it was used in', async () => {
    const person = await addPerson('changer');
    for (const change of [{ role: 'commander' }, { password: 'another-one' }]) {
      const { visitor } = await logInAs('changer');
      expect((await visitor.fetch('/api/session')).status).toBe(200);
      await admin.send('PATCH', `/api/people/${person.id}`, change);
      expect((await visitor.fetch('/api/session')).status).toBe(401);
    }
    expect((await logInAs('changer', 'another-one')).answer.status).toBe(200);
  });

  test('the last administrator stays one', async () => {
    const { person } = await admin.get<SessionAnswer>('/api/session');
    for (const change of [{ disabled: true }, { role: 'trainee' }]) {
      const answer = await admin.send('PATCH', `/api/people/${person.id}`, change);
      expect((await errorOf(answer)).code).toBe('UPW_PERSON_LAST_ADMINISTRATOR');
    }
    const unknown = await admin.send('PATCH', '/api/people/nobody', { disabled: true });
    expect((await errorOf(unknown)).code).toBe('UPW_PERSON_UNKNOWN');
  });
});

describe('the audit chain', () => {
  test('says who did what, and holds together', async () => {
    const person = await addPerson('audited');
    const { entries, chain } = await admin.get<AuditAnswer>('/api/audit?limit=1');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ actorName: 'admin', action: 'person-added', subject: person.id });
    expect(chain).toEqual({ intact: true, rows: entries[0]?.seq, head: entries[0]?.hash });
    const older = await admin.get<AuditAnswer>(`/api/audit?limit=5&before=${entries[0]?.seq}`);
    expect(older.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5].map((back) => (entries[0]?.seq ?? 0) - back));
  });

  test('many at once make one chain', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, i) => logInAs('trainee2', i % 2 === 0 ? 'upwind-demo' : 'wrong')));
    expect((await admin.get<AuditAnswer>('/api/audit')).chain.intact).toBe(true);
  });

  test('holds together whatever a stranger calls themselves', async () => {
    for (const name of ['\ud800', '\u202eadmin', '💣', 'a\nb']) await logInAs(name, 'wrong-guess');
    expect((await admin.get<AuditAnswer>('/api/audit')).chain.intact).toBe(true);
  });

  test('holds no password and no token', async () => {
    const { entries } = await admin.get<AuditAnswer>('/api/audit?limit=500');
    expect(JSON.stringify(entries)).not.toMatch(/upwind-demo|long-enough|scrypt|upwind_session/);
  });

  test('the database refuses to change, remove or empty it; whoever forces it is found out', async () => {
    const client = new pg.Client({ connectionString: server.database.url });
    await client.connect();
    try {
      for (const statement of ["update audit set actor_name = 'x'", 'delete from audit', 'truncate audit']) {
        await expect(client.query(statement)).rejects.toThrow(/never changed or removed/);
      }
      const verify = async () => (await admin.get<AuditAnswer>('/api/audit')).chain;
      await client.query('alter table audit disable trigger audit_append_only');
      await client.query("update audit set actor_name = 'someone else' where seq = 3");
      expect(await verify()).toMatchObject({ intact: false, brokenAt: 3 });
      await client.query("update audit set actor_name = '' where seq = 3");
      expect((await verify()).intact).toBe(true);
      await client.query('delete from audit where seq = 4');
      expect(await verify()).toMatchObject({ intact: false, brokenAt: 5 });
    } finally {
      await client.end();
    }
  });
});

describe('the first start', () => {
  test('without the demo makes one administrator with a password told once, and the demo accounts are closed', async () => {
    const demo = await startForTests();
    const real = await demo.restart({ demo: false });
    try {
      const [first] = real.announced;
      expect(first).toMatchObject({ event: 'first-administrator', name: 'administrator' });
      const attempt = (name: string, password: unknown) =>
        real.visitor().send('POST', '/api/session', { name, password });
      expect((await attempt('administrator', first?.['password'])).status).toBe(200);
      expect((await attempt('admin', 'upwind-demo')).status).toBe(401);
    } finally {
      await real.stop();
    }
  });
});
