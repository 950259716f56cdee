import './command.css';
import type { Site } from '@upwind/scenes';
import type { SiteAnswer } from '@upwind/sim-server/contract';
import { Wind } from 'lucide-react';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { LiveSite } from '../live/live-site.tsx';
import { useResource } from '../live/resource.ts';
import { SceneHandle } from '../scene/scene-handle.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { Notice } from '../shell/notice.tsx';
import { PageSkeleton } from '../shell/page-skeleton.tsx';
import { CommandDesk } from './command-desk.tsx';
import { commandTexts } from './texts.ts';

/** `/command/:site?/:incident?` */
export function Component() {
  const { site: id = 'chemical-park', incident } = useParams();
  const [site, again] = useResource(id, () => api.site(id));
  const say = useTexts(commandTexts);
  const scene = useMemo(() => new SceneHandle(), []);
  const whole = useMemo(() => (site.kind === 'here' ? wholeSite(site.value) : undefined), [site]);
  if (site.kind === 'loading') return <PageSkeleton />;
  if (site.kind === 'failed') return <FaultNotice fault={site.fault} onRetry={again} />;
  if (whole === undefined) {
    return (
      <Notice icon={Wind} title={say('reality-only')} testId="reality-only">
        {say('reality-only.what')}
      </Notice>
    );
  }
  return (
    <LiveSite site={id}>
      <CommandDesk site={whole} scene={scene} opened={incident} />
    </LiveSite>
  );
}

/** A site with elements and people; a bare reality mesh has neither. */
function wholeSite({ kind, ...rest }: SiteAnswer): Site | undefined {
  return kind === 'reality-only' ? undefined : { ...rest, kind };
}
