// What an event is about, and whom: the filters of the event log.

import type { NodeId, SimEvent } from '../../engine/index.ts';
import { unreachable } from '../../engine/index.ts';

export const EVENT_GROUPS = [
  'statement',
  'message',
  'merge',
  'gossip',
  'registry',
  'data',
  'storage',
  'operation',
] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

const GROUP_OF: Readonly<Record<SimEvent['kind'], EventGroup>> = {
  'statement-received': 'statement',
  'statement-ended': 'statement',
  'statement-prepared': 'statement',
  'statement-invalidated': 'statement',
  'write-acknowledged': 'statement',
  'message-sent': 'message',
  'message-delivered': 'message',
  'message-lost': 'message',
  'message-duplicated': 'message',
  'request-failed': 'message',
  'timer-set': 'operation',
  'timer-fired': 'operation',
  'timer-cancelled': 'operation',
  'merge-queued': 'merge',
  'schema-merged': 'merge',
  'merge-failed': 'merge',
  'schema-switched': 'merge',
  'version-aliased': 'merge',
  'node-aborted': 'operation',
  'digest-announced': 'gossip',
  'digest-heard': 'gossip',
  'pull-scheduled': 'gossip',
  'pull-not-needed': 'gossip',
  'schema-requested': 'gossip',
  'schema-sent': 'gossip',
  'peer-up': 'gossip',
  'peer-down': 'gossip',
  'peer-left': 'gossip',
  'ring-pending': 'operation',
  'streaming-begun': 'operation',
  'ring-changed': 'operation',
  'ring-change-failed': 'operation',
  'stream-refused': 'data',
  'version-requested': 'registry',
  'request-waits': 'registry',
  'definition-sent': 'registry',
  'version-not-found': 'registry',
  'version-loaded': 'registry',
  'version-loading-failed': 'registry',
  'version-synced': 'registry',
  'version-sync-failed': 'registry',
  'version-unheld': 'registry',
  'version-forgotten': 'registry',
  'mutation-applied': 'data',
  'mutation-refused': 'data',
  'read-served': 'data',
  'digest-mismatch': 'data',
  'replica-repaired': 'data',
  stored: 'storage',
  operated: 'operation',
};

export function groupOf(event: SimEvent): EventGroup {
  return GROUP_OF[event.kind];
}

/** The nodes that an event is about. */
export function nodesOf(event: SimEvent): readonly NodeId[] {
  if (event.kind === 'operated') {
    const { operation } = event;
    switch (operation.kind) {
      case 'cut':
      case 'heal':
        return [operation.a, operation.b];
      case 'wait':
      case 'protect':
        return [];
      case 'flush':
      case 'compact':
      case 'evict':
      case 'crash':
      case 'restart':
      case 'add-node':
      case 'remove-node':
      case 'expire-tombstones':
      case 'skew':
        return [operation.node];
      default:
        return unreachable(operation);
    }
  }
  return 'node' in event ? [event.node] : [event.from, event.to];
}
