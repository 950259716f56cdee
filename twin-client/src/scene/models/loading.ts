import { type Model, shapeAs, steady } from './context.ts';
import { guardRail, straightStair } from './fittings.ts';
import { bar, beam, box, pipe } from './forms.ts';
import { paints } from './paint.ts';
import { tankLorry } from './vehicles.ts';

/** A loading rack: canopy on columns, an island with a platform and arms, a tank lorry at the bay. */
export const loadingRack: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'box');
  if (shape === undefined) return;
  const { lengthM: lx, widthM: ly, heightM: h } = shape;
  solid.paint(paints.concrete);
  box(solid, 0, 0, 0, lx, Math.max(1.4, ly * 0.35), 0.25);
  solid.paint(paints.steel);
  for (const x of [-lx / 2 + 1, 0, lx / 2 - 1]) box(solid, x, 0, 0.25, 0.35, 0.35, h - 0.6);
  const roof = ly / 2 + 3.2;
  solid.paint(paints.claddingBlue);
  box(solid, 0, 0, h - 0.35, lx + 1, roof * 2, 0.35);
  solid.paint(paints.white);
  box(solid, 0, -roof, h - 0.5, lx + 1, 0.12, 0.65);
  box(solid, 0, roof, h - 0.5, lx + 1, 0.12, 0.65);
  solid.paint(paints.grating);
  box(solid, 0, 0, 3.1, lx * 0.8, 1.1, 0.1);
  guardRail(
    solid,
    [
      [-lx * 0.4, -0.5, 3.2],
      [lx * 0.4, -0.5, 3.2],
    ],
    detail,
    1.6,
  );
  guardRail(
    solid,
    [
      [-lx * 0.4, 0.5, 3.2],
      [lx * 0.4, 0.5, 3.2],
    ],
    detail,
    1.6,
  );
  solid.paint(paints.pipeOil);
  for (let k = -1; k <= 1; k += 1) {
    const x = k * lx * 0.22;
    pipe(
      solid,
      [
        [x, 0.3, 0.3],
        [x, 0.3, 4.3],
        [x, -1.8, 4.3],
        [x, -2.4, 3.5],
      ],
      0.1,
      6,
    );
    solid.paint(k === 0 ? paints.pipeGas : paints.pipeOil);
  }
  solid.paint(paints.fireRed);
  bar(solid, [lx / 2 - 0.4, 0, 0.25], [lx / 2 - 0.4, 0, 1.3], 0.12, 8, true);
  straightStair(solid, [-lx / 2 - 1.6, 0, 0.2], 3, 0.9, 'coarse');
  solid.paint(paints.safetyYellow);
  for (const x of [-lx / 2, lx / 2]) for (const y of [-0.8, 0.8]) beam(solid, [x, y, 0], [x, y, 1.05], 0.16);

  const { at, headingDeg = 0 } = element;
  const heading = (headingDeg * Math.PI) / 180;
  const across = ly / 2 + 1.4;
  const side = steady(element.id) < 0.5 ? -1 : 1;
  solid.frame(
    [at[0] - Math.sin(heading) * across * side, at[1] + Math.cos(heading) * across * side, at[2]],
    headingDeg,
  );
  tankLorry(solid, steady(`${element.id}cab`) < 0.5 ? paints.cabWhite : paints.cabBlue, detail);
};
