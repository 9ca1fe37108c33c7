// Which steps are quiet: those of one node with itself, which the loom gathers into a counted row.

import type { SimEvent } from '../../engine/index.ts';

const SHOWN: readonly string[] = ['crash', 'restart', 'add-node', 'remove-node', 'cut', 'heal', 'protect'];

/** Whether somebody looking at the whole cluster would see something happen. */
export function showsOnLoom(events: readonly SimEvent[]): boolean {
  return events.some((event) => {
    switch (event.kind) {
      case 'message-sent':
      case 'message-delivered':
      case 'message-lost':
      case 'message-duplicated':
        return event.from !== event.to;
      case 'statement-received':
      case 'schema-switched':
      case 'merge-failed':
      case 'node-aborted':
      case 'pull-scheduled':
      case 'ring-pending':
      case 'streaming-begun':
      case 'ring-changed':
      case 'ring-change-failed':
        return true;
      case 'schema-merged':
        return event.origin !== 'ddl';
      case 'statement-ended':
        return event.result.status !== 'ok';
      case 'operated':
        return SHOWN.includes(event.operation.kind);
      case 'stored':
        return event.event.kind === 'cell-discarded' && event.event.source !== 'result';
      default:
        return false;
    }
  });
}
