import './site-map.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { SitePlan } from '../../drill/site-plan.ts';
import { useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { planOf } from './plan.ts';
import { topViewTexts } from './texts.ts';

/** A dot with a heading on the map. */
export interface MapPerson {
  readonly id: string;
  readonly name: string;
  /** Local metres, x east, y north. */
  readonly at: readonly [number, number];
  readonly headingDeg: number | undefined;
  readonly tone: 'active' | 'mustered' | 'overcome' | 'away';
}

export interface MapSign {
  readonly id: string;
  readonly at: readonly [number, number];
}

interface SiteMapProps {
  readonly site: SitePlan;
  readonly people: readonly MapPerson[];
  readonly signs?: readonly MapSign[];
  readonly wind?: { readonly fromDeg: number; readonly speedMPerS: number };
  /** What is drawn between the ground and the people, in map metres (x east, y south). */
  readonly children?: ReactNode;
  /** Starts with this part of the site in view: centre and half width, metres. */
  readonly focus?: { readonly at: readonly [number, number]; readonly halfM: number };
}

interface View {
  readonly x: number;
  readonly y: number;
  readonly halfM: number;
}

const nearestM = 30;

/** The site from above: drag to move, wheel or buttons to come nearer. */
export function SiteMap({ site, people, signs = [], wind, children, focus }: SiteMapProps) {
  const name = useName();
  const say = useTexts(topViewTexts);
  const plan = useMemo(() => planOf(site), [site]);
  const whole: View = useMemo(
    () => ({
      x: (plan.min[0] + plan.max[0]) / 2,
      y: -(plan.min[1] + plan.max[1]) / 2,
      halfM: (plan.max[0] - plan.min[0]) / 2 + 16,
    }),
    [plan],
  );
  const [moved, setMoved] = useState<View>();
  const view = moved ?? (focus ? { x: focus.at[0], y: -focus.at[1], halfM: focus.halfM } : whole);
  const surface = useRef<SVGSVGElement>(null);
  const drag = useRef<{ readonly id: number; readonly x: number; readonly y: number } | undefined>(undefined);

  const [size, setSize] = useState<readonly [number, number]>([1, 1]);
  useEffect(() => {
    if (!surface.current) return undefined;
    const watcher = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect;
      if (box && box.width > 0 && box.height > 0) setSize([box.width, box.height]);
    });
    watcher.observe(surface.current);
    return () => watcher.disconnect();
  }, []);
  // The half width is that of the shorter side's picture, so that what is in focus is never cut off.
  const halfX = size[0] >= size[1] * wanted ? (view.halfM / wanted) * (size[0] / size[1]) : view.halfM;
  const halfY = (halfX * size[1]) / size[0];
  const scale = (2 * halfX) / size[0];
  const nearer = (by: number) =>
    setMoved({ ...view, halfM: Math.min(whole.halfM * 1.1, Math.max(nearestM, view.halfM * by)) });
  const ground = useMemo(
    () => plan.shapes.map(({ id, layer, path }) => <path key={id} d={path} data-layer={layer} />),
    [plan],
  );
  const px = scale;
  return (
    <div className="site-map" data-testid="site-map">
      <svg
        ref={surface}
        role="img"
        aria-label={say('map')}
        viewBox={`${view.x - halfX} ${view.y - halfY} ${halfX * 2} ${halfY * 2}`}
        onWheel={(event) => nearer(event.deltaY > 0 ? 1.16 : 1 / 1.16)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { id: event.pointerId, x: event.clientX, y: event.clientY };
        }}
        onPointerMove={(event) => {
          if (drag.current?.id !== event.pointerId) return;
          setMoved({
            ...view,
            x: view.x - (event.clientX - drag.current.x) * scale,
            y: view.y - (event.clientY - drag.current.y) * scale,
          });
          drag.current = { id: event.pointerId, x: event.clientX, y: event.clientY };
        }}
        onPointerUp={() => {
          drag.current = undefined;
        }}
      >
        <g className="site-map-ground">{ground}</g>
        {plan.labels.map(({ id, name: text, at, kind, anchor }) => (
          <g
            key={id}
            transform={`translate(${at[0]} ${-at[1]}) scale(${px})`}
            className="site-map-label"
            data-kind={kind}
          >
            {kind === 'muster' && <path d="M0 -7L7 0L0 7L-7 0Z" />}
            <text y={kind === 'muster' ? -12 : 0} textAnchor={anchor}>
              {name(text)}
            </text>
          </g>
        ))}
        {children}
        {signs.map(({ id, at }) => (
          <g key={id} transform={`translate(${at[0]} ${-at[1]}) scale(${px})`} className="site-map-sign">
            <circle r={15} />
            <circle r={5} />
          </g>
        ))}
        {people.map(({ id, name: text, at, headingDeg, tone }) => (
          <g
            key={id}
            transform={`translate(${at[0]} ${-at[1]}) scale(${px})`}
            className="site-map-person"
            data-tone={tone}
            data-testid={`person-${text}`}
          >
            {headingDeg !== undefined && <path d="M0 -18L6 -7L-6 -7Z" transform={`rotate(${headingDeg})`} />}
            <circle r={7.5} />
            <text x={15} y={5}>
              {text}
            </text>
          </g>
        ))}
      </svg>
      {wind && <WindArrow wind={wind} />}
      <div className="site-map-tools">
        <button type="button" onClick={() => nearer(0.7)} aria-label={say('nearer')}>
          +
        </button>
        <button type="button" onClick={() => nearer(1.4)} aria-label={say('farther')}>
          −
        </button>
        <button type="button" onClick={() => setMoved(whole)} aria-label={say('whole')}>
          ⤢
        </button>
      </div>
      <ScaleBar metresAPixel={scale} />
    </div>
  );
}

/** Width of the picture for a height of one that a half width is meant for. */
const wanted = 1.4;

/** Where the wind goes: an arrow with the wind, words say where it comes from. */
function WindArrow({ wind }: { readonly wind: { readonly fromDeg: number; readonly speedMPerS: number } }) {
  const say = useTexts(topViewTexts);
  return (
    <div className="site-map-wind" data-testid="wind">
      <svg viewBox="-20 -20 40 40" width="36" height="36" aria-hidden>
        <g transform={`rotate(${wind.fromDeg})`}>
          <path d="M0 16L0 -13M0 16L-6 7M0 16L6 7" />
        </g>
      </svg>
      <span>
        {say('wind', { from: say(`from.${compassPoint(wind.fromDeg)}`), degrees: Math.round(wind.fromDeg) })}
        <b>{wind.speedMPerS.toFixed(1)} m/s</b>
      </span>
    </div>
  );
}

const points = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** One of eight compass points for a direction. */
export function compassPoint(degrees: number): (typeof points)[number] {
  return points[Math.round((((degrees % 360) + 360) % 360) / 45) % 8] ?? 'n';
}

function ScaleBar({ metresAPixel }: { readonly metresAPixel: number }) {
  const length = [5, 10, 20, 50, 100, 200, 500].findLast((metres) => metres / metresAPixel <= 140) ?? 5;
  return (
    <div className="site-map-scale" style={{ width: length / metresAPixel }} aria-hidden>
      {length} m
    </div>
  );
}
