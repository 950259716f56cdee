import { Tooltip } from 'antd';
import { useAge } from '../../language/age.ts';
import { useTexts } from '../../language/texts.ts';
import { windTexts } from '../../language/wind-texts.ts';
import { useLive } from '../../live/live-site.tsx';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { useWind } from '../../scene/wind/use-wind.ts';
import { sectorOf } from '../../scene/wind/wind.ts';
import { twinTexts } from '../texts.ts';

/** A small rose whose arrow blows the way the wind blows, with the wind's name and speed. */
export function WindRose({ site }: { readonly site: DrawnSite }) {
  const say = useTexts(twinTexts);
  const sayWind = useTexts(windTexts);
  const age = useAge();
  const live = useLive();
  const wind = useWind(site);
  if (wind === undefined) {
    return (
      <span className="bar-wind bar-quiet" data-testid="wind">
        {say('wind.none')}
      </span>
    );
  }
  const direction = sayWind(`${sectorOf(wind.fromDeg)}` as `${Sector}`);
  const speed = wind.speedMPerS.toFixed(1);
  const about = say('wind.about', {
    degrees: Math.round(wind.fromDeg),
    direction,
    speed,
    age: age(live.now() - wind.sourceTime),
  });
  return (
    <Tooltip title={about} placement="bottom">
      <span className={`bar-wind${wind.stale ? ' bar-stale' : ''}`} data-testid="wind">
        <svg width="28" height="28" viewBox="-14 -14 28 28" role="img" aria-label={about}>
          <circle r="12.5" fill="none" stroke="var(--hairline)" />
          {[0, 90, 180, 270].map((tick) => (
            <line key={tick} y1="-12.5" y2="-10" stroke="var(--text-third)" transform={`rotate(${tick})`} />
          ))}
          <path
            d="M0 10 L0 -8 M-4 4 L0 10 L4 4"
            fill="none"
            stroke={wind.stale ? 'var(--text-third)' : 'var(--accent)'}
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
            transform={`rotate(${Math.round(wind.fromDeg)})`}
          />
        </svg>
        <span>{say('wind.from', { direction, speed })}</span>
      </span>
    </Tooltip>
  );
}

type Sector = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
