// What a promise says about a result is judged when the result is made (SPEC I4, I14, I15): afterwards nothing holds the
// schema that it was made under.

import type { StatementId } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import { columnByName } from '../schema/schema.ts';
import type { ResultSet } from '../storage/resultSet.ts';
import type { Turn } from './turn.ts';
import { breach } from './turn.ts';

export interface Judged {
  readonly statement: StatementId;
  readonly rows: ResultSet;
  /** What the request ran under, and the columns it asked for (null: all). */
  readonly schema: Schema;
  readonly asked: readonly string[] | null;
}

export function judgeResult(turn: Turn, { statement, rows, schema, asked }: Judged): void {
  const expected = asked ?? schema.columns.map((column) => column.name);
  if (rows.version !== schema.version || expected.join('\u0000') !== rows.columns.join('\u0000')) {
    breach(turn, { promise: 'I4', fault: { kind: 'other-columns' }, version: rows.version, statement });
  }
  for (const row of rows.rows) {
    row.forEach((cell, i) => {
      const name = rows.columns[i] ?? '';
      if (cell.column !== null && cell.column !== name) {
        breach(turn, {
          promise: 'I14',
          fault: { kind: 'wrong-name', name, text: cell.text ?? '', writtenFor: cell.column },
          version: rows.version,
          statement,
        });
      }
      const droppedAt = columnByName(schema, name)?.droppedAt ?? null;
      if (droppedAt !== null && cell.ts !== null && cell.column !== null && cell.ts <= droppedAt) {
        breach(turn, {
          promise: 'I15',
          fault: { kind: 'shown-after-drop', name, text: cell.text ?? '', ts: cell.ts, droppedAt },
          version: rows.version,
          statement,
        });
      }
    });
  }
}
