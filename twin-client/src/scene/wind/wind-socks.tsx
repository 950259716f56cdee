import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Color, CylinderGeometry, Float32BufferAttribute, MeshLambertMaterial } from 'three';
import { useSurroundings } from '../scene-context.ts';
import { useWind } from './use-wind.ts';
import { sockDroopDeg } from './wind.ts';

/** A cone 2.4 m long, its mouth at the origin, blown towards +x, in bands of orange and white. */
function sockGeometry(): CylinderGeometry {
  const geometry = new CylinderGeometry(0.16, 0.36, 2.4, 14, 10, true);
  geometry.translate(0, 1.2, 0);
  geometry.rotateZ(-Math.PI / 2);
  const position = geometry.getAttribute('position');
  const colours: number[] = [];
  const [orange, white] = [new Color('#e2662c'), new Color('#eceae4')];
  for (let i = 0; i < position.count; i += 1) {
    const band = Math.floor(Math.min(0.999, position.getX(i) / 2.4) * 5);
    colours.push(...(band % 2 === 0 ? orange : white).toArray());
  }
  geometry.setAttribute('color', new Float32BufferAttribute(colours, 3));
  return geometry;
}

/** The socks of the site, turned by the live wind; redrawn when it has changed enough to be seen. */
export function WindSocks() {
  const { site } = useSurroundings();
  const wind = useWind(site);
  const invalidate = useThree((state) => state.invalidate);
  const socks = useMemo(() => site.elements.filter(({ kind }) => kind === 'wind-sock'), [site]);
  const geometry = useMemo(sockGeometry, []);
  const material = useMemo(() => new MeshLambertMaterial({ vertexColors: true, side: 2 }), []);
  const towardsDeg = Math.round((270 - (wind?.fromDeg ?? 270)) / 4) * 4;
  const droopDeg = Math.round(sockDroopDeg(wind?.speedMPerS ?? 0) / 4) * 4;
  useEffect(() => {
    if (Number.isFinite(towardsDeg + droopDeg)) invalidate();
  }, [invalidate, towardsDeg, droopDeg]);
  const radians = Math.PI / 180;
  return socks.map(({ id, at: [x, y] }) => (
    <group key={id} position={[x, y, 8]} rotation={[0, 0, towardsDeg * radians]}>
      <mesh
        geometry={geometry}
        material={material}
        rotation={[0, droopDeg * radians, 0]}
        scale={1.5}
        raycast={() => undefined}
      />
    </group>
  ));
}
