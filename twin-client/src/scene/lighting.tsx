import { useThree } from '@react-three/fiber';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { Color, type DirectionalLight, FogExp2, Object3D } from 'three';
import { useSecond } from '../live/now.ts';
import type { Highlight } from './highlight.ts';
import { useSurroundings } from './scene-context.ts';
import { useScene } from './scene-handle.ts';
import { useShadowsOf } from './shadows.ts';
import { Sky } from './sky.tsx';
import { daylightAt } from './sun/daylight.ts';
import { sunDirection, sunPosition } from './sun/sun-position.ts';

/** Light is renewed once in so many minutes: the sun moves a degree in four. */
const renewMs = 4 * 60_000;
/** A clear forenoon for those who would rather see than know the hour; the moon's place when the sun is down. */
const forenoon = { azimuthDeg: 135, elevationDeg: 42 };
const moon = { azimuthDeg: 150, elevationDeg: 40 };

/** Sun, sky and haze by the site's clock, with one shadow map that is drawn only when something moved. */
export function Lighting({ highlight }: { readonly highlight: Highlight }) {
  const { site, scene, quality } = useSurroundings();
  const light = useScene(scene, (state) => state.layers.light);
  const time = Math.floor(useSecond() / renewMs) * renewMs;
  const gl = useThree((state) => state.gl);
  const world = useThree((state) => state.scene);
  const sun = useRef<DirectionalLight>(null);
  const target = useMemo(() => new Object3D(), []);

  const place = light === 'day' ? forenoon : sunPosition(time, site.origin.lat, site.origin.lon);
  const daylight = useMemo(() => daylightAt(place.elevationDeg), [place.elevationDeg]);
  const direction = sunDirection(place);
  const lampPlace = place.elevationDeg > 0.5 ? { ...place, elevationDeg: Math.max(6, place.elevationDeg) } : moon;
  const [east, north, up] = sunDirection(lampPlace);

  const { min, max } = site.extent;
  const centre = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2] as const;
  const radius = Math.hypot(max[0] - min[0], max[1] - min[1]) / 2 + 30;

  useLayoutEffect(() => {
    const fog = new FogExp2(daylight.horizon, 0.00042);
    world.fog = fog;
    highlight.night.value = daylight.night;
    // A Lambertian surface sends back albedo ÷ π of what falls on it.
    const sunLight = new Color(daylight.sun).multiplyScalar((daylight.sunIntensity * up) / Math.PI);
    highlight.groundLight
      .set(daylight.skyLight)
      .multiplyScalar(daylight.skyIntensity / Math.PI)
      .add(sunLight);
    scene.store.setState({ night: daylight.night });
    gl.toneMappingExposure = daylight.exposure;
  }, [world, gl, scene, highlight, daylight, up]);

  useShadowsOf(`${site.id} ${east} ${north} ${up}`);

  return (
    <>
      <Sky daylight={daylight} sun={direction} />
      <hemisphereLight args={[daylight.skyLight, daylight.groundLight, daylight.skyIntensity]} />
      <primitive object={target} position={[centre[0], 0, -centre[1]]} />
      <directionalLight
        ref={sun}
        target={target}
        position={[centre[0] + east * 1500, up * 1500, -centre[1] - north * 1500]}
        color={daylight.sun}
        intensity={daylight.sunIntensity}
        castShadow={quality === 'high'}
        shadow-mapSize={[4096, 4096]}
        shadow-bias={-0.0004}
        shadow-normalBias={0.35}
        shadow-camera-left={-radius}
        shadow-camera-right={radius}
        shadow-camera-top={radius}
        shadow-camera-bottom={-radius}
        shadow-camera-near={300}
        shadow-camera-far={2700}
      />
    </>
  );
}
