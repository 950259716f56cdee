import { useMemo } from 'react';
import { useParams } from 'react-router';
import { api } from '../live/api.ts';
import { LiveSite } from '../live/live-site.tsx';
import { useResource } from '../live/resource.ts';
import { SceneHandle } from '../scene/scene-handle.ts';
import { SiteScene } from '../scene/site-scene.tsx';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { PageSkeleton } from '../shell/page-skeleton.tsx';

export function Component() {
  const { site: id = 'chemical-park' } = useParams();
  const [site, again] = useResource(id, () => api.site(id));
  const scene = useMemo(() => new SceneHandle(), []);
  if (site.kind === 'loading') return <PageSkeleton />;
  if (site.kind === 'failed') return <FaultNotice fault={site.fault} onRetry={again} />;
  return (
    <LiveSite site={id}>
      <SiteScene site={site.value} scene={scene} />
    </LiveSite>
  );
}
