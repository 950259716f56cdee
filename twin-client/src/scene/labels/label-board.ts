import type { AlarmPriority } from '@upwind/sim-server/contract';
import './labels.css';

/** What a label says. An area's name is written wider and without a plate. */
export interface LabelContent {
  readonly id: string;
  readonly text: string;
  readonly style: 'element' | 'area';
  readonly hovered: boolean;
  readonly alarm?: { readonly priority: AlarmPriority; readonly word: string; readonly waiting: boolean };
}

export interface PlacedLabel {
  readonly content: LabelContent;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Shape of each priority, so that colour is never alone. */
export const priorityShapes: Readonly<Record<AlarmPriority, string>> = {
  critical: '◆',
  high: '▲',
  medium: '■',
  low: '●',
};

interface Plate {
  readonly node: HTMLElement;
  readonly pin: HTMLElement;
  readonly name: HTMLElement;
  said: string;
}

/**
 * The labels as a pool of nodes over the canvas: moved on each drawn frame, never made or thrown away while the camera
 * moves. They are for the eye; the list of objects beside the canvas is the way for keyboard and screen reader.
 */
export class LabelBoard {
  readonly root = document.createElement('div');
  /** The chosen element's own label: its values are written into it by React. */
  readonly chosen = document.createElement('div');
  readonly #plates = new Map<string, Plate>();
  readonly #spare: Plate[] = [];
  #placed: readonly PlacedLabel[] = [];

  /** `still`: no label pulses, for machines on which every moving pixel is dear. */
  constructor(still: boolean) {
    this.root.className = still ? 'labels labels-still' : 'labels';
    this.root.setAttribute('aria-hidden', 'true');
    this.chosen.className = 'label-chosen';
    this.chosen.hidden = true;
    this.root.append(this.chosen);
  }

  /** Ids that stand now. */
  standing(): ReadonlySet<string> {
    return new Set(this.#plates.keys());
  }

  /** The label under a place of the canvas, if there is one. */
  at(x: number, y: number): string | undefined {
    const hit = this.#placed.find(
      (label) =>
        label.content.style === 'element' &&
        Math.abs(x - label.x) <= label.width / 2 &&
        y <= label.y &&
        y >= label.y - label.height,
    );
    return hit?.content.id;
  }

  show(placed: readonly PlacedLabel[]): void {
    this.#placed = placed;
    const wanted = new Set(placed.map(({ content }) => content.id));
    for (const [id, plate] of this.#plates) {
      if (wanted.has(id)) continue;
      plate.node.hidden = true;
      this.#plates.delete(id);
      this.#spare.push(plate);
    }
    for (const label of placed) this.#put(label);
  }

  /** Puts the chosen label with its foot at a place (but all of it below `top`), or away. */
  showChosen(place: { readonly x: number; readonly y: number } | undefined, top: number): void {
    this.chosen.hidden = place === undefined;
    if (place === undefined) return;
    const height = this.chosen.firstElementChild?.getBoundingClientRect().height ?? 0;
    const y = Math.max(place.y, top + height + 8);
    this.chosen.style.transform = `translate(${Math.round(place.x)}px, ${Math.round(y)}px)`;
  }

  #put({ content, x, y }: PlacedLabel): void {
    let plate = this.#plates.get(content.id);
    if (plate === undefined) {
      plate = this.#spare.pop() ?? this.#make();
      this.#plates.set(content.id, plate);
      plate.node.hidden = false;
    }
    plate.node.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    const { alarm } = content;
    const said = `${content.style} ${content.text} ${content.hovered} ${alarm?.priority} ${alarm?.word} ${alarm?.waiting}`;
    if (plate.said === said) return;
    plate.said = said;
    plate.name.textContent = content.text;
    plate.node.className = `label label-${content.style}${content.hovered ? ' label-hovered' : ''}`;
    plate.node.dataset['element'] = content.id;
    plate.pin.hidden = alarm === undefined;
    if (alarm === undefined) {
      delete plate.node.dataset['alarm'];
      return;
    }
    plate.node.dataset['alarm'] = alarm.priority;
    plate.pin.className = `label-pin priority-${alarm.priority}${alarm.waiting ? ' label-waiting' : ''}`;
    plate.pin.textContent = `${priorityShapes[alarm.priority]} ${alarm.word}`;
  }

  #make(): Plate {
    const node = document.createElement('div');
    const pin = document.createElement('span');
    const name = document.createElement('span');
    name.className = 'label-name';
    node.append(pin, name);
    this.root.append(node);
    return { node, pin, name, said: '' };
  }
}
