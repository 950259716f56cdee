import type { ModelStatement } from '../hazard-field.ts';

/** What the screening model is, what it takes for granted, and where it should not be believed. */
export const screeningModel: ModelStatement = {
  id: 'screening-similarity-1',
  name: {
    zh: '开阔地筛查模型：近地层相似理论垂向扩散，沿时变风的分段烟羽',
    en: 'Open-ground screening: surface-layer similarity in the vertical, plume segments along a changing wind',
  },
  assumptions: [
    {
      zh: '垂向：按莫宁–奥布霍夫风廓线与涡扩散率求解梯度输送方程，地面与混合层顶反射',
      en: 'Vertical: gradient transfer with Monin–Obukhov wind and diffusivity, reflected at ground and mixing lid',
    },
    {
      zh: '横向：高斯分布，σy = σθ x f(t)（Draxler 1976）；σθ 取自测风塔，否则由相似理论给出',
      en: 'Across: Gaussian, σy = σθ x f(t) (Draxler 1976); σθ from the mast, else from similarity',
    },
    {
      zh: '浓度为 10 分钟平均值，离地 1.5 m，各网格取单元平均',
      en: 'Concentrations are 10-minute means 1.5 m above ground, averaged over each cell',
    },
    {
      zh: '容器泄漏的气体和液化气全部进入空气，不考虑雨落与沉降',
      en: 'Gas and liquefied gas from a vessel are all airborne: no rain-out, no deposition',
    },
  ],
  weaknesses: [
    {
      zh: '不含建筑物和储罐：其尾流中浓度可能高出或低于此值三倍',
      en: 'No buildings or tanks: in their wakes concentrations may be three times higher or lower',
    },
    {
      zh: '重气按被动气体处理：云团实际更宽、更低、上风向也会扩展，近源数百米内尤甚',
      en: 'Dense gas is treated as passive: the real cloud is wider, lower and creeps upwind, most in the first hundreds of metres',
    },
    {
      zh: '喷射的动量与下洗、轻气体的抬升未计入',
      en: 'Momentum of a jet and rise of a light gas are left out',
    },
    {
      zh: '浓度脉动未计入：n > 1 时毒负荷偏低',
      en: 'Fluctuations of concentration are left out: toxic load is understated where n > 1',
    },
    {
      zh: '风速低于 1 m/s 时误差显著增大',
      en: 'Much less certain in winds below 1 m/s',
    },
  ],
};
