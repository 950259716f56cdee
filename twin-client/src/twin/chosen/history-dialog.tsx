import type { Point } from '@upwind/scenes';
import { Empty, Modal, Segmented, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { Plot } from '../../chart/plot.tsx';
import { seriesOf } from '../../chart/series.ts';
import { useSentence } from '../../language/errors.ts';
import { formatCount } from '../../language/format.ts';
import { useLanguage, useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { api } from '../../live/api.ts';
import { useLive } from '../../live/live-site.tsx';
import { useSecond } from '../../live/now.ts';
import { useResource } from '../../live/resource.ts';
import { ValueText } from '../../live/value-text.tsx';
import { useTheme } from '../../theme/theme.ts';
import { twinTexts } from '../texts.ts';
import { historyOptions } from './history-options.ts';

const spans = { '10min': 10 * 60_000, '1h': 3_600_000, '24h': 86_400_000 } as const;
type Span = keyof typeof spans;
/** How often a chart is asked for again while it is open. */
const renewMs: Readonly<Record<Span, number>> = { '10min': 5000, '1h': 15_000, '24h': 120_000 };
const limit = 1500;

interface DialogProps {
  readonly site: string;
  readonly point: Point;
  onClose(): void;
}

/** The history of one point with its limits. */
export function HistoryDialog({ site, point, onClose }: DialogProps) {
  const say = useTexts(twinTexts);
  const name = useName();
  const [span, setSpan] = useState<Span>('10min');
  return (
    <Modal open onCancel={onClose} footer={null} width={880} title={name(point.name)} destroyOnHidden>
      <div className="history-head">
        <span className="history-value">
          <ValueText point={point} />
        </span>
        <Segmented<Span>
          value={span}
          onChange={setSpan}
          options={(Object.keys(spans) as Span[]).map((each) => ({ value: each, label: say(`history.${each}`) }))}
        />
      </div>
      <HistoryChart key={span} site={site} point={point} span={span} />
    </Modal>
  );
}

function HistoryChart({ site, point, span }: { readonly site: string; readonly point: Point; readonly span: Span }) {
  const say = useTexts(twinTexts);
  const name = useName();
  const sentence = useSentence();
  const language = useLanguage();
  const live = useLive();
  const themeName = useTheme((theme) => theme.name);
  const turn = Math.floor(useSecond() / renewMs[span]);
  const [history] = useResource(`${site} ${point.id} ${span}`, () =>
    api.history(site, point.id, live.now() - spans[span], live.now(), limit),
  );
  const [newer] = useResource(`${site} ${point.id} ${span} ${turn}`, () =>
    api.history(site, point.id, live.now() - spans[span], live.now(), limit),
  );
  const shown = newer.kind === 'here' ? newer : history;
  const value = shown.kind === 'here' ? shown.value : undefined;
  const data = useMemo(
    () => seriesOf(value?.samples ?? [], point.periodMs, value !== undefined && value.total > value.samples.length),
    [value, point.periodMs],
  );
  const options = useMemo(() => historyOptions(point, themeName, language), [point, themeName, language]);
  if (shown.kind === 'failed') return <p role="alert">{sentence(shown.fault)}</p>;
  if (value === undefined) {
    return (
      <div className="history-plot history-wait">
        <Spin />
      </div>
    );
  }
  if (value.samples.length === 0) {
    return (
      <div className="history-plot history-wait">
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('history.empty')} />
      </div>
    );
  }
  const thinned = value.total > value.samples.length;
  return (
    <>
      <div className="history-plot" data-testid="history-plot">
        <Plot options={options} data={data} label={name(point.name)} />
      </div>
      <p className="history-note">
        {thinned
          ? say('history.thinned', { total: formatCount(value.total, language) })
          : say('history.count', { count: value.total })}
      </p>
    </>
  );
}
