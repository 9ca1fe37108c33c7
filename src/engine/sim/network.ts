// Messages in flight as a multiset sorted by key (SPEC N5), and the links between nodes (F2).

import type { Message } from '../cluster/message.ts';
import { canonical } from '../plain/canonical.ts';
import { compareText } from '../plain/compare.ts';
import type { NodeId } from '../plain/scalars.ts';

/** A message's handle: its key, and for the nth copy of equal keys '~n' behind it. */
export function handles(messages: readonly Message[]): readonly string[] {
  return messages.map((message, i) => {
    let copy = 1;
    for (let j = i - 1; j >= 0 && messages[j]?.key === message.key; j--) {
      copy += 1;
    }
    return copy === 1 ? message.key : `${message.key}~${copy}`;
  });
}

export function findMessage(messages: readonly Message[], handle: string): number {
  return handles(messages).indexOf(handle);
}

export function withMessages(messages: readonly Message[], more: readonly Message[]): readonly Message[] {
  return more.length === 0 ? messages : [...messages, ...more].sort(byIdentity);
}

function byIdentity(a: Message, b: Message): number {
  return compareText(a.key, b.key) || compareText(canonical(a), canonical(b));
}

/** The link between two nodes, whichever is named first. */
export function linkOf(a: NodeId, b: NodeId): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
