import type { AuditEntry } from '@upwind/sim-server/contract';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { formatMoment } from '../language/format.ts';
import { useLanguage } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { useResource } from '../live/resource.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { adminTexts } from './texts.ts';

const named = new Set(['log-in', 'log-out', 'log-in-refused', 'person-added', 'person-changed', 'alarm-acknowledged']);
type NamedAction = 'log-in' | 'log-out' | 'log-in-refused' | 'person-added' | 'person-changed' | 'alarm-acknowledged';
const isNamed = (action: string): action is NamedAction => named.has(action);

/** Who did what to what, newest first, and whether the chain of hashes still holds. */
export function AuditTable() {
  const say = useTexts(adminTexts);
  const language = useLanguage();
  const [first, again] = useResource('audit', () => api.audit());
  const [earlier, setEarlier] = useState<readonly AuditEntry[]>([]);
  const [working, setWorking] = useState(false);
  const [ended, setEnded] = useState(false);
  if (first.kind === 'failed') return <FaultNotice fault={first.fault} onRetry={again} />;
  const entries = first.kind === 'here' ? [...first.value.entries, ...earlier] : [];
  const chain = first.kind === 'here' ? first.value.chain : undefined;
  const oldest = entries.at(-1)?.seq;
  const more = async () => {
    if (oldest === undefined) return;
    setWorking(true);
    const answer = await api.audit(oldest);
    setWorking(false);
    if (!answer.ok) return;
    setEarlier((before) => [...before, ...answer.value.entries]);
    setEnded(answer.value.entries.length === 0);
  };
  return (
    <>
      {chain?.intact === true && <p className="admin-quiet">{say('audit.intact', { count: chain.rows })}</p>}
      {chain?.intact === false && (
        <Alert type="error" showIcon title={say('audit.broken', { at: chain.brokenAt })} className="admin-fault" />
      )}
      <Table<AuditEntry>
        rowKey="seq"
        size="middle"
        loading={first.kind === 'loading'}
        dataSource={entries}
        pagination={false}
        scroll={{ x: 760 }}
        columns={[
          { title: '#', dataIndex: 'seq', width: 72, align: 'right' },
          {
            title: say('audit.time'),
            key: 'time',
            width: 150,
            render: (_, { time }) => formatMoment(time, Date.now(), language),
          },
          { title: say('audit.actor'), dataIndex: 'actorName' },
          {
            title: say('audit.action'),
            key: 'action',
            render: (_, { action }) => (isNamed(action) ? say(`action.${action}`) : action),
          },
          { title: say('audit.subject'), dataIndex: 'subject' },
          {
            title: say('audit.detail'),
            key: 'detail',
            render: (_, { detail }) => (
              <span className="admin-quiet">
                {Object.entries(detail)
                  .map(([what, value]) => `${what}: ${value}`)
                  .join(' · ')}
              </span>
            ),
          },
        ]}
      />
      {!ended && entries.length > 0 && (
        <div className="admin-more">
          <Button loading={working} onClick={() => void more()}>
            {say('audit.more')}
          </Button>
        </div>
      )}
    </>
  );
}
