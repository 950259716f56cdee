export { Condition, RuleRef } from './drill/condition.ts';
export { Drill, DrillAction, Fault, Scoring, Step } from './drill/drill.ts';
export { Incident, PeopleGroup, Release, ReleaseSource } from './incident/incident.ts';
export { StabilityClass, WeatherSample } from './incident/weather.ts';
export { Rule, RuleProfile } from './rules/rule-profile.ts';
