import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { Raycaster, Vector2 } from 'three';
import { useSurroundings } from '../../scene/scene-context.ts';
import { probedHeight } from './probe-place.ts';
import { useProbes } from './probes.ts';

/** A press that moves further than this, in pixels, is a drag. */
const dragPx = 5;
/** The air is asked this far before what was clicked, m: in the wall itself there is none. */
const beforeM = 0.8;

/** A click or tap on anything in the scene looks at the air there. */
export function ProbePicker({ headM }: { readonly headM: number }) {
  const { site, model } = useSurroundings();
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera);
  useEffect(() => {
    const caster = new Raycaster();
    let pressed: { readonly x: number; readonly y: number } | undefined;
    const down = ({ clientX: x, clientY: y }: PointerEvent) => {
      pressed = { x, y };
    };
    const up = ({ clientX, clientY, button }: PointerEvent) => {
      const from = pressed;
      pressed = undefined;
      if (from === undefined || button !== 0) return;
      if (Math.hypot(clientX - from.x, clientY - from.y) > dragPx) return;
      const { left, top, width, height } = canvas.getBoundingClientRect();
      caster.setFromCamera(new Vector2(((clientX - left) / width) * 2 - 1, 1 - ((clientY - top) / height) * 2), camera);
      const { origin, direction } = caster.ray;
      const ray = {
        origin: [origin.x, -origin.z, origin.y],
        direction: [direction.x, -direction.z, direction.y],
      } as const;
      const hit = model.picker.pick(ray);
      const at = hit?.at ?? model.picker.ground(ray);
      if (at === undefined) return;
      const element = hit && site.elements[hit.element]?.id;
      useProbes.getState().look({
        ...(element === undefined ? {} : { element }),
        at: [at[0] - ray.direction[0] * beforeM, at[1] - ray.direction[1] * beforeM],
        heightM: probedHeight(at[2], headM),
      });
    };
    canvas.addEventListener('pointerdown', down);
    canvas.addEventListener('pointerup', up);
    return () => {
      canvas.removeEventListener('pointerdown', down);
      canvas.removeEventListener('pointerup', up);
    };
  }, [canvas, camera, model, site, headM]);
  return undefined;
}
