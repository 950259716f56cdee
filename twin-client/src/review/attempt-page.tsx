import { PageSkeleton } from '../shell/page-skeleton.tsx';

export function Component() {
  return <PageSkeleton />;
}
