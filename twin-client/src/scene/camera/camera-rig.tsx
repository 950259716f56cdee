import { CameraControls, CameraControlsImpl } from '@react-three/drei';
import { useFrame, useThree } from '@react-three/fiber';
import type { Element } from '@upwind/scenes';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { PerspectiveCamera } from 'three';
import { useSurroundings } from '../scene-context.ts';
import { boundsOf } from '../site-model.ts';
import { distanceFor, homeView } from './framing.ts';

const { ACTION } = CameraControlsImpl;
const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Moves like a map: left drags the ground, right turns, the wheel goes to the pointer. Every move can be interrupted. */
export function CameraRig() {
  const { site, scene, quality } = useSurroundings();
  const controls = useRef<CameraControlsImpl>(null);
  const camera = useThree((state) => state.camera);
  const aspect = useThree((state) => state.size.width / Math.max(1, state.size.height));
  const ratio = useRef(aspect);
  ratio.current = aspect;

  useLayoutEffect(() => {
    const rig = controls.current;
    if (rig === null || !(camera instanceof PerspectiveCamera)) return undefined;
    rig.mouseButtons.left = ACTION.SCREEN_PAN;
    rig.mouseButtons.right = ACTION.ROTATE;
    rig.mouseButtons.middle = ACTION.ROTATE;
    rig.touches.one = ACTION.TOUCH_SCREEN_PAN;
    rig.touches.two = ACTION.TOUCH_DOLLY_ROTATE;
    rig.dollyToCursor = true;
    const ease = () => quality === 'high' && !reducedMotion.matches;
    const go = (x: number, y: number, z: number, radius: number) => {
      const distance = Math.max(14, distanceFor(radius, camera.fov, ratio.current) * 1.5);
      void rig.dollyTo(distance, ease());
      void rig.rotatePolarTo(Math.min(rig.polarAngle, (64 * Math.PI) / 180), ease());
      void rig.moveTo(x, z, -y, ease());
    };
    const home = (smooth: boolean) => {
      const { position, target } = homeView(site.extent, camera.fov, ratio.current);
      void rig.setLookAt(...position, ...target, smooth);
    };
    home(false);
    scene.attachCamera({
      flyTo(element: Element) {
        const { center, radius } = boundsOf(element);
        go(center.x, center.y, center.z, radius);
      },
      flyToPlace: go,
      home: () => home(ease()),
    });
    return () => scene.attachCamera(undefined);
  }, [camera, scene, site, quality]);

  // Near and far follow the height, so that flat things on the ground keep apart at every distance.
  useFrame(() => {
    if (!(camera instanceof PerspectiveCamera)) return;
    const distance = controls.current?.distance ?? 500;
    const near = Math.max(0.5, Math.min(40, distance / 60));
    if (Math.abs(near - camera.near) / camera.near > 0.15) {
      camera.near = near;
      camera.updateProjectionMatrix();
    }
  });

  useEffect(() => {
    const keep = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (typing || ctrlKey || metaKey || altKey) return;
      const { chosen } = scene.store.getState();
      if (key === 'Home' || key === 'r' || key === 'R') scene.home();
      else if ((key === 'f' || key === 'F') && chosen !== undefined) scene.visit(site, chosen);
      else if (key === 'Escape') scene.choose(undefined);
    };
    window.addEventListener('keydown', keep);
    return () => window.removeEventListener('keydown', keep);
  }, [scene, site]);

  return (
    <CameraControls
      ref={controls}
      makeDefault
      minDistance={6}
      maxDistance={4200}
      maxPolarAngle={(87 * Math.PI) / 180}
      smoothTime={0.22}
      draggingSmoothTime={0.09}
    />
  );
}
