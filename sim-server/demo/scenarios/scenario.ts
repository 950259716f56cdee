import type { Point, Site } from '@upwind/scenes';
import type { Moment } from '../process/moment.ts';

/** Something that happens to the whole plant on request. */
export interface Scenario {
  advance(moment: Moment): void;
  /** The value of a point while the scenario runs. */
  change(point: Point, value: number, moment: Moment): number;
}

export type ScenarioMaker = (site: Site, seed: number) => Scenario;
