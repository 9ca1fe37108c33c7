// A side of a comparison, looked at: its moment, its cards and its hash.

import { stateHash } from '../../engine/index.ts';
import { projectCard } from '../node/nodeCard.ts';
import { type Moment, momentAt } from '../run/moment.ts';
import type { NodeCard, SceneOptions } from '../shape/scene.ts';
import type { Side } from './comparison.ts';

export interface Seen {
  readonly side: Side;
  readonly moment: Moment;
  readonly cards: readonly NodeCard[];
  /** Of the state, or of the one node's schema: its digest. */
  readonly hash: string;
}

/** Digits of a hash that are worth reading out. */
const HASH_DIGITS = 8;

function cardsOf(moment: Moment, side: Side): readonly NodeCard[] {
  return moment.state.core.nodes.flatMap((node) =>
    side.node === null || side.node === node.id ? [projectCard(moment, node)] : [],
  );
}

/** Looks at one side. Both take their versions' names from `options.known`, so that they mean the same. */
export function lookAt(side: Side, options: SceneOptions): Seen {
  const playhead = { step: side.step, fraction: 0 };
  const moment = momentAt(side.timeline, playhead, { ...options, selection: null });
  const { core } = moment.state;
  const digest = core.nodes.find((node) => node.id === side.node)?.digest;
  return {
    side,
    moment,
    cards: cardsOf(moment, side),
    hash: (digest ?? stateHash(core)).slice(0, HASH_DIGITS),
  };
}
