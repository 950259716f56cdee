import { defineTexts } from '../language/texts.ts';

export const loginTexts = defineTexts('login', {
  title: { zh: '登录', en: 'Sign in' },
  tagline: {
    zh: '化工园区与矿山的实景孪生、泄漏推演与演练场',
    en: 'Live twin, leak simulator and drill ground for chemical parks and mines',
  },
  name: { zh: '用户名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  'name.needed': { zh: '请填写用户名', en: 'Enter your name' },
  'password.needed': { zh: '请填写密码', en: 'Enter your password' },
  enter: { zh: '登录', en: 'Sign in' },
  'caps-lock': { zh: '大写锁定已打开', en: 'Caps Lock is on' },
});
