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
    zenith: '#0c1524',
    horizon: '#22303f',
    sun: '#a9c0e4',
    sunIntensity: 2.1,
    skyLight: '#5d769c',
    groundLight: '#2a2f36',
    skyIntensity: 2.3,
    exposure: 1.0,
    night: 1,
  },
  {
    elevationDeg: -4,
    zenith: '#1d2d49',
    horizon: '#5f6070',
    sun: '#b4c0d8',
    sunIntensity: 1.8,
    skyLight: '#7488ae',
    groundLight: '#34363c',
    skyIntensity: 1.9,
    exposure: 1.0,
    night: 0.9,
  },
  {
    elevationDeg: 1,
    zenith: '#3d5b86',
    horizon: '#d9a47c',
    sun: '#ffb27a',
    sunIntensity: 2.0,
    skyLight: '#93a7c8',
    groundLight: '#4a4640',
    skyIntensity: 1.1,
    exposure: 0.92,
    night: 0.35,
  },
  {
    elevationDeg: 8,
    zenith: '#4074ad',
    horizon: '#dcc9ae',
    sun: '#ffd09a',
    sunIntensity: 3.6,
    skyLight: '#9dbbe0',
    groundLight: '#5e574a',
    skyIntensity: 1.0,
    exposure: 0.85,
    night: 0,
  },
  {
    elevationDeg: 22,
    zenith: '#3673b8',
    horizon: '#c4d4de',
    sun: '#ffeacb',
    sunIntensity: 4.6,
    skyLight: '#a4c6ec',
    groundLight: '#6a6455',
    skyIntensity: 0.95,
    exposure: 0.8,
    night: 0,
  },
  {
    elevationDeg: 60,
    zenith: '#2f70bd',
    horizon: '#c3d5e2',
    sun: '#fff4e2',
    sunIntensity: 4.9,
    skyLight: '#a8caf0',
    groundLight: '#706a5a',
    skyIntensity: 1.0,
    exposure: 0.76,
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
