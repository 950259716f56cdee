import './notice.css';
import { Skeleton } from 'antd';
import { useTexts } from '../language/texts.ts';
import { shellTexts } from './texts.ts';

/** What a page shows while its code arrives: the shape of what is coming, and a word for screen readers. */
export function PageSkeleton() {
  const say = useTexts(shellTexts);
  return (
    <div className="page" aria-busy="true">
      <span className="visually-hidden" role="status">
        {say('loading.page')}
      </span>
      <Skeleton active title={{ width: 180 }} paragraph={{ rows: 6 }} />
    </div>
  );
}
