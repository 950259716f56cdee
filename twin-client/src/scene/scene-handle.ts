import type { Element } from '@upwind/scenes';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DrawnSite } from './drawn-site.ts';
import type { GroundRectangle } from './ground/hole.ts';

/** What the reader has put on or away. `light` follows the site's clock, or is always a clear forenoon. */
export interface SceneLayers {
  readonly models: boolean;
  readonly buildings: boolean;
  readonly trees: boolean;
  readonly labels: boolean;
  readonly reality: boolean;
  /** 0 … 1. */
  readonly realityOpacity: number;
  readonly light: 'clock' | 'day';
}

/** How far the reality meshes have come. */
export interface RealityProgress {
  /** 0 … 1 of what the present view needs. */
  readonly fraction: number;
  readonly failed: number;
  readonly bytes: number;
}

/** What floats over the scene at its sides, pixels: the camera looks through the middle of what is left free. */
export interface SceneInsets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A sphere in ENU metres, and the height of the lowest ground in it. */
export interface SceneSubject {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radiusM: number;
  readonly footM: number;
}

export interface SceneState {
  readonly insets: SceneInsets;
  readonly chosen: string | undefined;
  readonly hovered: string | undefined;
  readonly layers: SceneLayers;
  /** 0 by day … 1 by night, as the scene is lit now. */
  readonly night: number;
  readonly realityProgress: RealityProgress | undefined;
  /** What the whole view is of, where no elements say it: a reality mesh. ENU metres. */
  readonly subject: SceneSubject | undefined;
  /** The ground that reality meshes show now: the drawn ground and models that are in the photograph step back there. */
  readonly photographed: GroundRectangle | undefined;
}

/** What the camera can be told from outside the canvas. */
export interface CameraPort {
  flyTo(element: Element): void;
  home(): void;
  /** Metres of ENU. */
  flyToPlace(x: number, y: number, z: number, radiusM: number): void;
}

const firstInsets: SceneInsets = { left: 0, right: 0, top: 72, bottom: 0 };

/** The 3D scene as pages see it: what is chosen, what is shown, and where the camera goes. */
export class SceneHandle {
  readonly store: StoreApi<SceneState> = createStore<SceneState>(() => ({
    insets: firstInsets,
    chosen: undefined,
    hovered: undefined,
    layers: {
      models: true,
      buildings: true,
      trees: true,
      labels: true,
      reality: true,
      realityOpacity: 1,
      light: new URLSearchParams(window.location.search).get('light') === 'day' ? 'day' : 'clock',
    },
    night: 0,
    realityProgress: undefined,
    photographed: undefined,
    subject: undefined,
  }));
  #camera: CameraPort | undefined;
  #waiting: ((camera: CameraPort) => void) | undefined;

  choose(element: string | undefined): void {
    if (this.store.getState().chosen !== element) this.store.setState({ chosen: element });
  }

  hover(element: string | undefined): void {
    if (this.store.getState().hovered !== element) this.store.setState({ hovered: element });
  }

  setLayers(layers: Partial<SceneLayers>): void {
    this.store.setState((state) => ({ layers: { ...state.layers, ...layers } }));
  }

  /** Sides that are not given are as they are at first: a bar at the top, nothing else. */
  setInsets(given: Partial<SceneInsets>): void {
    const insets = { ...firstInsets, ...given };
    const { insets: before } = this.store.getState();
    const sides = ['left', 'right', 'top', 'bottom'] as const;
    if (sides.some((side) => before[side] !== insets[side])) this.store.setState({ insets });
  }

  /** Chooses an element and goes there; before the scene is ready, as soon as it is. */
  visit(site: DrawnSite, id: string): void {
    const element = site.elements.find((candidate) => candidate.id === id);
    if (element === undefined) return;
    this.choose(id);
    this.#withCamera((camera) => camera.flyTo(element));
  }

  home(): void {
    this.#withCamera((camera) => camera.home());
  }

  flyToPlace(x: number, y: number, z: number, radiusM: number): void {
    this.#withCamera((camera) => camera.flyToPlace(x, y, z, radiusM));
  }

  /** Called by the camera when it is there and when it goes. */
  attachCamera(camera: CameraPort | undefined): void {
    this.#camera = camera;
    if (camera === undefined) return;
    this.#waiting?.(camera);
    this.#waiting = undefined;
  }

  #withCamera(then: (camera: CameraPort) => void): void {
    if (this.#camera === undefined) this.#waiting = then;
    else then(this.#camera);
  }
}

/** A slice of the scene's state. */
export function useScene<T>(scene: SceneHandle, slice: (state: SceneState) => T): T {
  return useStore(scene.store, slice);
}
