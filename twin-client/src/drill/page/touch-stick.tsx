import type { DrillSummary } from '@upwind/sim-server/contract';
import { type PointerEvent, useState } from 'react';
import type { StoreApi } from 'zustand';
import { useStore } from 'zustand';
import { useName } from '../../language/language.ts';
import type { DeskInput } from '../desk/desk-input.ts';
import type { StageView } from '../stage/stage.ts';

/** Radius of the stick's way, CSS pixels. */
const reachPx = 46;

interface TouchStickProps {
  readonly input: DeskInput;
  readonly view: StoreApi<StageView>;
  readonly drill: DrillSummary;
  readonly onAct: () => void;
}

/** On a touch screen: a stick to walk with and a button to act. */
export function TouchStick({ input, view, drill, onAct }: TouchStickProps) {
  const name = useName();
  const offer = useStore(view, (stage) => stage.offer);
  const [knob, setKnob] = useState<readonly [number, number]>([0, 0]);
  const action = drill.actions?.find(({ id }) => id === offer);
  const push = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - box.width / 2;
    const y = event.clientY - box.top - box.height / 2;
    const far = Math.hypot(x, y);
    const share = far > reachPx ? reachPx / far : 1;
    setKnob([x * share, y * share]);
    input.stick((-y * share) / reachPx, (x * share) / reachPx);
  };
  const rest = () => {
    setKnob([0, 0]);
    input.stick(0, 0);
  };
  return (
    <div className="drill-touch">
      <div
        className="drill-stick"
        data-testid="stick"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          push(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) push(event);
        }}
        onPointerUp={rest}
        onPointerCancel={rest}
      >
        <i style={{ transform: `translate(${knob[0]}px, ${knob[1]}px)` }} />
      </div>
      {action && (
        <button type="button" className="drill-touch-act" onClick={onAct} data-testid="touch-act">
          {name(action.title)}
        </button>
      )}
    </div>
  );
}
