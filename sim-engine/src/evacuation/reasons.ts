import type { Text } from '@upwind/scenes';

export type Reason = Text;

const percent = (fraction: number): string => {
  const value = fraction * 100;
  if (value >= 1000) return '>1000';
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
};

export const noMusterPoint = (): Reason => ({
  zh: '本厂区没有可到达的集合点：就地避险，关闭门窗和通风',
  en: 'The site has no muster point that can be reached: shelter, shut doors, windows and ventilation',
});

export const noFreeGround = (): Reason => ({
  zh: '此处四周没有通往集合点的路：就地避险',
  en: 'No free ground around this place leads to a muster point: shelter',
});

export const noWay = (indoors: number): Reason => ({
  zh: `每条路都要吸入致命剂量：就地避险，预计室内剂量为 AEGL-2 的 ${percent(indoors)}%`,
  en: `Every way out takes in a life-threatening dose: shelter, expected indoors ${percent(indoors)}% of AEGL-2`,
});

export const shelterBetter = (outside: number, indoors: number): Reason => ({
  zh: `撤离途中剂量为 AEGL-2 的 ${percent(outside)}%，室内仅 ${percent(indoors)}%：就地避险`,
  en: `The way out costs ${percent(outside)}% of AEGL-2, indoors only ${percent(indoors)}%: shelter`,
});

/** A closed building keeps what it took in: when to open it. */
export const andThen = (reason: Reason, ventilateAtS: number | undefined): Reason => {
  if (ventilateAtS === undefined) return reason;
  const minute = Math.ceil(ventilateAtS / 60);
  return {
    zh: `${reason.zh}；第 ${minute} 分钟起室外比室内干净：开窗通风或撤离`,
    en: `${reason.en}; from minute ${minute} on the air outside is the cleaner: open up or leave`,
  };
};

export const onlyWay = (): Reason => ({ zh: '唯一的路', en: 'The only way' });

export const shortest = (name: Text): Reason => ({
  zh: `到${name.zh}的最短路，且不比其他路多暴露`,
  en: `The shortest way, to ${name.en}, and no other is cleaner`,
});

export const safer = (nearest: Text, blind: number, dose: number, same: boolean): Reason =>
  same
    ? {
        zh: `直行会吸入 AEGL-2 的 ${percent(blind)}%，绕行为 ${percent(dose)}%`,
        en: `Going straight would cost ${percent(blind)}% of AEGL-2, this way ${percent(dose)}%`,
      }
    : {
        zh: `去最近的${nearest.zh}会吸入 AEGL-2 的 ${percent(blind)}%，此路为 ${percent(dose)}%`,
        en: `The nearest, ${nearest.en}, would cost ${percent(blind)}% of AEGL-2, this way ${percent(dose)}%`,
      };
