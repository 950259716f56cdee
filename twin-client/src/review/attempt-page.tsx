import './review.css';
import type { Attempt } from '@upwind/sim-server/contract';
import { Skeleton } from 'antd';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { drillApi } from '../drill/room/api.ts';
import { formatMoment } from '../language/format.ts';
import { useLanguage, useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { useResource } from '../live/resource.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { reviewApi } from './api.ts';
import { Verdict } from './page.tsx';
import { Replay } from './replay.tsx';
import { ScoreSheet } from './score-sheet.tsx';
import { reviewTexts } from './texts.ts';

/** `/review/:attempt`: the score sheet with its evidence, and the track again on the map. */
export function Component() {
  const { attempt: id = '' } = useParams();
  const [attempt, again] = useResource(`attempt ${id}`, () => reviewApi.attempt(id));
  if (attempt.kind === 'loading') {
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  }
  if (attempt.kind === 'failed') {
    return (
      <>
        <BackToAll />
        <FaultNotice fault={attempt.fault} onRetry={again} />
      </>
    );
  }
  return <AttemptReview attempt={attempt.value} />;
}

function AttemptReview({ attempt }: { readonly attempt: Attempt }) {
  const say = useTexts(reviewTexts);
  const name = useName();
  const language = useLanguage();
  const [timeS, setTimeS] = useState(0);
  const [drills] = useResource('drills', drillApi.drills);
  const site = drills.kind === 'here' ? drills.value.find(({ id }) => id === attempt.drill)?.site : undefined;
  return (
    <div className="review" data-testid="attempt" data-verdict={attempt.verdict}>
      <section className="review-sheet">
        <BackToAll />
        <header>
          <div>
            <h1>{name(attempt.drillTitle)}</h1>
            <p>
              {attempt.traineeName} · {formatMoment(attempt.startedTime, Date.now(), language)}
            </p>
          </div>
          <div className="review-score">
            <b data-testid="score">{Math.round(attempt.score)}</b>
            <Verdict verdict={attempt.verdict} />
          </div>
        </header>
        {attempt.reasons.length > 0 && (
          <ul className="review-reasons" aria-label={say('why')}>
            {attempt.reasons.map((reason) => (
              <li key={reason.en}>{name(reason)}</li>
            ))}
          </ul>
        )}
        <ScoreSheet attempt={attempt} onSeek={setTimeS} />
        <p className="review-profile">
          {say('judged-by', { profile: attempt.profile, version: attempt.drillVersion })}
        </p>
      </section>
      <section className="review-replay" aria-label={say('replay')}>
        <Replay attempt={attempt} site={site} looking={drills.kind === 'loading'} timeS={timeS} onTime={setTimeS} />
      </section>
    </div>
  );
}

function BackToAll() {
  const say = useTexts(reviewTexts);
  return (
    <Link to="/review" className="review-back">
      <ArrowLeft size={15} aria-hidden /> {say('all-results')}
    </Link>
  );
}
