// Dragging the head of a message along its receiver's lane. What follows the pointer is moved by hand; React hears only
// of what has been taken and of the place that it would fall into, when that changes.

import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Drop, type DropGround, dropAt, dropKey, dropPoint } from '../../scene/loom/messageDrop.ts';
import type { Point, Scene } from '../../scene/shape/scene.ts';
import { usePage, useSession } from '../session/sessionContext.ts';
import { followPointer, type Place } from './followPointer.ts';
import { applyDrop, type Grabbed, groundOf } from './grabMessage.ts';
import { pullAtEdge } from './pullAtEdge.ts';

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
  /** The tape has moved under the pointer. */
  readonly follow: () => void;
}

interface Stage {
  readonly scene: Scene;
  /** A place of the window in the loom's coordinates. */
  readonly pointOf: (at: Place) => Point;
  /** Back in time by so many px of the loom. */
  readonly scrollBy: (px: number) => void;
}

/** A drag that is under way, to those who move the stage below it. */
interface Under {
  readonly branch: number;
  /** The pointer rests and the stage has moved; `anew`: so have the places. */
  readonly tell: (anew: boolean) => void;
  readonly callOff: () => void;
}

export function useHeadDrag(stage: Stage): HeadDragging {
  const { scene } = stage;
  const session = useSession();
  const page = usePage();
  const [drag, setDrag] = useState<HeadDrag | null>(null);
  const draw = useRef<DrawHead | null>(null);
  const latest = useRef(stage);
  const branchNow = (): number => session.store.getState().current;
  const under = useRef<Under | null>(null);
  useLayoutEffect(() => {
    const was = latest.current;
    latest.current = stage;
    const { loom, position } = scene;
    const [before, { geometry }] = [was.scene.loom.geometry, loom];
    const moved = was.scene.position.step !== position.step || was.scene.position.steps !== position.steps;
    const turned = before.width !== geometry.width || before.height !== geometry.height;
    if (moved || turned || under.current?.branch !== branchNow()) {
      // Another moment, or a window that has been turned: what was taken hold of is not there any more, or not so.
      under.current?.callOff();
    } else if (was.scene.loom.gaps !== loom.gaps || was.pointOf !== stage.pointOf) {
      under.current?.tell(true);
    }
  });

  const grab = (event: PointerEvent<HTMLElement>, grabbed: Grabbed): void => {
    let again = event.altKey;
    let last: Place = event;
    let now: HeadDrag | null = null;
    const tell = (anew = false): void => {
      const { scene: seen, pointOf } = latest.current;
      const ground =
        !anew && now?.again === again ? now.ground : groundOf(session, seen.loom, grabbed, again);
      const drop = dropAt(ground, pointOf(last));
      if (anew || now === null || now.again !== again || dropKey(now.drop) !== dropKey(drop)) {
        const sentence = page.dropSentence({ ...grabbed, drop, again, identities: seen.identities });
        now = { grabbed, ground, drop, again, sentence };
        setDrag(now);
      }
      draw.current?.(dropPoint(ground, drop, pointOf(last)));
    };
    const frame = event.currentTarget;
    const edge = pullAtEdge((px) => {
      latest.current.scrollBy(px);
      tell();
    });
    const end = (): void => {
      now = null;
      under.current = null;
      edge.end();
      setDrag(null);
    };
    const callOff = followPointer(event, {
      begin: () => {
        // What one aims at stands still.
        session.pause();
        session.select({ kind: 'message', message: grabbed.key });
        under.current = { branch: branchNow(), tell, callOff };
        return true;
      },
      move: (at) => {
        last = at;
        edge.at(at, frame.getBoundingClientRect());
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
  return { drag, draw, grab, follow: () => under.current?.tell(false) };
}
