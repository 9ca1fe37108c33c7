// Rows of system tables, one table a row: every cell with its timestamp, dead ones and tombstones too.

import type { SystemCellView } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import type { TableBlock, TableRow } from './inspection.ts';
import { heads, mono, quiet, value } from './values.ts';

export interface ShownRow {
  readonly key: string;
  /** 'demo, users, email' */
  readonly name: string;
  readonly tombstone: number | null;
  readonly cells: readonly SystemCellView[];
  readonly changed: boolean;
}

export function rowTables(rows: readonly ShownRow[]): readonly TableBlock[] {
  const head = ['cell', 'value', 'written'] as const;
  return rows.map((row) => ({
    kind: 'table',
    key: row.key,
    caption: row.name,
    captionHidden: false,
    head: heads(head),
    rows: [
      ...(row.tombstone === null ? [] : [tombstoneRow(row.tombstone)]),
      ...row.cells.map(
        (cell): TableRow => ({
          key: cell.name,
          tone: cell.dead ? 'dead' : row.changed ? 'changed' : 'plain',
          cells: [
            [mono(cell.name)],
            [cell.dead ? quiet(label('inspect-dead', {})) : mono(cell.text)],
            [mono(label('at-time', { ts: String(cell.ts) }))],
          ],
        }),
      ),
    ],
  }));
}

function tombstoneRow(ts: number): TableRow {
  return {
    key: 'row tombstone',
    tone: 'dead',
    cells: [
      [value(label('inspect-whole-row', {}))],
      [quiet(label('inspect-row-tombstone', {}))],
      [mono(label('at-time', { ts: String(ts) }))],
    ],
  };
}
