// Cells one by one, in an entry or in a message: by id, what each means, its value and who wrote it.

import type { Schema } from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import type { Moment } from '../run/moment.ts';
import { label } from '../words/say.ts';
import type { Block, TableRow } from './inspection.ts';
import { cellText, elementText, type StoredCell } from './storedCells.ts';
import { mono, note, quiet, statementValue, table, value } from './values.ts';

interface Holder {
  readonly cells: readonly StoredCell[];
  /** Any version of the table: key columns never change. */
  readonly schema: Schema;
  /** The entry that holds them, whose cells one can choose; null on the wire. */
  readonly entry: string | null;
}

export function cellsTable(moment: Moment, holder: Holder): Block {
  const { cells } = holder;
  const hasRows = cells.some((cell) => cell.clustering !== '');
  const head = [
    label('inspect-head-id', {}),
    label('inspect-head-means', {}),
    ...(hasRows ? [label('inspect-head-row', {})] : []),
    label('inspect-head-value', {}),
    label('inspect-head-written', {}),
    label('inspect-head-by', {}),
  ];
  const rows = cells.map((cell) => cellRow(moment, holder, cell, hasRows));
  return rows.length === 0
    ? note('cells', label('inspect-cells-none', {}))
    : table('cells', label('inspect-cells', {}), head, rows);
}

function cellRow(moment: Moment, { schema, entry }: Holder, stored: StoredCell, hasRows: boolean): TableRow {
  const { cell, row, means: column, id, element } = stored;
  const text = cellText(stored);
  const name = elementText(stored);
  const clustering =
    stored.kind === 'static'
      ? label('kind-static', {})
      : decodedKey(schema, 'clustering_key', stored.clustering);
  return {
    key: `${row}/${column}/${element ?? ''}`,
    tone: text === null ? 'dead' : 'plain',
    cells: [
      [id === null ? quiet(label('inspect-by-name', {})) : mono(String(id))],
      [
        value(column, { select: entry === null ? null : { kind: 'cell', entry, row, column } }),
        ...(name === '' ? [] : [mono(name, { tone: 'quiet' })]),
        ...(cell.column === column ? [] : [quiet(label('inspect-written-for', { column: cell.column }))]),
      ],
      ...(hasRows ? [[value(clustering)]] : []),
      [text === null ? quiet(label('inspect-dead', {})) : mono(text)],
      [mono(label('at-time', { ts: String(cell.ts) }))],
      [statementValue(moment, cell.statement)],
    ],
  };
}
