import type { Site } from '@upwind/scenes';
import type { EvacuationAdvice, ThreatZone } from '@upwind/sim-engine';
import { Collapse } from 'antd';
import { useLanguage, useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useChemicalName } from '../chemical-name.ts';
import { compassPoint } from '../compass.ts';
import { peopleInside } from '../people-in-zone.ts';
import type { Outcome } from '../rehearsal.ts';
import { levelColour } from '../scene/colour-map.ts';
import { frameAt } from '../scene/field-texture.ts';
import { routeColour } from '../scene/routes.tsx';
import { commandTexts } from '../texts.ts';

interface OutcomePanelProps {
  readonly site: Site;
  readonly outcome: Outcome;
  readonly zones: readonly ThreatZone[];
  readonly timeS: number;
  readonly onGroup: (element: string) => void;
}

/** The first line says it: what, whither, how far, who. Then zones, ways out, and how sure the model is. */
export function OutcomePanel({ site, outcome, zones, timeS, onGroup }: OutcomePanelProps) {
  const say = useTexts(commandTexts);
  const language = useLanguage();
  const chemicalName = useChemicalName();
  const { incident, result } = outcome;
  const field = result.fields[0];
  const frame = field === undefined ? 0 : frameAt(field.timesS, timeS).frame;
  const chemical = chemicalName(field?.chemical ?? '');
  const widest = zones.find(({ level }) => level === 'aegl-2' || level === 'lfl-50') ?? zones[0];
  const inside = (zone: ThreatZone) => {
    const count = peopleInside(zone, incident.people);
    return count === 0 ? say('people.none') : say('people.inside', { count });
  };
  const downwind = (incident.weather[0]?.windFromDeg ?? 0) + 180;

  return (
    <div className="outcome" data-testid="command-outcome">
      <p className="outcome-headline" aria-live="polite" data-testid="command-headline">
        {widest === undefined
          ? say('headline.clear', { chemical })
          : say('headline.zone', {
              chemical,
              to: compassPoint(downwind, language),
              level: widest.level.toUpperCase(),
              metres: Math.round(widest.reachM),
              who: inside(widest),
            })}
      </p>
      {field !== undefined && (
        <p className="outcome-released">
          {say('released', {
            kg: Math.round(field.releasedKg[frame] ?? 0),
            rate: (field.rateKgPerS[frame] ?? 0).toPrecision(2),
          })}
        </p>
      )}
      <h2>{say('zones')}</h2>
      {zones.length === 0 && <p className="outcome-quiet">{say('zones.none')}</p>}
      <ul className="outcome-zones">
        {zones.map((zone) => (
          <li key={`${zone.chemical}-${zone.level}`} data-testid={`zone-${zone.level}`}>
            <i style={{ borderColor: levelColour[zone.level] }} aria-hidden />
            <strong>{zone.label[language]}</strong>
            <span>
              {say('reach', { metres: Math.round(zone.reachM) })} · {inside(zone)}
            </span>
          </li>
        ))}
      </ul>
      <h2>{say('routes')}</h2>
      <ul className="outcome-routes">
        {result.advice.map((each) => (
          <AdviceLine key={each.group} advice={each} site={site} outcome={outcome} onGroup={onGroup} />
        ))}
      </ul>
      {field !== undefined && (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'model',
              label: `${say('model')}: ${field.model.name[language]}`,
              children: (
                <div className="outcome-model" data-testid="command-model">
                  {[...field.model.assumptions, ...result.notes].map((each) => (
                    <p key={each.en}>{each[language]}</p>
                  ))}
                  <h3>{say('model.weak')}</h3>
                  {field.model.weaknesses.map((each) => (
                    <p key={each.en}>{each[language]}</p>
                  ))}
                  <p className="outcome-quiet" data-testid="command-hash" data-hash={result.hash}>
                    {say('model.computed', { ms: Math.round(outcome.wallMs), hash: result.hash.slice(0, 8) })}
                  </p>
                </div>
              ),
              forceRender: true,
            },
          ]}
        />
      )}
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
