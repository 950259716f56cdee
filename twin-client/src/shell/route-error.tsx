import { Button } from 'antd';
import { FileWarning } from 'lucide-react';
import { useRouteError } from 'react-router';
import { useTexts } from '../language/texts.ts';
import { Notice } from './notice.tsx';
import { shellTexts } from './texts.ts';

/** A page that threw: the shell stays, the reader can open it again. A missing chunk means a newer version is out. */
export function RouteError() {
  const say = useTexts(shellTexts);
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  const outdated = /dynamically imported module|Importing a module script failed/i.test(message);
  return (
    <Notice
      icon={FileWarning}
      title={say(outdated ? 'new-version' : 'page-broke')}
      testId="page-broke"
      actions={
        <Button type="primary" onClick={() => window.location.reload()}>
          {say(outdated ? 'reload' : 'open-again')}
        </Button>
      }
      code={outdated ? '' : message}
    >
      {!outdated && say('page-broke.what')}
    </Notice>
  );
}
