import { create } from 'zustand';
import { palettes, type ThemeName } from './palette.ts';

const storageKey = 'upwind.theme';

function remembered(): ThemeName {
  return localStorage.getItem(storageKey) === 'light' ? 'light' : 'dark';
}

/** Writes the palette as CSS variables, so that style sheets and canvases read the same tokens. */
function paint(name: ThemeName): void {
  const root = document.documentElement;
  root.dataset['theme'] = name;
  root.style.colorScheme = name;
  for (const [token, value] of Object.entries(palettes[name])) {
    root.style.setProperty(`--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
}

interface ThemeState {
  readonly name: ThemeName;
  choose(name: ThemeName): void;
}

/** Dark for the control room by default, light for the office; remembered on this machine. */
export const useTheme = create<ThemeState>((set) => ({
  name: remembered(),
  choose(name) {
    localStorage.setItem(storageKey, name);
    paint(name);
    set({ name });
  },
}));

paint(useTheme.getState().name);
