import type { DrillSummary } from '@upwind/sim-server/contract';
import { Button, Tooltip } from 'antd';
import { Glasses, Keyboard, LogOut, RectangleGoggles, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLanguage, useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { type Comfort, rememberedComfort } from '../headset/comfort.ts';
import type { DrillRoom } from '../room/drill-room.ts';
import type { Sounds } from '../sound/sounds.ts';
import type { Stage } from '../stage/stage.ts';
import { tasksOf } from '../tasks/tasks.ts';
import { drillTexts } from '../texts.ts';
import { ControlsHelp } from './controls-help.tsx';
import { captionText, chemicalName, clock, meterText } from './wording.ts';

interface HudProps {
  readonly stage: Stage;
  readonly room: DrillRoom;
  readonly drill: DrillSummary;
  readonly code: string;
  readonly help: boolean;
  readonly sounds: Sounds | undefined;
  readonly onHelp: () => void;
  readonly onLeave: () => void;
  readonly onHeadset: (comfort: Comfort) => void;
}

/** Task line on top, meter and what can be done below; nothing else. */
export function Hud({ stage, room, drill, help, sounds, onHelp, onLeave, onHeadset }: HudProps) {
  const say = useTexts(drillTexts);
  const phase = useStore(room.store, (view) => view.phase);
  const headset = useStore(stage.view, (view) => view.headset);
  const [muted, setMuted] = useState(false);
  useEffect(() => sounds?.muted(muted), [sounds, muted]);
  return (
    <div className="drill-hud" data-phase={phase}>
      {phase === 'running' && <TaskLine stage={stage} room={room} drill={drill} />}
      <Captions room={room} drill={drill} />
      {phase === 'running' && <Meter room={room} />}
      {phase === 'running' && <Offer stage={stage} drill={drill} />}
      <nav className="drill-tools">
        {phase === 'running' && headset === 'out' && (
          <Tooltip title={say('headset.enter')} placement="left">
            <Button
              icon={<RectangleGoggles size={18} />}
              aria-label={say('headset.enter')}
              data-testid="enter-headset-running"
              onClick={() => onHeadset(rememberedComfort())}
            />
          </Tooltip>
        )}
        {headset === 'in' && (
          <Button icon={<Glasses size={18} />} data-testid="leave-headset" onClick={() => void stage.leaveHeadset()}>
            {say('headset.leave')}
          </Button>
        )}
        <Tooltip title={say(muted ? 'sound.on' : 'sound.off')} placement="left">
          <Button
            icon={muted ? <VolumeX size={18} /> : <Volume2 size={18} />}
            aria-label={say(muted ? 'sound.on' : 'sound.off')}
            onClick={() => {
              sounds?.allow();
              setMuted(!muted);
            }}
          />
        </Tooltip>
        {phase === 'running' && (
          <Tooltip title={say('controls')} placement="left">
            <Button icon={<Keyboard size={18} />} aria-label={say('controls')} aria-pressed={help} onClick={onHelp} />
          </Tooltip>
        )}
        {phase === 'running' && (
          <Tooltip title={say('leave')} placement="left">
            <Button icon={<LogOut size={18} />} aria-label={say('leave')} data-testid="leave" onClick={onLeave} />
          </Tooltip>
        )}
      </nav>
      {help && phase === 'running' && (
        <aside className="drill-help-panel panel">
          <ControlsHelp />
        </aside>
      )}
    </div>
  );
}

function TaskLine({ stage, room, drill }: Pick<HudProps, 'stage' | 'room' | 'drill'>) {
  const say = useTexts(drillTexts);
  const name = useName();
  const attendees = useStore(room.store, (view) => view.attendees);
  const session = useStore(room.store, (view) => view.session);
  const acted = useStore(room.store, (view) => view.acted);
  const timeS = useStore(room.store, (view) => view.timeS);
  const durationS = useStore(room.store, (view) => view.durationS);
  const fromStartM = useStore(stage.view, (view) => view.fromStartM);
  const walkedM = useStore(stage.view, (view) => view.walkedM);
  const own = attendees.find((attendee) => attendee.session === session);
  const tasks = tasksOf(drill.steps ?? [], own?.role ?? '', {
    acted,
    fromStartM,
    walkedM,
    status: own?.status ?? 'active',
  });
  const left = Math.max(0, durationS - timeS);
  const line = () => {
    if (!own) return { title: say('task.observe'), hint: '' };
    if (own.status === 'overcome') return { title: say('task.overcome'), hint: say('task.overcome.hint') };
    if (own.status === 'mustered') return { title: say('task.done'), hint: '' };
    const step = tasks.current;
    return { title: step ? name(step.title) : '', hint: step?.hint ? name(step.hint) : '' };
  };
  const { title, hint } = line();
  const counted = own?.status === 'active' && tasks.current !== undefined;
  return (
    <header className="drill-task panel" data-testid="task" data-status={own?.status ?? 'observer'}>
      {counted && (
        <span
          className="drill-task-dots"
          role="img"
          aria-label={say('task.of', { number: tasks.number, count: tasks.own.length })}
        >
          {tasks.own.map((step, index) => (
            <i key={step.id} data-done={tasks.done[index]} data-current={index === tasks.number - 1} />
          ))}
        </span>
      )}
      <span className="drill-task-text" aria-live="polite">
        <strong>{title}</strong>
        {hint !== '' && <span>{hint}</span>}
      </span>
      <time className="drill-task-time" data-urgent={left <= 30} title={say('time.left')} data-testid="time-left">
        {clock(left)}
      </time>
    </header>
  );
}

function Meter({ room }: Pick<HudProps, 'room'>) {
  const say = useTexts(drillTexts);
  const language = useLanguage();
  const meter = useStore(room.store, (view) => view.meter);
  const alarm = meter?.alarm ?? 'none';
  const shape = { none: '', low: '▲', high: '◆' }[alarm];
  return (
    <div className="drill-meter panel" data-testid="meter" data-alarm={alarm}>
      <span className="drill-meter-what">{meter ? chemicalName(meter.chemical) : say('meter')}</span>
      <span className="drill-meter-value">{meter ? meterText(meter.ppm, language) : '–'}</span>
      <span className="drill-meter-unit">ppm</span>
      <span className="drill-meter-alarm">
        {shape} {say(meter ? `meter.${alarm}` : 'meter.off')}
      </span>
    </div>
  );
}

function Offer({ stage, drill }: Pick<HudProps, 'stage' | 'drill'>) {
  const say = useTexts(drillTexts);
  const name = useName();
  const offer = useStore(stage.view, (view) => view.offer);
  const action = drill.actions?.find(({ id }) => id === offer);
  if (!action) return undefined;
  return (
    <button type="button" className="drill-offer" data-testid="offer" onClick={stage.act}>
      <kbd>E</kbd> {name(action.title)}
      <span className="visually-hidden">{say('offer.key')}</span>
    </button>
  );
}

function Captions({ room, drill }: Pick<HudProps, 'room' | 'drill'>) {
  const language = useLanguage();
  const captions = useStore(room.store, (view) => view.captions);
  return (
    <div className="drill-captions" role="log" aria-live="assertive" data-language={language}>
      {captions.map((caption) => (
        <p key={caption.id}>{captionText(caption, drill)}</p>
      ))}
    </div>
  );
}
