/** A toxic or flammable limit that bounds a zone. AEGL by the exposure time chosen; `lfl` fractions for flammables. */
export type ThreatLevel = 'aegl-1' | 'aegl-2' | 'aegl-3' | 'lfl-10' | 'lfl-50' | 'lfl-100';

/** A closed ring of [x, y] local metres; the first point is not repeated; outer rings anticlockwise, holes clockwise. */
export type Ring = readonly (readonly [number, number])[];

/** Threat zone (危害区): where a limit is exceeded at one time. */
export interface ThreatZone {
  readonly chemical: string;
  readonly level: ThreatLevel;
  /** The limit itself, kg/m³, and what it stands for, e.g. "AEGL-2, 10 min: 2.8 ppm". */
  readonly limitKgPerM3: number;
  readonly label: { readonly zh: string; readonly en: string };
  readonly timeS: number;
  readonly rings: readonly Ring[];
  readonly areaM2: number;
  /** Farthest distance of the zone from its release, m. */
  readonly reachM: number;
}
