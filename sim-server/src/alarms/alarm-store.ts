import type { Alarm } from '../contract/index.ts';
import type { Queryable } from '../database/database.ts';
import { type AlarmTransition, applyTransition } from './alarm-transition.ts';
import { alarmOf, type Condition, normal, sinceOf } from './judge.ts';

/** A limit that stands differently now. */
export interface ConditionChange {
  readonly site: string;
  readonly point: string;
  readonly limit: Alarm['limit'];
  readonly condition: Condition;
}

/** What samples did to alarms; committed together with them. */
export interface AlarmChange {
  readonly transitions: readonly AlarmTransition[];
  readonly conditions: readonly ConditionChange[];
}

interface TransitionRow {
  readonly alarm: string;
  readonly site: string;
  readonly point: string;
  readonly element: string;
  readonly limit_name: Alarm['limit'];
  readonly limit_value: number;
  readonly priority: Alarm['priority'];
  readonly kind: AlarmTransition['kind'];
  readonly value: number;
  readonly source_time: number | null;
  readonly received_time: number;
  readonly actor: string | null;
  readonly actor_name: string | null;
  readonly comment: string | null;
}

/** Appends transitions; one that is there already (the same samples came again) is left as it is. */
export function appendTransitions(transitions: readonly AlarmTransition[], within: Queryable): Promise<number> {
  const column = <T>(read: (transition: AlarmTransition) => T) => transitions.map(read);
  return within.execute(
    `insert into alarm_transitions (alarm, site, point, element, limit_name, limit_value, priority, kind, value,
       source_time, received_time, actor, actor_name, comment)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::text[],
       $8::text[], $9::float8[], $10::bigint[], $11::bigint[], $12::text[], $13::text[], $14::text[])
     on conflict do nothing`,
    [
      column((t) => t.alarm),
      column((t) => t.site),
      column((t) => t.point),
      column((t) => t.element),
      column((t) => t.limit),
      column((t) => t.limitValue),
      column((t) => t.priority),
      column((t) => t.kind),
      column((t) => t.value),
      column((t) => t.sourceTime),
      column((t) => t.receivedTime),
      column((t) => t.actor),
      column((t) => t.actorName),
      column((t) => t.comment),
    ],
  );
}

/** Writes down where limits stand; of several changes of one limit the last counts. */
export async function writeConditions(changes: readonly ConditionChange[], within: Queryable): Promise<void> {
  const newest = [...new Map(changes.map((change) => [conditionKey(change), change])).values()];
  await within.execute(
    `insert into alarm_conditions
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[])
     on conflict (site, point, limit_name) do update
       set phase = excluded.phase, since = excluded.since, alarm = excluded.alarm`,
    [
      newest.map((change) => change.site),
      newest.map((change) => change.point),
      newest.map((change) => change.limit),
      newest.map((change) => change.condition.phase),
      newest.map((change) => sinceOf(change.condition)),
      newest.map((change) => alarmOf(change.condition)),
    ],
  );
}

/** Where every limit stood when the server stopped. */
export async function readConditions(within: Queryable): Promise<readonly ConditionChange[]> {
  const rows = await within.query<{
    readonly site: string;
    readonly point: string;
    readonly limit_name: Alarm['limit'];
    readonly phase: Condition['phase'];
    readonly since: number | null;
    readonly alarm: string | null;
  }>('select * from alarm_conditions');
  return rows.map((row) => ({
    site: row.site,
    point: row.point,
    limit: row.limit_name,
    condition: conditionOf(row.phase, row.since, row.alarm),
  }));
}

/** Alarms that are not over yet: still active, or returned to normal and not acknowledged. */
export async function readOpenAlarms(within: Queryable): Promise<readonly Alarm[]> {
  const rows = await within.query<TransitionRow>(
    `select t.* from alarm_transitions t
     where t.alarm in (
       select alarm from alarm_transitions group by alarm
       having not (bool_or(kind in ('superseded', 'withdrawn'))
         or (bool_or(kind = 'cleared') and bool_or(kind = 'acknowledged'))))
     order by (t.kind <> 'raised'), t.seq`,
  );
  return fold(rows).filter((alarm) => alarm.state !== 'normal');
}

/** The newest `limit` alarms of a site, over or not. */
export async function readNewestAlarms(
  site: string,
  limit: number,
  before: number | undefined,
  within: Queryable,
): Promise<readonly Alarm[]> {
  const rows = await within.query<TransitionRow>(
    `select t.* from alarm_transitions t
     where t.alarm in (
       select alarm from alarm_transitions
       where site = $1 and kind = 'raised' and ($3::bigint is null or source_time < $3)
       order by seq desc limit $2)
     order by (t.kind <> 'raised'), t.seq`,
    [site, limit, before],
  );
  return fold(rows).sort((a, b) => b.raisedSourceTime - a.raisedSourceTime);
}

export async function readAlarm(site: string, id: string, within: Queryable): Promise<Alarm | undefined> {
  const rows = await within.query<TransitionRow>(
    `select * from alarm_transitions where alarm = $1 and site = $2 order by (kind <> 'raised'), seq`,
    [id, site],
  );
  return fold(rows)[0];
}

export const conditionKey = (of: Pick<ConditionChange, 'site' | 'point' | 'limit'>): string =>
  `${of.site}:${of.point}:${of.limit}`;

function fold(rows: readonly TransitionRow[]): Alarm[] {
  const alarms = new Map<string, Alarm>();
  for (const row of rows) {
    const alarm = applyTransition(alarms.get(row.alarm), transitionOf(row));
    if (alarm !== undefined) alarms.set(row.alarm, alarm);
  }
  return [...alarms.values()];
}

const transitionOf = (row: TransitionRow): AlarmTransition => ({
  alarm: row.alarm,
  site: row.site,
  point: row.point,
  element: row.element,
  limit: row.limit_name,
  limitValue: row.limit_value,
  priority: row.priority,
  kind: row.kind,
  value: row.value,
  receivedTime: row.received_time,
  ...(row.source_time !== null && { sourceTime: row.source_time }),
  ...(row.actor !== null && { actor: row.actor }),
  ...(row.actor_name !== null && { actorName: row.actor_name }),
  ...(row.comment !== null && { comment: row.comment }),
});

function conditionOf(phase: Condition['phase'], since: number | null, alarm: string | null): Condition {
  if (phase === 'rising' && since !== null) return { phase, since };
  if (phase === 'active' && alarm !== null) return { phase, alarm };
  if (phase === 'returning' && alarm !== null && since !== null) return { phase, alarm, since };
  return normal;
}
