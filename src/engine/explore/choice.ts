// One choice of a search in one number, and back into the command that a run plays (SPEC X9).

import type { Message } from '../cluster/message.ts';
import type { NodeInput } from '../cluster/stepNode.ts';
import { timerKey } from '../cluster/timers.ts';
import { canonical } from '../plain/canonical.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { Command } from '../sim/command.ts';
import { handles } from '../sim/network.ts';
import type { Core } from '../sim/state.ts';
import type { Interned } from './interned.ts';
import { valueAt } from './numberTable.ts';

const KIND = 1 << 27;
const AT = 1 << 23;

export const DELIVER = 0;
export const LOSE = 1;
export const DUPLICATE = 2;
/** A node's own input: merge, switch, gossip, timer. */
export const OWN = 3;
/** The next command of a lane. */
export const GIVE = 4;
export const CRASH = 5;
export const RESTART = 6;

/**
 * `at` is a node's index where the kind needs one, and with a message how many copies of it stand before the one that is meant;
 * `number` a message, an input, or how far a lane has come.
 */
export function choiceOf(kind: number, at: number, number: number): number {
  return kind * KIND + at * AT + number;
}

interface Choice {
  readonly kind: number;
  readonly at: number;
  readonly number: number;
}

function readChoice(choice: number): Choice {
  return { kind: Math.floor(choice / KIND), at: Math.floor(choice / AT) % 16, number: choice % AT };
}

/** The command that makes a choice happen in a core, which tells copies of a message apart; null takes the first copy. */
export function commandOf(
  choice: number,
  interned: Interned,
  lanes: readonly (readonly Command[])[],
  core: Core | null,
): Command {
  const { kind, at, number } = readChoice(choice);
  const node = interned.config.nodes[at] ?? '';
  switch (kind) {
    case DELIVER:
      return { kind: 'deliver', message: handleOf(interned, number, at, core) };
    case LOSE:
      return { kind: 'lose', message: handleOf(interned, number, at, core) };
    case DUPLICATE:
      return { kind: 'duplicate', message: handleOf(interned, number, at, core) };
    case GIVE:
      return lanes[at]?.[number] as Command;
    case CRASH:
      return { kind: 'crash', node };
    case RESTART:
      return { kind: 'restart', node };
    default:
      return ownCommand(node, valueAt(interned.inputs, number));
  }
}

/** The message that a choice is about; null when it is about none. */
export function messageOf(choice: number, interned: Interned): Message | null {
  const { kind, number } = readChoice(choice);
  return kind <= DUPLICATE ? valueAt(interned.messages, number) : null;
}

function handleOf(interned: Interned, number: number, copy: number, core: Core | null): string {
  const message = valueAt(interned.messages, number);
  if (core === null) {
    return message.key;
  }
  // Nearly always the very message; a core of other making has one like it.
  const same = core.messages.indexOf(message);
  const first = same < 0 ? core.messages.findIndex((one) => canonical(one) === canonical(message)) : same;
  return handles(core.messages)[first + copy] ?? message.key;
}

function ownCommand(node: NodeId, input: NodeInput): Command {
  switch (input.kind) {
    case 'merge':
      return { kind: 'merge', node, merge: input.merge };
    case 'publish':
      return { kind: 'publish', node, merge: input.merge, shard: input.shard };
    case 'announce':
      return { kind: 'gossip', from: node, to: input.to };
    case 'timer':
      return { kind: 'fire', timer: timerKey(input.timer) };
    default:
      throw new Error(`Broken rule X9: a node does not choose ${input.kind}`);
  }
}
