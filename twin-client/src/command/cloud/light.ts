import { Color, DirectionalLight, FogExp2, HemisphereLight, type Scene, Vector3 } from 'three';

/** The light of the scene as a cloud needs it: radiance that a white surface would send back, linear. */
export interface CloudLight {
  /** Towards the sun or the moon, ENU. */
  readonly sun: Vector3;
  readonly sunLight: Color;
  readonly skyLight: Color;
  readonly groundLight: Color;
  readonly haze: Color;
  hazeDensity: number;
}

export function createLight(): CloudLight {
  return {
    sun: new Vector3(0, 0, 1),
    sunLight: new Color(),
    skyLight: new Color(),
    groundLight: new Color(),
    haze: new Color(),
    hazeDensity: 0,
  };
}

/** Reads the lamps and the haze that the scene is lit by now. */
export function readLight(scene: Scene, into: CloudLight): void {
  scene.traverseVisible((object) => {
    if (object instanceof DirectionalLight) {
      const { position, target, color, intensity } = object;
      const way = position.clone().sub(target.position).normalize();
      into.sun.set(way.x, -way.z, way.y);
      into.sunLight.copy(color).multiplyScalar(intensity / Math.PI);
    } else if (object instanceof HemisphereLight) {
      into.skyLight.copy(object.color).multiplyScalar(object.intensity / Math.PI);
      into.groundLight.copy(object.groundColor).multiplyScalar(object.intensity / Math.PI);
    }
  });
  if (!(scene.fog instanceof FogExp2)) {
    into.hazeDensity = 0;
    return;
  }
  into.haze.copy(scene.fog.color);
  into.hazeDensity = scene.fog.density;
}
