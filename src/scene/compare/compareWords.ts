// What every sentence of a comparison can refer to: which kind it is, its sides' names, the node it is about.

import type { NodeCard } from '../shape/scene.ts';
import type { Values } from '../words/icu.ts';
import { type LabelId, label, labelAny } from '../words/say.ts';
import type { Change, CompareMode } from './comparison.ts';

export interface Words {
  readonly mode: CompareMode;
  readonly a: string;
  readonly b: string;
  /** The node that both sides are about; '' when they are two nodes. */
  readonly node: string;
}

/** A node's card on either side. */
export interface CardPair {
  readonly was: NodeCard;
  readonly is: NodeCard;
  readonly words: Words;
}

export function sayDifference(words: Words, id: LabelId, values: Values): string {
  return labelAny(id, { mode: words.mode, a: words.a, b: words.b, node: words.node, ...values });
}

/** Which side lacks a thing: its name, and whether the later side gained it. */
export function lacking(words: Words, wasThere: boolean): { readonly lacks: string; readonly gain: string } {
  return wasThere ? { lacks: words.b, gain: 'no' } : { lacks: words.a, gain: 'yes' };
}

type Told = Pick<Change, 'key' | 'area' | 'node' | 'what' | 'sentence' | 'selection'>;

/** A change of text; what is not there on a side says so. */
export function changeOf(told: Told, was: string | null, is: string | null): Change {
  const absent = label('compare-absent', {});
  return { ...told, was: was ?? absent, is: is ?? absent, wasIdentity: null, isIdentity: null };
}
