import type { SceneFault } from '../errors.ts';
import { footprint } from '../geometry/footprint.ts';
import { ringArea } from '../geometry/ring.ts';
import { chemicalFaults } from './chemical-rules.ts';
import type { Element } from './element.ts';
import { limitFaults } from './limit-rules.ts';
import { mastFaults } from './mast-rules.ts';
import type { Site } from './site.ts';

/** How far beyond the extent an element or a point may reach, m: survey error and the thickness of a fence. */
const marginM = 10;

/** What a schema cannot say about a site: every fault, in the order of the file. */
export function crossFaults(site: Site): SceneFault[] {
  return [
    ...extentFaults(site),
    ...duplicateFaults('elements', site.elements),
    ...duplicateFaults('points', site.points),
    ...duplicateFaults('chemicals', site.chemicals ?? []),
    ...elementFaults(site),
    ...pointFaults(site),
    ...mastFaults(site),
    ...(site.chemicals ?? []).flatMap((own, index) => chemicalFaults(own, `chemicals/${index} (${own.id})`)),
  ];
}

function extentFaults({ extent }: Site): SceneFault[] {
  if (extent.min[0] < extent.max[0] && extent.min[1] < extent.max[1]) return [];
  const what = `min [${extent.min}] must lie south-west of max [${extent.max}]: exchange or correct them`;
  return [{ code: 'UPW_SCENE_EXTENT', where: 'extent', what }];
}

function duplicateFaults(list: 'elements' | 'points' | 'chemicals', items: readonly { id: string }[]): SceneFault[] {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, index): SceneFault[] => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const what = `has the same id as ${list}/${earlier}: give one of them another id`;
    return [{ code: 'UPW_SCENE_DUPLICATE_ID', where: `${list}/${index} (${id})`, what }];
  });
}

function elementFaults(site: Site): SceneFault[] {
  const byId = new Map(site.elements.map((element) => [element.id, element]));
  return site.elements.flatMap((element, index): SceneFault[] => {
    const where = `elements/${index} (${element.id})`;
    const faults: SceneFault[] = [];
    if (element.partOf !== undefined && !byId.has(element.partOf)) {
      const what = `is part of ${element.partOf}, which is not on the site: correct partOf or add that element`;
      faults.push({ code: 'UPW_SCENE_UNKNOWN_ELEMENT', where, what });
    } else if (isPartOfItself(element, byId)) {
      const what = 'is part of itself: remove one partOf of the circle';
      faults.push({ code: 'UPW_SCENE_PART_OF_ITSELF', where, what });
    }
    const { shape } = element;
    const covered = footprint(element);
    if (shape.kind === 'area' && ringArea(covered) < 1e-6) {
      const what = 'its ring covers no ground: give it three places that are not in one line';
      faults.push({ code: 'UPW_SCENE_EMPTY_AREA', where, what });
    } else if (shape.kind === 'path' && covered.length === 0) {
      const what = 'its path has no length: give it two places that differ';
      faults.push({ code: 'UPW_SCENE_EMPTY_AREA', where, what });
    }
    const places = [element.at, ...covered];
    const outside = places.find((place) => !isInside(site, place));
    if (outside) faults.push(outsideFault(where, outside));
    return faults;
  });
}

function pointFaults(site: Site): SceneFault[] {
  const elements = new Set(site.elements.map(({ id }) => id));
  return site.points.flatMap((point, index): SceneFault[] => {
    const where = `points/${index} (${point.id})`;
    const faults: SceneFault[] = [];
    if (!elements.has(point.element)) {
      const what = `measures ${point.element}, which is not on the site: correct its element or add that element`;
      faults.push({ code: 'UPW_SCENE_UNKNOWN_ELEMENT', where, what });
    }
    if (!isInside(site, point.at)) faults.push(outsideFault(where, point.at));
    return [...faults, ...limitFaults(point, where)];
  });
}

function isPartOfItself(element: Element, byId: ReadonlyMap<string, Element>): boolean {
  const seen = new Set<string>();
  let next = element.partOf;
  while (next !== undefined && !seen.has(next)) {
    if (next === element.id) return true;
    seen.add(next);
    next = byId.get(next)?.partOf;
  }
  return false;
}

function isInside({ extent: { min, max } }: Site, [x, y]: readonly [number, number, ...number[]]): boolean {
  return x >= min[0] - marginM && x <= max[0] + marginM && y >= min[1] - marginM && y <= max[1] + marginM;
}

function outsideFault(where: string, [x, y]: readonly [number, number, ...number[]]): SceneFault {
  const what = `reaches [${x.toFixed(1)}, ${y.toFixed(1)}], more than ${marginM} m outside the extent: move it or widen the extent`;
  return { code: 'UPW_SCENE_OUTSIDE_EXTENT', where, what };
}
