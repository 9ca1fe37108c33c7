// What can happen next in a global state (SPEC X1, X3, X7, X8). Every possibility is made in the draft and handed over with
// its choice; whoever takes it copies what it needs.

import { assert } from '../plain/assert.ts';
import { CRASH, choiceOf, DELIVER, DUPLICATE, GIVE, LOSE, OWN, RESTART } from './choice.ts';
import type { Draft } from './draft.ts';
import { afterCrash, afterDuplicate, afterLoss, crashesLeft, duplicatesLeft, lossesLeft } from './faults.ts';
import { createGive } from './give.ts';
import type { Interned, NodeMove } from './interned.ts';
import type { Ints } from './ints.ts';
import { at } from './ints.ts';
import type { Lane } from './lanes.ts';
import type { Pasts } from './pasts.ts';

export interface MoveOptions {
  readonly gossipAndTimers: 'never' | 'whenQuiet' | 'always';
  /** Nodes that are down may start again: only where the search may stop them, too. */
  readonly restarts: boolean;
  /** Where a search carries pasts: what may be given freely. */
  readonly pasts: Pasts | null;
}

/** A state to move on from: its numbers in a list, with its fingerprint behind them. */
export interface Place {
  from: Ints;
  offset: number;
  length: number;
}

/** Hands over the draft, which holds the state after the choice. */
export type Reach = (choice: number) => void;

export interface Expand {
  /** Makes every move from a place; returns how many there were that are not faults. */
  readonly all: (place: Place, reach: Reach) => number;
  /** Those that are merges and shard switches. */
  readonly merges: (place: Place, reach: Reach) => number;
}

/** Copies of a message that can be told apart. */
const COPIES_MAX = 16;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one move of each kind
export function createMoves(
  interned: Interned,
  draft: Draft,
  lanes: readonly Lane[],
  options: MoveOptions,
): Expand {
  const { receiver, up, messageInput, lossCaller, lossInput, isPull } = interned;
  const count = interned.config.nodes.length;
  const { laneAt, faultAt, messagesAt } = draft;
  const { pasts } = options;
  const give = createGive(interned, draft, lanes, pasts?.given ?? null);
  const crashInput = interned.inputs.numberOf({ kind: 'crash' });

  /** Copies of a message before this one. */
  const copiesBefore = (from: Ints, offset: number, i: number): number => {
    const message = at(from, offset + i);
    let copies = 0;
    for (let j = messagesAt; j < i; j++) {
      copies += at(from, offset + j) === message ? 1 : 0;
    }
    return copies;
  };
  const nodeMove = (place: Place, index: number, { input, to }: NodeMove, reach: Reach): boolean => {
    const { from, offset, length } = place;
    if (to >= 0 && at(up, at(from, offset + to)) === 0) {
      return false;
    }
    const answer = interned.answer(at(from, offset + index), input);
    if (answer < 0) {
      return false;
    }
    draft.load(from, offset, length);
    draft.take(index, answer);
    const heard = at(interned.heard, answer);
    if (to >= 0 && heard >= 0) {
      draft.apply(to, heard);
    }
    reach(choiceOf(OWN, index, input));
    return true;
  };
  const messageMoves = (place: Place, reach: Reach): number => {
    const { from, offset, length } = place;
    const faults = at(from, offset + faultAt);
    let made = 0;
    for (let i = messagesAt; i < length - 2; i++) {
      const copies = copiesBefore(from, offset, i);
      if (copies > 0) {
        // Copies of one message are one choice, except to a clock: each has a time of its own.
        if (pasts === null) {
          continue;
        }
        assert(copies < COPIES_MAX, 'X17: copies of a message are told apart');
      }
      const message = at(from, offset + i);
      draft.load(from, offset, length);
      draft.removeMessage(i);
      if (draft.apply(at(receiver, message), at(messageInput, message))) {
        made += 1;
        reach(choiceOf(DELIVER, copies, message));
      }
      if (lossesLeft(faults) > 0) {
        draft.load(from, offset, length);
        draft.removeMessage(i);
        draft.set(faultAt, afterLoss(faults, at(isPull, message) === 1));
        const caller = at(lossCaller, message);
        if (caller >= 0 && at(up, at(from, offset + caller)) === 1) {
          draft.apply(caller, at(lossInput, message));
        }
        reach(choiceOf(LOSE, copies, message));
      }
      if (duplicatesLeft(faults) > 0) {
        draft.load(from, offset, length);
        draft.addMessage(message);
        draft.set(faultAt, afterDuplicate(faults));
        reach(choiceOf(DUPLICATE, copies, message));
      }
    }
    return made;
  };
  const lifeMoves = (place: Place, reach: Reach): number => {
    const { from, offset, length } = place;
    const faults = at(from, offset + faultAt);
    let made = 0;
    for (let index = 0; index < count; index++) {
      const isUp = at(up, at(from, offset + index)) === 1;
      if (isUp && crashesLeft(faults) > 0) {
        draft.load(from, offset, length);
        draft.set(faultAt, afterCrash(faults));
        draft.apply(index, crashInput);
        reach(choiceOf(CRASH, index, 0));
      } else if (!isUp && options.restarts) {
        draft.load(from, offset, length);
        if (give.restart(index)) {
          made += 1;
          reach(choiceOf(RESTART, index, 0));
        }
      }
    }
    return made;
  };
  const merges = (place: Place, reach: Reach): number => {
    const { from, offset } = place;
    let made = 0;
    for (let index = 0; index < count; index++) {
      for (const move of interned.moves(at(from, offset + index)).own) {
        made += nodeMove(place, index, move, reach) ? 1 : 0;
      }
    }
    return made;
  };
  const freeMoves = ({ from, offset, length }: Place, offered: readonly number[], reach: Reach): number => {
    let made = 0;
    for (const command of offered) {
      draft.load(from, offset, length);
      if (command >= 0 && give.freely(command)) {
        made += 1;
        // As if in a lane behind all lanes.
        reach(choiceOf(GIVE, lanes.length, command));
      }
    }
    return made;
  };
  const all = (place: Place, reach: Reach): number => {
    const { from, offset, length } = place;
    let made = messageMoves(place, reach) + merges(place, reach);
    for (let lane = 0; lane < lanes.length; lane++) {
      const used = at(from, offset + laneAt + lane);
      const command = lanes[lane]?.[used];
      if (command !== undefined) {
        draft.load(from, offset, length);
        if (give.queued(lane, used, command)) {
          draft.set(laneAt + lane, used + 1);
          made += 1;
          reach(choiceOf(GIVE, lane, used));
        }
      }
    }
    if (pasts !== null) {
      made += freeMoves(place, pasts.offered(), reach);
    }
    const isLate =
      options.gossipAndTimers === 'always' || (options.gossipAndTimers === 'whenQuiet' && made === 0);
    if (isLate) {
      for (let index = 0; index < count; index++) {
        for (const move of interned.moves(at(from, offset + index)).late) {
          made += nodeMove(place, index, move, reach) ? 1 : 0;
        }
      }
    }
    return made + lifeMoves(place, reach);
  };
  return { all, merges };
}
