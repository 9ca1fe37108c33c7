// What is taken hold of when a message's head is dragged, the places that it may go to, and what a drop does.

import type { Drop, DropGround, DropPlace } from '../../scene/loom/messageDrop.ts';
import { offLane } from '../../scene/loom/messageDrop.ts';
import type { Identity, Loom, MessageItem, Point, Stroke } from '../../scene/shape/scene.ts';
import type { Session } from '../../store/state/sessionState.ts';

export interface Grabbed {
  /** Handle, as a delivery names it. */
  readonly message: string;
  /** What selects it. */
  readonly key: string;
  /** A step after which it is on its way. */
  readonly seen: number;
  /** 'inFlight', or how its way ended. */
  readonly state: Stroke['state'];
  readonly to: string;
  readonly identity: Identity | null;
  /** Where its stroke begins. */
  readonly start: Point;
  readonly laneX: number;
}

export function grabStroke(loom: Loom, stroke: Stroke): Grabbed | null {
  const lane = loom.lanes.find(({ node }) => node === stroke.to);
  if (lane === undefined || stroke.endStep === null) {
    return null;
  }
  return {
    message: stroke.message,
    key: stroke.message,
    seen: stroke.endStep - 1,
    state: stroke.state,
    to: stroke.to,
    identity: stroke.identity,
    start: stroke.start,
    laneX: lane.x,
  };
}

/** An envelope at the playhead's step. */
export function grabItem(loom: Loom, item: MessageItem, step: number): Grabbed | null {
  const lane = loom.lanes.find(({ node }) => node === item.to);
  const stroke = loom.strokes.find(({ message, endStep }) => message === item.message && endStep === null);
  if (lane === undefined) {
    return null;
  }
  return {
    message: item.choice,
    key: item.message,
    seen: step,
    state: 'inFlight',
    to: item.to,
    identity: item.identity,
    start: stroke?.start ?? { x: item.x, y: item.y },
    laneX: lane.x,
  };
}

/** The gaps of the window, judged by the engine. */
export function groundOf(session: Session, loom: Loom, grabbed: Grabbed, again: boolean): DropGround {
  const [first, last] = [loom.gaps[0], loom.gaps.at(-1)];
  const judged =
    first === undefined || last === undefined
      ? null
      : session.placesFor({
          message: grabbed.message,
          seen: grabbed.seen,
          mode: again ? 'duplicate' : 'move',
          from: first.place,
          to: last.place,
        });
  const places = judged?.ok ? judged.value : [];
  const pitch =
    loom.lanes.length < 2 ? loom.geometry.width : Math.abs((loom.lanes[1]?.x ?? 0) - (loom.lanes[0]?.x ?? 0));
  return {
    laneX: grabbed.laneX,
    nowY: loom.nowY,
    off: offLane(pitch),
    places: loom.gaps.flatMap(({ place, y }): DropPlace | readonly DropPlace[] => {
      const one = places.find((each) => each.place === place);
      if (one === undefined) {
        return [];
      }
      return one.legal
        ? { place, y, legal: true, own: one.own && grabbed.state !== 'lost', problem: '' }
        : { place, y, legal: false, own: false, problem: one.problem };
    }),
  };
}

/** Does what the drop says; where nothing would change, nothing happens. */
export function applyDrop(session: Session, grabbed: Grabbed, drop: Drop, again: boolean): void {
  const { message, seen, state } = grabbed;
  const onItsWay = state === 'inFlight';
  if (drop.kind === 'hold') {
    if (again) return;
    if (onItsWay) session.hold(message);
    else session.edit({ kind: 'hold', message, seen });
  } else if (drop.kind === 'lose') {
    if (onItsWay && !again) session.act({ kind: 'lose', message });
    else if (state !== 'lost' && !again) session.edit({ kind: 'lose', message, seen, place: seen });
  } else if (drop.at.legal && (again || !drop.at.own)) {
    session.edit({ kind: again ? 'duplicate' : 'deliver', message, seen, place: drop.at.place });
  }
}
