import type { Alarm } from '@upwind/sim-server/contract';
import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSentence } from '../../language/errors.ts';
import { sharedTexts } from '../../language/shared-texts.ts';
import { useTexts } from '../../language/texts.ts';
import type { Fault } from '../../live/answer.ts';
import { api } from '../../live/api.ts';
import { useLive } from '../../live/live-site.tsx';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { twinTexts } from '../texts.ts';
import { useAlarmLine } from './alarm-line.ts';

interface DialogProps {
  readonly site: DrawnSite;
  readonly alarm: Alarm;
  onClose(): void;
}

/** Acknowledges one alarm, with a word on what is being done if there is one. */
export function AcknowledgeDialog({ site, alarm, onClose }: DialogProps) {
  const say = useTexts(twinTexts);
  const sayShared = useTexts(sharedTexts);
  const sentence = useSentence();
  const live = useLive();
  const line = useAlarmLine(site)(alarm);
  const [comment, setComment] = useState('');
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const send = async () => {
    setWorking(true);
    const answer = await api.acknowledge(site.id, alarm.id, comment.trim());
    setWorking(false);
    if (answer.ok) {
      live.takeAlarm(answer.value);
      onClose();
    } else setFault(answer.fault);
  };
  return (
    <Modal
      open
      title={say('acknowledge.title')}
      okText={say('acknowledge')}
      cancelText={sayShared('cancel')}
      confirmLoading={working}
      onOk={() => void send()}
      onCancel={onClose}
      okButtonProps={{ id: 'acknowledge-send' }}
      destroyOnHidden
    >
      <p>
        <b>{line.what}</b> · {line.where}
        <br />
        {line.howBad}
      </p>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={400}
        placeholder={say('acknowledge.comment')}
        aria-label={say('acknowledge.comment')}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        data-testid="acknowledge-comment"
      />
      {fault !== undefined && <Alert className="acknowledge-fault" type="error" showIcon title={sentence(fault)} />}
    </Modal>
  );
}
