import { Button } from 'antd';
import { MapPinOff } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useTexts } from '../language/texts.ts';
import { Notice } from './notice.tsx';
import { shellTexts } from './texts.ts';

export function NotFound() {
  const say = useTexts(shellTexts);
  const { pathname } = useLocation();
  return (
    <Notice
      icon={MapPinOff}
      title={say('not-found')}
      testId="not-found"
      actions={
        <Link to="/">
          <Button>{say('back-to-desks')}</Button>
        </Link>
      }
    >
      {say('not-found.what', { path: pathname })}
    </Notice>
  );
}
