// What letting go of a message's head at a place would mean: the session foresees it, the scene says it.

import { dropSentence } from '../../scene/loom/dropWords.ts';
import type { Drop } from '../../scene/loom/messageDrop.ts';
import type { Identity } from '../../scene/shape/scene.ts';
import type { Session } from '../../store/state/sessionState.ts';

export interface DropQuestion {
  readonly drop: Drop;
  readonly message: string;
  /** A step after which the message is on its way. */
  readonly seen: number;
  readonly to: string;
  /** A second copy arrives there. */
  readonly again: boolean;
  /** Versions that have a name so far. */
  readonly identities: readonly Identity[];
}

export function answerDrop(session: Session, question: DropQuestion): string {
  const { drop, message, seen, to, again, identities } = question;
  const foreseen =
    drop.kind === 'place' && drop.at.legal && (again || !drop.at.own)
      ? session.previewOf({ message, seen, mode: again ? 'duplicate' : 'move', place: drop.at.place })
      : null;
  const preview = foreseen?.ok ? foreseen.value : null;
  const name = identities.find(({ version }) => version === preview?.version)?.name ?? null;
  return dropSentence({ drop, to, preview, name, again });
}
