import { useMemo } from 'react';
import { BackSide, Color, ShaderMaterial, Vector3 } from 'three';
import type { Daylight } from './sun/daylight.ts';

const vertexShader = /* glsl */ `
varying vec3 vDirection;
void main() {
  vDirection = (modelMatrix * vec4(position, 0.0)).xyz;
  gl_Position = (projectionMatrix * vec4(mat3(modelViewMatrix) * position, 1.0)).xyww;
}
`;

const fragmentShader = /* glsl */ `
uniform vec3 uZenith;
uniform vec3 uHorizon;
uniform vec3 uSunColour;
uniform vec3 uSun;
uniform float uNight;
varying vec3 vDirection;
void main() {
  vec3 direction = normalize(vDirection);
  float up = max(direction.y, 0.0);
  vec3 colour = mix(uHorizon, uZenith, 1.0 - exp(-up * 4.2));
  float towards = max(dot(direction, uSun), 0.0);
  float day = 1.0 - uNight;
  colour += uSunColour * day * (pow(towards, 6.0) * 0.16 * (1.0 - up) + pow(towards, 60.0) * 0.25);
  colour += uSunColour * day * smoothstep(0.99965, 0.9999, towards) * 6.0;
  gl_FragColor = vec4(colour, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

/** The sky: haze at the horizon, blue above, a glow and a disc where the sun is. Always as far away as can be,
 * and drawn after all that hides it. */
export function Sky({
  daylight,
  sun,
}: {
  readonly daylight: Daylight;
  readonly sun: readonly [number, number, number];
}) {
  const material = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader,
        fragmentShader,
        side: BackSide,
        depthWrite: false,
        uniforms: {
          uZenith: { value: new Color() },
          uHorizon: { value: new Color() },
          uSunColour: { value: new Color() },
          uSun: { value: new Vector3() },
          uNight: { value: 0 },
        },
      }),
    [],
  );
  const { uZenith, uHorizon, uSunColour, uSun, uNight } = material.uniforms;
  uZenith?.value.set(daylight.zenith);
  uHorizon?.value.set(daylight.horizon);
  uSunColour?.value.set(daylight.sun);
  uSun?.value.set(sun[0], sun[2], -sun[1]);
  if (uNight !== undefined) uNight.value = daylight.night;
  return (
    <mesh material={material} frustumCulled={false} renderOrder={50} raycast={() => undefined}>
      <sphereGeometry args={[1, 32, 24]} />
    </mesh>
  );
}
