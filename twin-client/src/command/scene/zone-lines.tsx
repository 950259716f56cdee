import { Html, Line } from '@react-three/drei';
import type { Ring, ThreatZone } from '@upwind/sim-engine';
import { useMemo } from 'react';
import { useLanguage } from '../../language/language.ts';
import { levelColour } from './colour-map.ts';
import { smooth } from './zone-shape.ts';

const liftM = 0.6;

/** The ring as points of a closed line on the ground. */
const closed = (ring: Ring): [number, number, number][] => {
  const first = ring[0];
  const points = first === undefined ? ring : [...ring, first];
  return points.map(([x, y]) => [x, y, liftM]);
};

/** The ring's point farthest along the wind's crossing side: a steady place for its label. */
function labelPlace(rings: readonly Ring[]): [number, number, number] | undefined {
  let best: readonly [number, number] | undefined;
  for (const ring of rings) for (const point of ring) if (best === undefined || point[1] > best[1]) best = point;
  return best === undefined ? undefined : [best[0], best[1], liftM];
}

/** The limits as lines on the ground, with their labels on the line. Behind things they shine through faintly. */
export function ZoneLines({ zones }: { readonly zones: readonly ThreatZone[] }) {
  return zones.map((zone) => <ZoneLine key={`${zone.chemical}-${zone.level}`} zone={zone} />);
}

function ZoneLine({ zone }: { readonly zone: ThreatZone }) {
  const language = useLanguage();
  const lines = useMemo(() => zone.rings.filter((ring) => ring.length > 2).map((ring) => closed(smooth(ring))), [zone]);
  const at = useMemo(() => labelPlace(zone.rings), [zone]);
  const colour = levelColour[zone.level];
  return (
    <>
      {lines.map((points, index) => (
        <group key={`${zone.level}-${String(index)}`}>
          <Line
            points={points}
            color={colour}
            lineWidth={1.5}
            transparent
            opacity={0.35}
            depthTest={false}
            renderOrder={21}
          />
          <Line points={points} color={colour} lineWidth={2.5} renderOrder={22} />
        </group>
      ))}
      {at !== undefined && (
        <Html position={at} center zIndexRange={[8, 0]} style={{ pointerEvents: 'none' }}>
          <span className="zone-label" style={{ borderColor: colour }}>
            {zone.label[language]}
          </span>
        </Html>
      )}
    </>
  );
}
