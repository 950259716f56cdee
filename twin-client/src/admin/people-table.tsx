import type { Person } from '@upwind/sim-server/contract';
import { Alert, Button, Input, Popconfirm, Table } from 'antd';
import { Search, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useSentence } from '../language/errors.ts';
import { useTexts } from '../language/texts.ts';
import type { Fault } from '../live/answer.ts';
import { api } from '../live/api.ts';
import { useResource } from '../live/resource.ts';
import { usePerson } from '../session/session.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { shellTexts } from '../shell/texts.ts';
import { AddPerson } from './add-person.tsx';
import { adminTexts } from './texts.ts';

/** People and their roles: find, add, disable, enable. */
export function PeopleTable() {
  const say = useTexts(adminTexts);
  const sayShell = useTexts(shellTexts);
  const sentence = useSentence();
  const me = usePerson();
  const [people, again] = useResource('people', api.people);
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const [working, setWorking] = useState<string>();
  const [fault, setFault] = useState<Fault>();
  if (people.kind === 'failed') return <FaultNotice fault={people.fault} onRetry={again} />;

  const wanted = query.trim().toLowerCase();
  const rows = (people.kind === 'here' ? people.value : []).filter(({ name, displayName }) =>
    `${name} ${displayName}`.toLowerCase().includes(wanted),
  );
  const setDisabled = async (person: Person, disabled: boolean) => {
    setWorking(person.id);
    const answer = await api.changePerson(person.id, { disabled });
    setWorking(undefined);
    setFault(answer.ok ? undefined : answer.fault);
    again();
  };
  return (
    <>
      <div className="admin-bar">
        <Input
          className="admin-search"
          allowClear
          prefix={<Search size={16} aria-hidden />}
          placeholder={say('people.search')}
          aria-label={say('people.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Button type="primary" icon={<UserPlus size={16} />} onClick={() => setAdding(true)} data-testid="add-person">
          {say('people.add')}
        </Button>
      </div>
      {fault !== undefined && <Alert type="error" showIcon title={sentence(fault)} className="admin-fault" />}
      <Table<Person>
        rowKey="id"
        size="middle"
        loading={people.kind === 'loading'}
        dataSource={rows}
        scroll={{ x: 640 }}
        pagination={{ hideOnSinglePage: true, pageSize: 50, showSizeChanger: false }}
        columns={[
          {
            title: say('people.display-name'),
            dataIndex: 'displayName',
            sorter: (a, b) => a.displayName.localeCompare(b.displayName),
          },
          { title: say('people.name'), dataIndex: 'name', sorter: (a, b) => a.name.localeCompare(b.name) },
          {
            title: say('people.role'),
            dataIndex: 'role',
            render: (_, { role }) => sayShell(`role.${role}`),
            filters: roles.map((role) => ({ text: sayShell(`role.${role}`), value: role })),
            onFilter: (value, person) => person.role === value,
          },
          {
            title: say('people.state'),
            key: 'state',
            render: (_, { disabled }) => (
              <span className={disabled ? 'admin-quiet' : ''}>
                {say(disabled ? 'people.disabled' : 'people.enabled')}
              </span>
            ),
          },
          {
            key: 'do',
            align: 'right',
            render: (_, person) =>
              person.disabled ? (
                <Button size="small" loading={working === person.id} onClick={() => void setDisabled(person, false)}>
                  {say('people.enable')}
                </Button>
              ) : (
                <Popconfirm
                  title={say('people.disable.sure', { name: person.displayName })}
                  description={say('people.disable.what')}
                  okText={say('people.disable')}
                  onConfirm={() => setDisabled(person, true)}
                >
                  <Button size="small" disabled={person.id === me?.id} loading={working === person.id}>
                    {say('people.disable')}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      {adding && (
        <AddPerson
          onClose={(added) => {
            setAdding(false);
            if (added) again();
          }}
        />
      )}
    </>
  );
}

const roles = ['park-manager', 'commander', 'trainer', 'trainee', 'administrator'] as const;
