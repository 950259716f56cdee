import type { SurfaceResistance } from '../deposition.ts';
import type { ModelStatement } from '../hazard-field.ts';
import type { Buoyancy } from './buoyancy.ts';

/** What the screening model is, what it takes for granted, and where it should not be believed. */
export const screeningModel: ModelStatement = {
  id: 'screening-similarity-2',
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
      zh: '横向：高斯分布，σy = σθ x f，f 按 Draxler 1976，稳定层结按 Cimorelli 等 2005；σθ 取自测风塔，否则由相似理论给出',
      en: 'Across: Gaussian, σy = σθ x f, f of Draxler 1976, in stable air of Cimorelli et al. 2005; σθ from the mast, else from similarity',
    },
    {
      zh: '10 m 高处风速低于 2 m/s 时逐渐改用随摆动向四周扩散的烟团，1 m/s 以下全部为烟团',
      en: 'Below 2 m/s at 10 m the plume gives way to puffs that meander to all sides, below 1 m/s altogether',
    },
  ],
  band: { factor: 2, where: { zh: '开阔地上的被动气体', en: 'passive gas on open ground' } },
  weaknesses: [
    {
      zh: '不含建筑物和储罐：其尾流中浓度可能高出或低于此值三倍',
      en: 'No buildings or tanks: in their wakes concentrations may be three times higher or lower',
    },
    {
      zh: '喷射的动量与下洗未计入',
      en: 'Momentum of a jet and its downwash are left out',
    },
    {
      zh: '浓度脉动未计入：n > 1 时毒负荷偏低',
      en: 'Fluctuations of concentration are left out: toxic load is understated where n > 1',
    },
    {
      zh: '风速低于 1 m/s 时误差显著增大，只可信其量级',
      en: 'Much less certain in winds below 1 m/s: believe the order of magnitude',
    },
  ],
};

const regimeWeakness: Record<Buoyancy['regime'], ModelStatement['weaknesses'][number]> = {
  dense: {
    zh: '此泄漏为重气，却按被动气体处理：云团实际更宽、更低、上风向也会扩展，近源数百米内尤甚',
    en: 'This release is denser than air but treated as passive: the real cloud is wider, lower and creeps upwind, most in the first hundreds of metres',
  },
  buoyant: {
    zh: '此泄漏轻于空气并会抬升，模型未计抬升：地面浓度偏高',
    en: 'This release is lighter than air and would rise, which is left out: concentrations at the ground are overstated',
  },
  passive: {
    zh: '气体浓度足够低，可视为被动气体；若泄漏增大，重气或抬升效应可能显现',
    en: 'The gas is dilute enough to be passive; a larger release might slump or rise',
  },
};

/** The statement of one run: averaging time and height, what settles, and whether the gas is heavy or light. */
export function screeningStatement(run: {
  readonly heightM: number;
  readonly settling: SurfaceResistance | undefined;
  readonly regimes: readonly Buoyancy['regime'][];
}): ModelStatement {
  const { heightM, settling, regimes } = run;
  const regime = (['dense', 'buoyant', 'passive'] as const).find((name) => regimes.includes(name)) ?? 'passive';
  // The band is that of passive gas: of heavy or light gas it says nothing.
  const { band, ...statement } = screeningModel;
  return {
    ...statement,
    ...(regime === 'passive' && band !== undefined ? { band } : {}),
    assumptions: [
      ...screeningModel.assumptions,
      {
        zh: `浓度为 10 分钟平均值，离地 ${heightM} m，各网格取单元平均`,
        en: `Concentrations are 10-minute means ${heightM} m above ground, averaged over each cell`,
      },
      settling === undefined
        ? { zh: '不计地面沉降（偏安全）', en: 'Nothing settles on the ground (to the safe side)' }
        : {
            zh: `计入干沉降：干燥地面表面阻力 ${settling.sPerM} s/m`,
            en: `Dry deposition is counted: surface resistance of dry ground ${settling.sPerM} s/m (${settling.source})`,
          },
    ],
    weaknesses: [regimeWeakness[regime], ...screeningModel.weaknesses],
  };
}
