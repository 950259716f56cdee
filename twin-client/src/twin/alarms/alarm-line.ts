import type { Point } from '@upwind/scenes';
import type { Alarm } from '@upwind/sim-server/contract';
import { formatReading, formatValue } from '../../language/format.ts';
import { useLanguage, useName } from '../../language/language.ts';
import { shortName } from '../../language/short-name.ts';
import { useTexts } from '../../language/texts.ts';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { twinTexts } from '../texts.ts';

export interface AlarmLine {
  /** What: the point and the limit it crossed. */
  readonly what: string;
  /** Where: the element. */
  readonly where: string;
  /** How bad: the value now, and the limit. */
  readonly howBad: string;
  readonly point: Point | undefined;
}

/** An alarm in words: what, where, how bad. */
export function useAlarmLine(site: DrawnSite): (alarm: Alarm) => AlarmLine {
  const say = useTexts(twinTexts);
  const name = useName();
  const language = useLanguage();
  return (alarm) => {
    const point = site.points.find(({ id }) => id === alarm.point);
    const element = site.elements.find(({ id }) => id === alarm.element);
    return {
      what: say('alarm.line', {
        point: point === undefined ? alarm.point : shortName(name(point.name), element && name(element.name)),
        limit: say(`limit.${alarm.limit}`),
      }),
      where: element === undefined ? alarm.element : name(element.name),
      howBad: say('alarm.value', {
        value: point === undefined ? formatValue(alarm.value, language) : formatReading(alarm.value, point, language),
        unit: point?.unit ?? '',
        limit: formatValue(alarm.limitValue, language),
      }),
      point,
    };
  };
}
