import type { NewPerson } from '@upwind/sim-server/contract';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useSentence } from '../language/errors.ts';
import { sharedTexts } from '../language/shared-texts.ts';
import { useTexts } from '../language/texts.ts';
import type { Fault } from '../live/answer.ts';
import { api } from '../live/api.ts';
import { shellTexts } from '../shell/texts.ts';
import { adminTexts } from './texts.ts';

const roles = ['park-manager', 'commander', 'trainer', 'trainee', 'administrator'] as const;

/** Adds one person; the server's rules are said beside the fields before they are broken. */
export function AddPerson({ onClose }: { readonly onClose: (added: boolean) => void }) {
  const say = useTexts(adminTexts);
  const sayShell = useTexts(shellTexts);
  const sayShared = useTexts(sharedTexts);
  const sentence = useSentence();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewPerson>();
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const add = async (person: NewPerson) => {
    setWorking(true);
    const answer = await api.addPerson(person);
    setWorking(false);
    if (!answer.ok) {
      setFault(answer.fault);
      return;
    }
    void message.success(say('people.added', { name: person.displayName }));
    onClose(true);
  };
  return (
    <Modal
      open
      title={say('people.add')}
      okText={sayShared('add')}
      cancelText={sayShared('cancel')}
      confirmLoading={working}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
    >
      <Form<NewPerson>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'trainee' }}
        onFinish={(person) => void add(person)}
      >
        {fault !== undefined && <Alert type="error" showIcon title={sentence(fault)} className="admin-fault" />}
        <Form.Item
          label={say('people.display-name')}
          name="displayName"
          rules={[{ required: true, whitespace: true, max: 64, message: say('people.display-name.rule') }]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          label={say('people.name')}
          name="name"
          extra={say('people.name.rule')}
          rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9._-]{1,31}$/, message: say('people.name.rule') }]}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item label={say('people.role')} name="role">
          <Select options={roles.map((role) => ({ value: role, label: sayShell(`role.${role}`) }))} />
        </Form.Item>
        <Form.Item
          label={say('people.password')}
          name="password"
          rules={[{ required: true, min: 8, max: 256, message: say('people.password.rule') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
