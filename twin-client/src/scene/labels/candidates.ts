import { centreOf, type Element, type ElementKind, heightOf, isBody, ringCentroid, type Text } from '@upwind/scenes';
import type { DrawnSite } from '../drawn-site.ts';

/** Something that may carry a label: where (ENU metres, above its top), and up to what distance it is worth one. */
export interface LabelCandidate {
  readonly id: string;
  readonly name: Text;
  readonly at: readonly [number, number, number];
  readonly style: 'element' | 'area';
  readonly reachM: number;
  readonly nearM: number;
}

/** Metres up to which a kind is named: landmarks from afar, small things only when one stands before them. */
const reaches: Partial<Readonly<Record<ElementKind, number>>> = {
  'storage-sphere': 650,
  'storage-tank': 420,
  column: 380,
  reactor: 260,
  furnace: 260,
  'pressure-vessel': 160,
  'heat-exchanger': 110,
  pump: 70,
  compressor: 150,
  valve: 50,
  'loading-rack': 260,
  'control-room': 700,
  office: 420,
  laboratory: 420,
  workshop: 420,
  canteen: 420,
  warehouse: 450,
  substation: 320,
  'fire-station': 600,
  'cooling-tower': 350,
  flare: 900,
  stack: 420,
  gate: 450,
  'muster-point': 520,
  'wind-sock': 160,
  'weather-mast': 350,
  'gas-detector': 60,
  camera: 60,
  hydrant: 40,
  'pipe-rack': 0,
};

/** The place just above an element. */
export function topOf(element: Element): readonly [number, number, number] {
  const { shape, at } = element;
  if (element.kind === 'muster-point' && shape.kind === 'area') {
    const [x, y] = ringCentroid(shape.ring);
    return [x, y, at[2] + 5];
  }
  if (element.kind === 'wind-sock') return [at[0], at[1], 10];
  const [x, y, z] = centreOf(element);
  return shape.kind === 'marker' ? [x, y, z + 1.2] : [x, y, at[2] + heightOf(element) + 1.5];
}

function areasOf(site: DrawnSite): readonly LabelCandidate[] {
  const groups = new Map<string, Element[]>();
  for (const element of site.elements) {
    if (element.area === undefined || !isBody(element)) continue;
    const members = groups.get(element.area.en);
    if (members === undefined) groups.set(element.area.en, [element]);
    else members.push(element);
  }
  return [...groups.values()].flatMap((members): LabelCandidate[] => {
    const name = members[0]?.area;
    const mean = (axis: 0 | 1) => members.reduce((sum, { at }) => sum + at[axis], 0) / members.length;
    const [x, y] = [mean(0), mean(1)];
    const spread = Math.max(...members.map(({ at }) => Math.hypot(at[0] - x, at[1] - y)));
    if (name === undefined || members.length < 3 || spread > 260) return [];
    const high = members.map(heightOf).sort((a, b) => a - b)[Math.floor(members.length * 0.8)] ?? 10;
    return [
      { id: `area ${name.en}`, name, at: [x, y, Math.min(high, 24) + 6], style: 'area', reachM: 4000, nearM: 330 },
    ];
  });
}

/** Everything of a site that may be labelled. */
export function labelCandidates(site: DrawnSite): readonly LabelCandidate[] {
  const elements = site.elements.map((element): LabelCandidate => {
    const reachM = reaches[element.kind] ?? 0;
    return { id: element.id, name: element.name, at: topOf(element), style: 'element', reachM, nearM: 0 };
  });
  return [...elements, ...areasOf(site)];
}
