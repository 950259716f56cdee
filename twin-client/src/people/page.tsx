import type { AttemptRow } from '@upwind/sim-server/contract';
import { Input, Skeleton, Table } from 'antd';
import { Users } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { formatMoment } from '../language/format.ts';
import { useLanguage, useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { useResource } from '../live/resource.ts';
import { reviewApi } from '../review/api.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { Notice } from '../shell/notice.tsx';
import { peopleTexts } from './texts.ts';
import { recordsOf, type TraineeRecord } from './trainee-record.ts';

/** `/people`: the record of each trainee. */
export function Component() {
  const say = useTexts(peopleTexts);
  const language = useLanguage();
  const [rows, again] = useResource('attempts', reviewApi.attempts);
  const [query, setQuery] = useState('');
  const [now] = useState(() => Date.now());
  const records = useMemo(() => recordsOf(rows.kind === 'here' ? rows.value : []), [rows]);
  const shown = records.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()));
  useEffect(() => {
    document.title = `${say('title')} · Upwind`;
  }, [say]);
  if (rows.kind === 'failed') return <FaultNotice fault={rows.fault} onRetry={again} />;
  if (rows.kind === 'here' && records.length === 0) {
    return (
      <Notice icon={Users} title={say('none')}>
        {say('none.what')}
      </Notice>
    );
  }
  return (
    <div className="page">
      <h1>{say('title')}</h1>
      <p>{say('about')}</p>
      {rows.kind === 'loading' ? (
        <Skeleton active paragraph={{ rows: 6 }} />
      ) : (
        <>
          <Input.Search
            allowClear
            style={{ maxWidth: 320, marginBottom: 16 }}
            placeholder={say('find')}
            aria-label={say('find')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <Table<TraineeRecord>
            rowKey="trainee"
            size="middle"
            dataSource={shown}
            scroll={{ x: 640 }}
            pagination={{ hideOnSinglePage: true, pageSize: 50, showSizeChanger: false }}
            expandable={{ expandedRowRender: ({ attempts }) => <Attempts attempts={attempts} now={now} /> }}
            columns={[
              { title: say('trainee'), dataIndex: 'name', render: (_, { name }) => <b>{name}</b> },
              { title: say('attempts'), key: 'attempts', align: 'right', render: (_, { attempts }) => attempts.length },
              { title: say('passed'), dataIndex: 'passed', align: 'right' },
              { title: say('best'), dataIndex: 'best', align: 'right', render: (_, { best }) => Math.round(best) },
              { title: say('last'), key: 'last', align: 'right', render: (_, { latest }) => Math.round(latest.score) },
              {
                title: say('when'),
                key: 'when',
                align: 'right',
                render: (_, { latest }) => formatMoment(latest.endedTime, now, language),
              },
            ]}
          />
        </>
      )}
    </div>
  );
}

function Attempts({ attempts, now }: { readonly attempts: readonly AttemptRow[]; readonly now: number }) {
  const say = useTexts(peopleTexts);
  const name = useName();
  const language = useLanguage();
  return (
    <Table<AttemptRow>
      rowKey="id"
      size="small"
      dataSource={attempts}
      pagination={false}
      columns={[
        {
          title: say('drill'),
          key: 'drill',
          render: (_, { id, drillTitle }) => <Link to={`/review/${encodeURIComponent(id)}`}>{name(drillTitle)}</Link>,
        },
        { title: say('score'), key: 'score', align: 'right', render: (_, { score }) => Math.round(score) },
        { title: say('verdict'), key: 'verdict', render: (_, { verdict }) => say(`verdict.${verdict}`) },
        {
          title: say('when'),
          key: 'when',
          align: 'right',
          render: (_, { endedTime }) => formatMoment(endedTime, now, language),
        },
      ]}
    />
  );
}
