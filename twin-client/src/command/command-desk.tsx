import type { WeatherSample } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import { App as AntApp } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { sentenceOf } from '../language/errors.ts';
import { useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { useLiveState } from '../live/live-site.tsx';
import { useSecond } from '../live/now.ts';
import { useResource } from '../live/resource.ts';
import type { SceneHandle } from '../scene/scene-handle.ts';
import { useScene } from '../scene/scene-handle.ts';
import { SiteScene } from '../scene/site-scene.tsx';
import { useNarrow } from '../twin/use-narrow.ts';
import { commandApi } from './incidents.ts';
import { incidentOf, type LeakDraft, vesselsOf } from './leak-draft.ts';
import { LeakForm, type WindChoice } from './panels/leak-form.tsx';
import { Legend } from './panels/legend.tsx';
import { OutcomePanel } from './panels/outcome-panel.tsx';
import { PastRuns } from './panels/past-runs.tsx';
import { RunFailure } from './panels/run-failure.tsx';
import { TimeBar } from './panels/time-bar.tsx';
import { ProbePanel } from './probes/probe-panel.tsx';
import { ProbePicker } from './probes/probe-picker.tsx';
import { ProbePins } from './probes/probe-pins.tsx';
import { placeBeside } from './probes/probe-place.ts';
import { useProbes } from './probes/probes.ts';
import { type Outcome, useRehearsal, warmEngine } from './rehearsal.ts';
import { scaleOf } from './scene/field-texture.ts';
import { Gas } from './scene/gas.tsx';
import { Routes } from './scene/routes.tsx';
import { ZoneLines } from './scene/zone-lines.tsx';
import { frameOf } from './scene/zone-shape.ts';
import { useStoredRun } from './stored-run.ts';
import { commandTexts } from './texts.ts';
import { useBandView } from './zones/use-band-view.ts';
import { useZones } from './zones/use-zones.ts';

interface CommandDeskProps {
  readonly site: Site;
  readonly scene: SceneHandle;
  /** Id of the stored incident that the address names. */
  readonly opened: string | undefined;
}

/** How often the mast's word is asked again, ms. */
const weatherEveryMs = 10_000;

/** The commander's desk: leak on the left, plume in the middle, what follows on the right, time below. */
export function CommandDesk({ site, scene, opened }: CommandDeskProps) {
  const say = useTexts(commandTexts);
  const name = useName();
  const navigate = useNavigate();
  const { message } = AntApp.useApp();
  const now = useSecond();
  const [draft, setDraft] = useState<LeakDraft>();
  const [wind, setWind] = useState<WindChoice>({ kind: 'live' });
  const [weather, askWeather] = useResource(site.id, () => commandApi.weather(site.id));
  const changes = useLiveState((state) => state.changes);
  const [past] = useResource(`${site.id} ${changes.incidents}`, () => commandApi.incidents(site.id));
  const [reality] = useResource(`${site.id} ${changes.reality}`, () => api.reality(site.id));
  const meshes = useMemo(() => (reality.kind === 'here' ? reality.value : []), [reality]);
  const { run, outcome, timeS, compute, retry, stop } = useRehearsal();
  const probing = useProbes((state) => state.open);
  const chosen = useScene(scene, (state) => state.chosen);

  const narrow = useNarrow();
  useEffect(() => {
    scene.setInsets(narrow ? { left: 0, right: 0, bottom: 0 } : { left: 312, right: 352, bottom: 84 });
  }, [scene, narrow]);
  useEffect(() => {
    warmEngine();
    return () => {
      useRehearsal.getState().clear();
      useProbes.getState().clear();
    };
  }, []);
  useEffect(() => {
    const timer = setInterval(askWeather, weatherEveryMs);
    return () => clearInterval(timer);
  }, [askWeather]);
  useStoredRun(site, opened);

  useEffect(() => {
    if (chosen === undefined || !vesselsOf(site).some(({ id }) => id === chosen)) return;
    setDraft((before) => ({ holeDiameterM: 0.025, durationS: 1800, ...before, element: chosen }));
  }, [chosen, site]);

  const answer = weather.kind === 'here' ? weather.value : undefined;
  const sample = useMemo<WeatherSample | undefined>(() => {
    if (wind.kind === 'live') return answer?.weather;
    return {
      timeS: 0,
      windSpeedMPerS: wind.speedMPerS,
      windFromDeg: wind.fromDeg,
      windHeightM: answer?.weather.windHeightM ?? 10,
      temperatureK: answer?.weather.temperatureK ?? 293.15,
      ...(answer?.weather.solarWPerM2 === undefined ? {} : { solarWPerM2: answer.weather.solarWPerM2 }),
    };
  }, [wind, answer]);

  const keep = async (finished: Outcome | undefined) => {
    if (finished === undefined || finished.incident.id !== 'draft') return;
    const stored = await commandApi.open(site.id, finished.incident);
    if (!stored.ok) {
      void message.warning(say('not-stored', { why: sentenceOf(stored.fault) }));
      return;
    }
    useRehearsal.getState().adopt(stored.value.incident);
    void navigate(`/command/${site.id}/${stored.value.id}`, { replace: true });
  };
  const start = async () => {
    if (draft === undefined || sample === undefined) return;
    const vessel = vesselsOf(site).find(({ id }) => id === draft.element);
    const hole = `${String(Math.round(draft.holeDiameterM * 1000))} mm`;
    const title = say('run.title', { element: vessel === undefined ? draft.element : name(vessel.name), hole });
    const incident = incidentOf(draft, site, sample, Date.now(), title);
    if (incident !== undefined) await keep(await compute(site, incident));
  };

  const { view, setView, zones, headZones } = useZones(outcome, timeS);
  const band = useBandView(outcome, view, timeS);
  // A run is framed once: its second answer leaves the camera where it is.
  const shown = outcome?.run;
  useEffect(() => {
    const { outcome: present } = useRehearsal.getState();
    const release = present?.incident.releases[0];
    if (shown === undefined || present === undefined || release === undefined) return;
    const then = present.result.zones.filter((zone) => zone.timeS === useRehearsal.getState().timeS);
    const { x, y, radiusM } = frameOf(then, [release.at[0], release.at[1]], site.extent);
    scene.choose(undefined);
    scene.flyToPlace(x, y, 0, Math.max(120, radiusM * 0.8));
  }, [shown, scene, site]);
  const field = outcome?.result.fields[0];
  const scale = useMemo(
    () => (outcome === undefined || field === undefined ? undefined : scaleOf(field, outcome.result.zones)),
    [outcome, field],
  );
  const marks = outcome === undefined ? {} : stopMarks(outcome.incident.releases[0]?.stopS);
  const visitGroup = (id: string) => {
    scene.visit(site, id);
    const element = site.elements.find((each) => each.id === id);
    const [x = 0, y = 0] = outcome?.incident.releases[0]?.at ?? [];
    if (element !== undefined && field !== undefined) {
      useProbes.getState().look(placeBeside(element, [x, y], field.heightM));
    }
  };

  return (
    <div
      className={outcome === undefined ? 'command' : 'command command-told'}
      data-run={run.kind}
      data-plume={field === undefined ? 'none' : field.volume === undefined ? 'ground' : 'volume'}
    >
      <SiteScene site={site} scene={scene} meshes={meshes}>
        {outcome !== undefined && <Gas outcome={outcome} />}
        {outcome !== undefined && <ZoneLines zones={zones} bands={band?.rings?.zones} />}
        {outcome !== undefined && <Routes advice={outcome.result.advice} />}
        {field !== undefined && <ProbePicker headM={field.heightM} />}
        {outcome !== undefined && <ProbePins />}
      </SiteScene>
      <div className="command-column-left">
        <aside className="panel command-left" aria-label={say('title')}>
          <h1>{say('title')}</h1>
          <LeakForm
            site={site}
            draft={draft}
            onDraft={(next) => {
              setDraft(next);
              if (next.element !== draft?.element) scene.visit(site, next.element);
            }}
            wind={wind}
            onWind={setWind}
            weather={answer}
            sample={sample}
            serverTime={now}
            run={run}
            again={outcome !== undefined}
            onRun={() => void start()}
            onStop={stop}
          />
          {run.kind === 'failed' && <RunFailure failure={run} onRetry={() => void retry().then(keep)} />}
          <h2>{say('past')}</h2>
          <PastRuns
            records={past.kind === 'here' ? past.value : []}
            chosen={opened}
            now={now}
            onOpen={(id) => void navigate(`/command/${site.id}/${id}`)}
          />
        </aside>
        {outcome !== undefined && field !== undefined && scale !== undefined && (
          <Legend field={field} incident={outcome.incident} scale={scale} view={view} band={band?.rings} />
        )}
      </div>
      <aside className="panel command-right" aria-label={say('zones')}>
        {outcome === undefined ? (
          <p className="outcome-quiet">{say('empty')}</p>
        ) : (
          <OutcomePanel
            site={site}
            outcome={outcome}
            view={view}
            onView={setView}
            band={band}
            zones={zones}
            headZones={headZones}
            timeS={timeS}
            onGroup={visitGroup}
          />
        )}
      </aside>
      {outcome !== undefined && (
        <div className="command-foot">
          {probing && field !== undefined && (
            <ProbePanel site={site} outcome={outcome} field={field} profile={view.profile} />
          )}
          <TimeBar durationS={outcome.incident.durationS} marks={marks} />
        </div>
      )}
    </div>
  );
}

const stopMarks = (stopS: number | undefined): Record<number, string> => (stopS === undefined ? {} : { [stopS]: '■' });
