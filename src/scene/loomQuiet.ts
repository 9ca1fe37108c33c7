// Which steps are quiet: those of one node with itself, which the loom gathers into a counted row.

import type { SimEvent } from '../engine/index.ts';

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
        return true;
      case 'schema-merged':
        return event.origin !== 'ddl';
      case 'statement-ended':
        return event.result.status !== 'ok';
      case 'operated':
        return ['crash', 'restart', 'cut', 'heal', 'protect'].includes(event.operation.kind);
      case 'stored':
        return event.event.kind === 'cell-discarded' && event.event.source !== 'result';
      default:
        return false;
    }
  });
}
