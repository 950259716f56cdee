import './review.css';
import type { AttemptRow } from '@upwind/sim-server/contract';
import { Button, Input, Skeleton, Table, type TableColumnsType } from 'antd';
import { CircleCheck, CircleX, ClipboardList } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { clock } from '../drill/page/wording.ts';
import { formatMoment } from '../language/format.ts';
import { useLanguage, useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { useResource } from '../live/resource.ts';
import { useRole } from '../session/session.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { Notice } from '../shell/notice.tsx';
import { reviewApi } from './api.ts';
import { reviewTexts } from './texts.ts';

/** `/review`: attempts, newest first; a trainee's own only. */
export function Component() {
  const say = useTexts(reviewTexts);
  const role = useRole();
  const trainer = role === 'trainer';
  const [rows, again] = useResource('attempts', reviewApi.attempts);
  const [wanted, setWanted] = useState('');
  return (
    <div className="page review-list">
      <header>
        <div>
          <h1>{say('title')}</h1>
          <p>{say(trainer ? 'about.trainer' : 'about.trainee')}</p>
        </div>
        {rows.kind === 'here' && rows.value.length > 0 && (
          <Input.Search
            allowClear
            placeholder={say('find')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
      </header>
      {rows.kind === 'loading' && <Skeleton active paragraph={{ rows: 6 }} />}
      {rows.kind === 'failed' && <FaultNotice fault={rows.fault} onRetry={again} />}
      {rows.kind === 'here' && rows.value.length === 0 && (
        <Notice
          icon={ClipboardList}
          title={say(trainer ? 'none.trainer' : 'none.trainee')}
          testId="no-attempts"
          actions={
            <Link to={trainer ? '/conduct' : '/drill'}>
              <Button type="primary">{say(trainer ? 'go-conduct' : 'go-drill')}</Button>
            </Link>
          }
        >
          {say(trainer ? 'none.trainer.what' : 'none.trainee.what')}
        </Notice>
      )}
      {rows.kind === 'here' && rows.value.length > 0 && (
        <AttemptTable rows={rows.value} wanted={wanted} showTrainee={trainer} />
      )}
    </div>
  );
}

interface AttemptTableProps {
  readonly rows: readonly AttemptRow[];
  readonly wanted: string;
  readonly showTrainee: boolean;
}

function AttemptTable({ rows, wanted, showTrainee }: AttemptTableProps) {
  const say = useTexts(reviewTexts);
  const language = useLanguage();
  const name = useName();
  const navigate = useNavigate();
  const found = useMemo(() => {
    const text = wanted.trim().toLowerCase();
    return rows.filter(({ traineeName, drillTitle }) =>
      `${traineeName} ${drillTitle.zh} ${drillTitle.en}`.toLowerCase().includes(text),
    );
  }, [rows, wanted]);
  const drills = [...new Map(rows.map(({ drill, drillTitle }) => [drill, drillTitle]))];
  const columns: TableColumnsType<AttemptRow> = [
    ...(showTrainee
      ? [
          {
            title: say('trainee'),
            dataIndex: 'traineeName',
            sorter: (a: AttemptRow, b: AttemptRow) => a.traineeName.localeCompare(b.traineeName, language),
          },
        ]
      : []),
    {
      title: say('drill'),
      ...(showTrainee ? { responsive: ['sm' as const] } : {}),
      render: (_, { id, drillTitle }) => (
        <Link to={`/review/${id}`} onClick={(event) => event.stopPropagation()}>
          {name(drillTitle)}
        </Link>
      ),
      filters: drills.map(([value, title]) => ({ value, text: name(title) })),
      onFilter: (value, { drill }) => drill === value,
    },
    {
      title: say('score'),
      dataIndex: 'score',
      align: 'right',
      width: 96,
      sorter: (a, b) => a.score - b.score,
      render: (score: number) => <b className="review-score-cell">{Math.round(score)}</b>,
    },
    {
      title: say('verdict'),
      width: 130,
      filters: [
        { value: 'pass', text: say('pass') },
        { value: 'fail', text: say('fail') },
      ],
      onFilter: (value, { verdict }) => verdict === value,
      render: (_, { verdict }) => <Verdict verdict={verdict} />,
    },
    {
      title: say('took'),
      width: 96,
      align: 'right',
      responsive: ['md'],
      render: (_, { startedTime, endedTime }) => clock((endedTime - startedTime) / 1000),
    },
    {
      title: say('when'),
      width: 170,
      defaultSortOrder: 'descend',
      sorter: (a, b) => a.startedTime - b.startedTime,
      render: (_, { startedTime }) => formatMoment(startedTime, Date.now(), language),
    },
  ];
  return (
    <Table
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={found}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      onRow={({ id }) => ({ onClick: () => void navigate(`/review/${id}`), className: 'review-row' })}
      data-testid="attempts"
    />
  );
}

export function Verdict({ verdict }: { readonly verdict: AttemptRow['verdict'] }) {
  const say = useTexts(reviewTexts);
  return (
    <span className="review-verdict" data-verdict={verdict}>
      {verdict === 'pass' ? <CircleCheck size={15} aria-hidden /> : <CircleX size={15} aria-hidden />} {say(verdict)}
    </span>
  );
}
