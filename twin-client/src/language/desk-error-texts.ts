/** The sentences of the desks' own error codes: incidents, engine, drills, telemetry. Joined in `error-texts.ts`. */
export const deskErrorTexts = {
  UPW_INCIDENT_INVALID: {
    zh: '事故无法保存：{{what}}。请更正后重试。',
    en: 'The incident cannot be stored: {{what}}. Correct it and send it again.',
  },
  UPW_INCIDENT_UNKNOWN: {
    zh: '没有事故 {{incident}}。请刷新事故列表。',
    en: 'There is no incident {{incident}}. Load the list of incidents again.',
  },
  UPW_INCIDENT_CLOSED: {
    zh: '事故 {{incident}} 已经关闭。请新建一个。',
    en: 'The incident {{incident}} is closed. Open a new one.',
  },
  UPW_ENGINE_CHEMICAL_UNKNOWN: {
    zh: '引擎没有该化学品的数据。请换一台设备。',
    en: 'The engine has no data for this chemical. Choose another vessel.',
  },
  UPW_ENGINE_HOLE_TOO_LARGE: {
    zh: '孔径大于设备本身。请选小一些的孔径。',
    en: 'The hole is larger than the vessel. Choose a smaller one.',
  },
  UPW_ENGINE_VESSEL_PRESSURE: {
    zh: '设备内的压力不足以使介质流出。请核对压力。',
    en: 'The pressure in the vessel drives nothing out. Check the pressure.',
  },
  UPW_ENGINE_PHASE_IMPOSSIBLE: {
    zh: '该化学品在此温度和压力下不可能是这种相态。请核对设备数据。',
    en: 'The chemical cannot be in this phase at this temperature and pressure. Check the vessel’s data.',
  },
  UPW_ENGINE_RELEASE_OUTSIDE: {
    zh: '泄漏位置在地下、过高或远离厂区。请核对位置。',
    en: 'The release is below ground, too high or far from the site. Check its place.',
  },
  UPW_ENGINE_RELEASE_TIME: {
    zh: '泄漏的起止时间不合理。请核对时间。',
    en: 'The release starts after the end or stops before it starts. Check its times.',
  },
  UPW_ENGINE_STOPPED: { zh: '推演已停止。', en: 'The run was stopped.' },
  UPW_ENGINE_WORKER_LOST: {
    zh: '计算线程意外结束。请重新推演。',
    en: 'The engine’s thread has ended. Run again.',
  },
  UPW_ENGINE_FAILED: {
    zh: '引擎计算失败。请重试；若仍如此，请告诉管理员。',
    en: 'The engine failed at this. Try again; if it stays so, tell the administrator.',
  },
  UPW_DRILL_UNKNOWN: {
    zh: '没有演练 {{drill}}。请刷新演练列表。',
    en: 'There is no drill {{drill}}. Load the list of drills again.',
  },
  UPW_DRILL_ROOMS_TOO_MANY: {
    zh: '您已有 {{rooms}} 个演练房间未结束，达到上限。请先结束一个。',
    en: 'You have {{rooms}} drill rooms open, which is the most. End one first.',
  },
  UPW_DRILL_ROOM_UNKNOWN: {
    zh: '没有房间号为 {{code}} 的演练。请向教员核对房间号。',
    en: 'No open drill room has the code {{code}}. Ask the trainer for the code.',
  },
  UPW_DRILL_ROOM_FULL: {
    zh: '房间 {{code}} 的 {{seats}} 个席位已满。请等下一场。',
    en: 'All {{seats}} seats of the room {{code}} are taken. Wait for the next drill.',
  },
  UPW_DRILL_ROOM_ENDED: {
    zh: '房间 {{code}} 的演练已结束。请新开房间。',
    en: 'The drill in room {{code}} is over. Open a new room.',
  },
  UPW_DRILL_ROOM_RUNNING: {
    zh: '房间 {{code}} 的演练已经开始。',
    en: 'The drill in room {{code}} is already running.',
  },
  UPW_DRILL_ROOM_EMPTY: {
    zh: '房间 {{code}} 还没有学员。请等学员进入后再开始。',
    en: 'No trainee is in the room {{code}}. Wait for one, then start.',
  },
  UPW_DRILL_ROOM_COMPUTING: {
    zh: '房间 {{code}} 的危害场还在计算，请稍候几秒。',
    en: 'The engine is still computing the incident of room {{code}}. Try again in a few seconds.',
  },
  UPW_DRILL_ROOM_LEFT: {
    zh: '您已退出房间 {{code}} 的演练。成绩在复盘页。',
    en: 'You have left the drill in room {{code}}. Your result is on the review page.',
  },
  UPW_DRILL_TICKET_REFUSED: {
    zh: '入场凭证已用过或已过期。请重新进入房间。',
    en: 'The room ticket was used or has expired. Enter the room again.',
  },
  UPW_ATTEMPT_UNKNOWN: {
    zh: '没有成绩 {{attempt}}。请刷新成绩列表。',
    en: 'There is no attempt {{attempt}}. Load the list of attempts again.',
  },
  UPW_ATTEMPT_NOT_YOURS: {
    zh: '这是其他学员的成绩。学员只能看自己的，教员可看全部。',
    en: 'This attempt is another trainee’s. You may read your own; trainers may read all.',
  },
} as const;
