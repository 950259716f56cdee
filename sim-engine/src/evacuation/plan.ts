import type { PeopleGroup } from '@upwind/scenarios';
import type { Element, Site } from '@upwind/scenes';
import { hypot } from '../arithmetic/hypotenuse.ts';
import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import type { Breath } from './breath.ts';
import { distanceHome } from './distance-home.ts';
import { groundRings } from './ground-rings.ts';
import { leastDoseWay, musterStayS, type Search } from './least-dose.ts';
import { doseOn, lengthOf, pulled, timed } from './pull.ts';
import * as words from './reasons.ts';
import type { EvacuationAdvice, Route } from './route.ts';
import { airChangesOf, doseIndoors, type ShelterDose } from './shelter.ts';
import { cellAt, placeOf, type Walkable, walkableOf } from './walkable.ts';

/** Below this share of an AEGL-2 load a way out counts as clean enough to go at once. */
const acceptableDose = 0.05;
/** How far from a place people find the first free ground, m. */
const exitReachM = 60;

export interface EvacuationInput {
  readonly site: Site;
  readonly breath: Breath;
  readonly people: readonly PeopleGroup[];
  /** Until when shelter is judged, s. */
  readonly untilS: number;
  /** The air over time, for how fast a closed building fills; absent: half an air change an hour. */
  readonly airAt?: (timeS: number) => BoundaryLayer;
}

interface Ground extends Omit<Search, 'mPerS'> {
  readonly musterPoints: readonly Element[];
  readonly site: Site;
}

function groundOf(site: Site, breath: Breath): Ground {
  const walkable = walkableOf(site);
  const musterPoints = site.elements.filter(({ kind }) => kind === 'muster-point');
  const goals = new Map<number, number>();
  musterPoints.forEach((muster, index) => {
    const cell = nearestFree(walkable, muster.at[0], muster.at[1]);
    if (cell >= 0) goals.set(cell, index);
  });
  return { site, walkable, breath, musterPoints, goals, home: distanceHome(walkable, [...goals.keys()]) };
}

/** Ways out for every group, in their order; yields the share of groups done. A pure function. */
export function* planningEvacuation(input: EvacuationInput): Generator<number, readonly EvacuationAdvice[]> {
  const { site, breath, people } = input;
  if (people.length === 0) return [];
  const ground = groundOf(site, breath);
  const advice: EvacuationAdvice[] = [];
  for (const group of people) {
    advice.push(adviceFor(group, ground, input));
    yield advice.length / people.length;
  }
  return advice;
}

/** The whole plan at once. */
export function planEvacuation(input: EvacuationInput): readonly EvacuationAdvice[] {
  const planning = planningEvacuation(input);
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value;
  }
}

function adviceFor(group: PeopleGroup, ground: Ground, { untilS, airAt }: EvacuationInput): EvacuationAdvice {
  const shelter = (reason: words.Reason, indoors?: ShelterDose): EvacuationAdvice => ({
    kind: 'shelter',
    group: group.id,
    ...(indoors?.ventilateAtS === undefined ? {} : { ventilateAtS: indoors.ventilateAtS }),
    reason: indoors === undefined ? reason : words.andThen(reason, indoors.ventilateAtS),
  });
  if (ground.goals.size === 0) return shelter(words.noMusterPoint());
  const starts = exitsOf(group, ground);
  if (starts.length === 0) return shelter(words.noFreeGround());
  const element = ground.site.elements.find(({ id }) => id === group.element);
  const indoors = doseIndoors(ground.breath, [group.at[0], group.at[1]], untilS, airChangesOf(element, airAt));
  const route = routeFor(group, ground, starts);
  if (route === undefined) return shelter(words.noWay(indoors.aegl2), indoors);
  const outside = route.doseFractionAegl2 + doseOn(stayAt(route), ground.breath).aegl2;
  const worse = outside > acceptableDose && outside > indoors.aegl2;
  return worse ? shelter(words.shelterBetter(outside, indoors.aegl2), indoors) : route;
}

/** Standing at the muster point after arrival: a way out is judged with what people breathe where it ends. */
function stayAt({ path, arrivalS }: Route): readonly (readonly [number, number, number])[] {
  const [x, y] = path[path.length - 1] ?? [0, 0];
  return [
    [x, y, arrivalS],
    [x, y, arrivalS + musterStayS],
  ];
}

type Start = { readonly cell: number; readonly afterS: number };

