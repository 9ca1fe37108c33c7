// The answer that is still on the page: the latest that a client got, until the next statement is given.

import type { ResultSet, SimEvent, Step } from '../../engine/index.ts';

export interface ShownResult {
  readonly node: string;
  readonly step: number;
  readonly statement: string;
  readonly result: ResultSet;
}

type Ended = Extract<SimEvent, { kind: 'statement-ended' }>;

const isAnswer = (event: SimEvent): event is Ended =>
  event.kind === 'statement-ended' && event.result.rows !== null;

const isReceipt = (event: SimEvent): boolean => event.kind === 'statement-received';

/** Of the first `step` steps; null when a later statement was given, or none was answered with rows. */
export function latestResult(steps: readonly Step[], step: number): ShownResult | null {
  for (let i = Math.min(step, steps.length); i > 0; i--) {
    const events = steps[i - 1]?.events ?? [];
    const ended = events.find(isAnswer);
    if (ended !== undefined && ended.result.rows !== null) {
      return { node: ended.node, step: i, statement: ended.statement, result: ended.result.rows };
    }
    if (events.some(isReceipt)) {
      return null;
    }
  }
  return null;
}
