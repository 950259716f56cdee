import type { Element } from '../site/element.ts';
import type { Point, Quantity } from '../site/point.ts';
import type { WeatherMast } from '../site/site.ts';
import { type Instrument, instrumentsOn, limits } from './instruments.ts';
import { upright } from './shapes.ts';
import { putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const element: Element = putIn({ zh: '预留发展用地', en: 'Reserved land' })(
  'weather-mast',
  'WM-001',
  [-400, -62],
  upright(0.25, 10),
  ['气象塔 WM-001', 'Weather mast WM-001'],
);

const measure = instrumentsOn([element]);

function weather(
  quantity: Quantity,
  unit: string,
  [low, high]: readonly [number, number],
  zh: string,
  en: string,
  periodMs: number,
): Instrument {
  return { quantity, unit, range: { low, high }, periodMs, word: { zh, en }, mounted: 'top' };
}

const points: Point[] = [
  measure(
    'WS-001',
    'WM-001',
    weather('wind-speed', 'm/s', [0, 60], '风速', 'wind speed', 1000),
    limits({ high: [10.8, 'low'], highHigh: [17.2, 'medium'] }, 0.5, 10),
  ),
  measure('WD-001', 'WM-001', weather('wind-direction', '°', [0, 360], '风向', 'wind direction', 1000)),
  measure(
    'WV-001',
    'WM-001',
    weather('wind-direction-deviation', '°', [0, 104], '风向标准差', 'wind direction deviation σθ', 10_000),
  ),
  measure(
    'TA-001',
    'WM-001',
    weather('air-temperature', '°C', [-40, 60], '气温', 'air temperature', 10_000),
    limits({ high: [37, 'low'] }, 0.5),
  ),
  measure('HA-001', 'WM-001', weather('humidity', '%RH', [0, 100], '相对湿度', 'relative humidity', 10_000)),
  measure('PA-001', 'WM-001', weather('air-pressure', 'hPa', [850, 1100], '气压', 'air pressure', 10_000)),
  measure('SR-001', 'WM-001', weather('solar-radiation', 'W/m²', [0, 1600], '总辐射', 'solar radiation', 10_000)),
  measure(
    'RA-001',
    'WM-001',
    weather('rain', 'mm', [0, 500], '小时雨量', 'rain in the last hour', 60_000),
    limits({ high: [16, 'low'], highHigh: [50, 'high'] }, 0.5),
  ),
];

/** A 10 m mast on open ground, away from what would disturb the wind. */
export const weatherStation: Unit = { elements: [element], points };

export const weatherMast: WeatherMast = {
  element: 'WM-001',
  heightM: 10,
  windSpeed: 'WS-001',
  windDirection: 'WD-001',
  windDirectionDeviation: 'WV-001',
  airTemperature: 'TA-001',
  solarRadiation: 'SR-001',
  humidity: 'HA-001',
  airPressure: 'PA-001',
  rain: 'RA-001',
};
