import type { Arc } from './trials.ts';

/** The arcs by stability, by distance, and by both. */
export function groupsOf(arcs: readonly Arc[]): Map<string, Arc[]> {
  const groups = new Map<string, Arc[]>();
  const put = (name: string, arc: Arc): void => {
    groups.set(name, [...(groups.get(name) ?? []), arc]);
  };
  const sides = ['stable', 'unstable'] as const;
  const sideOf = (arc: Arc): string => sides[arc.trial.obukhovM > 0 ? 0 : 1];
  const distances = [...new Set(arcs.map(({ distanceM }) => distanceM))].sort((a, b) => a - b);
  for (const side of sides) for (const arc of arcs) if (sideOf(arc) === side) put(side, arc);
  for (const distance of distances) {
    for (const arc of arcs) if (arc.distanceM === distance) put(`${distance} m`, arc);
    for (const side of sides) {
      for (const arc of arcs) if (arc.distanceM === distance && sideOf(arc) === side) put(`${distance} m ${side}`, arc);
    }
  }
  return groups;
}
