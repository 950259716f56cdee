import { deskErrorTexts } from './desk-error-texts.ts';
import { defineTexts } from './texts.ts';

/** One sentence per error code in each language: what, where, what to do. Parameters are the server's. */
export const errorTexts = defineTexts('errors', {
  ...deskErrorTexts,
  UPW_UNREACHABLE: {
    zh: '连接不上服务器。请检查网络；页面会自动重试。',
    en: 'The server cannot be reached. Check the network; the page keeps trying.',
  },
  UPW_UNREADABLE: {
    zh: '服务器的回答（{{status}}）无法识别。请重新载入页面；若仍如此，请告诉管理员。',
    en: 'The server’s answer ({{status}}) cannot be read. Load the page again; if it stays so, tell the administrator.',
  },
  UPW_REQUEST_INVALID: {
    zh: '请求的内容不符合要求：{{what}}。请更正后重新提交。',
    en: 'The request is not as it should be: {{what}}. Correct it and send it again.',
  },
  UPW_NOT_FOUND: { zh: '{{path}} 处没有内容。请核对地址。', en: 'There is nothing at {{path}}. Check the address.' },
  UPW_TOO_LARGE: { zh: '提交的内容过大。请分批提交。', en: 'This is more than can be sent at once. Send less.' },
  UPW_INTERNAL: {
    zh: '服务器处理失败，原因已记录。请重试；若仍如此，请告诉管理员。',
    en: 'The server failed at this and has logged why. Try again; if it stays so, tell the administrator.',
  },
  UPW_ORIGIN_REFUSED: {
    zh: '请求来自其他网站（{{origin}}）。请直接打开 Upwind 操作。',
    en: 'The request came from another website ({{origin}}). Open Upwind itself and do it there.',
  },
  UPW_DATABASE_DOWN: {
    zh: '数据库暂无响应。实时数据仍在更新，请稍后重试。',
    en: 'The database does not answer. Live values go on; try again in a moment.',
  },
  UPW_LOGIN_REFUSED: {
    zh: '用户名或密码不正确。请核对后重试。',
    en: 'The name or the password is wrong. Check both and try again.',
  },
  UPW_LOGIN_TOO_OFTEN: {
    zh: '登录失败次数过多。请 {{seconds}} 秒后重试。',
    en: 'Too many wrong log-ins. Wait {{seconds}} s and try again.',
  },
  UPW_LOGIN_DISABLED: {
    zh: '该账号已停用。请联系管理员启用。',
    en: 'This account is disabled. Ask the administrator to enable it.',
  },
  UPW_SESSION_NEEDED: {
    zh: '尚未登录或登录已过期。请重新登录。',
    en: 'You are not signed in, or the session has ended. Sign in again.',
  },
  UPW_ROLE_REFUSED: {
    zh: '您的角色无权执行此操作。请由有权限的人员操作。',
    en: 'Your role may not do this. Ask someone whose role may.',
  },
  UPW_PERSON_UNKNOWN: {
    zh: '没有该人员。请刷新人员列表。',
    en: 'There is no such person. Load the list of people again.',
  },
  UPW_PERSON_NAME_TAKEN: {
    zh: '用户名“{{name}}”已被使用。请换一个。',
    en: 'The name “{{name}}” is taken. Choose another one.',
  },
  UPW_PERSON_LAST_ADMINISTRATOR: {
    zh: '这是最后一位启用的管理员。请先再添加一位。',
    en: 'This is the last enabled administrator. Make another one first.',
  },
  UPW_SITE_UNKNOWN: {
    zh: '没有厂区“{{site}}”。请从厂区列表中选择。',
    en: 'There is no site “{{site}}”. Choose one from the list.',
  },
  UPW_POINT_UNKNOWN: {
    zh: '厂区 {{site}} 没有测点 {{point}}。请核对编号。',
    en: 'The site {{site}} has no point {{point}}. Check its id.',
  },
  UPW_REALITY_UNKNOWN: {
    zh: '实景三维模型 {{mesh}} 没有文件 {{file}}。请刷新模型列表。',
    en: 'The reality mesh {{mesh}} has no file {{file}}. Load the list of meshes again.',
  },
  UPW_WEATHER_NONE: {
    zh: '厂区 {{site}} 尚无风速、风向数据。请手动填写气象。',
    en: 'The site {{site}} has no wind speed and direction yet. Give the weather by hand.',
  },
  UPW_ALARM_UNKNOWN: {
    zh: '该报警已不存在。请刷新报警列表。',
    en: 'This alarm is gone. Load the list of alarms again.',
  },
  UPW_HISTORY_SPAN: {
    zh: '所选时间段无效。请使开始时间早于结束时间。',
    en: 'The chosen span is empty. Let it start before it ends.',
  },
  UPW_DRILL_TICKET_REFUSED: {
    zh: '入场凭证已失效或不属于此房间。请从演练大厅重新进入。',
    en: 'The ticket is used up, too old or for another room. Enter again from the drill lobby.',
  },
});
