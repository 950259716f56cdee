import { Spin } from 'antd';
import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../language/texts.ts';
import { useResource } from '../live/resource.ts';
import { reviewApi } from '../review/api.ts';
import { conductTexts } from './texts.ts';

/** Scores appear a moment after the end; after this long there will be none, ms. */
const patienceMs = 30_000;

/** The stored results of a room, each with the way to its review. */
export function RoomResults({ roomId }: { readonly roomId: string }) {
  const say = useTexts(conductTexts);
  const [rows, again] = useResource(`attempts ${roomId}`, () => reviewApi.attempts({ room: roomId }));
  const [waited, setWaited] = useState(false);
  const own = rows.kind === 'here' ? rows.value : [];
  useEffect(() => {
    if (own.length > 0) return undefined;
    const timer = setInterval(again, 1500);
    const patience = setTimeout(() => setWaited(true), patienceMs);
    return () => {
      clearInterval(timer);
      clearTimeout(patience);
    };
  }, [again, own.length]);
  return (
    <section className="conduct-results" data-testid="conduct-results">
      <h2>{say('results')}</h2>
      {own.length === 0 && !waited && (
        <div className="conduct-none">
          <Spin size="small" /> {say('results.making')}
        </div>
      )}
      {own.length === 0 && waited && <p className="conduct-none">{say('results.none')}</p>}
      <ul>
        {own.map((row) => (
          <li key={row.id} data-verdict={row.verdict}>
            <span>{row.traineeName}</span>
            <b>{Math.round(row.score)}</b>
            <span className="conduct-verdict">
              {row.verdict === 'pass' ? <CircleCheck size={14} aria-hidden /> : <CircleX size={14} aria-hidden />}{' '}
              {say(row.verdict)}
            </span>
            <Link to={`/review/${row.id}`}>{say('results.see')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
