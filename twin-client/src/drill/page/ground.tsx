import type { DrillSummary } from '@upwind/sim-server/contract';
import { App, Spin } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { presentLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import type { Comfort } from '../headset/comfort.ts';
import type { DrillRoom } from '../room/drill-room.ts';
import type { SitePlan } from '../site-plan.ts';
import { sounds as makeSounds, type Sounds } from '../sound/sounds.ts';
import type { Stage } from '../stage/stage.ts';
import { drillTexts } from '../texts.ts';
import { Hud } from './hud.tsx';
import { panelWords } from './panel-words.ts';
import { ResultCard } from './result-card.tsx';
import { TouchStick } from './touch-stick.tsx';
import { WaitingCard } from './waiting-card.tsx';

interface GroundProps {
  readonly code: string;
  readonly drill: DrillSummary;
  readonly site: SitePlan;
  readonly room: DrillRoom;
}

/** The drill ground: the scene, and over it only what the moment asks for. */
export function Ground({ code, drill, site, room }: GroundProps) {
  const say = useTexts(drillTexts);
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [stage, setStage] = useState<Stage>();
  const [sounds, setSounds] = useState<Sounds>();
  const [help, setHelp] = useState(false);
  const phase = useStore(room.store, (view) => view.phase);
  const linkKind = useStore(room.store, (view) => view.link.kind);

  const ready = useEffectEvent(() => {
    const { attendees, session } = room.store.getState();
    const own = attendees.find((attendee) => attendee.session === session);
    room.ready(own?.ready !== true);
  });
  const words = useEffectEvent(() => panelWords(room.store.getState(), drill, stage?.view.getState()));

  useEffect(() => {
    const surface = canvas.current;
    if (!surface) return undefined;
    let raised: Stage | undefined;
    let gone = false;
    const heard = makeSounds();
    setSounds(heard);
    const allow = () => heard.allow();
    window.addEventListener('pointerdown', allow, { once: true });
    window.addEventListener('keydown', allow, { once: true });
    const stopListening = room.store.subscribe((view, before) => {
      if (view.acted.length > before.acted.length) heard.horn(9);
      const own = view.attendees.find(({ session }) => session === view.session);
      const was = before.attendees.find(({ session }) => session === before.session);
      if (own?.status === 'mustered' && was?.status === 'active') heard.chime('done');
    });
    void import('../stage/stage.ts').then(({ raiseStage }) => {
      if (gone) return;
      raised = raiseStage({
        canvas: surface,
        site,
        actions: drill.actions ?? [],
        room,
        sounds: heard,
        words,
        ready,
        roleTitle: (role) => drill.roles.find(({ id }) => id === role)?.title[presentLanguage()] ?? role,
        help: () => setHelp((shown) => !shown),
      });
      setStage(raised);
    });
    return () => {
      gone = true;
      window.removeEventListener('pointerdown', allow);
      window.removeEventListener('keydown', allow);
      stopListening();
      setStage(undefined);
      raised?.dispose();
      heard.stop();
    };
  }, [site, drill, room]);

  const leave = () => {
    const { phase: now, attendees, session } = room.store.getState();
    const seated = attendees.some((attendee) => attendee.session === session && attendee.status === 'active');
    if (now !== 'running' || !seated) {
      void navigate('/drill');
      return;
    }
    modal.confirm({
      title: say('leave.sure'),
      content: say('leave.sure.what'),
      okText: say('leave'),
      cancelText: say('leave.stay'),
      okButtonProps: { danger: true },
      onOk: () => void navigate('/drill'),
    });
  };
  const enterHeadset = (comfort: Comfort) => {
    sounds?.allow();
    stage?.enterHeadset(comfort).catch((error: unknown) => {
      message.error(say('headset.failed', { why: error instanceof Error ? error.message : String(error) }));
    });
  };

  return (
    <>
      <canvas ref={canvas} className="drill-canvas" data-testid="drill-canvas" aria-label={say('lobby.title')} />
      {!stage && (
        <div className="drill-opening" role="status">
          <Spin />
          <span>{say('building')}</span>
        </div>
      )}
      {stage && (
        <Hud
          stage={stage}
          room={room}
          drill={drill}
          code={code}
          help={help}
          sounds={sounds}
          onHelp={() => setHelp((shown) => !shown)}
          onLeave={leave}
          onHeadset={enterHeadset}
        />
      )}
      {stage && phase === 'waiting' && (
        <WaitingCard stage={stage} room={room} drill={drill} code={code} onHeadset={enterHeadset} onLeave={leave} />
      )}
      {stage && phase === 'running' && (
        <TouchStick input={stage.input} onAct={stage.act} view={stage.view} drill={drill} />
      )}
      {phase === 'ended' && <ResultCard room={room} />}
      {linkKind === 'reconnecting' && (
        <div className="drill-reconnecting panel" role="alert" data-testid="reconnecting">
          <Spin size="small" /> {say('link.reconnecting')}
        </div>
      )}
    </>
  );
}
