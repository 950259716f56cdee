import { SceneInstrumentation } from '@babylonjs/core/Instrumentation/sceneInstrumentation.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { DrawnPerson } from '../people/avatars.ts';
import type { PoseTuple } from '../pose/pose.ts';

/** The own head, and the hands that are tracked. */
export type OwnBody = { readonly head: PoseTuple } & Partial<Record<'left' | 'right', PoseTuple | undefined>>;

/** Says on the page's root what one eye's view costs and where everybody is drawn, for benches and tests to read. */
export interface Counts {
  end(): void;
  say(people: { readonly own: OwnBody; readonly drawn: readonly DrawnPerson[] }): void;
  forget(): void;
}

export function showCounts(scene: Scene): Counts {
  const measured = new SceneInstrumentation(scene);
  let draws = 0;
  let triangles = 0;
  const root = document.documentElement.dataset;
  return {
    end() {
      const eyes = Math.max(1, scene.activeCamera?.rigCameras.length ?? 1);
      draws = Math.round(measured.drawCallsCounter.current / eyes);
      triangles = Math.round(scene.getActiveIndices() / 3 / eyes);
    },
    say({ own, drawn }) {
      root['drawCalls'] = String(draws);
      root['triangles'] = String(triangles);
      root['own'] = JSON.stringify({
        head: own.head.map(brief),
        left: own.left?.map(brief),
        right: own.right?.map(brief),
      });
      root['people'] = JSON.stringify(
        drawn.map(({ name, head, left, right }) => ({
          name,
          head: head.map(brief),
          left: left.map(brief),
          right: right.map(brief),
        })),
      );
    },
    forget() {
      measured.dispose();
      for (const key of ['drawCalls', 'triangles', 'own', 'people']) delete root[key];
    },
  };
}

function brief(value: number): number {
  return Math.round(value * 1000) / 1000;
}
