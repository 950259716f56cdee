import type { WeatherSample } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { WeatherAnswer } from '@upwind/sim-server/contract';
import { Button, InputNumber, Progress, Segmented, Select } from 'antd';
import { Play, Square } from 'lucide-react';
import { useMemo } from 'react';
import { ageParts } from '../../language/format.ts';
import { useLanguage, useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useChemicalName } from '../chemical-name.ts';
import { compassPoint } from '../compass.ts';
import type { LeakDraft } from '../leak-draft.ts';
import { vesselsOf } from '../leak-draft.ts';
import type { RunState } from '../rehearsal.ts';
import { commandTexts } from '../texts.ts';

/** The wind a run is made with: the mast's own, or one that somebody types. */
export type WindChoice =
  | { readonly kind: 'live' }
  | { readonly kind: 'manual'; readonly fromDeg: number; readonly speedMPerS: number };

interface LeakFormProps {
  readonly site: Site;
  readonly draft: LeakDraft | undefined;
  readonly onDraft: (draft: LeakDraft) => void;
  readonly wind: WindChoice;
  readonly onWind: (wind: WindChoice) => void;
  readonly weather: WeatherAnswer | undefined;
  readonly sample: WeatherSample | undefined;
  readonly serverTime: number;
  readonly run: RunState;
  readonly again: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

const holes = [
  ['hole.pinhole', 0.005],
  ['hole.small', 0.01],
  ['hole.medium', 0.025],
  ['hole.large', 0.1],
] as const;
const stops = [undefined, 180, 300, 600, 1200] as const;
const horizons = [600, 1200, 1800, 3600] as const;

/** Vessel, hole, closing time, wind, and one button: the least a run needs. */
export function LeakForm(props: LeakFormProps) {
  const { site, draft, onDraft, wind, onWind, weather, sample, serverTime, run, again, onRun, onStop } = props;
  const say = useTexts(commandTexts);
  const name = useName();
  const language = useLanguage();
  const chemicalName = useChemicalName();
  const vessels = useMemo(() => vesselsOf(site), [site]);
  const vessel = vessels.find(({ id }) => id === draft?.element);
  const hole = draft?.holeDiameterM ?? 0.025;
  const base: LeakDraft = draft ?? { element: '', holeDiameterM: 0.025, durationS: 1800 };
  const age = weather === undefined ? undefined : ageParts(serverTime - weather.sourceTime);
  const ageText = age === undefined ? '' : `${String(age.count)} ${age.unit}`;

  return (
    <div className="leak-form">
      <label htmlFor="leak-vessel">{say('vessel')}</label>
      <Select
        id="leak-vessel"
        data-testid="leak-vessel"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={say(vessels.length === 0 ? 'vessel.none' : 'vessel.pick')}
        disabled={vessels.length === 0}
        {...(draft === undefined || draft.element === '' ? {} : { value: draft.element })}
        options={vessels.map((each) => ({ value: each.id, label: name(each.name) }))}
        onChange={(element: string) => onDraft({ ...base, element })}
      />
      {vessel !== undefined && (
        <p className="leak-contents">
          {say('contents', {
            chemical: chemicalName(vessel.contents.chemical),
            tonnes: (vessel.contents.inventoryKg / 1000).toFixed(1),
            bar: (vessel.contents.pressurePa / 1e5).toFixed(1),
          })}
        </p>
      )}
      <div className="leak-pair">
        <div>
          <label htmlFor="leak-hole">{say('hole')}</label>
          <Select
            id="leak-hole"
            data-testid="leak-hole"
            value={hole}
            options={holes.map(([key, metres]) => ({ value: metres, label: say(key) }))}
            onChange={(holeDiameterM: number) => onDraft({ ...base, holeDiameterM })}
          />
        </div>
        <div>
          <label htmlFor="leak-stop">{say('stop')}</label>
          <Select
            id="leak-stop"
            value={base.stopS ?? 0}
            options={stops.map((seconds) => ({
              value: seconds ?? 0,
              label: seconds === undefined ? say('stop.never') : say('minutes', { count: seconds / 60 }),
            }))}
            onChange={(seconds: number) => {
              const { stopS: _, ...open } = base;
              onDraft(seconds === 0 ? open : { ...open, stopS: seconds });
            }}
          />
        </div>
      </div>
      <label htmlFor="leak-horizon">{say('horizon')}</label>
      <Select
        id="leak-horizon"
        value={base.durationS}
        options={horizons.map((seconds) => ({ value: seconds, label: say('minutes', { count: seconds / 60 }) }))}
        onChange={(durationS: number) => onDraft({ ...base, durationS })}
      />
      <span className="leak-label">{say('wind')}</span>
      <Segmented
        value={wind.kind}
        options={[
          { value: 'live', label: say('wind.live') },
          { value: 'manual', label: say('wind.manual') },
        ]}
        onChange={(kind) =>
          onWind(
            kind === 'live'
              ? { kind: 'live' }
              : {
                  kind: 'manual',
                  fromDeg: Math.round(sample?.windFromDeg ?? 135),
                  speedMPerS: Math.round((sample?.windSpeedMPerS ?? 3) * 10) / 10,
                },
          )
        }
      />
      {wind.kind === 'manual' ? (
        <div className="leak-wind">
          <InputNumber
            aria-label={say('wind.from')}
            min={0}
            max={360}
            suffix="°"
            value={wind.fromDeg}
            onChange={(value) => onWind({ ...wind, fromDeg: value ?? wind.fromDeg })}
          />
          <InputNumber
            aria-label={say('wind.speed')}
            min={0}
            max={60}
            step={0.5}
            suffix="m/s"
            value={wind.speedMPerS}
            onChange={(value) => onWind({ ...wind, speedMPerS: value ?? wind.speedMPerS })}
          />
        </div>
      ) : (
        <p className={weather?.stale === true ? 'leak-wind-line stale' : 'leak-wind-line'} data-testid="leak-wind">
          {sample === undefined
            ? say('wind.none')
            : say('wind.line', {
                from: compassPoint(sample.windFromDeg, language),
                speed: sample.windSpeedMPerS.toFixed(1),
                deg: Math.round(sample.windFromDeg),
              })}
          {weather !== undefined && <small>{say(weather.stale ? 'wind.stale' : 'wind.age', { age: ageText })}</small>}
        </p>
      )}
      {run.kind === 'computing' ? (
        <>
          <Progress percent={Math.round(run.fraction * 100)} size="small" showInfo={false} />
          <Button icon={<Square size={16} />} onClick={onStop} data-testid="leak-stop-run">
            {say('stopRun')} · {say('computing', { percent: Math.round(run.fraction * 100) })}
          </Button>
        </>
      ) : (
        <Button
          type="primary"
          icon={<Play size={16} />}
          disabled={vessel === undefined || sample === undefined}
          onClick={onRun}
          data-testid="leak-run"
        >
          {say(again ? 'run.again' : 'run')}
        </Button>
      )}
    </div>
  );
}
