/** Light and sky for one height of the sun. Colours are linear-light hex as three.js takes them (sRGB). */
export interface Daylight {
  readonly zenith: string;
  readonly horizon: string;
  /** The key light: sun by day, moon by night. */
  readonly sun: string;
  readonly sunIntensity: number;
  readonly skyLight: string;
  readonly groundLight: string;
  readonly skyIntensity: number;
  readonly exposure: number;
  /** 0 by day, 1 by night: how much the windows shine. */
  readonly night: number;
}

interface Key extends Daylight {
  readonly elevationDeg: number;
}

/** Chosen by eye so that a site is readable at every hour; at night the moon keeps shapes and the windows shine. */
const keys: readonly Key[] = [
  {
    elevationDeg: -10,
    zenith: '#0a1220',
    horizon: '#1d2a3a',
    sun: '#9db4d8',
    sunIntensity: 0.9,
    skyLight: '#51688c',
    groundLight: '#20242a',
    skyIntensity: 1.1,
    exposure: 1.15,
    night: 1,
  },
  {
    elevationDeg: -4,
    zenith: '#1b2a45',
    horizon: '#5a5a68',
    sun: '#a9b4cc',
    sunIntensity: 0.9,
    skyLight: '#6b7fa6',
    groundLight: '#2c2e33',
    skyIntensity: 1.1,
    exposure: 1.1,
    night: 0.9,
  },
  {
    elevationDeg: 1,
    zenith: '#3d5b86',
    horizon: '#d9a47c',
    sun: '#ffb27a',
    sunIntensity: 1.6,
    skyLight: '#93a7c8',
    groundLight: '#4a4640',
    skyIntensity: 1.1,
    exposure: 1.05,
    night: 0.35,
  },
  {
    elevationDeg: 8,
    zenith: '#4776ab',
    horizon: '#dcc9ae',
    sun: '#ffd3a0',
    sunIntensity: 3,
    skyLight: '#a8c2e0',
    groundLight: '#6a6254',
    skyIntensity: 1.15,
    exposure: 1,
    night: 0,
  },
  {
    elevationDeg: 22,
    zenith: '#3f78b8',
    horizon: '#ccd8de',
    sun: '#fff0d8',
    sunIntensity: 3.8,
    skyLight: '#b7d0ea',
    groundLight: '#7a7364',
    skyIntensity: 1.2,
    exposure: 0.95,
    night: 0,
  },
  {
    elevationDeg: 60,
    zenith: '#3a76bd',
    horizon: '#cddbe4',
    sun: '#fff8ec',
    sunIntensity: 4.1,
    skyLight: '#bcd6f0',
    groundLight: '#827b6c',
    skyIntensity: 1.25,
    exposure: 0.9,
    night: 0,
  },
];

const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);

/** A colour between two, in sRGB. */
export function mixColours(a: string, b: string, t: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(channel(a, at) + (channel(b, at) - channel(a, at)) * t));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Light and sky for the sun at this elevation, degrees. */
export function daylightAt(elevationDeg: number): Daylight {
  const above = keys.findIndex((key) => key.elevationDeg > elevationDeg);
  const first = keys[0];
  const last = keys.at(-1);
  const b = above === -1 ? last : keys[above];
  const a = above <= 0 ? (above === 0 ? first : last) : keys[above - 1];
  if (a === undefined || b === undefined) throw new Error('The daylight table is empty.');
  const span = b.elevationDeg - a.elevationDeg;
  const t = span <= 0 ? 0 : (elevationDeg - a.elevationDeg) / span;
  const number = (name: 'sunIntensity' | 'skyIntensity' | 'exposure' | 'night') => a[name] + (b[name] - a[name]) * t;
  const colour = (name: 'zenith' | 'horizon' | 'sun' | 'skyLight' | 'groundLight') => mixColours(a[name], b[name], t);
  return {
    zenith: colour('zenith'),
    horizon: colour('horizon'),
    sun: colour('sun'),
    sunIntensity: number('sunIntensity'),
    skyLight: colour('skyLight'),
    groundLight: colour('groundLight'),
    skyIntensity: number('skyIntensity'),
    exposure: number('exposure'),
    night: number('night'),
  };
}
