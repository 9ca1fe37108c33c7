// Dragging the head of a message along its receiver's lane. What follows the pointer is moved by hand; React hears only
// of what has been taken and of the place that it would fall into, when that changes.

import { type PointerEvent, useRef, useState } from 'react';
import { type Drop, type DropGround, dropAt, dropKey, dropPoint } from '../../scene/loom/messageDrop.ts';
import type { Point, Scene } from '../../scene/shape/scene.ts';
import { usePage, useSession } from '../session/sessionContext.ts';
import { followPointer, type Place } from './followPointer.ts';
import { applyDrop, type Grabbed, groundOf } from './grabMessage.ts';

/** What the drawing of a drag needs. */
export interface HeadDrag {
  readonly grabbed: Grabbed;
  readonly ground: DropGround;
  readonly drop: Drop;
  /** Alt is held: the head stays, a second one is taken. */
  readonly again: boolean;
  /** 'then A: Z at step 6', or why not. */
  readonly sentence: string;
}

/** Draws the head at a place, in the loom's coordinates. */
export type DrawHead = (head: Point) => void;

export interface HeadDragging {
  readonly drag: HeadDrag | null;
  /** The drawing of the drag puts its own here. */
  readonly draw: { current: DrawHead | null };
  readonly grab: (event: PointerEvent<HTMLElement>, grabbed: Grabbed) => void;
}

interface Stage {
  readonly scene: Scene;
  /** A place of the window in the loom's coordinates. */
  readonly pointOf: (at: Place) => Point;
}

export function useHeadDrag({ scene, pointOf }: Stage): HeadDragging {
  const { loom, identities } = scene;
  const session = useSession();
  const page = usePage();
  const [drag, setDrag] = useState<HeadDrag | null>(null);
  const draw = useRef<DrawHead | null>(null);

  const grab = (event: PointerEvent<HTMLElement>, grabbed: Grabbed): void => {
    let again = event.altKey;
    let last: Place = event;
    let now: HeadDrag | null = null;
    const tell = (): void => {
      const ground = now?.again === again ? now.ground : groundOf(session, loom, grabbed, again);
      const drop = dropAt(ground, pointOf(last));
      if (now === null || now.again !== again || dropKey(now.drop) !== dropKey(drop)) {
        const sentence = page.dropSentence({ ...grabbed, drop, again, identities });
        now = { grabbed, ground, drop, again, sentence };
        setDrag(now);
      }
      draw.current?.(dropPoint(ground, drop, pointOf(last)));
    };
    const end = (): void => {
      now = null;
      setDrag(null);
    };
    followPointer(event, {
      begin: () => {
        session.select({ kind: 'message', message: grabbed.key });
        return true;
      },
      move: (at) => {
        last = at;
        tell();
      },
      modifier: (alt) => {
        if (alt !== again) {
          again = alt;
          if (now !== null) tell();
        }
      },
      drop: () => {
        const done = now;
        end();
        if (done !== null) applyDrop(session, done.grabbed, done.drop, done.again);
      },
      cancel: end,
    });
  };
  return { drag, draw, grab };
}
