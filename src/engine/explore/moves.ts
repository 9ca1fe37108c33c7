// What can happen next in a global state (SPEC X1, X3, X7, X8). Every possibility is made in the draft and handed over with
// its choice; whoever takes it copies what it needs.

import { createPairTable, NO_NUMBER } from '../plain/pairTable.ts';
import type { Command, Operation } from '../sim/command.ts';
import { isStatement } from '../sim/step.ts';
import { CRASH, choiceOf, DELIVER, DUPLICATE, GIVE, LOSE, OWN, RESTART } from './choice.ts';
import type { Draft } from './draft.ts';
import { afterCrash, afterDuplicate, afterLoss, crashesLeft, duplicatesLeft, lossesLeft } from './faults.ts';
import type { Interned, NodeMove } from './interned.ts';
import type { Ints } from './ints.ts';
import { at } from './ints.ts';
import type { Lane } from './lanes.ts';
import { inputOf } from './lanes.ts';
import { valueAt } from './numberTable.ts';

export interface MoveOptions {
  readonly gossipAndTimers: 'never' | 'whenQuiet' | 'always';
  /** Nodes that are down may start again: only where the search may stop them, too. */
  readonly restarts: boolean;
}

/** A state to move on from: its numbers in a list, with its fingerprint behind them. */
export interface Place {
  from: Ints;
  offset: number;
  length: number;
}

/** Hands over the draft, which holds the state after the choice. */
export type Reach = (choice: number) => void;

/** Makes every move from a place; returns how many there were that are not faults. */
export type Expand = (place: Place, reach: Reach) => number;

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
  const give = createGive(interned, draft, lanes);
  const crashInput = interned.inputs.numberOf({ kind: 'crash' });

  const isCopy = (from: Ints, offset: number, i: number): boolean => {
    const message = at(from, offset + i);
    for (let j = messagesAt; j < i; j++) {
      if (at(from, offset + j) === message) {
        return true;
      }
    }
    return false;
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
      // Copies of one message are one choice.
      if (isCopy(from, offset, i)) {
        continue;
      }
      const message = at(from, offset + i);
      draft.load(from, offset, length);
      draft.removeMessage(i);
      if (draft.apply(at(receiver, message), at(messageInput, message))) {
        made += 1;
        reach(choiceOf(DELIVER, 0, message));
      }
      if (lossesLeft(faults) > 0) {
        draft.load(from, offset, length);
        draft.removeMessage(i);
        draft.set(faultAt, afterLoss(faults, at(isPull, message) === 1));
        const caller = at(lossCaller, message);
        if (caller >= 0 && at(up, at(from, offset + caller)) === 1) {
          draft.apply(caller, at(lossInput, message));
        }
        reach(choiceOf(LOSE, 0, message));
      }
      if (duplicatesLeft(faults) > 0) {
        draft.load(from, offset, length);
        draft.addMessage(message);
        draft.set(faultAt, afterDuplicate(faults));
        reach(choiceOf(DUPLICATE, 0, message));
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
  return (place, reach) => {
    const { from, offset, length } = place;
    let made = messageMoves(place, reach);
    for (let index = 0; index < count; index++) {
      for (const move of interned.moves(at(from, offset + index)).own) {
        made += nodeMove(place, index, move, reach) ? 1 : 0;
      }
    }
    for (let lane = 0; lane < lanes.length; lane++) {
      const used = at(from, offset + laneAt + lane);
      const command = lanes[lane]?.[used];
      if (command !== undefined) {
        draft.load(from, offset, length);
        if (give.command(lane, used, command)) {
          draft.set(laneAt + lane, used + 1);
          made += 1;
          reach(choiceOf(GIVE, lane, used));
        }
      }
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
}

interface Give {
  /** Gives a command in the draft; false when it is refused there. */
  readonly command: (lane: number, used: number, command: Command) => boolean;
  readonly restart: (index: number) => boolean;
}

/** What the network and an operator can do besides deliveries, as `sim/step.ts` has it. */
function createGive(interned: Interned, draft: Draft, lanes: readonly Lane[]): Give {
  const { config, inputs } = interned;
  const count = config.nodes.length;
  const ids = config.nodes;
  const isUp = (index: number) => at(interned.up, draft.cells()[index] as number) === 1;
  const peerUp = ids.map((peer) => inputs.numberOf({ kind: 'peer-up', peer }));
  const peerDown = ids.map((peer) => inputs.numberOf({ kind: 'peer-down', peer }));
  const restartInput = inputs.numberOf({ kind: 'restart' });
  // By lane and how far it has come, and by node state: what a node of that state is asked; -1 when it is nothing.
  const asked = lanes.map((lane) => lane.map(() => createPairTable()));

  const bothUp = (a: number, b: number): void => {
    draft.apply(a, peerUp[b] as number);
    draft.apply(b, peerUp[a] as number);
  };
  const restart = (index: number): boolean => {
    if (isUp(index) || !draft.apply(index, restartInput)) {
      return false;
    }
    for (let peer = 0; isUp(index) && peer < count; peer++) {
      if (peer !== index && isUp(peer) && !draft.isCut(index, peer)) {
        bothUp(index, peer);
      }
    }
    return true;
  };
  const link = (operation: Extract<Operation, { kind: 'cut' | 'heal' }>): boolean => {
    const a = ids.indexOf(operation.a);
    const b = ids.indexOf(operation.b);
    const cuts = operation.kind === 'cut';
    if (a === b || draft.isCut(a, b) === cuts) {
      return false;
    }
    if (cuts) {
      for (let i = draft.length() - 1; i >= draft.messagesAt; i--) {
        const message = draft.cells()[i] as number;
        const ends = [at(interned.sender, message), at(interned.receiver, message)];
        if (ends.includes(a) && ends.includes(b)) {
          draft.removeMessage(i);
        }
      }
    }
    draft.setCut(a, b, cuts);
    if (cuts) {
      const heard = [a, b].filter(isUp);
      for (const end of heard) {
        draft.apply(end, peerDown[end === a ? b : a] as number);
      }
    } else if (isUp(a) && isUp(b)) {
      bothUp(a, b);
    }
    return true;
  };
  const command: Give['command'] = (lane, used, given) => {
    if (given.kind === 'cut' || given.kind === 'heal') {
      return link(given);
    }
    const index = 'node' in given ? ids.indexOf(given.node) : -1;
    if (given.kind === 'restart') {
      return restart(index);
    }
    if (index < 0 || !isUp(index)) {
      return false;
    }
    const node = draft.cells()[index] as number;
    const table = asked[lane]?.[used];
    let input = table?.get(node, 0) ?? NO_NUMBER;
    if (input === NO_NUMBER) {
      const asks =
        isStatement(given) || given.kind !== undefined
          ? inputOf(config, valueAt(interned.nodes, node), given)
          : null;
      input = asks === null ? -1 : inputs.numberOf(asks);
      table?.add(node, 0, input);
    }
    return input >= 0 && draft.apply(index, input);
  };
  return { command, restart };
}
