/** The tokens of the house: three greys, a hairline, one teal, four alarm colours. Everything else derives from these. */
export interface Palette {
  /** Behind everything; panels; raised or hovered parts of a panel. */
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly hairline: string;
  readonly text: string;
  readonly textSecond: string;
  readonly textThird: string;
  /** Clean air, chosen, live. Never a state. */
  readonly accent: string;
  readonly accentText: string;
  readonly critical: string;
  readonly high: string;
  readonly medium: string;
  readonly low: string;
  readonly shadow: string;
}

export type ThemeName = 'dark' | 'light';

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  dark: {
    ground: '#101315',
    surface: '#191d20',
    raised: '#24292d',
    hairline: '#343a3f',
    text: '#e8eaec',
    textSecond: '#a9b1b7',
    textThird: '#7f888f',
    accent: '#2bbdad',
    accentText: '#06211e',
    critical: '#f0575b',
    high: '#f58237',
    medium: '#e9bb2f',
    low: '#5b9bff',
    shadow: '0 8px 28px rgba(0, 0, 0, 0.38)',
  },
  light: {
    ground: '#e9ebed',
    surface: '#ffffff',
    raised: '#f2f4f5',
    hairline: '#d8dcdf',
    text: '#1b1f23',
    textSecond: '#515a62',
    textThird: '#6f7880',
    accent: '#0c8377',
    accentText: '#ffffff',
    critical: '#c8262c',
    high: '#bd4c07',
    medium: '#8f6400',
    low: '#1f5fd0',
    shadow: '0 8px 28px rgba(20, 28, 36, 0.16)',
  },
};

/** System fonts only: nothing is fetched. */
export const fontFamily =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Segoe UI", system-ui, sans-serif';
