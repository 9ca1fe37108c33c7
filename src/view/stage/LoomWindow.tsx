// The window onto the history: what is drawn, the lists over it, and what a hand may do with either.

import { useCallback, useRef } from 'react';
import type { Scene } from '../../scene/shape/scene.ts';
import type { ChosenMessage } from './chosenMessage.ts';
import { Envelopes } from './Envelopes.tsx';
import type { Place } from './followPointer.ts';
import { HeadDragView } from './HeadDragView.tsx';
import { HistoryList } from './HistoryList.tsx';
import { Loom } from './Loom.tsx';
import type { MessageAction } from './messageActions.ts';
import { useHeadDrag } from './useHeadDrag.ts';
import { useLoomPointer } from './useLoomPointer.ts';
import type { LoomViewControl } from './useLoomView.ts';
import { useTapeScroll } from './useTapeScroll.ts';

interface Props {
  readonly scene: Scene;
  readonly scale: number;
  readonly view: LoomViewControl;
  readonly chosen: ChosenMessage | null;
  readonly actions: readonly MessageAction[];
}

export function LoomWindow({ scene, scale, view, chosen, actions }: Props) {
  const { loom, inFlight: items, position } = scene;
  const { geometry, viewport } = loom;
  const tape = useRef<HTMLDivElement>(null);
  const pointOf = useCallback(
    (at: Place) => {
      // The tape may stand a part of a row lower than the frame.
      const box = tape.current?.getBoundingClientRect();
      return {
        x: (at.clientX - (box?.left ?? 0)) / scale + viewport.x,
        y: (at.clientY - (box?.top ?? 0)) / scale + viewport.y,
      };
    },
    [scale, viewport.x, viewport.y],
  );
  const tapeScroll = useTapeScroll({ tape, loom, view, scale });
  const dragging = useHeadDrag({ scene, pointOf, scrollBy: tapeScroll.scrollBy });
  const pointer = useLoomPointer({
    loom,
    items,
    step: position.step,
    scale,
    hasChosen: chosen !== null,
    pointOf,
    grabMessage: dragging.grab,
    grabTape: tapeScroll.grab,
  });
  const steps = position.steps;
  return (
    <div
      className="loom-frame"
      style={{ width: geometry.width, height: geometry.height, scale }}
      data-frame="loom"
      data-dragging={dragging.drag === null ? undefined : ''}
      onWheel={(event) => {
        tapeScroll.onWheel(event);
        dragging.follow();
      }}
      {...pointer}
    >
      <div ref={tape} className="tape">
        <Loom loom={loom} />
        <HistoryList loom={loom} step={position.step} steps={steps} />
        <Envelopes items={items} loom={loom} chosen={chosen} actions={actions} />
        <div
          className="ghosts"
          data-ghosts
          data-tape="html"
          aria-hidden="true"
          style={{ transform: `translateY(${-viewport.y}px)` }}
        />
        <HeadDragView dragging={dragging} loom={loom} />
      </div>
    </div>
  );
}
