import { defineTexts } from '../language/texts.ts';

export const sceneTexts = defineTexts('scene', {
  canvas: {
    zh: '{{site}}三维场景。键盘与读屏用户请使用左侧对象列表。',
    en: '3D scene of {{site}}. By keyboard or screen reader, use the list of objects beside it.',
  },
  'no-webgl': { zh: '无法显示三维场景', en: 'The 3D scene cannot be shown' },
  'no-webgl.what': {
    zh: '此浏览器未启用 WebGL 2。请换用新版 Edge 或 Chrome，或在设置中打开硬件加速。列表、数值与报警仍可使用。',
    en: 'This browser has no WebGL 2. Use a present-day Edge or Chrome, or turn hardware acceleration on. Lists, values and alarms still work.',
  },
  lost: { zh: '显卡暂时中断，画面正在恢复…', en: 'The graphics card let go for a moment; the picture is coming back…' },
});
