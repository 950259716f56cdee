import './probes.css';
import type { Site } from '@upwind/scenes';
import { type HazardField, ppmOf, substanceOf } from '@upwind/sim-engine';
import { Button, Select } from 'antd';
import { Download, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { Plot } from '../../chart/plot.tsx';
import { useLanguage, useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useTheme } from '../../theme/theme.ts';
import { useChemicalName } from '../chemical-name.ts';
import { type Outcome, useRehearsal } from '../rehearsal.ts';
import { commandTexts } from '../texts.ts';
import { limitsOf, type ProfileChoice } from '../zones/zone-view.ts';
import { chartData, chartOptions } from './probe-chart.ts';
import { csvOf, saveText } from './probe-csv.ts';
import { decadesOf, seriesOf } from './probe-curves.ts';
import { placeBeside } from './probe-place.ts';
import { ProbeRow } from './probe-row.tsx';
import { useProbes } from './probes.ts';

interface ProbePanelProps {
  readonly site: Site;
  readonly outcome: Outcome;
  readonly field: HazardField;
  /** Whose limits are drawn as lines. */
  readonly profile: ProfileChoice;
}

/** What meters at chosen places would show over time: curves, the limits, the shown moment, the dose so far. */
export function ProbePanel({ site, outcome, field, profile }: ProbePanelProps) {
  const say = useTexts(commandTexts);
  const name = useName();
  const language = useLanguage();
  const theme = useTheme((state) => state.name);
  const chemicalName = useChemicalName();
  const probes = useProbes((state) => state.probes);
  const { look, show } = useProbes.getState();
  const { incident, result } = outcome;
  const plot = useRef<uPlot>(undefined);
  // The choice is empty again after each object.
  const [added, setAdded] = useState(0);

  const series = useMemo(() => seriesOf(result, field, incident, probes), [result, field, incident, probes]);
  const limits = useMemo(() => {
    const temperatureK = incident.weather[0]?.temperatureK ?? 293.15;
    const substance = substanceOf(field);
    return limitsOf(field, incident, profile).map(({ level, limit }) => ({
      level,
      ppm: ppmOf(substance, limit, temperatureK),
    }));
  }, [field, incident, profile]);
  const { options, data } = useMemo(() => {
    const decades = decadesOf(
      limits.map(({ ppm }) => ppm),
      series,
    );
    const options = chartOptions({
      series,
      limits,
      decades,
      theme,
      language,
      timeNow: () => useRehearsal.getState().timeS,
      onTime: (timeS) => {
        useRehearsal.getState().play(false);
        useRehearsal.getState().showTime(Math.max(0, Math.min(incident.durationS, Math.round(timeS))));
      },
      onReady: (made) => {
        plot.current = made;
      },
    });
    return { options, data: chartData(series, decades[0]) };
  }, [series, limits, theme, language, incident.durationS]);
  // The upright line is drawn anew with every moment; the curves are not.
  useEffect(() => useRehearsal.subscribe(() => plot.current?.redraw(false, false)), []);

  const nameOf = (element: string | undefined, at: readonly [number, number]): string => {
    const known = site.elements.find(({ id }) => id === element);
    return known === undefined ? say('probe.place', { x: Math.round(at[0]), y: Math.round(at[1]) }) : name(known.name);
  };
  const add = (id: string) => {
    setAdded(added + 1);
    const element = site.elements.find((each) => each.id === id);
    const [x = 0, y = 0] = incident.releases[0]?.at ?? [];
    if (element !== undefined) look(placeBeside(element, [x, y], field.heightM));
  };
  const save = () => {
    const text = csvOf(series, {
      title: incident.title,
      chemical: chemicalName(field.chemical),
      model: name(field.model.name),
      averagingTimeS: field.averagingTimeS,
      nameOf: ({ probe }) => nameOf(probe.element, probe.at),
    });
    saveText(`upwind-${incident.site}-probes.csv`, text);
  };

  return (
    <section className="panel command-probes" aria-label={say('probes')} data-testid="probes">
      <header>
        <h2>
          {say('probes')} <small>{say('probes.unit', { chemical: chemicalName(field.chemical) })}</small>
        </h2>
        <Select
          key={added}
          size="small"
          className="probe-add"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('probe.add')}
          aria-label={say('probe.add')}
          data-testid="probe-add"
          options={site.elements.map((element) => ({ value: element.id, label: name(element.name) }))}
          onChange={add}
        />
        <Button
          size="small"
          type="text"
          icon={<Download size={16} />}
          disabled={series.length === 0}
          aria-label={say('probes.csv')}
          title={say('probes.csv')}
          onClick={save}
          data-testid="probe-csv"
        />
        <Button
          size="small"
          type="text"
          icon={<X size={16} />}
          aria-label={say('probes.close')}
          title={say('probes.close')}
          onClick={() => show(false)}
        />
      </header>
      {series.length === 0 ? (
        <p className="outcome-quiet">{say('probes.empty')}</p>
      ) : (
        <>
          <div className="probe-plot">
            <Plot
              options={options}
              data={data}
              label={say('probes.chart', { chemical: chemicalName(field.chemical) })}
            />
          </div>
          <ul>
            {series.map((each) => (
              <ProbeRow
                key={each.probe.letter}
                series={each}
                name={nameOf(each.probe.element, each.probe.at)}
                heights={field.volume !== undefined}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
