// A change of the ring in words: what Next does about it, where a node stands in it, and what it waits for.

import { type ChangeWait, type NodeId, waitOfChange } from '../../engine/index.ts';
import type { Moment } from '../run/moment.ts';
import type { NodeCard } from '../shape/sceneCard.ts';
import { timeText } from '../words/microsWords.ts';
import { label, labelAny } from '../words/say.ts';

/** 'D joins the ring'; `wait` is the time until then, in microseconds. */
export function nextOfRing(moment: Moment, wait: number): string {
  const change = moment.state.core.config.ring?.change ?? null;
  if (change === null) {
    return '';
  }
  const { node, kind, phase } = change;
  switch (phase) {
    case 'schema':
      return label('next-ring-schema', { node });
    case 'pending':
      return label('next-ring-pending', { time: timeText(wait) });
    case 'data':
      return label(`next-ring-${kind}`, { node });
  }
}

/** Where a node stands that comes or goes; null for all others. */
export function standingOf({ state: { core } }: Moment, id: NodeId): NodeCard['standing'] {
  const change = core.config.ring?.change ?? null;
  if (change?.node !== id) {
    return null;
  }
  const { kind, phase } = change;
  const wait = waitOfChange(core);
  const what = label('standing-sentence', { kind, phase });
  return {
    kind,
    word: label(`standing-${kind}`, {}),
    sentence: wait === null ? what : `${what} ${waitSentence(wait)}`,
  };
}

function waitSentence(wait: ChangeWait): string {
  switch (wait.for) {
    case 'node':
      return label('change-wait-node', { node: wait.node });
    case 'link':
      return label('change-wait-link', { a: wait.a, b: wait.b });
    case 'digest':
      return label('change-wait-digest', { node: wait.peer, heard: wait.heard ? 'yes' : 'no' });
    default:
      return labelAny(`change-wait-${wait.for}`, { count: wait.count });
  }
}
