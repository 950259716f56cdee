import type { RuleProfile } from '../rules/rule-profile.ts';

/**
 * How to get out of a gas leak. The direction is Transport Canada's Emergency Response Guidebook ("leave the area
 * perpendicular to the wind"); the times and radii are the house's own proposal, to be signed off by a trainer.
 */
export const leakEscapeRules: RuleProfile = {
  id: 'leak-escape',
  version: '1.0.0',
  title: { zh: '气体泄漏逃生规则（内部建议值）', en: 'Escape from a gas leak (proposed values)' },
  rules: [
    { id: 'alarm-within-s', value: 30, unit: 's', clause: 'House proposal', trust: 'proposed' },
    { id: 'move-off-distance-m', value: 10, unit: 'm', clause: 'House proposal', trust: 'proposed' },
    { id: 'move-off-within-s', value: 25, unit: 's', clause: 'House proposal', trust: 'proposed' },
    { id: 'crosswind-over-m', value: 60, unit: 'm', clause: 'House proposal', trust: 'proposed' },
    {
      id: 'crosswind-min-deg',
      value: 60,
      unit: '°',
      clause: 'Transport Canada ERG: leave perpendicular to the wind; margin proposed',
      trust: 'read',
    },
    { id: 'muster-radius-m', value: 14, unit: 'm', clause: 'House proposal', trust: 'proposed' },
    { id: 'muster-within-s', value: 220, unit: 's', clause: 'House proposal', trust: 'proposed' },
    {
      id: 'fatal-dose',
      value: 1,
      unit: 'AEGL-3',
      clause: 'US EPA AEGL-3: life-threatening effects',
      trust: 'read',
    },
  ],
};
