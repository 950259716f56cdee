import type { Site } from '@upwind/scenes';
import type { EvacuationAdvice, ProfileZone } from '@upwind/sim-engine';
import { Button } from 'antd';
import { ChartSpline } from 'lucide-react';
import { useLanguage, useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useChemicalName } from '../chemical-name.ts';
import { compassPoint } from '../compass.ts';
import { ModelLine } from '../model/model-line.tsx';
import { peopleInside } from '../people-in-zone.ts';
import { useProbes } from '../probes/probes.ts';
import type { Outcome } from '../rehearsal.ts';
import { frameAt } from '../scene/field-texture.ts';
import { routeColour } from '../scene/routes.tsx';
import { commandTexts } from '../texts.ts';
import { BandControl } from '../zones/band-control.tsx';
import { levelColour } from '../zones/level-colour.ts';
import type { BandView } from '../zones/use-band-view.ts';
import { ZoneControls } from '../zones/zone-controls.tsx';
import { levelName, tellingZone, type ZoneView } from '../zones/zone-view.ts';

interface OutcomePanelProps {
  readonly site: Site;
  readonly outcome: Outcome;
  readonly view: ZoneView;
  readonly onView: (view: ZoneView) => void;
  /** How far the zones may reach. */
  readonly band: BandView | undefined;
  /** Zones as they are viewed, and those at head height. */
  readonly zones: readonly ProfileZone[];
  readonly headZones: readonly ProfileZone[];
  readonly timeS: number;
  readonly onGroup: (element: string) => void;
}

/** The first line says it: what, whither, how far, who. Then how sure the model is, zones, ways out. */
export function OutcomePanel(props: OutcomePanelProps) {
  const { site, outcome, view, onView, band, zones, headZones, timeS, onGroup } = props;
  const say = useTexts(commandTexts);
  const language = useLanguage();
  const chemicalName = useChemicalName();
  const { incident, result, stage, wallMs } = outcome;
  const field = result.fields[0];
  const frame = field === undefined ? 0 : frameAt(field.timesS, timeS).frame;
  const chemical = chemicalName(field?.chemical ?? '');
  const telling = tellingZone(headZones);
  const inside = (zone: ProfileZone) => {
    const count = peopleInside(zone, incident.people);
    return count === 0 ? say('people.none') : say('people.inside', { count });
  };
  const downwind = (incident.weather[0]?.windFromDeg ?? 0) + 180;

  return (
    <div className="outcome" data-testid="command-outcome">
      <p className="outcome-headline" aria-live="polite" data-testid="command-headline">
        {telling === undefined
          ? say('headline.clear', { chemical })
          : say('headline.zone', {
              chemical,
              to: compassPoint(downwind, language),
              level: levelName(telling.level, language),
              metres: Math.round(telling.reachM),
              who: inside(telling),
            })}
      </p>
      {field !== undefined && (
        <>
          <p className="outcome-released">
            {say('released', {
              kg: Math.round(field.releasedKg[frame] ?? 0),
              rate: (field.rateKgPerS[frame] ?? 0).toPrecision(2),
            })}
          </p>
          <ModelLine field={field} result={result} stage={stage} wallMs={wallMs} />
        </>
      )}
      <h2>{say('zones')}</h2>
      {field !== undefined && <ZoneControls field={field} incident={incident} view={view} onView={onView} />}
      {zones.length === 0 && <p className="outcome-quiet">{say('zones.none')}</p>}
      <ul className="outcome-zones">
        {zones.map((zone) => (
          <li key={`${zone.chemical}-${zone.level}`} data-testid={`zone-${zone.level}`}>
            <i style={{ borderColor: levelColour(zone.level) }} aria-hidden />
            <strong>{levelName(zone.level, language)}</strong>
            <span>
              {say('reach', { metres: Math.round(zone.reachM) })}
              {field !== undefined && zone.heightM <= field.heightM + 1 && ` · ${inside(zone)}`}
            </span>
          </li>
        ))}
      </ul>
      {band !== undefined && <BandControl view={band} />}
      <Button
        block
        size="small"
        className="probes-open"
        icon={<ChartSpline size={15} />}
        onClick={() => useProbes.getState().show(true)}
        data-testid="probes-open"
      >
        {say('probes.open')}
      </Button>
      <h2>{say('routes')}</h2>
      <ul className="outcome-routes">
        {result.advice.map((each) => (
          <AdviceLine key={each.group} advice={each} site={site} outcome={outcome} onGroup={onGroup} />
        ))}
      </ul>
    </div>
  );
}

interface AdviceLineProps {
  readonly advice: EvacuationAdvice;
  readonly site: Site;
  readonly outcome: Outcome;
  readonly onGroup: (element: string) => void;
}

function AdviceLine({ advice, site, outcome, onGroup }: AdviceLineProps) {
  const say = useTexts(commandTexts);
  const name = useName();
  const language = useLanguage();
  const nameOf = (id: string) => {
    const element = site.elements.find((each) => each.id === id);
    return element === undefined ? id : name(element.name);
  };
  const group = outcome.incident.people.find(({ id }) => id === advice.group);
  const count = say('people', { count: group?.count ?? 0 });
  if (advice.kind === 'shelter') {
    return (
      <li data-testid="advice-shelter">
        <button type="button" onClick={() => onGroup(advice.group)}>
          <i className="shelter" aria-hidden />
          <strong>
            {nameOf(advice.group)} · {say('shelter')}
          </strong>
          <span>
            {count} · {advice.reason[language]}
          </span>
        </button>
      </li>
    );
  }
  const minutes = ((advice.arrivalS - (group?.startS ?? 0)) / 60).toFixed(1);
  const dose =
    advice.doseFractionAegl2 < 0.005
      ? say('route.clean')
      : say('route.dose', { percent: Math.round(advice.doseFractionAegl2 * 100) });
  return (
    <li data-testid="advice-route">
      <button type="button" onClick={() => onGroup(advice.group)} title={advice.reason[language]}>
        <i style={{ background: routeColour(advice) }} aria-hidden />
        <strong>{say('route.to', { from: nameOf(advice.group), to: nameOf(advice.musterPoint) })}</strong>
        <span>
          {count} · {say('route.cost', { minutes, metres: Math.round(advice.lengthM) })} · {dose}
        </span>
      </button>
    </li>
  );
}
