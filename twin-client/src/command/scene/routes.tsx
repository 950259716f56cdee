import { Line } from '@react-three/drei';
import type { EvacuationAdvice, Route } from '@upwind/sim-engine';
import { useMemo } from 'react';
import { useRehearsal } from '../rehearsal.ts';

const liftM = 0.9;

/** Green while the way is clean; amber and red as its dose nears AEGL-2 and AEGL-3. */
export function routeColour(route: Route): string {
  if (route.doseFractionAegl3 >= 1) return '#f0575b';
  if (route.doseFractionAegl2 >= 1) return '#f58237';
  if (route.doseFractionAegl2 >= 0.1) return '#e9bb2f';
  return '#2bbdad';
}

/** Where on the way the group is at a time; before it leaves, its start, after it arrives, its muster point. */
export function placeOnRoute(route: Route, timeS: number): readonly [number, number] | undefined {
  let before = route.path[0];
  if (before === undefined) return undefined;
  for (const point of route.path) {
    if (point[2] > timeS) {
      const share = (timeS - before[2]) / (point[2] - before[2]);
      if (!(share > 0)) return [before[0], before[1]];
      return [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
    }
    before = point;
  }
  return [before[0], before[1]];
}

/** The ways out along the ground, and each group where it is at the shown time. */
export function Routes({ advice }: { readonly advice: readonly EvacuationAdvice[] }) {
  return advice.map((each) => (each.kind === 'route' ? <RouteLine key={each.group} route={each} /> : undefined));
}

function RouteLine({ route }: { readonly route: Route }) {
  const points = useMemo<[number, number, number][]>(() => route.path.map(([x, y]) => [x, y, liftM]), [route]);
  const colour = routeColour(route);
  const timeS = useRehearsal((state) => state.timeS);
  const at = placeOnRoute(route, timeS);
  if (points.length < 2) return undefined;
  return (
    <>
      <Line points={points} color={colour} lineWidth={3} renderOrder={23} transparent opacity={0.95} />
      <Line
        points={points}
        color={colour}
        lineWidth={1.5}
        transparent
        opacity={0.3}
        depthTest={false}
        renderOrder={22}
      />
      {at !== undefined && (
        <mesh position={[at[0], at[1], 2.2]} renderOrder={24}>
          <sphereGeometry args={[2.2, 20, 14]} />
          <meshStandardMaterial color={colour} emissive={colour} emissiveIntensity={0.35} />
        </mesh>
      )}
    </>
  );
}
