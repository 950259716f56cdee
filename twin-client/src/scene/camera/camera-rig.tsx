import { CameraControls, CameraControlsImpl } from '@react-three/drei';
import { useFrame, useThree } from '@react-three/fiber';
import type { Element } from '@upwind/scenes';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { PerspectiveCamera } from 'three';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { boundsOf } from '../site-model.ts';
import { distanceFor, type FreeFrame, homeView, orbit } from './framing.ts';
import { useCoarseMoves } from './resting.ts';

const { ACTION } = CameraControlsImpl;
const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Moves like a map: left drags the ground, right turns, the wheel goes to the pointer. Every move can be interrupted. */
export function CameraRig() {
  const { site, scene, quality } = useSurroundings();
  const controls = useRef<CameraControlsImpl>(null);
  const camera = useThree((state) => state.camera);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const insets = useScene(scene, (state) => state.insets);
  const mover = useThree((state) => state.controls);
  useCoarseMoves(mover instanceof CameraControlsImpl ? mover : undefined, quality);
  const height = Math.max(1, size.height);
  const free = useRef<FreeFrame>({ across: 1, down: 1 });
  free.current = {
    across: Math.max(160, size.width - insets.left - insets.right) / height,
    down: Math.max(160, size.height - insets.top - insets.bottom) / height,
  };

  /** The last way that was asked for, gone again when the panels change, until a hand moves the camera. */
  const lastWay = useRef<() => void>(undefined);

  // The picture's middle is the middle of what the panels leave free.
  useLayoutEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return;
    const [right, down] = [(insets.right - insets.left) / 2, (insets.bottom - insets.top) / 2];
    camera.setViewOffset(size.width, size.height, right, down, size.width, size.height);
    invalidate();
    lastWay.current?.();
  }, [camera, size, insets, invalidate]);

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
      const distance = Math.max(14, distanceFor(radius, camera.fov, free.current) * 1.35);
      void rig.dollyTo(distance, ease());
      void rig.rotatePolarTo(Math.min(rig.polarAngle, (64 * Math.PI) / 180), ease());
      void rig.moveTo(x, z, -y, ease());
    };
    const home = (smooth: boolean) => {
      const { subject } = scene.store.getState();
      if (subject !== undefined) {
        const distance = distanceFor(subject.radiusM, camera.fov, free.current) * 1.05;
        const { position, target } = orbit([subject.x, subject.z, -subject.y], 165, 38, distance);
        void rig.setLookAt(...position, ...target, smooth);
        return;
      }
      const { position, target } = homeView(site.extent, camera.fov, free.current);
      void rig.setLookAt(...position, ...target, smooth);
    };
    const take = (way: () => void) => {
      lastWay.current = way;
      way();
    };
    take(() => home(false));
    scene.attachCamera({
      flyTo(element: Element) {
        const { center, radius } = boundsOf(element);
        take(() => go(center.x, center.y, center.z, radius));
      },
      flyToPlace: (x, y, z, radius) => take(() => go(x, y, z, radius)),
      home: () => take(() => home(ease())),
    });
    const letGo = () => {
      lastWay.current = undefined;
    };
    rig.addEventListener('controlstart', letGo);
    return () => {
      rig.removeEventListener('controlstart', letGo);
      scene.attachCamera(undefined);
    };
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
