import type { Alarm, Person, Sample } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { ServerError } from '../errors.ts';
import type { Audit } from '../identity/audit.ts';
import type { LiveBus } from '../live/live-bus.ts';
import type { Sites } from '../sites/sites.ts';
import {
  type AlarmChange,
  appendTransitions,
  type ConditionChange,
  conditionKey,
  readAlarm,
  readConditions,
  readNewestAlarms,
  readOpenAlarms,
  writeConditions,
} from './alarm-store.ts';
import { type AlarmTransition, applyTransition, identityByRule, identityOf } from './alarm-transition.ts';
import { type Condition, judge, normal, sameCondition } from './judge.ts';
import { type LimitRule, rulesOf } from './limit-rule.ts';

export interface AlarmDeskOptions {
  readonly database: Database;
  readonly audit: Audit;
  readonly live: LiveBus;
  readonly sites: Sites;
}

const nothing: AlarmChange = { transitions: [], conditions: [] };

/** The alarms of the house: judged on every new sample, shown at once, written down with the sample that made them. */
export class AlarmDesk {
  readonly #database: Database;
  readonly #audit: Audit;
  readonly #live: LiveBus;
  readonly #rules = new Map<string, readonly LimitRule[]>();
  readonly #conditions = new Map<string, Condition>();
  /** Alarms that are not over, by id. */
  readonly #open = new Map<string, Alarm>();

  constructor({ database, audit, live, sites }: AlarmDeskOptions) {
    this.#database = database;
    this.#audit = audit;
    this.#live = live;
    for (const site of sites.list()) {
      for (const point of site.points) {
        const rules = rulesOf(site.id, point);
        if (rules.length > 0) this.#rules.set(`${site.id}:${point.id}`, rules);
      }
    }
    // An alarm may be raised or acknowledged on another server of the house.
    live.subscribe((_site, event) => {
      if (event.kind === 'alarm') this.#keep(event.alarm);
    });
  }

  /** Takes up where the server stopped. Alarms of limits that are no longer there are withdrawn. */
  async restore(now = Date.now()): Promise<void> {
    const known = new Set([...this.#rules.values()].flat().map((rule) => conditionKey(rule)));
    for (const change of await readConditions(this.#database)) {
      if (known.has(conditionKey(change))) this.#conditions.set(conditionKey(change), change.condition);
    }
    const withdrawn: AlarmTransition[] = [];
    for (const alarm of await readOpenAlarms(this.#database)) {
      if (known.has(conditionKey(alarm))) this.#open.set(alarm.id, alarm);
      else withdrawn.push({ ...identityOf(alarm), kind: 'withdrawn', value: alarm.value, receivedTime: now });
    }
    if (withdrawn.length > 0) await appendTransitions(withdrawn, this.#database);
  }

  /** Judges a sample that is newer than all before it of its point, and shows what came of it. */
  judge(site: string, sample: Sample): AlarmChange {
    const rules = this.#rules.get(`${site}:${sample.point}`);
    if (rules === undefined) return nothing;
    const transitions: AlarmTransition[] = [];
    const conditions: ConditionChange[] = [];
    for (const rule of rules) {
      const key = conditionKey(rule);
      const before = this.#conditions.get(key) ?? normal;
      const { condition, transition } = judge(rule, before, sample);
      if (!sameCondition(before, condition)) {
        this.#conditions.set(key, condition);
        conditions.push({ site, point: rule.point, limit: rule.limit, condition });
      }
      if (transition === undefined) continue;
      const { sourceTime, receivedTime, value } = sample;
      const at = { value, sourceTime, receivedTime };
      if (transition.kind === 'raised') transitions.push(...this.#supersede(rule, at));
      transitions.push({ ...identityByRule(rule, transition.alarm), kind: transition.kind, ...at });
    }
    for (const transition of transitions) this.#show(transition);
    return { transitions, conditions };
  }

  /** Alarms of a site that are not over, newest first. */
  open(site: string): readonly Alarm[] {
    return [...this.#open.values()]
      .filter((alarm) => alarm.site === site)
      .sort((a, b) => b.raisedSourceTime - a.raisedSourceTime);
  }

  /** The newest alarms of a site, over or not. */
  newest(site: string, limit: number, before?: number): Promise<readonly Alarm[]> {
    return readNewestAlarms(site, limit, before, this.#database);
  }

  /**
   * Acknowledges one activation. Whoever is first counts; the others get the alarm with the first one's name. Throws
   * `UPW_ALARM_UNKNOWN`.
   */
  async acknowledge(
    site: string,
    id: string,
    by: Person,
    comment: string | undefined,
    now = Date.now(),
  ): Promise<Alarm> {
    const alarm = this.#open.get(id) ?? (await readAlarm(site, id, this.#database));
    if (alarm === undefined || alarm.site !== site) {
      throw new ServerError('UPW_ALARM_UNKNOWN', { parameters: { alarm: id, site } });
    }
    if (alarm.acknowledgedTime !== undefined) return alarm;
    const transition: AlarmTransition = {
      ...identityOf(alarm),
      kind: 'acknowledged',
      value: alarm.value,
      receivedTime: now,
      actor: by.id,
      actorName: by.displayName,
      ...(comment !== undefined && { comment }),
    };
    const first = await this.#database.transaction(async (transaction) => {
      const appended = await appendTransitions([transition], transaction);
      if (appended === 0) return false;
      const event = { actor: by.id, actorName: by.name, action: 'alarm-acknowledged', subject: id };
      await this.#audit.record(event, transaction);
      return true;
    });
    // The raising itself may still be on its way into the database: the fold does not mind the order.
    const current = this.#open.get(id) ?? alarm;
    if (!first) return (await readAlarm(site, id, this.#database)) ?? current;
    if (current.acknowledgedTime !== undefined) return current;
    return this.#show(transition, current) ?? current;
  }

  #supersede(rule: LimitRule, at: Pick<AlarmTransition, 'value' | 'sourceTime' | 'receivedTime'>): AlarmTransition[] {
    return [...this.#open.values()]
      .filter((alarm) => conditionKey(alarm) === conditionKey(rule))
      .map((alarm) => ({ ...identityOf(alarm), kind: 'superseded', ...at }));
  }

  #show(transition: AlarmTransition, known = this.#open.get(transition.alarm)): Alarm | undefined {
    const alarm = applyTransition(known, transition);
    if (alarm === undefined) return undefined;
    this.#keep(alarm);
    this.#live.publish(alarm.site, { kind: 'alarm', alarm });
    return alarm;
  }

  #keep(alarm: Alarm): void {
    if (alarm.state === 'normal') this.#open.delete(alarm.id);
    else this.#open.set(alarm.id, alarm);
  }
}

/** Writes what samples did to alarms, in the transaction that stores the samples. */
export async function storeAlarmChanges(
  changes: readonly AlarmChange[],
  within: Parameters<typeof appendTransitions>[1],
): Promise<void> {
  const transitions = changes.flatMap((change) => change.transitions);
  const conditions = changes.flatMap((change) => change.conditions);
  if (transitions.length > 0) await appendTransitions(transitions, within);
  if (conditions.length > 0) await writeConditions(conditions, within);
}
