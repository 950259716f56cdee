import type { DrawnSite } from './drawn-site.ts';
import './site-scene.css';
import { addAfterEffect, Canvas, useThree } from '@react-three/fiber';
import type { RealityMesh } from '@upwind/sim-server/contract';
import { MonitorX } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { ACESFilmicToneMapping, PCFShadowMap } from 'three';
import { useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { Notice } from '../shell/notice.tsx';
import { palettes } from '../theme/palette.ts';
import { CameraRig } from './camera/camera-rig.tsx';
import { restingDpr } from './camera/resting.ts';
import { Decals } from './decals/decals.tsx';
import { Ground } from './ground/ground.tsx';
import { Trees } from './ground/tree-meshes.tsx';
import { createHighlight, type Highlight } from './highlight.ts';
import { ChosenCard } from './labels/chosen-card.tsx';
import { LabelBoard } from './labels/label-board.ts';
import { LabelDriver } from './labels/label-driver.tsx';
import { Lighting } from './lighting.tsx';
import { modelMaterial } from './materials/model-material.ts';
import { Outline } from './outline.tsx';
import { PickHandler } from './picking/pick-handler.tsx';
import { chooseQuality } from './quality.ts';
import { Reality } from './reality/reality.tsx';
import { SceneContext, useSurroundings } from './scene-context.ts';
import { type SceneHandle, useScene } from './scene-handle.ts';
import { buildSiteModel } from './site-model.ts';
import { Structures } from './structures.tsx';
import { sceneTexts } from './texts.ts';
import { WindSocks } from './wind/wind-socks.tsx';

interface SiteSceneProps {
  readonly site: DrawnSite;
  readonly scene: SceneHandle;
  /** Reality meshes that lie under the site. */
  readonly meshes?: readonly RealityMesh[];
  /** What a desk adds, in ENU metres: x east, y north, z up. */
  readonly children?: ReactNode;
}

const noMeshes: readonly RealityMesh[] = [];
const hasWebGl2 = document.createElement('canvas').getContext('webgl2') !== null;

/**
 * The 3D site (inside a `<LiveSite>`): fills its positioned parent, draws only when something changed. After the first
 * frame with the site in it, `document.documentElement.dataset.scene` is `drawn`.
 */
export function SiteScene({ site, scene, meshes = noMeshes, children }: SiteSceneProps) {
  const say = useTexts(sceneTexts);
  const name = useName();
  const quality = useMemo(() => chooseQuality(window.location.search), []);
  const model = useMemo(() => buildSiteModel(site, quality === 'high' ? 'fine' : 'coarse'), [site, quality]);
  const board = useMemo(() => new LabelBoard(quality === 'low'), [quality]);
  const holder = useRef<HTMLDivElement>(null);
  const [lost, setLost] = useState(false);
  const surroundings = useMemo(() => ({ site, scene, model, quality }), [site, scene, model, quality]);

  useEffect(() => {
    holder.current?.append(board.root);
    return () => {
      board.root.remove();
      delete document.documentElement.dataset['scene'];
    };
  }, [board]);

  if (!hasWebGl2) {
    return (
      <Notice icon={MonitorX} title={say('no-webgl')} testId="no-webgl">
        {say('no-webgl.what')}
      </Notice>
    );
  }
  return (
    <div className="site-scene" ref={holder} role="img" aria-label={say('canvas', { site: name(site.name) })}>
      <SceneContext value={surroundings}>
        <Canvas
          frameloop="demand"
          dpr={quality === 'high' ? [1, 2] : restingDpr}
          shadows={quality === 'high' ? { type: PCFShadowMap } : false}
          gl={{
            antialias: quality === 'high',
            stencil: true,
            powerPreference: 'high-performance',
            toneMapping: ACESFilmicToneMapping,
          }}
          camera={{ fov: 40, near: 2, far: 14_000, position: [200, 500, 900] }}
          onCreated={({ gl, invalidate }) => {
            gl.domElement.addEventListener('webglcontextlost', (event) => {
              event.preventDefault();
              setLost(true);
            });
            gl.domElement.addEventListener('webglcontextrestored', () => {
              setLost(false);
              invalidate();
            });
          }}
        >
          <World board={board} meshes={meshes}>
            {children}
          </World>
        </Canvas>
        <ChosenCard board={board} />
      </SceneContext>
      {lost && (
        <p className="site-scene-lost" role="status">
          {say('lost')}
        </p>
      )}
    </div>
  );
}

interface WorldProps {
  readonly board: LabelBoard;
  readonly meshes: readonly RealityMesh[];
  readonly children: ReactNode;
}

function World({ board, meshes, children }: WorldProps) {
  const { scene, quality, model } = useSurroundings();
  const highlight = useMemo(createHighlight, []);
  const material = useMemo(() => modelMaterial(quality, highlight), [quality, highlight]);
  const trees = useScene(scene, (state) => state.layers.trees);
  useHighlight(highlight, scene, model.indexOf);
  return (
    <>
      <Lighting highlight={highlight} />
      <group rotation={[-Math.PI / 2, 0, 0]}>
        <Ground modelMaterial={material} light={highlight.groundLight} />
        <Structures material={material} />
        <Decals />
        {trees && <Trees />}
        <WindSocks />
        <Reality meshes={meshes} />
        <Outline colour={palettes.dark.accent} />
        {children}
      </group>
      <CameraRig />
      <PickHandler board={board} />
      <LabelDriver board={board} />
      <DrawnMark />
    </>
  );
}

/** Carries what is chosen and hovered into the uniforms of the models. */
function useHighlight(highlight: Highlight, scene: SceneHandle, indexOf: ReadonlyMap<string, number>): void {
  const invalidate = useThree((state) => state.invalidate);
  const chosen = useScene(scene, (state) => state.chosen);
  const hovered = useScene(scene, (state) => state.hovered);
  useEffect(() => {
    const at = (id: string | undefined) => (id === undefined ? -1 : (indexOf.get(id) ?? -1));
    highlight.chosen.value = at(chosen);
    highlight.hovered.value = at(hovered);
    highlight.dim.value = chosen === undefined ? 0 : 1;
    invalidate();
  }, [highlight, indexOf, chosen, hovered, invalidate]);
}

/** Says on the document that the first frame with the site has been drawn: tests and screenshots wait for it. */
function DrawnMark() {
  const gl = useThree((state) => state.gl);
  useEffect(
    () =>
      addAfterEffect(() => {
        if (gl.info.render.calls === 0) return;
        const { dataset } = document.documentElement;
        if (dataset['scene'] !== 'drawn') dataset['scene'] = 'drawn';
        dataset['drawCalls'] = String(gl.info.render.calls);
      }),
    [gl],
  );
  return undefined;
}
