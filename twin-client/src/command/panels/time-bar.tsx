import { Button, Slider } from 'antd';
import { Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { useTexts } from '../../language/texts.ts';
import { useRehearsal } from '../rehearsal.ts';
import { commandTexts } from '../texts.ts';
import { runClock } from './run-clock.ts';

/** Seconds of the incident that pass in one second of playing. */
const speed = 60;

/** Play, pause and scrub; space plays, arrow keys step on the slider. */
export function TimeBar({ durationS, marks }: { readonly durationS: number; readonly marks: Record<number, string> }) {
  const say = useTexts(commandTexts);
  const timeS = useRehearsal((state) => state.timeS);
  const playing = useRehearsal((state) => state.playing);

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const next = useRehearsal.getState().timeS + ((now - last) / 1000) * speed;
      last = now;
      useRehearsal.getState().showTime(Math.min(durationS, next));
      if (next >= durationS) useRehearsal.getState().play(false);
    }, 50);
    return () => clearInterval(timer);
  }, [playing, durationS]);

  const toggle = () => {
    const { play, showTime } = useRehearsal.getState();
    if (!playing && timeS >= durationS) showTime(0);
    play(!playing);
  };

  return (
    <div className="panel command-time" data-testid="command-time">
      <Button
        type="text"
        aria-label={say(playing ? 'pause' : 'play')}
        icon={playing ? <Pause size={18} /> : <Play size={18} />}
        onClick={toggle}
      />
      <output>{say('time.now', { clock: runClock(timeS) })}</output>
      <Slider
        className="command-slider"
        min={0}
        max={durationS}
        step={5}
        value={timeS}
        marks={marks}
        ariaLabelForHandle={say('time.slider')}
        tooltip={{ formatter: (value) => runClock(value ?? 0) }}
        onChange={(value: number) => {
          useRehearsal.getState().play(false);
          useRehearsal.getState().showTime(value);
        }}
      />
      <span className="command-end">{runClock(durationS)}</span>
    </div>
  );
}
