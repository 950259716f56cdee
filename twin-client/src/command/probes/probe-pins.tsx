import { Html, Line } from '@react-three/drei';
import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { useTheme } from '../../theme/theme.ts';
import { probeColour, useProbes } from './probes.ts';

/** The probes in the scene: a stalk from the ground to the height that is asked, and its letter. */
export function ProbePins() {
  const probes = useProbes((state) => state.probes);
  const theme = useTheme((state) => state.name);
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => {
    if (probes.length >= 0) invalidate();
  }, [probes, invalidate]);
  return probes.map(({ letter, at: [x, y], heightM, kept }) => (
    <group key={letter}>
      <Line
        points={[
          [x, y, 0],
          [x, y, heightM + 2.5],
        ]}
        color={probeColour(letter, 'dark')}
        lineWidth={2}
        depthTest={false}
        transparent
        renderOrder={25}
      />
      <mesh position={[x, y, heightM]} renderOrder={26}>
        <sphereGeometry args={[0.5, 16, 12]} />
        <meshBasicMaterial color={probeColour(letter, 'dark')} depthTest={false} transparent toneMapped={false} />
      </mesh>
      <Html position={[x, y, heightM + 2.5]} center zIndexRange={[9, 0]} style={{ pointerEvents: 'none' }}>
        <span
          className={kept ? 'probe-pin' : 'probe-pin probe-loose'}
          style={{ background: probeColour(letter, theme) }}
        >
          {letter}
        </span>
      </Html>
    </group>
  ));
}
