// What a search can start from at one moment of a run: what is pending, and the commands that the branch goes on with, which may
// be given at any moment instead.

import { type Command, isStatement, type Timeline } from '../../engine/index.ts';
import { commandText } from '../narration/commandText.ts';
import { pendingOf } from '../operator/networkPending.ts';
import { momentAt } from '../run/moment.ts';
import type { Playhead, SceneOptions } from '../shape/scene.ts';
import { label } from '../words/say.ts';

export interface QueueRow {
  readonly command: Command;
  readonly text: string;
  readonly node: string;
}

export interface PendingThing {
  readonly id: string;
  readonly text: string;
  readonly command: Command;
}

export interface OrdersView {
  readonly step: number;
  readonly sentence: string;
  /** Commands of a person that follow on this branch. */
  readonly follows: readonly QueueRow[];
  readonly followsTitle: string;
  readonly pending: readonly PendingThing[];
}

const BY_ITSELF = new Set<Command['kind']>([
  'deliver',
  'lose',
  'duplicate',
  'fire',
  'gossip',
  'merge',
  'publish',
  'skew',
  'wait',
  'protect',
  'ring',
  'add-node',
  'remove-node',
]);
const FOLLOWS_MAX = 6;

export function ordersOf(timeline: Timeline, playhead: Playhead, options: SceneOptions): OrdersView {
  const { step } = playhead;
  const at = { step, fraction: 0 };
  const moment = momentAt(timeline, at, options);
  const rows = pendingOf(timeline, at, options).rows;
  const follows = timeline.steps
    .slice(step)
    .map(({ command }) => command)
    .filter((command) => !BY_ITSELF.has(command.kind))
    .slice(0, FOLLOWS_MAX);
  const choices = new Map(moment.choices.map((choice) => [choice.id, choice]));
  const seen = new Set<string>();
  return {
    step,
    sentence: label('orders-from', { pending: rows.length, step: String(step) }),
    follows: follows.map(queueRow),
    followsTitle: label('orders-after', { step: String(step) }),
    // Of two copies of one message neither is the first: whichever arrives, the same one is left.
    pending: rows.flatMap(({ id, text }) => {
      const choice = choices.get(id);
      const key = choice?.message?.key ?? id;
      if (choice === undefined || seen.has(key)) {
        return [];
      }
      seen.add(key);
      return [{ id, text, command: choice.command }];
    }),
  };
}

export function queueRow(command: Command): QueueRow {
  const node = 'node' in command ? command.node : '';
  return { command, text: commandText(command), node: isStatement(command) ? node : '' };
}
