// How a statement ends for its client (SPEC W8): at most once.

import { withKey } from '../plain/record.ts';
import type { StatementId } from '../plain/scalars.ts';
import type { StatementResult } from './node.ts';
import type { Turn } from './turn.ts';
import { update } from './turn.ts';

export function endStatement(turn: Turn, statement: StatementId, result: StatementResult): void {
  if (Object.hasOwn(turn.node.results, statement)) {
    return;
  }
  update(turn, { results: withKey(turn.node.results, statement, result) });
  turn.events.push({ kind: 'statement-ended', node: turn.node.id, statement, result });
}
