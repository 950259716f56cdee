import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  AlwaysStencilFunc,
  BufferAttribute,
  BufferGeometry,
  Color,
  InstancedBufferGeometry,
  MeshBasicMaterial,
  NotEqualStencilFunc,
  ReplaceStencilOp,
  ShaderMaterial,
  Vector2,
} from 'three';
import { ringsGeometry } from './ground/flat-geometry.ts';
import { useSurroundings } from './scene-context.ts';
import { useScene } from './scene-handle.ts';

/** Directions in which the body is drawn again, a few pixels off, around its own stencil. */
const directions = 10;

function createMaterials(colour: string, widthPx: number) {
  const stencil = new MeshBasicMaterial({
    colorWrite: false,
    depthWrite: false,
    depthTest: false,
    stencilWrite: true,
    stencilRef: 1,
    stencilFunc: AlwaysStencilFunc,
    stencilZPass: ReplaceStencilOp,
  });
  const rim = new ShaderMaterial({
    depthTest: false,
    depthWrite: false,
    stencilWrite: true,
    stencilRef: 1,
    stencilFunc: NotEqualStencilFunc,
    uniforms: {
      uResolution: { value: new Vector2(1, 1) },
      uWidth: { value: widthPx },
      uColour: { value: new Color(colour) },
    },
    vertexShader: /* glsl */ `
      uniform vec2 uResolution;
      uniform float uWidth;
      void main() {
        vec4 clip = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
        float angle = float(gl_InstanceID) * 6.2831853 / ${directions.toFixed(1)};
        clip.xy += vec2(cos(angle), sin(angle)) * uWidth * 2.0 / uResolution * clip.w;
        gl_Position = clip;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 uColour;
      void main() {
        gl_FragColor = vec4(uColour, 1.0);
        #include <colorspace_fragment>
      }`,
  });
  return { stencil, rim };
}

/** A teal line around the chosen element, seen through whatever stands before it, so that it is always found. */
export function Outline({ colour }: { readonly colour: string }) {
  const { model, scene } = useSurroundings();
  const chosen = useScene(scene, (state) => state.chosen);
  const index = chosen === undefined ? undefined : model.indexOf.get(chosen);
  const size = useThree((state) => state.size);
  const dpr = useThree((state) => state.viewport.dpr);
  const materials = useMemo(() => createMaterials(colour, 2.2), [colour]);
  const geometries = useMemo(() => {
    if (index === undefined) return undefined;
    const triangles = model.picker.trianglesOf(index);
    const patch = model.patches.find(({ element }) => element === index);
    const body = new BufferGeometry();
    if (triangles.length > 0) body.setAttribute('position', new BufferAttribute(triangles, 3));
    else if (patch !== undefined) body.copy(ringsGeometry([patch.ring], 0.05, 1).toNonIndexed());
    else return undefined;
    const copies = new InstancedBufferGeometry();
    copies.setAttribute('position', body.getAttribute('position'));
    copies.instanceCount = directions;
    return { body, copies };
  }, [model, index]);
  useEffect(
    () => () => {
      geometries?.body.dispose();
      geometries?.copies.dispose();
    },
    [geometries],
  );
  const resolution = materials.rim.uniforms['uResolution'];
  resolution?.value.set(size.width, size.height);
  const width = materials.rim.uniforms['uWidth'];
  if (width !== undefined) width.value = dpr >= 1 ? 2.2 : 2.6;
  if (geometries === undefined) return undefined;
  return (
    <>
      <mesh
        geometry={geometries.body}
        material={materials.stencil}
        renderOrder={900}
        frustumCulled={false}
        raycast={() => undefined}
      />
      <mesh
        geometry={geometries.copies}
        material={materials.rim}
        renderOrder={901}
        frustumCulled={false}
        raycast={() => undefined}
      />
    </>
  );
}
