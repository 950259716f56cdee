import { MapPinned } from 'lucide-react';
import { Navigate, useParams } from 'react-router';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { LiveSite } from '../live/live-site.tsx';
import { useResource } from '../live/resource.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { Notice } from '../shell/notice.tsx';
import { SceneSkeleton } from './scene-skeleton.tsx';
import { SitePage } from './site-page.tsx';
import { twinTexts } from './texts.ts';

export function Component() {
  const { site } = useParams();
  return site === undefined ? <FirstSite /> : <OneSite key={site} id={site} />;
}

function FirstSite() {
  const say = useTexts(twinTexts);
  const [sites, again] = useResource('sites', api.sites);
  if (sites.kind === 'loading') return <SceneSkeleton />;
  if (sites.kind === 'failed') return <FaultNotice fault={sites.fault} onRetry={again} />;
  const first = sites.value[0];
  if (first !== undefined) return <Navigate to={`/twin/${encodeURIComponent(first.id)}`} replace />;
  return (
    <Notice icon={MapPinned} title={say('no-sites')}>
      {say('no-sites.what')}
    </Notice>
  );
}

function OneSite({ id }: { readonly id: string }) {
  const [site, again] = useResource(id, () => api.site(id));
  if (site.kind === 'loading') return <SceneSkeleton />;
  if (site.kind === 'failed') return <FaultNotice fault={site.fault} onRetry={again} />;
  return (
    <LiveSite site={id}>
      <SitePage site={site.value} />
    </LiveSite>
  );
}
