import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';

/** Draws the shadow map anew when `state` changes, and only then: between changes a site stands still. */
export function useShadowsOf(state: string): void {
  const gl = useThree((three) => three.gl);
  const invalidate = useThree((three) => three.invalidate);
  useEffect(() => {
    gl.shadowMap.autoUpdate = false;
    gl.shadowMap.needsUpdate = state !== '';
    invalidate();
  }, [gl, invalidate, state]);
}
