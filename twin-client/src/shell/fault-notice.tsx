import { Button } from 'antd';
import { CloudOff, TriangleAlert } from 'lucide-react';
import { useSentence } from '../language/errors.ts';
import { useTexts } from '../language/texts.ts';
import type { Fault } from '../live/answer.ts';
import { Notice } from './notice.tsx';
import { shellTexts } from './texts.ts';

/** A request that failed where a whole page waited for it. */
export function FaultNotice({ fault, onRetry }: { readonly fault: Fault; readonly onRetry?: () => void }) {
  const say = useTexts(shellTexts);
  const sentence = useSentence();
  return (
    <Notice
      icon={fault.status === 0 ? CloudOff : TriangleAlert}
      title={sentence(fault)}
      code={fault.code}
      testId="fault"
      {...(onRetry === undefined ? {} : { actions: <Button onClick={onRetry}>{say('try-again')}</Button> })}
    />
  );
}
