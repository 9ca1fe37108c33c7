// Rows of system tables, cell by cell, as a table of the inspector.

import type { SystemRow } from '../../engine/index.ts';
import { systemCells } from '../cardDetails.ts';
import { label } from '../say.ts';
import type { TableBlock, TableRow } from './inspection.ts';
import { mono, quiet, table, value } from './values.ts';

export function rowsTable(rows: readonly (readonly [name: string, row: SystemRow])[]): TableBlock {
  const head = ['row', 'cell', 'value', 'written'] as const;
  return table(
    'rows',
    label('inspect-content', {}),
    head.map((each) => label(`inspect-head-${each}`, {})),
    rows.flatMap(([name, row]): TableRow[] => [
      ...(row.tombstone === null
        ? []
        : [
            {
              key: `${name} tombstone`,
              tone: 'dead' as const,
              cells: [
                [value(name)],
                [quiet(label('inspect-whole-row', {}))],
                [quiet(label('inspect-row-tombstone', {}))],
                [mono(label('at-time', { ts: String(row.tombstone) }))],
              ],
            },
          ]),
      ...systemCells(row).map(
        (cell): TableRow => ({
          key: `${name} ${cell.name}`,
          tone: cell.dead ? 'dead' : 'plain',
          cells: [
            [value(name)],
            [mono(cell.name)],
            [cell.dead ? quiet(label('inspect-dead', {})) : mono(cell.text)],
            [mono(label('at-time', { ts: String(cell.ts) }))],
          ],
        }),
      ),
    ]),
  );
}
