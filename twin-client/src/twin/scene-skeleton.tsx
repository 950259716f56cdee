import './twin.css';
import { useTexts } from '../language/texts.ts';
import { shellTexts } from '../shell/texts.ts';

/** The shape of the page before the site is here: sky, land, the bars. */
export function SceneSkeleton() {
  const say = useTexts(shellTexts);
  return (
    <div className="twin scene-skeleton" aria-busy="true">
      <span className="visually-hidden" role="status">
        {say('loading.page')}
      </span>
      <div className="twin-over">
        <div className="twin-bar panel" />
        <div className="twin-left panel" />
      </div>
    </div>
  );
}
