import type { Element, Point } from '@upwind/scenes';
import { createPortal } from 'react-dom';
import { useName } from '../../language/language.ts';
import { sharedTexts } from '../../language/shared-texts.ts';
import { shortName } from '../../language/short-name.ts';
import { useTexts } from '../../language/texts.ts';
import { useAlarms } from '../../live/live-site.tsx';
import { ValueText } from '../../live/value-text.tsx';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { type LabelBoard, priorityShapes } from './label-board.ts';

const mostPoints = 4;

/** The label of the chosen element: its name and its first live values. */
export function ChosenCard({ board }: { readonly board: LabelBoard }) {
  const { site, scene } = useSurroundings();
  const chosen = useScene(scene, (state) => state.chosen);
  const element = site.elements.find(({ id }) => id === chosen);
  if (element === undefined) return undefined;
  const points = site.points.filter((point) => point.element === element.id).slice(0, mostPoints);
  return createPortal(<Card element={element} points={points} />, board.chosen);
}

function Card({ element, points }: { readonly element: Element; readonly points: readonly Point[] }) {
  const name = useName();
  const say = useTexts(sharedTexts);
  const alarm = useAlarms().find((each) => each.element === element.id);
  return (
    <div className="label-card" data-testid="chosen-label">
      {alarm !== undefined && (
        <p
          className={`label-card-alarm priority-${alarm.priority}`}
          data-testid="chosen-alarm"
          data-alarm={alarm.priority}
        >
          {priorityShapes[alarm.priority]} {say(`priority.${alarm.priority}`)}
        </p>
      )}
      <h3>{name(element.name)}</h3>
      {points.length > 0 && (
        <dl>
          {points.map((point) => (
            <PointRow key={point.id} element={element} point={point} />
          ))}
        </dl>
      )}
    </div>
  );
}

function PointRow({ element, point }: { readonly element: Element; readonly point: Point }) {
  const name = useName();
  return (
    <>
      <dt>{shortName(name(point.name), name(element.name))}</dt>
      <dd>
        <ValueText point={point} />
      </dd>
    </>
  );
}
