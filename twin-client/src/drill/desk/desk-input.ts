import type { Stride } from '../walking/walking.ts';

/** What a person at a desk or a phone asks for since it was last read: how far to look round, and the stride now. */
export interface DeskInput {
  readonly stride: () => Stride;
  /** Radians to the right and up since the last call. */
  takeLook(): readonly [number, number];
  /** The on-screen stick: −1 … 1 ahead and to the right. */
  stick(ahead: number, right: number): void;
  stop(): void;
}

export interface DeskCommands {
  act(): void;
  toggleHelp(): void;
}

const radiansPerPixel = 0.0032;
const ahead = new Set(['KeyW', 'ArrowUp']);
const back = new Set(['KeyS', 'ArrowDown']);
const left = new Set(['KeyA']);
const right = new Set(['KeyD']);
const turnLeft = new Set(['ArrowLeft', 'KeyQ']);
const turnRight = new Set(['ArrowRight']);
const turnRadPerS = 1.9;

/** Keys that the page uses for walking, so that they do not scroll. */
const ours = new Set([...ahead, ...back, ...left, ...right, ...turnLeft, ...turnRight, 'Space', 'KeyE']);

/** Listens to keys, mouse drag (or a locked pointer) and touch drag on the canvas. */
export function listenAtDesk(canvas: HTMLCanvasElement, commands: DeskCommands): DeskInput {
  const held = new Set<string>();
  let look: [number, number] = [0, 0];
  let touch: { readonly ahead: number; readonly right: number } = { ahead: 0, right: 0 };
  let dragging: { readonly id: number; x: number; y: number; far: number } | undefined;
  let turnedAt = performance.now();
  const listening = new AbortController();
  const { signal } = listening;

  window.addEventListener(
    'keydown',
    (event) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (ours.has(event.code)) event.preventDefault();
      if (event.repeat) return;
      held.add(event.code);
      if (event.code === 'KeyE') commands.act();
      if (event.code === 'KeyH') commands.toggleHelp();
    },
    { signal },
  );
  window.addEventListener('keyup', (event) => held.delete(event.code), { signal });
  window.addEventListener('blur', () => held.clear(), { signal });

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      dragging = { id: event.pointerId, x: event.clientX, y: event.clientY, far: 0 };
      canvas.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (document.pointerLockElement === canvas) {
        look = [look[0] + event.movementX * radiansPerPixel, look[1] - event.movementY * radiansPerPixel];
        return;
      }
      if (dragging?.id !== event.pointerId) return;
      const [dx, dy] = [event.clientX - dragging.x, event.clientY - dragging.y];
      // Dragging moves the scene with the hand: to the right turns the eye to the left, as on a map.
      const sense = event.pointerType === 'touch' ? -1.4 : -1;
      look = [look[0] + sense * dx * radiansPerPixel, look[1] - sense * dy * radiansPerPixel];
      dragging = { id: event.pointerId, x: event.clientX, y: event.clientY, far: dragging.far + Math.hypot(dx, dy) };
    },
    { signal },
  );
  const end = (event: PointerEvent) => {
    if (dragging?.id !== event.pointerId) return;
    if (dragging.far < 5 && event.type === 'pointerup' && event.pointerType === 'mouse') commands.act();
    dragging = undefined;
  };
  canvas.addEventListener('pointerup', end, { signal });
  canvas.addEventListener('pointercancel', end, { signal });
  canvas.addEventListener('dblclick', () => void canvas.requestPointerLock?.(), { signal });
  canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });

  const some = (keys: ReadonlySet<string>) => [...keys].some((key) => held.has(key));
  return {
    stride() {
      const keysAhead = Number(some(ahead)) - Number(some(back));
      const keysRight = Number(some(right)) - Number(some(left));
      return {
        ahead: keysAhead || touch.ahead,
        right: keysRight || touch.right,
        run: held.has('ShiftLeft') || held.has('ShiftRight') || Math.hypot(touch.ahead, touch.right) > 0.95,
      };
    },
    takeLook() {
      const nowMs = performance.now();
      const seconds = Math.min(0.1, (nowMs - turnedAt) / 1000);
      turnedAt = nowMs;
      const turn = (Number(some(turnRight)) - Number(some(turnLeft))) * turnRadPerS * seconds;
      const taken: readonly [number, number] = [look[0] + turn, look[1]];
      look = [0, 0];
      return taken;
    },
    stick(forward, aside) {
      touch = { ahead: forward, right: aside };
    },
    stop: () => listening.abort(),
  };
}
