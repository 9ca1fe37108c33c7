// Sentences of nodes that come and go.

import type { SimEvent } from '../../engine/index.ts';
import { clause, listed, say, sayAny } from '../words/say.ts';

export type RingEvent = Extract<
  SimEvent,
  { kind: 'ring-pending' | 'streaming-begun' | 'ring-changed' | 'ring-change-failed' | 'stream-refused' }
>;

export function narrateRing(event: RingEvent): string {
  const { node } = event;
  switch (event.kind) {
    case 'ring-pending':
      return sayAny(`ring-pending-${event.change}`, { node });
    case 'streaming-begun':
      return sayAny(`streaming-begun-${event.change}`, { node, count: event.partitions });
    case 'ring-changed':
      return sayAny(`ring-changed-${event.change}`, { node, members: listed(event.members) });
    case 'ring-change-failed':
      return sayAny(`ring-change-failed-${event.change}`, { node, problem: clause(event.problem) });
    case 'stream-refused':
      return say('stream-refused', { node, peer: event.to, problem: clause(event.problem) });
  }
}
