import { useFrame, useThree } from '@react-three/fiber';
import { type HazardField, type HazardVolume, ppmOf, substanceOf } from '@upwind/sim-engine';
import { useEffect, useMemo } from 'react';
import { PerspectiveCamera, Vector2, Vector3, Vector4 } from 'three';
import { useSurroundings } from '../../scene/scene-context.ts';
import { useRehearsal } from '../rehearsal.ts';
import { frameAt } from '../scene/field-texture.ts';
import { billowTexture } from './billow.ts';
import { CloudPass, isBefore } from './cloud-pass.ts';
import { FrameTextures } from './frame-textures.ts';
import { lookOf } from './gas-look.ts';
import { createLight, readLight } from './light.ts';
import { OccluderDepth } from './occluders.ts';
import { thicknessOf } from './thickness.ts';
import { boxOf, codeAt, holdsGas } from './volume-box.ts';

interface CloudProps {
  readonly field: HazardField;
  readonly volume: HazardVolume;
  /** The lowest limit of the field's chemical, kg/m³: the cloud can be seen from there up. */
  readonly lowestKgPerM3: number;
  /** Wind that the billows drift with, ENU m/s. */
  readonly wind: readonly [number, number];
}

/** The billows creep: at the time bar's pace the true wind would blur them. */
const creep = 0.12;

/** The gas over all heights at the shown time, as air that is lit and seen through, hidden by what stands before it. */
export function Cloud({ field, volume, lowestKgPerM3, wind }: CloudProps) {
  const { quality } = useSurroundings();
  const invalidate = useThree((state) => state.invalidate);
  const first = codeAt(lowestKgPerM3, volume.leastKgPerM3);
  // Billows lift a thin rim by up to two doublings: gas from there up may be drawn.
  const textures = useMemo(() => new FrameTextures(volume, first - 24), [volume, first]);
  const light = useMemo(createLight, []);
  const made = useMemo(() => {
    const billow = billowTexture();
    return { billow, depth: new OccluderDepth(), pass: new CloudPass(quality, billow, lookOf(field.chemical).albedo) };
  }, [quality, field.chemical]);
  useEffect(() => () => textures.dispose(), [textures]);
  useEffect(
    () => () => {
      made.billow.dispose();
      made.depth.dispose();
      made.pass.dispose();
    },
    [made],
  );
  useEffect(() => {
    const { x0M, y0M, cellM, nx, ny } = volume.grid;
    const half = cellM / 2;
    made.pass.setThickness(first, thicknessOf(1e6 / ppmOf(substanceOf(field), lowestKgPerM3)));
    made.pass.setEdge(
      new Vector4(x0M - half, y0M - half, x0M + nx * cellM - half, y0M + ny * cellM - half),
      Math.min(cellM, 2 * volume.grid.layerM),
    );
    invalidate();
    return useRehearsal.subscribe(() => invalidate());
  }, [made, field, volume, first, lowestKgPerM3, invalidate]);

  const canvas = useThree((state) => state.gl.domElement);
  useEffect(() => {
    const forget = () => {
      made.pass.forget();
      made.depth.forget();
    };
    canvas.addEventListener('webglcontextrestored', forget);
    return () => canvas.removeEventListener('webglcontextrestored', forget);
  }, [canvas, made]);

  const sizes = useMemo(() => ({ page: new Vector2(), depth: new Vector2(), drift: new Vector3() }), []);
  useFrame(({ gl, camera, scene, size }) => {
    const { timeS } = useRehearsal.getState();
    const { frame, mix } = frameAt(field.timesS, timeS);
    const { pass, depth } = made;
    pass.veil.visible = false;
    if (!(camera instanceof PerspectiveCamera)) return;
    camera.updateMatrixWorld();
    // Out of view a cloud costs nothing, not even its textures.
    const shown = [frame, ...(mix > 0 ? [frame + 1] : [])].flatMap((index) => volume.frames[index] ?? []);
    if (!shown.some((each) => holdsGas(each) && isBefore(camera, boxOf(volume.grid, each)))) return;
    const from = textures.at(frame);
    const to = mix > 0 ? textures.at(frame + 1) : from;
    if (from === undefined || to === undefined) return;
    const drift = sizes.drift.set(wind[0] * timeS * creep, wind[1] * timeS * creep, 0);
    pass.place({ from, to, blend: mix, drift });
    const page = sizes.page.set(size.width, size.height);
    const renewed = depth.draw(gl, scene, camera, pass.depthSize(page, sizes.depth));
    if (renewed) passes += 1;
    readLight(scene, light);
    if (depth.texture === null) return;
    pass.draw(gl, camera, page, depth.texture, light, `${passes} ${from.gas.id} ${to.gas.id} ${mix} ${timeS}`);
  });
  return <primitive object={made.pass.veil} />;
}

/** Counts the depth pictures, so that a cloud is marched anew after each. */
let passes = 0;
