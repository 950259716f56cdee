import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { Raycaster, Vector2 } from 'three';
import type { LabelBoard } from '../labels/label-board.ts';
import { useSurroundings } from '../scene-context.ts';
import type { Ray } from './site-picker.ts';

/** A press that moves further than this, in pixels, is a drag. */
const dragPx = 5;

/** Pointer on the canvas: hover lights, a click or tap chooses, a double click goes there. */
export function PickHandler({ board }: { readonly board: LabelBoard }) {
  const { site, scene, model } = useSurroundings();
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera);
  const invalidate = useThree((state) => state.invalidate);

  useEffect(() => {
    const caster = new Raycaster();
    let pressed: { readonly x: number; readonly y: number } | undefined;
    let waiting = 0;

    const rayAt = (x: number, y: number): Ray => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      caster.setFromCamera(new Vector2(((x - left) / width) * 2 - 1, 1 - ((y - top) / height) * 2), camera);
      const { origin, direction } = caster.ray;
      return { origin: [origin.x, -origin.z, origin.y], direction: [direction.x, -direction.z, direction.y] };
    };
    const elementAt = (x: number, y: number): string | undefined => {
      const { left, top } = canvas.getBoundingClientRect();
      const labelled = board.at(x - left, y - top);
      if (labelled !== undefined) return labelled;
      const hit = model.picker.pick(rayAt(x, y));
      return hit && site.elements[hit.element]?.id;
    };

    const down = (event: PointerEvent) => {
      pressed = { x: event.clientX, y: event.clientY };
    };
    const up = (event: PointerEvent) => {
      const from = pressed;
      pressed = undefined;
      if (from === undefined || event.button !== 0) return;
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > dragPx) return;
      scene.choose(elementAt(event.clientX, event.clientY));
    };
    const move = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || waiting !== 0) return;
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        const id = elementAt(event.clientX, event.clientY);
        scene.hover(id);
        canvas.style.cursor = id === undefined ? '' : 'pointer';
      });
    };
    const leave = () => scene.hover(undefined);
    const twice = (event: MouseEvent) => {
      const id = elementAt(event.clientX, event.clientY);
      if (id !== undefined) scene.visit(site, id);
    };

    canvas.addEventListener('pointerdown', down);
    canvas.addEventListener('pointerup', up);
    canvas.addEventListener('pointermove', move);
    canvas.addEventListener('pointerleave', leave);
    canvas.addEventListener('dblclick', twice);
    return () => {
      cancelAnimationFrame(waiting);
      canvas.removeEventListener('pointerdown', down);
      canvas.removeEventListener('pointerup', up);
      canvas.removeEventListener('pointermove', move);
      canvas.removeEventListener('pointerleave', leave);
      canvas.removeEventListener('dblclick', twice);
    };
  }, [canvas, camera, model, scene, site, board]);

  useEffect(
    () =>
      scene.store.subscribe((state, before) => {
        if (state.chosen !== before.chosen || state.hovered !== before.hovered || state.layers !== before.layers)
          invalidate();
      }),
    [scene, invalidate],
  );
  return undefined;
}
