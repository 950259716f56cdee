import { Alert, Button } from 'antd';
import { RotateCw } from 'lucide-react';
import { sentenceOf } from '../../language/errors.ts';
import { useTexts } from '../../language/texts.ts';
import type { RunState } from '../rehearsal.ts';
import { commandTexts } from '../texts.ts';

interface RunFailureProps {
  readonly failure: Extract<RunState, { kind: 'failed' }>;
  readonly onRetry: () => void;
}

/** Why a run did not finish: the sentence, its code and a second try; the form beside it stays as it was. */
export function RunFailure({ failure, onRetry }: RunFailureProps) {
  const say = useTexts(commandTexts);
  return (
    <Alert
      type="error"
      showIcon
      className="run-failure"
      data-testid="run-failure"
      title={say('run.failed')}
      description={
        <>
          {sentenceOf({ code: failure.code, message: failure.message, parameters: {}, status: 400 })}
          <Button size="small" icon={<RotateCw size={14} />} onClick={onRetry} data-testid="run-retry">
            {say('retry')}
          </Button>
          <small className="run-failure-detail">
            {failure.message} <code>{failure.code}</code>
          </small>
        </>
      }
    />
  );
}
