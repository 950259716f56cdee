import { Button, Tooltip } from 'antd';
import { Home } from 'lucide-react';
import { useTexts } from '../../language/texts.ts';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import type { SceneHandle } from '../../scene/scene-handle.ts';
import { twinTexts } from '../texts.ts';
import { AlarmCounters } from './alarm-counters.tsx';
import { Clock } from './clock.tsx';
import { SiteSwitch } from './site-switch.tsx';
import { WindRose } from './wind-rose.tsx';

interface TopBarProps {
  readonly site: DrawnSite;
  readonly scene: SceneHandle;
  readonly alarmsOpen: boolean;
  onToggleAlarms(): void;
}

export function TopBar({ site, scene, alarmsOpen, onToggleAlarms }: TopBarProps) {
  const say = useTexts(twinTexts);
  return (
    <header className="twin-bar panel">
      <SiteSwitch site={site} />
      <span className="bar-space" />
      {site.mast !== undefined && <WindRose site={site} />}
      <Clock />
      <AlarmCounters open={alarmsOpen} onToggle={onToggleAlarms} />
      <Tooltip title={say('home')}>
        <Button type="text" icon={<Home size={18} />} aria-label={say('home')} onClick={() => scene.home()} />
      </Tooltip>
    </header>
  );
}
