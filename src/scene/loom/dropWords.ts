// What a drop would give, in words: "then A: Z at step 6".

import type { Preview } from '../../engine/index.ts';
import { label } from '../words/say.ts';
import type { Drop } from './messageDrop.ts';

export interface DropFacts {
  readonly drop: Drop;
  readonly to: string;
  /** Null where there is nothing to be foreseen. */
  readonly preview: Preview | null;
  /** Name of the previewed version: 'Z'; null when the run has not seen it so far. */
  readonly name: string | null;
  /** A second copy arrives there; the first one stays where it is. */
  readonly again: boolean;
}

export function dropSentence({ drop, to, preview, name, again }: DropFacts): string {
  if (drop.kind !== 'place') {
    return drop.kind === 'hold' ? label('drop-hold', {}) : label('drop-lose', { to });
  }
  if (!drop.at.legal) {
    return drop.at.problem;
  }
  if (drop.at.own && !again) {
    return label('drop-same', {});
  }
  const sentence = preview === null ? '' : previewSentence(preview, name);
  return again && sentence !== '' ? label('drop-again', { sentence }) : sentence;
}

function previewSentence({ node, step, changed, version }: Preview, name: string | null): string {
  const at = String(step);
  if (version === null) {
    return label('drop-no-table', { node, step: at });
  }
  if (name === null) {
    return label('drop-new', { node, step: at });
  }
  return label(changed ? 'drop-becomes' : 'drop-stays', { node, version: name, step: at });
}
