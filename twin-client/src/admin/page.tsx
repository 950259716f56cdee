import './admin.css';
import { Tabs } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../language/texts.ts';
import { AuditTable } from './audit-table.tsx';
import { IntakePanel } from './intake-panel.tsx';
import { PeopleTable } from './people-table.tsx';
import { SitesTable } from './sites-table.tsx';
import { adminTexts } from './texts.ts';

export function Component() {
  const say = useTexts(adminTexts);
  const [search, setSearch] = useSearchParams();
  useEffect(() => {
    document.title = `${say('title')} · Upwind`;
  }, [say]);
  return (
    <div className="page admin">
      <h1>{say('title')}</h1>
      <Tabs
        activeKey={search.get('tab') ?? 'people'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'people', label: say('tab.people'), children: <PeopleTable /> },
          { key: 'sites', label: say('tab.sites'), children: <SitesTable /> },
          { key: 'intake', label: say('tab.intake'), children: <IntakePanel /> },
          { key: 'audit', label: say('tab.audit'), children: <AuditTable /> },
        ]}
      />
    </div>
  );
}
