import { Activity, Box, Crosshair, Home, Map as MapIcon } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { kindTexts } from '../language/kind-texts.ts';
import { useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { useResource } from '../live/resource.ts';
import type { DrawnSite } from '../scene/drawn-site.ts';
import type { SceneHandle } from '../scene/scene-handle.ts';
import type { PaletteEntry } from '../shell/palette/entries.ts';
import { usePaletteEntries } from '../shell/palette/open.ts';
import { twinTexts } from './texts.ts';

/** Puts the site's objects, points, the other sites and the scene's actions into the command palette. */
export function useSitePalette(site: DrawnSite, scene: SceneHandle): void {
  const say = useTexts(twinTexts);
  const sayKind = useTexts(kindTexts);
  const name = useName();
  const navigate = useNavigate();
  const [sites] = useResource('sites', api.sites);
  const others = sites.kind === 'here' ? sites.value : undefined;
  const entries = useMemo(() => {
    const elements = site.elements.map(
      (element): PaletteEntry => ({
        id: `element ${element.id}`,
        group: 'element',
        title: name(element.name),
        detail: sayKind(element.kind),
        words: [element.id, element.name.zh, element.name.en],
        icon: Box,
        run: () => scene.visit(site, element.id),
      }),
    );
    const points = site.points.map(
      (point): PaletteEntry => ({
        id: `point ${point.id}`,
        group: 'point',
        title: name(point.name),
        detail: point.id,
        words: [point.id, point.name.zh, point.name.en],
        icon: Activity,
        run: () => scene.visit(site, point.element),
      }),
    );
    const sitesToOpen = (others ?? [])
      .filter(({ id }) => id !== site.id)
      .map(
        (other): PaletteEntry => ({
          id: `site ${other.id}`,
          group: 'site',
          title: name(other.name),
          words: [other.id, other.name.zh, other.name.en],
          icon: MapIcon,
          run: () => void navigate(`/twin/${encodeURIComponent(other.id)}`),
        }),
      );
    const actions: PaletteEntry[] = [
      {
        id: 'home',
        group: 'action',
        title: say('home'),
        words: ['home', 'reset', '全景'],
        icon: Home,
        run: () => scene.home(),
      },
      {
        id: 'let-go',
        group: 'action',
        title: say('chosen.close'),
        words: ['clear', '取消'],
        icon: Crosshair,
        run: () => scene.choose(undefined),
      },
    ];
    return [...elements, ...points, ...sitesToOpen, ...actions];
  }, [site, scene, name, sayKind, say, navigate, others]);
  usePaletteEntries('site', entries);
}
