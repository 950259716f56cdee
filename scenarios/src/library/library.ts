import type { Drill } from '../drill/drill.ts';
import type { RuleProfile } from '../rules/rule-profile.ts';
import { crosswindEscape } from './crosswind-escape.ts';
import { leakEscapeRules } from './leak-escape-rules.ts';

/** The drills that come with the house. */
export const drills: readonly Drill[] = [crosswindEscape];

/** The rule profiles they are judged by. */
export const ruleProfiles: readonly RuleProfile[] = [leakEscapeRules];
