import type { GroundPosition } from '@upwind/scenes';
import { type IUniform, type Material, Vector4 } from 'three';

/** A rectangle of ground in ENU metres. */
export interface GroundRectangle {
  readonly min: GroundPosition;
  readonly max: GroundPosition;
}

/** Where the drawn ground is cut away because a photograph lies there: min x, min y, max x, max y; empty when min > max. */
export type Hole = IUniform<Vector4>;

const nowhere = [1, 1, -1, -1] as const;

export function createHole(): Hole {
  return { value: new Vector4(...nowhere) };
}

export function setHole(hole: Hole, rectangle: GroundRectangle | undefined): void {
  if (rectangle === undefined) hole.value.set(...nowhere);
  else hole.value.set(...rectangle.min, ...rectangle.max);
}

/** Lets a ground material (drawn in ENU coordinates) stop at the hole's edge. Keeps what the material did before. */
export function cutHole(material: Material, hole: Hole): void {
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.uniforms['uHole'] = hole;
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying vec2 vGround;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvGround = position.xy;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nuniform vec4 uHole;\nvarying vec2 vGround;')
      .replace(
        '#include <clipping_planes_fragment>',
        '#include <clipping_planes_fragment>\nif (all(greaterThan(vGround, uHole.xy)) && all(lessThan(vGround, uHole.zw))) discard;',
      );
  };
}
