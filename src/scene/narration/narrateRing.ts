// Sentences of nodes that come and go.

import type { SimEvent } from '../../engine/index.ts';
import type { Identities } from '../run/identity.ts';
import { clause, listed, say, sayAny } from '../words/say.ts';
import { problemText } from './problemWords.ts';

export type RingEvent = Extract<
  SimEvent,
  { kind: 'ring-pending' | 'streaming-begun' | 'ring-changed' | 'ring-change-failed' | 'stream-refused' }
>;

export function narrateRing(identities: Identities, event: RingEvent): string {
  const { node } = event;
  const reason = 'problem' in event ? clause(problemText(identities, event.problem)) : '';
  switch (event.kind) {
    case 'ring-pending':
      return sayAny(`ring-pending-${event.change}`, { node });
    case 'streaming-begun':
      return sayAny(`streaming-begun-${event.change}`, { node, count: event.partitions });
    case 'ring-changed':
      return sayAny(`ring-changed-${event.change}`, { node, members: listed(event.members) });
    case 'ring-change-failed':
      return sayAny(`ring-change-failed-${event.change}`, { node, problem: reason });
    case 'stream-refused':
      return say('stream-refused', { node, peer: event.to, problem: reason });
  }
}
