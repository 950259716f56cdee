import type { Attempt } from '@upwind/sim-server/contract';
import { Button, Segmented, Skeleton, Slider } from 'antd';
import { MapPinOff, Pause, Play } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { SiteMap } from '../conduct/top-view/site-map.tsx';
import { clock } from '../drill/page/wording.ts';
import type { SitePlan } from '../drill/site-plan.ts';
import { useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { useResource } from '../live/resource.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { Notice } from '../shell/notice.tsx';
import { reviewTexts } from './texts.ts';
import { frameOf, lineUntil, standingAt } from './track.ts';

interface ReplayProps {
  readonly attempt: Attempt;
  /** Id of the drill's site; absent while it is looked up, or when the drill is gone. */
  readonly site: string | undefined;
  readonly looking: boolean;
  readonly timeS: number;
  readonly onTime: (timeS: number) => void;
}

const speeds = [1, 2, 4, 8] as const;

/** The track on the map, with time to move and moments of the score sheet marked. */
export function Replay({ attempt, site, looking, timeS, onTime }: ReplayProps) {
  const say = useTexts(reviewTexts);
  if (attempt.track.length === 0) return <Notice icon={MapPinOff} title={say('no-track')} />;
  if (site === undefined) {
    return looking ? <Skeleton active /> : <Notice icon={MapPinOff} title={say('no-map')} />;
  }
  return <OnMap attempt={attempt} siteId={site} timeS={timeS} onTime={onTime} />;
}

interface OnMapProps extends Pick<ReplayProps, 'attempt' | 'timeS' | 'onTime'> {
  readonly siteId: string;
}

function OnMap({ siteId, ...rest }: OnMapProps) {
  const [site, again] = useResource(`site ${siteId}`, () => api.site(siteId));
  if (site.kind === 'loading') return <Skeleton active />;
  if (site.kind === 'failed') return <FaultNotice fault={site.fault} onRetry={again} />;
  return <Played site={site.value} {...rest} />;
}

function Played({ site, attempt, timeS, onTime }: Omit<OnMapProps, 'siteId'> & { readonly site: SitePlan }) {
  const say = useTexts(reviewTexts);
  const name = useName();
  const { track } = attempt;
  const endS = Math.max(1, track.at(-1)?.[0] ?? 1, (attempt.endedTime - attempt.startedTime) / 1000);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof speeds)[number]>(4);
  const step = useEffectEvent((seconds: number) => {
    const next = timeS + seconds * speed;
    if (next >= endS) setPlaying(false);
    onTime(Math.min(endS, next));
  });
  useEffect(() => {
    if (!playing) return undefined;
    let last = performance.now();
    let frame = requestAnimationFrame(function go(now) {
      step((now - last) / 1000);
      last = now;
      frame = requestAnimationFrame(go);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  const frame = useMemo(() => frameOf(track), [track]);
  const whole = useMemo(() => lineUntil(track, Number.POSITIVE_INFINITY), [track]);
  const now = standingAt(track, timeS);
  const moments = [...attempt.steps, ...attempt.faults].flatMap((line) => {
    const at = line.evidence.timeS;
    return at === undefined || line.outcome === 'avoided' ? [] : [{ ...line, at }];
  });
  return (
    <>
      <div className="review-map">
        <SiteMap
          site={site}
          people={
            now
              ? [
                  {
                    id: attempt.trainee,
                    name: attempt.traineeName,
                    at: now.at,
                    headingDeg: now.headingDeg,
                    tone: 'active',
                  },
                ]
              : []
          }
          {...(frame && { focus: frame })}
        >
          <path d={whole} className="review-track-whole" />
          <path d={lineUntil(track, timeS)} className="review-track" data-testid="track" />
          {moments.map(({ id, at, outcome, title }) => {
            const place = standingAt(track, at);
            return (
              place && (
                <circle
                  key={id}
                  cx={place.at[0]}
                  cy={-place.at[1]}
                  r={2.6}
                  className="review-moment"
                  data-outcome={outcome}
                >
                  <title>{`${clock(at)} ${name(title)}`}</title>
                </circle>
              )
            );
          })}
        </SiteMap>
      </div>
      <div className="review-time">
        <Button
          type="text"
          icon={playing ? <Pause size={18} /> : <Play size={18} />}
          aria-label={say(playing ? 'pause' : 'play')}
          data-testid="play"
          onClick={() => {
            if (!playing && timeS >= endS) onTime(0);
            setPlaying(!playing);
          }}
        />
        <Slider
          min={0}
          max={Math.ceil(endS)}
          step={0.5}
          value={timeS}
          onChange={(value) => onTime(value)}
          marks={Object.fromEntries(moments.map(({ at, outcome }) => [at, { label: '', style: markStyle(outcome) }]))}
          tooltip={{ formatter: (value) => clock(value ?? 0) }}
          aria-label={say('time')}
        />
        <span className="review-clock">
          {clock(timeS)} / {clock(endS)}
        </span>
        <Segmented
          size="small"
          aria-label={say('speed')}
          value={speed}
          options={speeds.map((value) => ({ value, label: `${value}×` }))}
          onChange={(value) => setSpeed(speeds.find((each) => each === value) ?? 1)}
        />
      </div>
      {now && now.speedMPerS > 0.15 && (
        <p className="review-moving">{say('moving', { speed: now.speedMPerS.toFixed(1) })}</p>
      )}
    </>
  );
}

function markStyle(outcome: string): { readonly color: string } {
  return { color: outcome === 'done' ? 'var(--accent)' : 'var(--critical)' };
}
