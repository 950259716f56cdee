import type { Element, GroundPosition, Position } from '@upwind/scenes';
import type { Forms } from '../form/forms.ts';
import { carried, paint } from '../form/palette.ts';
import { addRod } from '../form/round.ts';
import type { Colour } from '../form/solid.ts';
import { addBar, addBox, turnOf } from '../form/straight.ts';

/** Distance between the bents of a pipe rack, m. */
const bentM = 9;

/** A pipe is drawn in pieces of this many bents. */
const bentsAPiece = 6;

/** A pipe rack: bents, two decks, pipes in their identification colours, a cable tray on top. */
export function pipeRack(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'path') return;
  const { path, widthM, heightM } = element.shape;
  const decks = [heightM * 0.62, heightM * 0.9];
  const half = widthM / 2 - 0.4;
  path.slice(1).forEach((to, index) => {
    const from = path[index];
    if (!from) return;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const headingDeg = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    const bents = Math.max(1, Math.round(length / bentM));
    const spanM = length / bents;
    for (let bent = 0; bent < bents; bent++) {
      const turn = turnOf([from[0], from[1], from[2]], headingDeg);
      const x0 = bent * spanM;
      const steel = forms.on('steel', turn(x0, 0, 0));
      for (const y of [-half, half]) {
        addBar(steel, turn(x0, y, 0), turn(x0, y, heightM), 0.3, paint.frameGrey);
        addBox(forms.on('concrete', turn(x0, 0, 0)), turn, [x0, y, 0], [0.7, 0.7, 0.35], { colour: paint.concrete });
        for (const z of decks)
          addBar(steel, turn(x0, y, z - 0.15), turn(x0 + spanM, y, z - 0.15), 0.18, paint.frameGrey);
      }
      for (const z of decks) addBar(steel, turn(x0, -half, z - 0.15), turn(x0, half, z - 0.15), 0.28, paint.frameGrey);
      if (bent % 4 === 0) {
        addBar(steel, turn(x0, half, 0.4), turn(x0 + spanM, half, decks[0] ?? 5), 0.1, paint.frameGrey);
        addBar(steel, turn(x0 + spanM, half, 0.4), turn(x0, half, decks[0] ?? 5), 0.1, paint.frameGrey);
      }
      const run = Math.min(bentsAPiece, bents - bent) * spanM;
      for (const [deck, z] of decks.entries()) {
        for (const { y, radius, colour } of pipesOn(widthM, deck)) {
          if (bent % bentsAPiece === 0) {
            addRod(steel, turn(x0, y, z + radius), turn(x0 + run, y, z + radius), radius, {
              sides: 7,
              colour,
              caps: 'none',
            });
          }
          if (bent % 5 === 2)
            addRod(steel, turn(x0 + 3, y, z + radius), turn(x0 + 3.5, y, z + radius), radius * 1.02, {
              sides: 7,
              colour: ringColour(y),
              caps: 'none',
            });
        }
      }
      addBox(steel, turn, [x0 + spanM / 2, 0, heightM], [spanM, 0.6, 0.12], { colour: paint.galvanised, under: true });
    }
    const turn = turnOf([from[0], from[1], from[2]], headingDeg);
    for (const y of [-half, half])
      addBar(forms.on('steel', to), turn(length, y, 0), turn(length, y, heightM), 0.3, paint.frameGrey);
  });
}

/** The pipes of one deck, side by side: where, how thick, what colour. */
function pipesOn(
  widthM: number,
  deck: number,
): { readonly y: number; readonly radius: number; readonly colour: Colour }[] {
  const radii = deck === 0 ? [0.25, 0.15, 0.18, 0.1, 0.3, 0.12, 0.2] : [0.2, 0.35, 0.12, 0.16];
  const colours: readonly Colour[] = [paint.insulated, paint.vesselGrey, paint.insulated, paint.galvanised];
  const room = widthM - 2;
  return radii.map((radius, index) => ({
    y: -room / 2 + (room * index) / (radii.length - 1),
    radius,
    colour: colours[(index + deck) % colours.length] ?? paint.insulated,
  }));
}

function ringColour(y: number): Colour {
  const all = [carried.water, carried.steam, carried.gas, carried.combustible, carried.acid, carried.air];
  return all[Math.abs(Math.round(y * 7)) % all.length] ?? carried.water;
}

/** A single line of pipe, on sleepers when low, on posts when high. */
export function pipeline(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'path') return;
  const { path, widthM, heightM } = element.shape;
  const steel = forms.on('steel', element.at);
  const radius = Math.max(0.06, Math.min(widthM, 0.4) / 2);
  const lifted = path.map(([x, y, z]): Position => [x, y, z + (z < 1 ? Math.max(0.35, heightM - radius) : 0)]);
  lifted.slice(1).forEach((to, index) => {
    const from = lifted[index];
    if (!from) return;
    addRod(steel, from, to, radius, { sides: 9, colour: paint.insulated, caps: 'both' });
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const posts = Math.floor(length / 6);
    for (let post = 1; post <= posts; post++) {
      const share = post / (posts + 1);
      const at: Position = [
        from[0] + (to[0] - from[0]) * share,
        from[1] + (to[1] - from[1]) * share,
        from[2] + (to[2] - from[2]) * share,
      ];
      addBar(steel, [at[0], at[1], 0], [at[0], at[1], at[2] - radius], 0.14, paint.frameGrey);
      addBox(forms.on('concrete', at), turnOf([at[0], at[1], 0]), [0, 0, 0], [0.5, 0.5, 0.2], {
        colour: paint.concrete,
      });
    }
  });
}

/** Chain-link fence with posts and a toprail; an alpha-cut surface carries the mesh. */
export function fence(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'path') return;
  const { path, heightM } = element.shape;
  path.slice(1).forEach((to, index) => {
    const from = path[index];
    if (!from) return;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const pieces = Math.max(1, Math.round(length / 4));
    const along = (share: number): GroundPosition => [
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
    ];
    for (let piece = 0; piece <= pieces; piece++) {
      const [x, y] = along(piece / pieces);
      addBar(forms.on('fine', [x, y]), [x, y, 0], [x, y, heightM + 0.05], 0.07, paint.galvanised);
    }
    for (let part = 0; part < Math.ceil(length / 60); part++) {
      const [a, b] = [along((part * 60) / length), along(Math.min(1, ((part + 1) * 60) / length))];
      addBar(forms.on('steel', a), [a[0], a[1], heightM], [b[0], b[1], heightM], 0.05, paint.galvanised);
    }
    const mesh = forms.on('mesh', from);
    const colour: Colour = [0.75, 0.77, 0.78];
    const corners = [
      [from[0], from[1], 0.05],
      [to[0], to[1], 0.05],
      [to[0], to[1], heightM],
      [from[0], from[1], heightM],
    ] as const satisfies readonly Position[];
    const base = mesh.positions.length / 3;
    corners.forEach((corner, at) => {
      mesh.positions.push(...corner);
      mesh.normals.push((to[1] - from[1]) / length, -(to[0] - from[0]) / length, 0);
      mesh.uvs.push(at === 1 || at === 2 ? length : 0, at >= 2 ? heightM : 0);
      mesh.colours.push(...colour, 1);
    });
    mesh.indices.push(base, base + 1, base + 2, base, base + 2, base + 3);
  });
}
