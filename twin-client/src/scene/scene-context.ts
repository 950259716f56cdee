import { createContext, useContext } from 'react';
import type { DrawnSite } from './drawn-site.ts';
import type { Quality } from './quality.ts';
import type { SceneHandle } from './scene-handle.ts';
import type { SiteModel } from './site-model.ts';

export interface SceneSurroundings {
  readonly site: DrawnSite;
  readonly scene: SceneHandle;
  readonly model: SiteModel;
  readonly quality: Quality;
}

export const SceneContext = createContext<SceneSurroundings | undefined>(undefined);

/** The site, its model and the handle around a part of the scene. */
export function useSurroundings(): SceneSurroundings {
  const surroundings = useContext(SceneContext);
  if (surroundings === undefined) throw new Error('This part of the scene stands outside a <SiteScene>.');
  return surroundings;
}
