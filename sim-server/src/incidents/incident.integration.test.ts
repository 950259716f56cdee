import type { Incident } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { runIncident } from '@upwind/sim-engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { IncidentRecord, LiveFrame } from '../contract/index.ts';
import { type DrillHouse, openDrillHouse, until, type Visitor } from '../drills/for-tests.ts';

const incidents = '/api/sites/chemical-park/incidents';

const leak: Incident = {
  id: 'mine',
  site: 'chemical-park',
  title: 'Chlorine from V-301A',
  mode: 'rehearsal',
  startTime: 1_795_000_000_000,
  durationS: 120,
  seed: 7,
  weather: [{ timeS: 0, windSpeedMPerS: 2.5, windFromDeg: 300, windHeightM: 10, temperatureK: 293, stability: 'D' }],
  releases: [
    {
      id: 'r1',
      element: 'V-301A',
      at: [-256, 187, 1],
      chemical: 'chlorine',
      source: { kind: 'rate', kgPerS: 1 },
      startS: 0,
      stopS: 60,
    },
  ],
  people: [],
};

let house: DrillHouse;
let commander: Visitor;
let manager: Visitor;

beforeAll(async () => {
  house = await openDrillHouse();
  commander = await house.logIn('commander');
  manager = await house.logIn('manager');
});
afterAll(() => house.close());

async function opened(incident: Incident = leak, resultHash?: string): Promise<IncidentRecord> {
  const answer = await commander.post(incidents, { incident, ...(resultHash !== undefined && { resultHash }) });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as IncidentRecord;
}

async function stored(): Promise<number> {
  const [row] = await house.database.query<{ count: number }>('select count(*) from incident_events');
  return row?.count ?? 0;
}

describe('opening', () => {
  test('IN1 the server gives the id and keeps the incident whole', async () => {
    const record = await opened();
    expect(record.id).not.toBe('mine');
    expect(record).toMatchObject({
      site: 'chemical-park',
      openedBy: commander.id,
      incident: { ...leak, id: record.id },
    });
    expect((await manager.get(`/api/incidents/${record.id}`)).body).toEqual(record);
    const list = (await manager.get(incidents)).body as IncidentRecord[];
    expect(list[0]).toEqual(record);
  });

  test.each([
    ['no incident', {}, /incident/],
    ['a wind of 400 degrees', { ...leak, weather: [{ ...leak.weather[0], windFromDeg: 400 }] }, /windFromDeg/],
    ['no releases', { ...leak, releases: [] }, /releases/],
    ['an unknown element', { ...leak, releases: [{ ...leak.releases[0], element: 'T-999' }] }, /T-999/],
    ['another site', { ...leak, site: 'elsewhere' }, /elsewhere/],
    ['a field nobody knows', { ...leak, score: 100 }, /score/],
    ['a release that stops before it starts', { ...leak, releases: [{ ...leak.releases[0], startS: 90 }] }, /r1/],
  ])('IN2 %s is refused and nothing is stored', async (_what, incident, says) => {
    const before = await stored();
    const answer = await commander.post(incidents, { incident });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'UPW_INCIDENT_INVALID' } } });
    expect((answer.body as { error: { message: string } }).error.message).toMatch(says);
    expect(await stored()).toBe(before);
  });

  test('IN2 an unknown site is refused', async () => {
    expect(await commander.post('/api/sites/nowhere/incidents', { incident: leak })).toMatchObject({
      status: 404,
      body: { error: { code: 'UPW_SITE_UNKNOWN' } },
    });
  });
});

describe('events', () => {
  test('IN3 an incident is closed once, and its events stay as they are', async () => {
    const { id } = await opened();
    const closed = await commander.post(`/api/incidents/${id}/close`);
    expect((closed.body as IncidentRecord).closedTime).toBeGreaterThan(0);
    expect((await commander.get(`/api/incidents/${id}`)).body).toEqual(closed.body);
    expect(await commander.post(`/api/incidents/${id}/close`)).toMatchObject({
      status: 409,
      body: { error: { code: 'UPW_INCIDENT_CLOSED' } },
    });
    expect(await commander.post('/api/incidents/none/close')).toMatchObject({ status: 404 });
    await expect(house.database.execute('delete from incident_events')).rejects.toThrow(/never changed/);
    await expect(house.database.execute(`update incident_events set person = ''`)).rejects.toThrow(/never changed/);
  });

  test('IN4 only a commander opens and closes, a trainee does not even read', async () => {
    const { id } = await opened();
    expect((await manager.post(incidents, { incident: leak })).status).toBe(403);
    expect((await manager.post(`/api/incidents/${id}/close`)).status).toBe(403);
    const trainee = await house.logIn('trainee1');
    expect((await trainee.get(incidents)).status).toBe(403);
    expect((await trainee.get(`/api/incidents/${id}`)).status).toBe(403);
  });

  test('IN5 whoever looks at the site is told', async () => {
    const address = house.server.url.replace('http', 'ws');
    const live = new WebSocket(`${address}/live?site=chemical-park`, { headers: { cookie: manager.cookie } });
    const frames: LiveFrame[] = [];
    live.on('message', (text) => frames.push(JSON.parse(String(text)) as LiveFrame));
    await until(() => frames.some(({ kind }) => kind === 'snapshot'), 'the snapshot');
    const { id } = await opened();
    const changes = () => frames.filter((frame) => frame.kind === 'changed' && frame.what === 'incidents').length;
    await until(() => changes() === 1, 'the opening');
    await commander.post(`/api/incidents/${id}/close`);
    await until(() => changes() === 2, 'the closing');
    live.close();
  });
});

describe('verifying', () => {
  test('IN6 the server’s own run has the hash of any other engine’s', { timeout: 60_000 }, async () => {
    const { hash } = runIncident({ site: chemicalPark, incident: leak });
    const { id } = await opened(leak, hash);
    const expected = { serverHash: hash, resultHash: hash, verdict: 'equal' };
    expect((await commander.post(`/api/incidents/${id}/verify`, {})).body).toEqual(expected);
    expect((await manager.post(`/api/incidents/${id}/verify`, { resultHash: 'f00d' })).body).toEqual({
      ...expected,
      resultHash: 'f00d',
      verdict: 'different',
    });
    const { id: silent } = await opened();
    expect((await commander.post(`/api/incidents/${silent}/verify`, {})).body).toMatchObject({
      verdict: 'nothing-to-compare',
    });
    const events = await house.database.query(
      `select 1 from incident_events where incident = $1 and kind = 'verified'`,
      [id],
    );
    expect(events).toHaveLength(2);
  });

  test('IN6 what the engine refuses is a refusal with its sentence, and it runs the next', async () => {
    const [release] = leak.releases;
    const { id } = await opened({ ...leak, releases: [{ ...release, chemical: 'unobtainium' } as never] });
    const answer = await commander.post(`/api/incidents/${id}/verify`, {});
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'UPW_ENGINE_FAILED' } } });
    expect((answer.body as { error: { message: string } }).error.message).toMatch(/unobtainium/);
    const { id: good } = await opened();
    expect((await commander.post(`/api/incidents/${good}/verify`, {})).status).toBe(200);
  });
});
