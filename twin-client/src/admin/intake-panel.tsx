import type { IntakeAnswer } from '@upwind/sim-server/contract';
import { Empty, Statistic, Table } from 'antd';
import { useEffect, useState } from 'react';
import { formatCount, formatMoment } from '../language/format.ts';
import { useLanguage } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { useResource } from '../live/resource.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { adminTexts } from './texts.ts';

const renewMs = 3000;
type Refused = IntakeAnswer['refused'][number];

/** What came in, what was kept, and why the rest was refused. */
export function IntakePanel() {
  const say = useTexts(adminTexts);
  const language = useLanguage();
  const [intake, again] = useResource('intake', api.intake);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      again();
    }, renewMs);
    return () => clearInterval(timer);
  }, [again]);
  if (intake.kind === 'failed') return <FaultNotice fault={intake.fault} onRetry={again} />;
  const counts = intake.kind === 'here' ? intake.value : { received: 0, stored: 0, duplicates: 0, refused: [] };
  const refused = counts.refused.reduce((sum, { count }) => sum + count, 0);
  const shown = [
    ['received', counts.received],
    ['stored', counts.stored],
    ['duplicates', counts.duplicates],
    ['refused', refused],
  ] as const;
  return (
    <>
      <p className="admin-quiet">{say('intake.since')}</p>
      <div className="admin-counts">
        {shown.map(([what, value]) => (
          <Statistic
            key={what}
            title={say(`intake.${what}`)}
            value={formatCount(value, language)}
            loading={intake.kind === 'loading'}
            data-testid={`intake-${what}`}
          />
        ))}
      </div>
      <Table<Refused>
        rowKey="code"
        size="middle"
        dataSource={counts.refused}
        pagination={false}
        scroll={{ x: 640 }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('intake.none')} /> }}
        columns={[
          { title: say('intake.code'), dataIndex: 'code', render: (_, { code }) => <RefusalName code={code} /> },
          {
            title: say('intake.count'),
            key: 'count',
            align: 'right',
            render: (_, { count }) => formatCount(count, language),
          },
          { title: say('intake.last'), dataIndex: 'lastMessage' },
          {
            title: say('intake.when'),
            key: 'when',
            render: (_, { lastTime }) => formatMoment(lastTime, now, language),
          },
        ]}
      />
    </>
  );
}

/** The refusal in words, with its code below. A code that is new to this page stands alone. */
function RefusalName({ code }: { readonly code: string }) {
  const say = useTexts(adminTexts);
  const key = `refusal.${code}`;
  return (
    <>
      {isRefusal(key) && <div>{say(key)}</div>}
      <code className="admin-quiet">{code}</code>
    </>
  );
}

type RefusalKey = Extract<keyof typeof adminTexts.entries, `refusal.${string}`>;

function isRefusal(key: string): key is RefusalKey {
  return key in adminTexts.entries;
}
