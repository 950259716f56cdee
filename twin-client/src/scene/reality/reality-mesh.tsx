import { useFrame, useThree } from '@react-three/fiber';
import type { RealityMesh as Mesh } from '@upwind/sim-server/contract';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { Matrix4 } from 'three';
import { enuFromEcef } from '../coordinates/ellipsoid.ts';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { dressTile } from './tile-look.ts';
import { type StreamReport, TileStream } from './tile-stream.ts';

const mobile = window.matchMedia('(pointer: coarse)').matches;

interface RealityMeshProps {
  readonly mesh: Mesh;
  onReport(report: StreamReport): void;
}

/** One photogrammetric tileset, streamed by what the camera sees, placed in the site's ENU by its ECEF transform. */
export function RealityMesh({ mesh, onReport }: RealityMeshProps) {
  const { site, scene, quality } = useSurroundings();
  const opacity = useScene(scene, (state) => state.layers.realityOpacity);
  const night = useScene(scene, (state) => state.night);
  const camera = useThree((state) => state.camera);
  const renderer = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);
  const placement = useMemo(() => new Matrix4().fromArray([...enuFromEcef(site.origin)]), [site.origin]);
  const [stream, setStream] = useState<TileStream>();
  const report = useEffectEvent(onReport);

  useEffect(() => {
    const opened = new TileStream({
      url: mesh.tilesetUrl,
      placement,
      camera,
      renderer,
      quality,
      mobile,
      onModel: (model) => {
        const { layers, night: dark } = scene.store.getState();
        dressTile(model, layers.realityOpacity, dark);
      },
      onPicture: invalidate,
      onReport: (said) => report(said),
    });
    setStream(opened);
    return () => {
      setStream(undefined);
      opened.dispose();
    };
  }, [mesh.tilesetUrl, placement, camera, renderer, quality, scene, invalidate]);

  useEffect(() => {
    stream?.forEachModel((model) => dressTile(model, opacity, night));
    invalidate();
  }, [stream, opacity, night, invalidate]);

  useFrame(() => stream?.update());
  return stream === undefined ? undefined : <primitive object={stream.group} />;
}
