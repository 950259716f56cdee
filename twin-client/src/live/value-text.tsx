import './value-text.css';
import type { Point } from '@upwind/scenes';
import { useAge } from '../language/age.ts';
import { formatReading } from '../language/format.ts';
import { useLanguage } from '../language/language.ts';
import { sharedTexts } from '../language/shared-texts.ts';
import { useTexts } from '../language/texts.ts';
import { useLive, useNewest } from './live-site.tsx';
import { useSecond } from './now.ts';
import { isStale } from './staleness.ts';

/** A live value with its unit: good plain, uncertain with a dotted underline, bad struck through, stale grey. */
export function ValueText({ point }: { readonly point: Point }) {
  const say = useTexts(sharedTexts);
  const language = useLanguage();
  const live = useLive();
  const age = useAge();
  useSecond();
  const newest = useNewest(point.id);
  if (newest === undefined) {
    return (
      <span className="value value-stale" data-point={point.id}>
        {say('no-value')}
      </span>
    );
  }
  const stale = isStale(newest.sourceTime, point.periodMs, live.now());
  const reason = stale ? age(live.now() - newest.sourceTime) : say(`quality.${newest.quality}`);
  return (
    <span
      className={`value value-${newest.quality}${stale ? ' value-stale' : ''}`}
      title={reason}
      data-point={point.id}
    >
      <span className="value-number">{formatReading(newest.value, point, language)}</span>
      <span className="value-unit">{point.unit}</span>
    </span>
  );
}
