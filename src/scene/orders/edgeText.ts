// One step of a search in words: what arrives, is lost or doubled, who merges, whose timer fires, or the command that is given.

import type { GraphEdge } from '../../engine/index.ts';
import { commandText } from '../narration/commandText.ts';
import { factsOf, messageName } from '../narration/narrateMessage.ts';
import type { MessageWords } from '../run/statementWords.ts';
import { label } from '../words/say.ts';

export function edgeText(
  words: MessageWords,
  { command, message }: Pick<GraphEdge, 'command' | 'message'>,
): string {
  if (message !== null) {
    const kind = command.kind === 'lose' || command.kind === 'duplicate' ? command.kind : 'deliver';
    return label(`edge-${kind}`, { message: messageName(words, factsOf(message)) });
  }
  switch (command.kind) {
    case 'merge':
      return label('edge-merge', command);
    case 'publish':
      return label('edge-publish', { node: command.node, shard: String(command.shard) });
    case 'gossip':
      return label('edge-gossip', command);
    case 'fire':
      // A timer's key names its node right behind its kind.
      return label('edge-fire', { node: command.timer.charAt(command.timer.indexOf(' ') + 1) });
    default:
      return commandText(command);
  }
}
