import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { Quality } from '../quality.ts';

/** Pixels drawn per pixel of the page without a graphics card, at rest and on the move. */
export const restingDpr = 0.8;
const movingDpr = 0.6;

type Moment = 'rest' | 'sleep' | 'controlstart';

interface Mover {
  addEventListener(name: Moment, listener: () => void): void;
  removeEventListener(name: Moment, listener: () => void): void;
}

/** Without a graphics card the picture is coarser while the camera moves, and sharp again when it rests. */
export function useCoarseMoves(mover: Mover | undefined, quality: Quality): void {
  const setDpr = useThree((state) => state.setDpr);
  useEffect(() => {
    if (mover === undefined || quality === 'high') return undefined;
    const coarse = () => setDpr(movingDpr);
    const sharp = () => setDpr(restingDpr);
    mover.addEventListener('controlstart', coarse);
    mover.addEventListener('rest', sharp);
    mover.addEventListener('sleep', sharp);
    return () => {
      mover.removeEventListener('controlstart', coarse);
      mover.removeEventListener('rest', sharp);
      mover.removeEventListener('sleep', sharp);
    };
  }, [mover, quality, setDpr]);
}
