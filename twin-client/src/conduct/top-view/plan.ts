import { type Element, footprint, type GroundPosition, type Site } from '@upwind/scenes';

/** How a shape of the map is drawn: ground first, then what stands on it. */
export type PlanLayer = 'water' | 'green' | 'pad' | 'road' | 'muster' | 'wall' | 'rack' | 'body' | 'building';

export interface PlanShape {
  readonly id: string;
  readonly layer: PlanLayer;
  /** SVG path in map metres: x east, y south. */
  readonly path: string;
}

export interface PlanLabel {
  readonly id: string;
  readonly name: Element['name'];
  readonly at: GroundPosition;
  readonly kind: 'muster' | 'area';
  /** Which end of the words stands at the place, so that none runs off the map. */
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A site as seen from above. */
export interface SitePlanView {
  readonly shapes: readonly PlanShape[];
  readonly labels: readonly PlanLabel[];
  readonly min: GroundPosition;
  readonly max: GroundPosition;
}

const order: readonly PlanLayer[] = ['water', 'green', 'pad', 'road', 'muster', 'wall', 'rack', 'body', 'building'];

const buildings: ReadonlySet<Element['kind']> = new Set([
  'control-room',
  'office',
  'laboratory',
  'workshop',
  'canteen',
  'warehouse',
  'substation',
  'fire-station',
]);

/** Draws a site for a map. */
export function planOf(site: Pick<Site, 'elements' | 'extent'>): SitePlanView {
  const shapes = site.elements.flatMap((element): PlanShape[] => {
    const layer = layerOf(element);
    const ring = footprint(element);
    if (layer === undefined || ring.length < 3) return [];
    return [{ id: element.id, layer, path: pathOf(ring) }];
  });
  shapes.sort((a, b) => order.indexOf(a.layer) - order.indexOf(b.layer));
  const labels = [...musterLabels(site), ...areaLabels(site)];
  return { shapes, labels, min: site.extent.min, max: site.extent.max };
}

function musterLabels({ elements, extent }: Pick<Site, 'elements' | 'extent'>): PlanLabel[] {
  const edgeM = (extent.max[0] - extent.min[0]) * 0.07;
  return elements
    .filter(({ kind }) => kind === 'muster-point')
    .map(({ id, name, at: [x, y] }) => ({
      id,
      name,
      at: [x, y],
      kind: 'muster',
      anchor: x > extent.max[0] - edgeM ? 'end' : x < extent.min[0] + edgeM ? 'start' : 'middle',
    }));
}

/** What is spread wider than this is no unit but the site, m. */
const widestUnitM = 320;

/** A unit's name over the middle of what stands in it; units of one or two things are not named. */
function areaLabels({ elements }: Pick<Site, 'elements'>): PlanLabel[] {
  const byArea = new Map<string, Element[]>();
  for (const element of elements) {
    if (element.area === undefined || layerOf(element) !== 'body') continue;
    byArea.set(element.area.en, [...(byArea.get(element.area.en) ?? []), element]);
  }
  return [...byArea.values()].flatMap((bodies): PlanLabel[] => {
    const [first] = bodies;
    const spread = Math.max(...bodies.map(({ at }) => at[0])) - Math.min(...bodies.map(({ at }) => at[0]));
    if (first?.area === undefined || bodies.length < 3 || spread > widestUnitM) return [];
    const mean = (axis: 0 | 1) => bodies.reduce((sum, { at }) => sum + at[axis], 0) / bodies.length;
    return [{ id: first.area.en, name: first.area, at: [mean(0), mean(1)], kind: 'area', anchor: 'middle' }];
  });
}

function layerOf({ kind, shape }: Element): PlanLayer | undefined {
  if (kind === 'water' || kind === 'green' || kind === 'pad' || kind === 'road') return kind;
  if (kind === 'muster-point') return 'muster';
  if (kind === 'bund' || kind === 'fence') return 'wall';
  if (kind === 'pipe-rack' || kind === 'pipeline') return 'rack';
  if (shape.kind === 'marker') return undefined;
  return buildings.has(kind) ? 'building' : 'body';
}

function pathOf(ring: readonly GroundPosition[]): string {
  return `M${ring.map(([x, y]) => `${round(x)} ${round(-y)}`).join('L')}Z`;
}

function round(metres: number): number {
  return Math.round(metres * 10) / 10;
}
