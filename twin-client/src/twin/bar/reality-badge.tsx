import { useTexts } from '../../language/texts.ts';
import { type SceneHandle, useScene } from '../../scene/scene-handle.ts';
import { twinTexts } from '../texts.ts';

/** How far the reality mesh has come for the present view; gone when it is here. */
export function RealityBadge({ scene }: { readonly scene: SceneHandle }) {
  const say = useTexts(twinTexts);
  const percent = useScene(scene, ({ realityProgress }) =>
    realityProgress === undefined ? 100 : Math.round(realityProgress.fraction * 100),
  );
  const failed = useScene(scene, (state) => state.realityProgress?.failed ?? 0);
  const shown = useScene(scene, (state) => state.photographed !== undefined);
  return (
    <span
      className={percent >= 100 ? 'visually-hidden' : 'connection'}
      data-testid="reality-progress"
      data-percent={percent}
      data-shown={shown}
      data-failed={failed}
    >
      {say('reality.loading', { percent })}
    </span>
  );
}