function routeFor(group: PeopleGroup, ground: Ground, starts: readonly Start[]): Route | undefined {
  const search: Search = { ...ground, mPerS: group.walkingMPerS };
  const way = leastDoseWay(search, starts, group.startS);
  const muster = way === undefined ? undefined : ground.musterPoints[way.goal];
  if (way === undefined || muster === undefined) return undefined;
  const startS = way.timesS[0] ?? group.startS;
  const asSearched = way.cells.map((cell, k) => [...placeOf(ground.walkable, cell), way.timesS[k] ?? startS] as const);
  // Straightening must not lead back into the cloud that the search went round.
  const keepsClear = (from: number, to: number): boolean => {
    const [x, y] = asSearched[to] ?? [0, 0];
    const [ax, ay, at] = asSearched[from] ?? [0, 0, 0];
    const straight = timed(
      [
        [ax, ay],
        [x, y],
      ],
      at,
      group.walkingMPerS,
    );
    const searched = doseOn(asSearched.slice(from, to + 1), ground.breath);
    return doseOn(straight, ground.breath).aegl2 <= 1.05 * searched.aegl2 + 0.0005;
  };
  const path = timed(pulled(ground.walkable, way.cells, keepsClear), startS, group.walkingMPerS);
  const dose = doseOn(path, ground.breath);
  if (dose.aegl3 >= 1) return undefined;
  return {
    kind: 'route',
    group: group.id,
    musterPoint: muster.id,
    path,
    lengthM: lengthOf(path),
    arrivalS: path[path.length - 1]?.[2] ?? startS,
    doseFractionAegl2: dose.aegl2,
    doseFractionAegl3: dose.aegl3,
    reason: reasonFor(group, ground, starts, muster, dose.aegl2),
  };
}

/** Compares with the way that somebody would take who knew nothing of the cloud. */
function reasonFor(
  group: PeopleGroup,
  ground: Ground,
  starts: readonly Start[],
  muster: Element,
  dose: number,
): words.Reason {
  const blind = blindWay(ground, starts);
  const nearest = blind === undefined ? undefined : ground.musterPoints[blind.goal];
  if (blind === undefined || nearest === undefined) return words.onlyWay();
  const path = timed(pulled(ground.walkable, blind.cells), group.startS, group.walkingMPerS);
  const blindDose = doseOn(path, ground.breath).aegl2;
  if (blindDose <= dose * 1.05 + 0.001) return words.shortest(muster.name);
  return words.safer(nearest.name, blindDose, dose, nearest.id === muster.id);
}

/** Downhill on the walking times: the shortest way to the nearest muster point. */
function blindWay({ walkable, home, goals }: Ground, starts: readonly Start[]) {
  let cell = -1;
  for (const start of starts) if (cell < 0 || (home[start.cell] as number) < (home[cell] as number)) cell = start.cell;
  if (cell < 0 || home[cell] === Number.POSITIVE_INFINITY) return undefined;
  const cells = [cell];
  while (!goals.has(cell)) {
    const next = downhill(walkable, home, cell);
    if (next < 0) return undefined;
    cell = next;
    cells.push(cell);
  }
  return { cells, goal: goals.get(cell) as number };
}

function downhill({ nx, pace }: Walkable, home: Float64Array, cell: number): number {
  let best = -1;
  for (const step of [1, -1, nx, -nx, nx + 1, nx - 1, 1 - nx, -1 - nx]) {
    const next = cell + step;
    if (pace[next] === undefined || pace[next] === 0) continue;
    if ((home[next] as number) < (home[best < 0 ? cell : best] as number)) best = next;
  }
  return best;
}

/** Where a group comes out: free ground around its building on every side, or the free ground nearest to its place. */
function exitsOf(group: PeopleGroup, { site, walkable, home }: Ground): readonly Start[] {
  const [gx, gy] = group.at;
  const element = site.elements.find(({ id }) => id === group.element);
  const corners = element === undefined ? [] : groundRings(element).flat();
  let reach = walkable.cellM;
  for (const [x, y] of corners) reach = Math.max(reach, hypot(x - gx, y - gy) + 1.5 * walkable.cellM);
  const exits: Start[] = [];
  for (; exits.length === 0 && reach <= exitReachM + 200; reach *= 1.6) {
    for (let y = gy - reach; y <= gy + reach; y += walkable.cellM) {
      for (let x = gx - reach; x <= gx + reach; x += walkable.cellM) {
        const cell = cellAt(walkable, x, y);
        if (cell < 0 || walkable.pace[cell] === 0 || home[cell] === Number.POSITIVE_INFINITY) continue;
        const [cx, cy] = placeOf(walkable, cell);
        const distance = hypot(cx - gx, cy - gy);
        if (distance <= reach) exits.push({ cell, afterS: distance / group.walkingMPerS });
      }
    }
  }
  return exits;
}

function nearestFree(walkable: Walkable, x: number, y: number): number {
  for (let reach = 0; reach <= exitReachM; reach += walkable.cellM) {
    for (let dy = -reach; dy <= reach; dy += walkable.cellM) {
      for (let dx = -reach; dx <= reach; dx += walkable.cellM) {
        const cell = cellAt(walkable, x + dx, y + dy);
        if (cell >= 0 && walkable.pace[cell] !== 0) return cell;
      }
    }
  }
  return -1;
}
