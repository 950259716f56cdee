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
  readonly muster: boolean;
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
  const labels = site.elements.flatMap((element): PlanLabel[] =>
    element.kind === 'muster-point' || element.kind === 'control-room'
      ? [
          {
            id: element.id,
            name: element.name,
            at: [element.at[0], element.at[1]],
            muster: element.kind === 'muster-point',
          },
        ]
      : [],
  );
  return { shapes, labels, min: site.extent.min, max: site.extent.max };
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
