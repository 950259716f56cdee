import type { ModelStatement } from '../hazard-field.ts';

/** What the resolved model is, what it takes for granted, and where it should not be believed. */
export const resolvedModel: ModelStatement = {
  id: 'resolved-particles-1',
  name: {
    zh: '建筑物分辨模型：障碍物周围诊断风场中的拉格朗日粒子（广义朗之万方程）',
    en: 'Around obstacles: Lagrangian particles (generalised Langevin equation) in the diagnostic wind around obstacles',
  },
  assumptions: [
    {
      zh: '平均风为障碍物周围的诊断风场（Röckle 分区，质量守恒），不是计算流体力学',
      en: 'The mean wind is the diagnostic one around obstacles (Röckle zones, balance of mass), not computed fluid dynamics',
    },
    {
      zh: '湍流：近地层相似理论，加上障碍物剪切产生、随风输送并衰减的湍流；拉格朗日结构常数 C₀ = 5.7',
      en: 'Turbulence: surface-layer similarity, with what the shear of obstacles makes, carried by the wind and dying out; C₀ = 5.7',
    },
    {
      zh: '浓度为系综平均，由粒子核密度得到；核宽随粒子年龄增长，壁面与地面反射',
      en: 'Concentrations are ensemble means by kernel density; kernels widen with age, walls and ground reflect',
    },
    {
      zh: '热气、轻气与向上喷流按整体抬升（夹卷 0.11 与 0.6）处理',
      en: 'Hot, light and upward streams rise as a whole (entrainment 0.11 and 0.6)',
    },
  ],
  band: { factor: 3, where: { zh: '建筑物之间的气体', en: 'gas between buildings' } },
  weaknesses: [
    {
      zh: '重气按被动气体处理：只宜用于已稀释的气体',
      en: 'Dense gas is treated as passive: only for gas that is dilute',
    },
    {
      zh: '建筑物背风区内数值可能相差三倍；小于一格的物体只以阻力计入',
      en: 'Values in the lee of buildings may be off by a factor of three; what is smaller than a cell is felt as drag only',
    },
    {
      zh: '粒子数有限：云团边缘低浓度处有百分之几十的统计噪声；薄墙两侧的浓度会略有渗透',
      en: 'Particles are few: thin edges of the cloud carry noise of some tens of per cent; kernels leak a little through thin walls',
    },
    {
      zh: '瞬时破裂的轻气云按不抬升计算（偏安全）',
      en: 'A burst of light gas is taken not to rise (to the safe side)',
    },
    {
      zh: '水平喷射的动量未计入',
      en: 'Momentum of a level jet is left out',
    },
    {
      zh: '浓度脉动未计入：n > 1 时毒负荷偏低',
      en: 'Fluctuations of concentration are left out: toxic load is understated where n > 1',
    },
  ],
};
