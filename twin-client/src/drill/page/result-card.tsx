import { Button, Spin } from 'antd';
import { CircleCheck, CircleX } from 'lucide-react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { useTexts } from '../../language/texts.ts';
import type { DrillRoom } from '../room/drill-room.ts';
import { drillTexts } from '../texts.ts';

/** The own result at the end: score, verdict, and the way to the review. */
export function ResultCard({ room }: { readonly room: DrillRoom }) {
  const say = useTexts(drillTexts);
  const result = useStore(room.store, (view) => view.result);
  const seated = useStore(room.store, (view) => view.attendees.some(({ session }) => session === view.session));
  return (
    <section className="drill-result panel" data-testid="result" data-verdict={result?.verdict}>
      <h1>{say(seated ? 'result.title' : 'phase.ended')}</h1>
      {seated && !result && (
        <div className="drill-result-wait">
          <Spin size="small" /> {say('result.waiting')}
        </div>
      )}
      {result && (
        <>
          <p className="drill-result-score">
            <b data-testid="score">{Math.round(result.score)}</b>
            <span>{say('result.of-100')}</span>
          </p>
          <p className="drill-result-verdict" data-testid="verdict">
            {result.verdict === 'pass' ? <CircleCheck size={18} aria-hidden /> : <CircleX size={18} aria-hidden />}
            {say(`result.${result.verdict}`)}
          </p>
        </>
      )}
      <div className="drill-result-ways">
        {result && (
          <Link to={`/review/${encodeURIComponent(result.attempt)}`} data-testid="to-review">
            <Button type="primary">{say('result.review')}</Button>
          </Link>
        )}
        <Link to="/drill">
          <Button>{say('to-lobby')}</Button>
        </Link>
      </div>
    </section>
  );
}
