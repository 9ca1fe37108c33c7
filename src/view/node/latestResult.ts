// The latest answer that a client got from a node, up to the playhead: the page shows at most one at a time.

import type { ResultSet, SimEvent, Step } from '../../engine/index.ts';

export interface ShownResult {
  readonly node: string;
  readonly step: number;
  readonly result: ResultSet;
}

/** Steps looked at, so that a long run does not cost more than a short one. */
const LOOK_BACK = 200;

export function latestResult(steps: readonly Step[], step: number): ShownResult | null {
  const last = Math.min(step, steps.length);
  for (let i = last; i > Math.max(0, last - LOOK_BACK); i--) {
    const ended = steps[i - 1]?.events.find(isAnswer);
    if (ended !== undefined && ended.result.rows !== null) {
      return { node: ended.node, step: i, result: ended.result.rows };
    }
  }
  return null;
}

type Ended = Extract<SimEvent, { kind: 'statement-ended' }>;

const isAnswer = (event: SimEvent): event is Ended =>
  event.kind === 'statement-ended' && event.result.rows !== null;
