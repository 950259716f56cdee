import type { Attempt, ScoreLine } from '@upwind/sim-server/contract';
import { Check, Minus, TriangleAlert, X } from 'lucide-react';
import { clock } from '../drill/page/wording.ts';
import { useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { reviewTexts } from './texts.ts';

interface ScoreSheetProps {
  readonly attempt: Attempt;
  readonly onSeek: (timeS: number) => void;
}

/** Each step and fault: outcome, points, the fact and its second, the clause. */
export function ScoreSheet({ attempt, onSeek }: ScoreSheetProps) {
  const say = useTexts(reviewTexts);
  const committed = attempt.faults.filter(({ outcome }) => outcome === 'committed');
  const avoided = attempt.faults.filter(({ outcome }) => outcome !== 'committed');
  return (
    <>
      <h2>{say('steps')}</h2>
      <ol className="review-lines" data-testid="steps">
        {attempt.steps.map((line) => (
          <Line key={line.id} line={line} onSeek={onSeek} />
        ))}
      </ol>
      <h2>{say('faults')}</h2>
      {committed.length === 0 && <p className="review-none">{say('no-faults')}</p>}
      <ol className="review-lines" data-testid="faults">
        {committed.map((line) => (
          <Line key={line.id} line={line} onSeek={onSeek} />
        ))}
      </ol>
      {avoided.length > 0 && (
        <details className="review-avoided">
          <summary>{say('faults.avoided', { count: avoided.length })}</summary>
          <ol className="review-lines">
            {avoided.map((line) => (
              <Line key={line.id} line={line} onSeek={onSeek} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

const icons = { done: Check, missed: X, committed: TriangleAlert, avoided: Minus } as const;

function Line({ line, onSeek }: { readonly line: ScoreLine; readonly onSeek: (timeS: number) => void }) {
  const say = useTexts(reviewTexts);
  const name = useName();
  const Icon = icons[line.outcome];
  const step = line.severity === undefined;
  const { timeS, fact } = line.evidence;
  return (
    <li className="review-line" data-outcome={line.outcome} data-testid={`line-${line.id}`}>
      <span className="review-line-icon" title={say(`outcome.${line.outcome}`)}>
        <Icon size={14} strokeWidth={2.5} aria-hidden />
        <span className="visually-hidden">{say(`outcome.${line.outcome}`)}</span>
      </span>
      <span className="review-line-title">
        {name(line.title)}
        {line.severity && <em data-severity={line.severity}>{say(`severity.${line.severity}`)}</em>}
      </span>
      <span className="review-line-points">
        {step
          ? say('points.of', { points: rounded(line.points), weight: rounded(line.weight) })
          : line.outcome === 'committed'
            ? rounded(-Math.abs(line.points))
            : ''}
      </span>
      <p className="review-line-fact">
        {timeS !== undefined && (
          <button type="button" onClick={() => onSeek(timeS)} title={say('seek-to', { time: clock(timeS) })}>
            {clock(timeS)}
          </button>
        )}
        {name(fact)}
      </p>
      {line.clause !== undefined && (
        <p className="review-line-clause">
          {say('clause')}: {line.clause}
        </p>
      )}
    </li>
  );
}

/** Points with at most one decimal, with a true minus. */
function rounded(points: number): string {
  return String(Math.round(points * 10) / 10).replace('-', '−');
}
