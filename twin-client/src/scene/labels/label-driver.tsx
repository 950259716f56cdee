import { useFrame, useThree } from '@react-three/fiber';
import type { Alarm } from '@upwind/sim-server/contract';
import { useEffect, useMemo, useRef } from 'react';
import { Vector3 } from 'three';
import { useLanguage } from '../../language/language.ts';
import { sharedTexts } from '../../language/shared-texts.ts';
import { useTexts } from '../../language/texts.ts';
import { useAlarms } from '../../live/live-site.tsx';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { labelCandidates } from './candidates.ts';
import { declutter, type LabelWish, textWidth } from './declutter.ts';
import type { LabelBoard, LabelContent, PlacedLabel } from './label-board.ts';

const mostLabels = 60;
const ranks = { alarm: 1, acknowledged: 2, hovered: 3, area: 4, element: 5 } as const;

/** Decides on every drawn frame which labels stand and where. */
export function LabelDriver({ board }: { readonly board: LabelBoard }) {
  const { site, scene } = useSurroundings();
  const language = useLanguage();
  const say = useTexts(sharedTexts);
  const alarms = useAlarms();
  const shown = useScene(scene, (state) => state.layers.labels);
  const invalidate = useThree((state) => state.invalidate);
  const candidates = useMemo(() => labelCandidates(site), [site]);
  const worst = useMemo(() => {
    const byElement = new Map<string, Alarm>();
    for (const alarm of alarms) if (!byElement.has(alarm.element)) byElement.set(alarm.element, alarm);
    return byElement;
  }, [alarms]);
  const scratch = useRef(new Vector3());

  useEffect(() => {
    if (worst.size >= 0 && language !== undefined && shown !== undefined) invalidate();
  }, [worst, language, shown, invalidate]);

  useFrame(({ camera, size }) => {
    const { chosen, hovered, insets } = scene.store.getState();
    const wishes: LabelWish[] = [];
    const contents = new Map<string, LabelContent>();
    let chosenPlace: { x: number; y: number } | undefined;
    const big = size.width >= 3000 ? 1.5 : 1;
    for (const candidate of candidates) {
      const alarm = worst.get(candidate.id);
      const isChosen = candidate.id === chosen;
      const isHovered = candidate.id === hovered;
      const point = scratch.current.set(candidate.at[0], candidate.at[2], -candidate.at[1]);
      const distance = point.distanceTo(camera.position);
      const named = shown && distance <= candidate.reachM && distance >= candidate.nearM;
      if (!(named || isChosen || isHovered || alarm !== undefined)) continue;
      point.project(camera);
      if (point.z > 1 || Math.abs(point.x) > 1.1 || Math.abs(point.y) > 1.1) continue;
      const x = ((point.x + 1) / 2) * size.width;
      const y = ((1 - point.y) / 2) * size.height;
      if (isChosen) {
        chosenPlace = { x, y };
        continue;
      }
      // Nothing is read behind a panel.
      if (x < insets.left || x > size.width - insets.right || y < insets.top || y > size.height - insets.bottom)
        continue;
      const text = candidate.name[language];
      const waiting = alarm?.state === 'active-unacked' || alarm?.state === 'rtn-unacked';
      contents.set(candidate.id, {
        id: candidate.id,
        text,
        style: candidate.style,
        hovered: isHovered,
        ...(alarm === undefined
          ? {}
          : { alarm: { priority: alarm.priority, word: say(`priority.${alarm.priority}`), waiting } }),
      });
      const width = Math.max(textWidth(text) + 12, alarm === undefined ? 0 : 64) * big;
      wishes.push({
        id: candidate.id,
        x,
        y: y - 6,
        width,
        height: (alarm === undefined ? 20 : 46) * big,
        rank:
          alarm !== undefined
            ? waiting
              ? ranks.alarm
              : ranks.acknowledged
            : isHovered
              ? ranks.hovered
              : ranks[candidate.style],
        distance,
      });
    }
    const placed = declutter(wishes, board.standing(), mostLabels).flatMap((wish): PlacedLabel[] => {
      const content = contents.get(wish.id);
      return content === undefined ? [] : [{ content, x: wish.x, y: wish.y, width: wish.width, height: wish.height }];
    });
    board.show(placed);
    board.showChosen(chosenPlace, insets.top);
  });
  return undefined;
}
