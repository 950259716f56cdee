import { useFrame, useThree } from '@react-three/fiber';
import type { HazardField } from '@upwind/sim-engine';
import { useEffect, useMemo } from 'react';
import { DataArrayTexture, LinearFilter, RedFormat, UnsignedByteType, Vector3 } from 'three';
import { useSurroundings } from '../../scene/scene-context.ts';
import { useRehearsal } from '../rehearsal.ts';
import { colourStops } from './colour-map.ts';
import { type FieldScale, fieldBytes, frameAt } from './field-texture.ts';

/** Sheets of air, one above the other; together they read as a soft volume in one draw call. Few where software draws. */
const sheetsOf = { high: 14, low: 4 } as const;
/** Height of the drawn volume, m. */
const drawnHeightM = 15;

const vertexShader = /* glsl */ `
  uniform float sheets;
  varying vec2 vPlace;
  varying float vSheet;
  void main() {
    vPlace = uv;
    vSheet = float(gl_InstanceID) / (sheets - 1.0);
    vec3 at = position;
    at.z += 0.5 + vSheet * ${drawnHeightM.toFixed(1)};
    gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
  }
`;

const fragmentShader = /* glsl */ `
  precision highp sampler2DArray;
  uniform sampler2DArray field;
  uniform float frame;
  uniform float blend;
  uniform float sheets;
  uniform vec3 stops[${colourStops.length}];
  varying vec2 vPlace;
  varying float vSheet;

  vec3 colourOf(float v) {
    float s = clamp(v, 0.0, 1.0) * ${(colourStops.length - 1).toFixed(1)};
    int i = int(min(floor(s), ${(colourStops.length - 2).toFixed(1)}));
    return mix(stops[i], stops[i + 1], s - float(i));
  }

  void main() {
    float a = texture(field, vec3(vPlace, frame)).r;
    float b = texture(field, vec3(vPlace, frame + 1.0)).r;
    float v = mix(a, b, blend);
    // Higher sheets carry only the denser core: the plume thins upward and at its rim.
    float body = smoothstep(0.04 + 0.5 * vSheet, 0.55 + 0.5 * vSheet, v);
    float ground = vSheet == 0.0 ? smoothstep(0.01, 0.12, v) * 0.34 : 0.0;
    float alpha = max(ground, body * (1.8 / sheets) * (1.0 - 0.6 * vSheet));
    if (alpha < 0.004) discard;
    gl_FragColor = vec4(colourOf(v), alpha);
    #include <tonemapping_fragment>
    #include <colorspace_fragment>
  }
`;

/** The hazard field at the shown time, as air over the ground: soft, seen through, in the legend's colours. */
export function Plume({ field, scale }: { readonly field: HazardField; readonly scale: FieldScale }) {
  const invalidate = useThree((state) => state.invalidate);
  const { quality } = useSurroundings();
  const sheets = sheetsOf[quality];
  const { grid, timesS } = field;
  const width = grid.nx * grid.cellM;
  const depth = grid.ny * grid.cellM;

  const texture = useMemo(() => {
    const made = new DataArrayTexture(fieldBytes(field, scale), grid.nx, grid.ny, timesS.length);
    made.format = RedFormat;
    made.type = UnsignedByteType;
    made.minFilter = LinearFilter;
    made.magFilter = LinearFilter;
    made.unpackAlignment = 1;
    made.needsUpdate = true;
    return made;
  }, [field, scale, grid, timesS]);
  useEffect(() => () => texture.dispose(), [texture]);

  const uniforms = useMemo(
    () => ({
      field: { value: texture },
      frame: { value: 0 },
      blend: { value: 0 },
      sheets: { value: sheets },
      stops: { value: colourStops.map(([r, g, b]) => new Vector3(r / 255, g / 255, b / 255)) },
    }),
    [texture, sheets],
  );

  useEffect(() => useRehearsal.subscribe(() => invalidate()), [invalidate]);
  useFrame(() => {
    const { frame, mix } = frameAt(timesS, useRehearsal.getState().timeS);
    uniforms.frame.value = frame;
    uniforms.blend.value = mix;
  });

  const shader = useMemo(() => [{ uniforms, vertexShader, fragmentShader }] as const, [uniforms]);
  return (
    <instancedMesh
      args={[undefined, undefined, sheets]}
      position={[grid.x0M - grid.cellM / 2 + width / 2, grid.y0M - grid.cellM / 2 + depth / 2, 0]}
      frustumCulled={false}
      renderOrder={20}
    >
      <planeGeometry args={[width, depth]} />
      <shaderMaterial key={texture.uuid} args={[...shader]} transparent depthWrite={false} />
    </instancedMesh>
  );
}
