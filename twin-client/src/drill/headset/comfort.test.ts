import { beforeEach, expect, test, vi } from 'vitest';
import { rememberComfort, rememberedComfort, usualComfort } from './comfort.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('comfort is remembered on this machine', () => {
  const chosen = { seated: true, hand: 'left', snapDeg: 45, walking: false, vignette: false } as const;
  rememberComfort(chosen);
  expect(rememberedComfort()).toEqual(chosen);
});

test('what cannot be read is the usual comfort', () => {
  expect(rememberedComfort()).toEqual(usualComfort);
  kept.set('upwind.drill.comfort', '{"hand":7');
  expect(rememberedComfort()).toEqual(usualComfort);
  kept.set('upwind.drill.comfort', '"left"');
  expect(rememberedComfort()).toEqual(usualComfort);
});
