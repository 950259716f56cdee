import type { DrillSummary } from '@upwind/sim-server/contract';
import { presentLanguage } from '../../language/language.ts';
import { say } from '../../language/texts.ts';
import type { PanelWords } from '../headset/panels.ts';
import type { RoomView } from '../room/room-view.ts';
import type { StageView } from '../stage/stage.ts';
import { tasksOf } from '../tasks/tasks.ts';
import { drillTexts } from '../texts.ts';
import { captionText, chemicalName, clock, meterText } from './wording.ts';

/** Everything that is said inside the headset, in the present language. */
export function panelWords(room: RoomView, drill: DrillSummary, stage: StageView | undefined): PanelWords {
  const language = presentLanguage();
  const own = room.attendees.find(({ session }) => session === room.session);
  const status = own?.status ?? 'active';
  const tasks = tasksOf(drill.steps ?? [], own?.role ?? '', {
    acted: room.acted,
    fromStartM: stage?.fromStartM ?? 0,
    walkedM: stage?.walkedM ?? 0,
    status,
  });
  const action = drill.actions?.find(({ id }) => id === stage?.offer);
  const { meter } = room;
  return {
    task: taskOf(room, tasks.current?.title[language] ?? '', status),
    hint: room.phase === 'running' && status === 'active' ? (tasks.current?.hint?.[language] ?? '') : '',
    time: room.phase === 'running' ? clock(room.durationS - room.timeS) : say(drillTexts, `phase.${room.phase}`),
    meter:
      room.phase === 'running'
        ? {
            label: meter ? chemicalName(meter.chemical) : say(drillTexts, 'meter'),
            text: meter ? `${meterText(meter.ppm, language)} ppm` : say(drillTexts, 'meter.off'),
            alarm: meter?.alarm ?? 'none',
          }
        : undefined,
    prompt: action ? say(drillTexts, 'offer.trigger', { action: action.title[language] }) : '',
    notice: noticeOf(room, drill, own?.ready === true),
  };
}

function taskOf(room: RoomView, step: string, status: string): string {
  if (room.phase === 'waiting') return say(drillTexts, 'task.waiting');
  if (room.phase === 'ended') return say(drillTexts, room.result ? 'phase.ended' : 'task.ended');
  if (status === 'overcome') return say(drillTexts, 'task.overcome');
  if (status === 'mustered') return say(drillTexts, 'task.done');
  return step;
}

function noticeOf(room: RoomView, drill: DrillSummary, ready: boolean): PanelWords['notice'] {
  const language = presentLanguage();
  if (room.link.kind === 'reconnecting') {
    return { title: say(drillTexts, 'link.reconnecting'), lines: [], prompt: '' };
  }
  if (room.phase === 'waiting') {
    const present = room.attendees
      .map(({ displayName, ready: set }) => `${set ? '✓' : '·'} ${displayName}`)
      .join('   ');
    return {
      title: drill.title[language],
      lines: [drill.briefing[language], present],
      prompt: say(drillTexts, ready ? 'headset.ready.done' : 'headset.ready'),
    };
  }
  if (room.phase === 'ended') {
    const { result } = room;
    if (!result) return { title: say(drillTexts, 'task.ended'), lines: [], prompt: '' };
    const verdict = say(drillTexts, `result.${result.verdict}`);
    return { title: `${verdict}  ${Math.round(result.score)}`, lines: [say(drillTexts, 'result.of-100')], prompt: '' };
  }
  const last = room.captions.at(-1);
  return last ? { title: captionText(last, drill), lines: [], prompt: '' } : undefined;
}
