import { Empty, Input, Segmented, Tree } from 'antd';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useAlarms } from '../../live/live-site.tsx';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { priorityShapes } from '../../scene/labels/label-board.ts';
import { type SceneHandle, useScene } from '../../scene/scene-handle.ts';
import { twinTexts } from '../texts.ts';
import { useHeight } from '../use-height.ts';
import { type Grouping, groupElements } from './tree.ts';

/** The list of objects beside the canvas: the same choosing and going there by keyboard and screen reader. */
export function ObjectPanel({ site, scene }: { readonly site: DrawnSite; readonly scene: SceneHandle }) {
  const say = useTexts(twinTexts);
  const language = useLanguage();
  const chosen = useScene(scene, (state) => state.chosen);
  const alarms = useAlarms();
  const [query, setQuery] = useState('');
  const [grouping, setGrouping] = useState<Grouping>('area');
  const [opened, setOpened] = useState<readonly string[]>([]);
  const wanted = useDeferredValue(query);
  const groups = useMemo(() => groupElements(site, grouping, wanted, language), [site, grouping, wanted, language]);
  const worst = useMemo(() => {
    const byElement = new Map<string, (typeof alarms)[number]['priority']>();
    for (const { element, priority } of alarms) if (!byElement.has(element)) byElement.set(element, priority);
    return byElement;
  }, [alarms]);
  const box = useRef<HTMLDivElement>(null);
  const height = useHeight(box);

  const data = groups.map(({ key, title, elements }) => ({
    key: `group ${key}`,
    title: (
      <span className="object-group">
        <span>{title}</span>
        <small>{elements.length}</small>
      </span>
    ),
    selectable: false,
    children: elements.map(({ id, name }) => {
      const priority = worst.get(id);
      return {
        key: id,
        isLeaf: true,
        title: (
          <span className="object-name" data-testid={`object-${id}`}>
            {priority !== undefined && (
              <span className={`tone-${priority}`} aria-hidden>
                {priorityShapes[priority]}
              </span>
            )}
            {name[language]}
          </span>
        ),
      };
    }),
  }));
  const searching = wanted.trim() !== '';
  return (
    <div className="objects">
      <Input
        allowClear
        prefix={<Search size={16} aria-hidden />}
        placeholder={say('objects.search')}
        aria-label={say('objects.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        data-testid="object-search"
      />
      <Segmented<Grouping>
        block
        size="small"
        value={grouping}
        onChange={setGrouping}
        options={[
          { value: 'area', label: say('objects.by-area') },
          { value: 'kind', label: say('objects.by-kind') },
        ]}
      />
      <div className="objects-tree" ref={box}>
        {groups.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={searching ? say('objects.none', { query: wanted }) : say('objects.empty')}
          />
        ) : (
          <Tree
            treeData={data}
            height={height}
            blockNode
            aria-label={say('objects')}
            expandedKeys={searching ? groups.map(({ key }) => `group ${key}`) : [...opened]}
            onExpand={(keys) => setOpened(keys.map(String))}
            selectedKeys={chosen === undefined ? [] : [chosen]}
            onSelect={(keys, { node }) => {
              const id = String(keys[0] ?? node.key);
              if (!id.startsWith('group ')) scene.visit(site, id);
            }}
            onClick={(_, node) => {
              const key = String(node.key);
              if (!key.startsWith('group ')) return;
              setOpened((keys) => (keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key]));
            }}
          />
        )}
      </div>
    </div>
  );
}
