import './palette.css';
import { Modal } from 'antd';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../language/texts.ts';
import { shellTexts } from '../texts.ts';
import { findEntries, type PaletteEntry } from './entries.ts';
import { usePalette } from './open.ts';
import { useOwnEntries } from './own-entries.ts';

/** Ctrl-K or ⌘-K anywhere: finds objects, points, alarms, desks and actions, by keyboard alone. */
export function CommandPalette() {
  const { shown, show, hide } = usePalette();
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [show]);
  return (
    <Modal
      open={shown}
      onCancel={hide}
      footer={null}
      closable={false}
      destroyOnHidden
      width={640}
      style={{ top: '12vh' }}
      className="palette-modal"
    >
      <PaletteBody onDone={hide} />
    </Modal>
  );
}

function PaletteBody({ onDone }: { readonly onDone: () => void }) {
  const say = useTexts(shellTexts);
  const own = useOwnEntries();
  const contributions = usePalette((palette) => palette.contributions);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useMemo(
    () => findEntries([...own, ...[...contributions.values()].flat()], query),
    [own, contributions, query],
  );
  const at = Math.min(chosen, Math.max(0, found.length - 1));

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onDone();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setChosen(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setChosen(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <div className="palette" data-testid="palette">
      <label className="palette-search">
        <Search size={18} aria-hidden />
        <input
          ref={input}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={say('search.placeholder')}
          aria-label={say('search')}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <div className="palette-list" id={listId} role="listbox" aria-label={say('search')} ref={list}>
        {found.map((entry, index) => (
          <PaletteRow
            key={entry.id}
            id={`${listId}-${index}`}
            entry={entry}
            index={index}
            heading={entry.group !== found[index - 1]?.group ? say(`group.${entry.group}`) : undefined}
            chosen={index === at}
            onPoint={() => setChosen(index)}
            onRun={() => run(entry)}
          />
        ))}
        {found.length === 0 && <p className="palette-empty">{say('search.nothing', { query })}</p>}
      </div>
      <p className="palette-hint">{say('search.hint')}</p>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly index: number;
  readonly heading: string | undefined;
  readonly chosen: boolean;
  onPoint(): void;
  onRun(): void;
}

function PaletteRow({ id, entry, index, heading, chosen, onPoint, onRun }: RowProps) {
  const Icon = entry.icon;
  return (
    <>
      {heading !== undefined && (
        <div className="palette-heading" role="presentation">
          {heading}
        </div>
      )}
      <button
        type="button"
        id={id}
        role="option"
        tabIndex={-1}
        data-at={index}
        aria-selected={chosen}
        className="palette-row"
        onPointerMove={onPoint}
        onClick={onRun}
      >
        <Icon size={16} aria-hidden />
        <span className="palette-title">{entry.title}</span>
        {entry.detail !== undefined && <span className="palette-detail">{entry.detail}</span>}
      </button>
    </>
  );
}
