import { chemicalPark, ringContains } from '@upwind/scenes';
import { expect, test } from 'vitest';
import { emptyForms } from './form/forms.ts';
import { triangleCount } from './form/solid.ts';
import { groundPlan } from './ground/ground-plan.ts';
import { lamps, trees } from './ground/planting.ts';
import { hull, shadowRings } from './ground/shadows.ts';
import { drawSite } from './models/models.ts';

const forms = emptyForms();
drawSite(chemicalPark, forms);

test('the whole park is drawn with few meshes and within a headset’s triangles', () => {
  const parts = forms.parts();
  const seenFar = parts.filter((part) => part.surface !== 'fine');
  const triangles = seenFar.reduce((sum, part) => sum + triangleCount(part.solid), 0);
  expect(seenFar.length).toBeLessThan(60);
  expect(triangles).toBeGreaterThan(20_000);
  expect(triangles).toBeLessThan(200_000);
});

test('every mesh is whole: finite places, unit normals, indices inside', () => {
  for (const { solid } of forms.parts()) {
    const vertices = solid.positions.length / 3;
    expect(solid.positions.every(Number.isFinite)).toBe(true);
    expect(solid.colours.length).toBe(vertices * 4);
    expect(solid.uvs.length).toBe(vertices * 2);
    expect(solid.indices.every((index) => index < vertices)).toBe(true);
    for (let at = 0; at < solid.normals.length; at += 3) {
      const length = Math.hypot(solid.normals[at] ?? 0, solid.normals[at + 1] ?? 0, solid.normals[at + 2] ?? 0);
      if (Math.abs(length - 1) > 1e-6) expect.fail(`normal ${at / 3} has length ${length}`);
    }
  }
});

test('every muster point, gate and tank carries a board with its name', () => {
  const named = forms.boards.map((board) => board.text.en);
  for (const element of chemicalPark.elements) {
    if (element.kind === 'muster-point' || element.kind === 'gate') expect(named).toContain(element.name.en);
    if (element.kind === 'storage-tank' || element.kind === 'storage-sphere') expect(named).toContain(element.id);
  }
});

test('ground, roads and water are drawn; shadows fall away from the sun', () => {
  const plan = groundPlan(chemicalPark);
  expect(triangleCount(plan.slabs)).toBeGreaterThan(30);
  expect(triangleCount(plan.roads)).toBeGreaterThan(100);
  expect(triangleCount(plan.water)).toBeGreaterThan(1);
  expect(shadowRings(chemicalPark).length).toBeGreaterThan(50);
  const square = hull([
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
    [0.5, 0.5],
  ]);
  expect(square).toHaveLength(4);
});

test('trees and lamps stand on free ground, the same ones every time', () => {
  const solids = chemicalPark.elements.filter((element) => element.shape.kind === 'box');
  expect(trees(chemicalPark)).toEqual(trees(chemicalPark));
  expect(lamps(chemicalPark).length).toBeGreaterThan(20);
  for (const { at } of trees(chemicalPark)) {
    for (const { shape, at: place } of solids) {
      if (shape.kind !== 'box') continue;
      const half = Math.min(shape.lengthM, shape.widthM) / 2;
      expect(Math.hypot(at[0] - place[0], at[1] - place[1])).toBeGreaterThan(half);
    }
  }
  expect(
    ringContains(
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      [0.9, 0.5],
    ),
  ).toBe(true);
});
