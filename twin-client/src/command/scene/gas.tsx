import { useMemo } from 'react';
import { Cloud } from '../cloud/cloud.tsx';
import type { Outcome } from '../rehearsal.ts';
import { lowestLimit } from '../zones/zone-view.ts';
import { scaleOf } from './field-texture.ts';
import { Plume } from './plume.tsx';

/** The gases of a run: clouds where their model knows all heights, sheets of air over the ground where it does not. */
export function Gas({ outcome: { incident, result } }: { readonly outcome: Outcome }) {
  const { windFromDeg = 270, windSpeedMPerS = 3 } = incident.weather[0] ?? {};
  const wind = useMemo(() => windOf(windFromDeg, windSpeedMPerS), [windFromDeg, windSpeedMPerS]);
  return result.fields.map((field) => {
    const scale = scaleOf(field, result.zones);
    return field.volume === undefined ? (
      <Plume key={field.chemical} field={field} scale={scale} />
    ) : (
      <Cloud
        key={field.chemical}
        field={field}
        volume={field.volume}
        lowestKgPerM3={lowestLimit(field, incident) ?? scale.lowKgPerM3}
        wind={wind}
      />
    );
  });
}

/** Whither the wind blows, ENU m/s. */
function windOf(fromDeg: number, speedMPerS: number): readonly [number, number] {
  const radians = (fromDeg * Math.PI) / 180;
  return [-Math.sin(radians) * speedMPerS, -Math.cos(radians) * speedMPerS];
}
