import { Button, Tooltip } from 'antd';
import { Crosshair, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { kindTexts } from '../../language/kind-texts.ts';
import { useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { type SceneHandle, useScene } from '../../scene/scene-handle.ts';
import { ElementAlarms } from '../alarms/element-alarms.tsx';
import { twinTexts } from '../texts.ts';
import { ElementFacts } from './element-facts.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { PointRow } from './point-row.tsx';

/** The chosen object: who it is, what is in it, what is measured on it, what is wrong with it. */
export function ChosenPanel({ site, scene }: { readonly site: DrawnSite; readonly scene: SceneHandle }) {
  const say = useTexts(twinTexts);
  const sayKind = useTexts(kindTexts);
  const name = useName();
  const chosen = useScene(scene, (state) => state.chosen);
  const [plotted, setPlotted] = useState<string>();
  const element = site.elements.find(({ id }) => id === chosen);
  const points = useMemo(() => site.points.filter((point) => point.element === chosen), [site, chosen]);
  if (element === undefined) return undefined;
  const other = name(element.name) === element.name.zh ? element.name.en : element.name.zh;
  const plottedPoint = points.find(({ id }) => id === plotted);
  return (
    <section className="chosen" aria-label={name(element.name)} data-testid="chosen-panel" data-element={element.id}>
      <header className="chosen-head">
        <div>
          <p className="chosen-kind">
            {sayKind(element.kind)} · {element.id}
          </p>
          <h2>{name(element.name)}</h2>
          <p className="chosen-other">{other}</p>
        </div>
        <div className="chosen-actions">
          <Tooltip title={say('fly-to')}>
            <Button
              type="text"
              size="small"
              icon={<Crosshair size={16} />}
              aria-label={say('fly-to')}
              onClick={() => scene.visit(site, element.id)}
            />
          </Tooltip>
          <Tooltip title={say('chosen.close')}>
            <Button
              type="text"
              size="small"
              icon={<X size={16} />}
              aria-label={say('chosen.close')}
              onClick={() => scene.choose(undefined)}
            />
          </Tooltip>
        </div>
      </header>
      <div className="chosen-body">
        <ElementAlarms site={site} element={element.id} />
        <h3>{say('chosen.points')}</h3>
        {points.length === 0 && <p className="chosen-quiet">{say('chosen.no-points')}</p>}
        <ul className="points">
          {points.map((point) => (
            <PointRow
              key={point.id}
              site={site.id}
              element={element}
              point={point}
              onPlot={() => setPlotted(point.id)}
            />
          ))}
        </ul>
        <ElementFacts site={site} element={element} onVisit={(id) => scene.visit(site, id)} />
      </div>
      {plottedPoint !== undefined && (
        <HistoryDialog site={site.id} point={plottedPoint} onClose={() => setPlotted(undefined)} />
      )}
    </section>
  );
}
