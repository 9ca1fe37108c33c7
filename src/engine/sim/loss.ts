// What an unreliable network loses by itself (SPEC F9). Whether a message is lost is drawn from hash(seed, its handle), so
// that one more command changes the fate of no other message. Only what plays by itself asks; a hand always delivers.

import type { Config } from '../config/config.ts';
import type { Command } from './command.ts';
import { draw } from './draw.ts';
import type { PendingChoice } from './state.ts';

/** What Next, Play and `settle` do with a choice that is due: what makes it happen, or else the loss of the message. */
export function playedCommand(
  { seed, config }: { readonly seed: number; readonly config: Pick<Config, 'loss'> },
  choice: PendingChoice,
): Command {
  const isLost = choice.message !== null && draw(seed, `loss ${choice.id}`, 1_000) < config.loss;
  return isLost ? { kind: 'lose', message: choice.id } : choice.command;
}
