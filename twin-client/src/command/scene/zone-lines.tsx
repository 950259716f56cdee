import { Html, Line } from '@react-three/drei';
import type { ChanceZone, ProfileZone, Ring } from '@upwind/sim-engine';
import { useMemo } from 'react';
import { useLanguage } from '../../language/language.ts';
import { levelColour } from '../zones/level-colour.ts';
import { levelName } from '../zones/zone-view.ts';
import { bandStroke } from './band-stroke.ts';
import { smooth } from './zone-shape.ts';

/** Lines lie this far above the ground, so that it does not eat them. */
const liftM = 0.6;
/** Below this height a cut is shown on the ground, m. */
const groundUpToM = 3;

type Place = [number, number, number];

/** The ring as points of a closed line at a height. */
const closed = (ring: Ring, heightM: number): Place[] => {
  const first = ring[0];
  const points = first === undefined ? ring : [...ring, first];
  return points.map(([x, y]) => [x, y, heightM]);
};

/**
 * Where each zone's name stands on its line: at the places farthest towards eight sides, the first that is far from the
 * names already placed.
 */
export function labelPlaces(zones: readonly ProfileZone[]): readonly (readonly [number, number] | undefined)[] {
  // The innermost zone lies round the release, where everything else is drawn too.
  const inner = zones.at(-1)?.rings[0] ?? [];
  const taken: (readonly [number, number])[] = inner.length === 0 ? [] : [middleOf(inner)];
  return zones.map(({ rings, reachM }) => {
    let best: readonly [number, number] | undefined;
    let bestApart = -1;
    for (let side = 0; side < 8; side += 1) {
      const angle = (side * Math.PI) / 4;
      const place = farthest(rings, Math.cos(angle), Math.sin(angle));
      if (place === undefined) continue;
      const apart = Math.min(2 * reachM, ...taken.map(([x, y]) => Math.hypot(x - place[0], y - place[1])));
      if (apart > bestApart + 1) {
        best = place;
        bestApart = apart;
      }
    }
    if (best !== undefined) taken.push(best);
    return best;
  });
}

function middleOf(ring: Ring): readonly [number, number] {
  let [x, y] = [0, 0];
  for (const place of ring) {
    x += place[0] / ring.length;
    y += place[1] / ring.length;
  }
  return [x, y];
}

function farthest(rings: readonly Ring[], east: number, north: number): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const ring of rings) {
    for (const place of ring) {
      const along = place[0] * east + place[1] * north;
      if (along <= most) continue;
      most = along;
      best = place;
    }
  }
  return best;
}

interface ZoneLinesProps {
  readonly zones: readonly ProfileZone[];
  /** Where an ensemble reaches a limit, by the share of its members. */
  readonly bands?: readonly ChanceZone[] | undefined;
}

/** The limits as lines at their height, with their names on the line. Behind things they shine through faintly. */
export function ZoneLines({ zones, bands = [] }: ZoneLinesProps) {
  const places = useMemo(() => labelPlaces(zones), [zones]);
  return (
    <>
      {bands.map((band) => (
        <Band key={`${band.chemical}-${String(band.share)}`} band={band} />
      ))}
      {zones.map((zone, index) => (
        <ZoneLine key={`${zone.chemical}-${zone.level}`} zone={zone} at={places[index]} />
      ))}
    </>
  );
}

function ZoneLine({ zone, at }: { readonly zone: ProfileZone; readonly at: readonly [number, number] | undefined }) {
  const language = useLanguage();
  const heightM = zone.heightM > groundUpToM ? zone.heightM : liftM;
  const lines = useMemo(
    () => zone.rings.filter((ring) => ring.length > 2).map((ring) => closed(smooth(ring, 1), heightM)),
    [zone, heightM],
  );
  const colour = levelColour(zone.level);
  return (
    <>
      {lines.map((points, index) => (
        <group key={`${zone.level}-${String(index)}`}>
          <Line
            points={points}
            color={colour}
            lineWidth={1.5}
            transparent
            opacity={0.45}
            depthTest={false}
            renderOrder={21}
          />
          <Line points={points} color={colour} lineWidth={2.5} renderOrder={22} />
        </group>
      ))}
      {at !== undefined && (
        <Html position={[at[0], at[1], heightM]} center zIndexRange={[8, 0]} style={{ pointerEvents: 'none' }}>
          <span className="zone-label" style={{ borderColor: colour }}>
            {levelName(zone.level, language)}
          </span>
        </Html>
      )}
    </>
  );
}

/** A share of an ensemble: the surer, the firmer its line; always thinner than the zone's own, and broken. */
function Band({ band }: { readonly band: ChanceZone }) {
  const lines = useMemo(
    () => band.rings.filter((ring) => ring.length > 2).map((ring) => closed(smooth(ring), liftM)),
    [band],
  );
  const { dashM, gapM, opacity } = bandStroke(band.share);
  return lines.map((points, index) => (
    <Line
      key={`${String(band.share)}-${String(index)}`}
      points={points}
      color={levelColour(band.level)}
      lineWidth={2}
      dashed
      dashSize={dashM}
      gapSize={gapM}
      transparent
      opacity={opacity}
      depthTest={false}
      renderOrder={20}
    />
  ));
}
