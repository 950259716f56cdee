import type { Text } from '@upwind/scenes';
import type { ExposureLevel } from './facts.ts';

const level = (id: ExposureLevel): string => id.toUpperCase();
const seconds = (timeS: number): string => timeS.toFixed(0);
const percent = (fraction: number): string => (fraction * 100).toFixed(fraction < 0.1 ? 1 : 0);

export const reached = (name: Text, timeS: number, limitS: number): Text =>
  timeS <= limitS
    ? { zh: `第 ${seconds(timeS)} 秒到达${name.zh}`, en: `Reached ${name.en} at second ${seconds(timeS)}` }
    : {
        zh: `第 ${seconds(timeS)} 秒才到达${name.zh}，时限为 ${seconds(limitS)} 秒`,
        en: `Reached ${name.en} only at second ${seconds(timeS)}; the limit is ${seconds(limitS)} s`,
      };

export const neverReached = (nearestM: number): Text =>
  Number.isFinite(nearestM)
    ? { zh: `未到达，最近时相距 ${nearestM.toFixed(0)} m`, en: `Not reached; came within ${nearestM.toFixed(0)} m` }
    : { zh: '未到达', en: 'Not reached' };

export const movedOff = (afterS: number): Text => ({
  zh: `泄漏后 ${seconds(afterS)} 秒开始撤离`,
  en: `Moved off ${seconds(afterS)} s after the release began`,
});

export const neverMoved = (): Text => ({ zh: '没有离开原地', en: 'Did not leave the place' });

export const noTrack = (): Text => ({ zh: '没有位置记录', en: 'No positions were recorded' });

export const wentAt = (deg: number): Text => ({
  zh: `撤离方向与下风向夹角 ${deg.toFixed(0)}°`,
  en: `Went at ${deg.toFixed(0)}° to the downwind direction`,
});

export const entered = (id: ExposureLevel): Text => ({
  zh: `进入 ${level(id)} 危害区`,
  en: `Entered the ${level(id)} zone`,
});

export const neverEntered = (id: ExposureLevel): Text => ({
  zh: `未进入 ${level(id)} 危害区`,
  en: `Never inside the ${level(id)} zone`,
});

export const dose = (id: ExposureLevel, fraction: number): Text => ({
  zh: `吸入剂量为 ${level(id)} 的 ${percent(fraction)}%`,
  en: `Dose taken in: ${percent(fraction)}% of ${level(id)}`,
});

export const acted = (afterS: number): Text => ({
  zh: `泄漏后 ${seconds(afterS)} 秒完成`,
  en: `Done ${seconds(afterS)} s after the release began`,
});

export const neverActed = (): Text => ({ zh: '未做', en: 'Not done' });
export const left = (): Text => ({ zh: '中途退出演练', en: 'Left the drill before its end' });
export const stayed = (): Text => ({ zh: '坚持到演练结束', en: 'Stayed to the end' });
