import type { Element, LimitName, Point } from '@upwind/scenes';
import { useAge } from '../../language/age.ts';
import { formatValue } from '../../language/format.ts';
import { useLanguage, useName } from '../../language/language.ts';
import { sharedTexts } from '../../language/shared-texts.ts';
import { shortName } from '../../language/short-name.ts';
import { useTexts } from '../../language/texts.ts';
import { useLive, useNewest } from '../../live/live-site.tsx';
import { useSecond } from '../../live/now.ts';
import { isStale } from '../../live/staleness.ts';
import { ValueText } from '../../live/value-text.tsx';
import { priorityShapes } from '../../scene/labels/label-board.ts';
import { twinTexts } from '../texts.ts';
import { Sparkline } from './sparkline.tsx';

interface PointRowProps {
  readonly site: string;
  readonly element: Element;
  readonly point: Point;
  onPlot(): void;
}

const limitNames: readonly LimitName[] = ['lowLow', 'low', 'high', 'highHigh'];

/** One point: name, value, age, the last ten minutes, its limits. A click opens its history. */
export function PointRow({ site, element, point, onPlot }: PointRowProps) {
  const say = useTexts(twinTexts);
  const name = useName();
  const language = useLanguage();
  return (
    <li className="point">
      <button
        type="button"
        className="point-button"
        onClick={onPlot}
        data-testid={`point-${point.id}`}
        aria-label={say('point.history', { point: name(point.name) })}
      >
        <span className="point-name">
          <span>{shortName(name(point.name), name(element.name))}</span>
          <small>{point.id}</small>
        </span>
        <span className="point-value">
          <ValueText point={point} />
          <PointAge point={point} />
        </span>
        <span className="point-spark">
          <Sparkline site={site} point={point} />
        </span>
      </button>
      {point.limits !== undefined && (
        <p className="point-limits">
          {limitNames.map((limit) => {
            const set = point.limits?.[limit];
            return (
              set !== undefined && (
                <span key={limit}>
                  <span className={`tone-${set.priority}`} aria-hidden>
                    {priorityShapes[set.priority]}
                  </span>{' '}
                  {say(`limit.${limit}`)} {formatValue(set.value, language)}
                </span>
              )
            );
          })}
        </p>
      )}
    </li>
  );
}

function PointAge({ point }: { readonly point: Point }) {
  const say = useTexts(twinTexts);
  const sayShared = useTexts(sharedTexts);
  const age = useAge();
  const live = useLive();
  useSecond();
  const newest = useNewest(point.id);
  if (newest === undefined) return undefined;
  const ageMs = live.now() - newest.sourceTime;
  const text = age(ageMs);
  const stale = isStale(newest.sourceTime, point.periodMs, live.now());
  return (
    <small className={stale ? 'point-age point-age-stale' : 'point-age'}>
      {newest.quality !== 'good' && `${sayShared(`quality.${newest.quality}`)} · `}
      {stale ? say('point.stale', { age: text }) : text}
    </small>
  );
}
