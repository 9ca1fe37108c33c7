// The columns of a definition, each with its id.

import type { Schema } from '../../engine/index.ts';
import { cqlTypeName } from '../../engine/index.ts';
import { label } from '../words/say.ts';
import type { Block, TableRow } from './inspection.ts';
import { heads, link, mono, nothing, table, value } from './values.ts';

export function columnsTable({ columns }: Schema): Block {
  const head = ['column', 'kind', 'id', 'type', 'dropped-at'] as const;
  const rows = columns.map(
    ({ name, kind, id, type, droppedAt }): TableRow => ({
      key: name,
      tone: 'plain',
      cells: [
        [link(name, { kind: 'column', column: name })],
        [value(label(`kind-${kind}`, {}))],
        [mono(String(id))],
        [mono(cqlTypeName(type))],
        [droppedAt === null ? nothing() : mono(label('at-time', { ts: String(droppedAt) }))],
      ],
    }),
  );
  return table('columns', label('inspect-columns', {}), heads(head), rows);
}
