// Commands that people and operators give, made in the draft (SPEC X7, X16), as `sim/step.ts` has them.

import { createPairTable, NO_NUMBER, type PairTable } from '../plain/pairTable.ts';
import type { Command, Operation } from '../sim/command.ts';
import type { Draft } from './draft.ts';
import type { Interned } from './interned.ts';
import { at } from './ints.ts';
import type { Lane } from './lanes.ts';
import { inputOf, OF_THE_CLOCK } from './lanes.ts';
import type { NumberTable } from './numberTable.ts';
import { valueAt } from './numberTable.ts';

export interface Give {
  /** Gives a queued command in the draft; false when it is refused there. */
  readonly queued: (lane: number, used: number, command: Command) => boolean;
  /** The same with one that may be given at any moment, by its number. */
  readonly freely: (command: number) => boolean;
  readonly restart: (index: number) => boolean;
}

export function createGive(
  interned: Interned,
  draft: Draft,
  lanes: readonly Lane[],
  given: NumberTable<Command> | null,
): Give {
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
  const ask = (node: number, command: Command): number => {
    const asks = inputOf(config, valueAt(interned.nodes, node), command);
    return asks === null ? -1 : inputs.numberOf(asks);
  };
  /** `table` remembers what nodes of a state are asked. */
  const perform = (command: Command, table: PairTable | undefined): boolean => {
    if (command.kind === 'cut' || command.kind === 'heal') {
      return link(command);
    }
    const index = 'node' in command ? ids.indexOf(command.node) : -1;
    if (command.kind === 'restart') {
      return restart(index);
    }
    if (index < 0 || !isUp(index)) {
      return false;
    }
    const node = draft.cells()[index] as number;
    let input = table?.get(node, 0) ?? NO_NUMBER;
    if (input === NO_NUMBER) {
      input = ask(node, command);
      table?.add(node, 0, input);
    }
    return input >= 0 && draft.apply(index, input);
  };
  return {
    queued: (lane, used, command) => perform(command, asked[lane]?.[used]),
    freely: (number) => {
      const command = given === null ? undefined : valueAt(given, number);
      return command !== undefined && (OF_THE_CLOCK.has(command.kind) || perform(command, undefined));
    },
    restart,
  };
}
