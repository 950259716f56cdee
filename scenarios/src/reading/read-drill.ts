import type { Site } from '@upwind/scenes';
import { Check, Errors } from 'typebox/value';
import type { Condition } from '../drill/condition.ts';
import { Drill } from '../drill/drill.ts';
import { ScenarioError } from '../errors.ts';
import { RuleProfile } from '../rules/rule-profile.ts';
import { readIncident } from './read-incident.ts';
import { refuse } from './schema.ts';

/** Reads a rule profile that somebody else wrote. @throws ScenarioError */
export function readRuleProfile(json: unknown, source: string): RuleProfile {
  if (!Check(RuleProfile, json)) refuse('rule profile', source, Errors(RuleProfile, json));
  return json as RuleProfile;
}

/**
 * Reads a drill that somebody else wrote: schema, its incident, and, as far as they are given, that its elements are on
 * the site and its rules in the profile.
 *
 * @throws ScenarioError with one sentence: what, where, what to do.
 */
export function readDrill(json: unknown, source: string, against: { site?: Site; profile?: RuleProfile } = {}): Drill {
  if (!Check(Drill, json)) refuse('drill', source, Errors(Drill, json));
  const drill = json as Drill;
  const { site, profile } = against;
  readIncident(drill.incident, `${source}, incident`, site);
  if (drill.seats.max < drill.seats.min)
    fault(source, `allows at most ${drill.seats.max} seats but needs ${drill.seats.min}: raise seats.max`);
  const roles = new Set(drill.roles.map(({ id }) => id));
  const actions = new Set(drill.actions.map(({ id }) => id));
  const ids = new Set<string>();
  for (const line of [...drill.steps, ...drill.faults]) {
    if (ids.has(line.id)) fault(source, `has two lines with the id "${line.id}": give each its own`);
    ids.add(line.id);
    checkCondition(line.id, line.condition, { source, actions, site, profile });
  }
  for (const { id, role } of drill.steps) {
    if (role !== undefined && !roles.has(role))
      fault(source, `gives step "${id}" to the role "${role}", which it does not have: add the role or name another`);
  }
  for (const role of roles) {
    if (!drill.steps.some((step) => step.role === undefined || step.role === role)) {
      throw new ScenarioError(
        'UPW_SCENARIO_WEIGHTS',
        `The drill in ${source} has no step for the role "${role}": give it one.`,
      );
    }
  }
  return drill;
}

function fault(source: string, what: string): never {
  throw new ScenarioError('UPW_SCENARIO_REFERENCE', `The drill in ${source} ${what}.`);
}

interface Against {
  readonly source: string;
  readonly actions: ReadonlySet<string>;
  readonly site: Site | undefined;
  readonly profile: RuleProfile | undefined;
}

function checkCondition(line: string, condition: Condition, { source, actions, site, profile }: Against): void {
  if (condition.kind === 'acts' && !actions.has(condition.action)) {
    fault(source, `asks in "${line}" for the action "${condition.action}", which it does not have: add it to actions`);
  }
  const named =
    condition.kind === 'reaches'
      ? [condition.element]
      : condition.kind === 'reaches-muster-point'
        ? (condition.elements ?? [])
        : [];
  for (const element of named) {
    if (site !== undefined && !site.elements.some(({ id }) => id === element)) {
      fault(
        source,
        `names in "${line}" the element "${element}", which the site ${site.id} does not have: choose another`,
      );
    }
  }
  if (profile === undefined) return;
  for (const value of Object.values(condition)) {
    if (typeof value === 'object' && 'rule' in value && !profile.rules.some(({ id }) => id === value.rule)) {
      throw new ScenarioError(
        'UPW_SCENARIO_RULE_MISSING',
        `The drill in ${source} asks in "${line}" for the rule "${value.rule}", which the profile ${profile.id} ${profile.version} does not have: add it or name another.`,
      );
    }
  }
}
