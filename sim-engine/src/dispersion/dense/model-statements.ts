import type { ModelStatement } from '../hazard-field.ts';

/** Heavy gas on open ground. */
export const denseIntegralModel: ModelStatement = {
  id: 'dense-integral-1',
  name: {
    zh: '开阔地重气积分模型：分段烟羽与瞬时云团，随时变风移动',
    en: 'Heavy gas on open ground: integral sections and puffs that move with a changing wind',
  },
  assumptions: [
    {
      zh: '质量、组分、能量与动量按截面平均守恒；气体、空气、水汽与液滴在常压下处于热力平衡',
      en: 'Mass, species, energy and momentum are balanced over each section; gas, air, water and droplets are in equilibrium at constant pressure',
    },
    {
      zh: '重力扩展按前沿弗劳德数 1.15；顶部卷吸随理查森数减弱，被动极限为近地层梯度输送',
      en: 'Gravity spreading with a front Froude number of 1.15; entrainment at the top damped by the Richardson number, with surface-layer gradient transfer as its passive limit',
    },
    {
      zh: '地面以强迫与自由对流加热冷云；地面保持气温',
      en: 'The ground heats a cold cloud by forced and free convection and stays at the temperature of the air',
    },
    {
      zh: '浓度为平均值，平均时间随场给出；较短平均时间的横风扩散按 (t/600 s)^0.2 缩小',
      en: 'Concentrations are means over the stated averaging time; shorter means spread less across the wind, by (t/600 s)^0.2',
    },
  ],
  band: { factor: 2, where: { zh: '开阔地上的重气', en: 'heavy gas on open ground' } },
  weaknesses: [
    {
      zh: '地面平坦开阔：不含建筑物、围堰与坡度；开阔地误差约为二倍，障碍物附近约为三倍',
      en: 'Flat open ground, no buildings, bunds or slopes: believe a factor of two in the open and of three near obstacles',
    },
    {
      zh: '上风向蔓延与静风下的径向扩展未计入烟羽（瞬时云团已计入）',
      en: 'Creeping upwind and radial spreading in calm air are left out of plumes (puffs have them)',
    },
    {
      zh: '雨落的液滴由泄漏模型扣除；云中液滴与气体同速同温',
      en: 'Droplets that rain out are taken off by the release model; those in the cloud move and cool with it',
    },
    { zh: '变轻的云不离地', en: 'A cloud that becomes light does not lift off the ground' },
    { zh: '浓度脉动未计入：瞬时峰值更高', en: 'Fluctuations are left out: momentary peaks are higher' },
  ],
};

/** Heavy gas between obstacles and on slopes. */
export const denseShallowModel: ModelStatement = {
  id: 'dense-shallow-1',
  name: {
    zh: '重气浅层模型：坡地、围堰与建筑物之间的二维重力流',
    en: 'Heavy gas as a shallow layer: a gravity current in two dimensions over slopes, bunds and between buildings',
  },
  assumptions: [
    {
      zh: '逐格平均层厚的质量、气体、热量与动量守恒（Hankin & Britter 1999 类）',
      en: 'Mass, gas, heat and momentum of one layer are balanced in every cell (the class of Hankin & Britter 1999)',
    },
    {
      zh: '建筑物为封闭单元，围堰为单元边上的矮墙；前沿阻力对应弗劳德数 1.15',
      en: 'Buildings are closed cells, bunds low walls on the sides of cells; the air holds a front at a Froude number of 1.15',
    },
    {
      zh: '局部理查森数低于 1 或层厚超过两格后，气体交给粒子模型',
      en: 'Where the local Richardson number falls under 1, or the layer is deeper than two cells, the gas is handed to the particle model where one is given',
    },
  ],
  band: { factor: 3, where: { zh: '障碍物之间的重气', en: 'heavy gas between obstacles' } },
  weaknesses: [
    {
      zh: '弱风中重气层可低于头部高度：1.5 m 处的危害区不反映贴地的浓度，蹲下或跌倒者危险更大',
      en: 'In light wind heavy gas may lie lower than head height: zones at 1.5 m do not show what lies on the ground, where whoever falls breathes more',
    },
    {
      zh: '重气绕障碍物在各处都缺少实测验证：误差约为三倍',
      en: 'Heavy gas around obstacles is weakly validated everywhere: believe a factor of three',
    },
    {
      zh: '单层：不能表示高于障碍物的绕流与尾流再混合',
      en: 'One layer: flow over obstacles and mixing in their wakes are not resolved',
    },
    { zh: '一阶格式使细窄特征变宽', en: 'The scheme is of first order and widens what is narrower than some cells' },
    { zh: '射流动量只沿水平方向计入', en: 'Of a jet only its level momentum is taken up' },
  ],
};
