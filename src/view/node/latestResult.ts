// The answer that is still on the page: the latest that a client got, until the next statement is given.

import type { ResultSet, SimEvent, Step } from '../../engine/index.ts';
import type { TableKey } from '../../scene/shape/scene.ts';

export interface ShownResult {
  readonly node: string;
  readonly step: number;
  readonly statement: string;
  /** The table that was read. */
  readonly table: TableKey | null;
  /** Null: the client got no rows, for the reason that `problem` tells, in the words of the node. */
  readonly result: ResultSet | null;
  readonly problem: string;
}

type Ended = Extract<SimEvent, { kind: 'statement-ended' }>;

const isAnswer = (event: SimEvent): event is Ended =>
  event.kind === 'statement-ended' && (event.result.rows !== null || event.result.status !== 'ok');

const isReceipt = (event: SimEvent): boolean => event.kind === 'statement-received';

/** Whether it is of the table that a card is about: another's versions have neither name nor hue there. */
export const isOfTable = (answer: ShownResult, table: TableKey | null): boolean =>
  answer.table === null ||
  table === null ||
  (answer.table.table === table.table && answer.table.keyspace === table.keyspace);

function tableRead(steps: readonly Step[], statement: string): TableKey | null {
  const command = steps.find((step) => 'id' in step.command && step.command.id === statement)?.command;
  return command?.kind === 'select' ? { keyspace: command.keyspace, table: command.table } : null;
}

/** Of the first `step` steps; null when a later statement was given, or none was answered with rows or in vain. */
export function latestResult(steps: readonly Step[], step: number): ShownResult | null {
  for (let i = Math.min(step, steps.length); i > 0; i--) {
    const events = steps[i - 1]?.events ?? [];
    const ended = events.find(isAnswer);
    if (ended !== undefined) {
      const { node, statement, result } = ended;
      const table = tableRead(steps, statement);
      return { node, step: i, statement, table, result: result.rows, problem: result.problem };
    }
    if (events.some(isReceipt)) {
      return null;
    }
  }
  return null;
}
