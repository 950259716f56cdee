import { Alert } from 'antd';
import { sentenceOf } from '../../language/errors.ts';
import { useTexts } from '../../language/texts.ts';
import type { RunState } from '../rehearsal.ts';
import { commandTexts } from '../texts.ts';

/** Why a run did not finish: the sentence and its code; the form beside it stays as it was. */
export function RunFailure({ failure }: { readonly failure: Extract<RunState, { kind: 'failed' }> }) {
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
          <small className="run-failure-detail">
            {failure.message} <code>{failure.code}</code>
          </small>
        </>
      }
    />
  );
}
