import './twin.css';
import './objects/objects.css';
import './chosen/chosen.css';
import './alarms/alarms.css';
import './twin-narrow.css';
import { Button, Drawer, Tabs } from 'antd';
import { BellRing, Layers, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { useLiveState } from '../live/live-site.tsx';
import { useResource } from '../live/resource.ts';
import type { DrawnSite } from '../scene/drawn-site.ts';
import { SceneHandle, useScene } from '../scene/scene-handle.ts';
import { SiteScene } from '../scene/site-scene.tsx';
import { AlarmList } from './alarms/alarm-list.tsx';
import { ConnectionBadge } from './bar/connection-badge.tsx';
import { RealityBadge } from './bar/reality-badge.tsx';
import { TopBar } from './bar/top-bar.tsx';
import { ChosenPanel } from './chosen/chosen-panel.tsx';
import { LayerPanel } from './objects/layer-panel.tsx';
import { ObjectPanel } from './objects/object-panel.tsx';
import { twinTexts } from './texts.ts';
import { useNarrow } from './use-narrow.ts';
import { useSitePalette } from './use-palette.ts';

/** One open site: the scene fills the page, the rest floats over it and can be put away. */
export function SitePage({ site }: { readonly site: DrawnSite }) {
  const say = useTexts(twinTexts);
  const name = useName();
  const narrow = useNarrow();
  const scene = useMemo(() => new SceneHandle(), []);
  const chosen = useScene(scene, (state) => state.chosen);
  const realityChanges = useLiveState((state) => state.changes.reality);
  const [reality] = useResource(`${site.id} ${realityChanges}`, () => api.reality(site.id));
  const meshes = useMemo(() => (reality.kind === 'here' ? reality.value : []), [reality]);
  const [panelOpen, setPanelOpen] = useState(!narrow);
  const [alarmsOpen, setAlarmsOpen] = useState(false);
  const sheetOpen = narrow && (panelOpen || alarmsOpen || chosen !== undefined);
  useEffect(() => {
    // On a wall of screens the panels are drawn larger (see twin.css).
    const larger = window.innerWidth >= 3000 ? 1.5 : 1;
    scene.setInsets({
      left: !narrow && panelOpen ? 312 * larger : 0,
      right: !narrow && chosen !== undefined ? 372 * larger : 0,
      top: (narrow ? 100 : 72) * larger,
      bottom: sheetOpen ? Math.round(window.innerHeight * 0.44) : !narrow && alarmsOpen ? 260 * larger : 0,
    });
  }, [scene, narrow, panelOpen, chosen, alarmsOpen, sheetOpen]);
  useSitePalette(site, scene);
  useChosenInAddress(site, scene);
  useEffect(() => {
    document.title = `${say('title', { site: name(site.name) })} · Upwind`;
  }, [say, name, site]);

  const objects = <ObjectsAndLayers site={site} scene={scene} meshes={meshes} />;
  return (
    <div className="twin">
      <SiteScene site={site} scene={scene} meshes={meshes} />
      <div className="twin-over">
        <TopBar
          site={site}
          scene={scene}
          alarmsOpen={alarmsOpen}
          onToggleAlarms={() => setAlarmsOpen((open) => !open)}
        />
        {!narrow && panelOpen && <aside className="twin-left panel">{objects}</aside>}
        {!narrow && chosen !== undefined && (
          <aside className="twin-right panel">
            <ChosenPanel site={site} scene={scene} />
          </aside>
        )}
        {!narrow && alarmsOpen && (
          <div className="twin-bottom panel">
            <AlarmList site={site} scene={scene} onClose={() => setAlarmsOpen(false)} />
          </div>
        )}
        <footer className="twin-foot">
          <Button
            className="twin-foot-button"
            icon={
              narrow ? <Layers size={16} /> : panelOpen ? <PanelLeftClose size={16} /> : <PanelLeftOpen size={16} />
            }
            onClick={() => setPanelOpen((open) => !open)}
            aria-expanded={panelOpen}
            aria-label={say('objects')}
            data-testid="toggle-objects"
          >
            {!narrow && say('objects')}
          </Button>
          {narrow && (
            <Button
              className="twin-foot-button"
              icon={<BellRing size={16} />}
              aria-label={say('alarms')}
              onClick={() => setAlarmsOpen(true)}
            />
          )}
          <ConnectionBadge />
          <RealityBadge scene={scene} />
        </footer>
      </div>
      {narrow && (
        <>
          <Sheet open={panelOpen} title={say('objects')} onClose={() => setPanelOpen(false)}>
            {objects}
          </Sheet>
          <Sheet open={chosen !== undefined && !panelOpen && !alarmsOpen} onClose={() => scene.choose(undefined)}>
            <ChosenPanel site={site} scene={scene} />
          </Sheet>
          <Sheet open={alarmsOpen} onClose={() => setAlarmsOpen(false)}>
            <AlarmList site={site} scene={scene} onClose={() => setAlarmsOpen(false)} />
          </Sheet>
        </>
      )}
    </div>
  );
}

function ObjectsAndLayers({ site, scene, meshes }: Parameters<typeof LayerPanel>[0] & { readonly site: DrawnSite }) {
  const say = useTexts(twinTexts);
  return (
    <Tabs
      className="twin-tabs"
      size="small"
      items={[
        { key: 'objects', label: say('objects'), children: <ObjectPanel site={site} scene={scene} /> },
        { key: 'layers', label: say('layers'), children: <LayerPanel scene={scene} meshes={meshes} /> },
      ]}
    />
  );
}

interface SheetProps {
  readonly open: boolean;
  readonly title?: string;
  readonly children: ReactNode;
  onClose(): void;
}

/** On a narrow screen a panel is a sheet from below, and the scene stays seen above it. */
function Sheet({ open, title, children, onClose }: SheetProps) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      placement="bottom"
      size="56vh"
      mask={false}
      className="twin-sheet"
      {...(title === undefined ? { closable: false } : { title })}
    >
      {children}
    </Drawer>
  );
}

/** `?element=` chooses at the start, and follows what is chosen, so that an address can be handed on. */
function useChosenInAddress(site: DrawnSite, scene: SceneHandle): void {
  const [search, setSearch] = useSearchParams();
  const [first] = useState(() => search.get('element') ?? undefined);
  const chosen = useScene(scene, (state) => state.chosen);
  useEffect(() => {
    if (first !== undefined) scene.visit(site, first);
  }, [first, scene, site]);
  useEffect(() => {
    setSearch(
      (before) => {
        if ((before.get('element') ?? undefined) === chosen) return before;
        const next = new URLSearchParams(before);
        if (chosen === undefined) next.delete('element');
        else next.set('element', chosen);
        return next;
      },
      { replace: true },
    );
  }, [chosen, setSearch]);
}
