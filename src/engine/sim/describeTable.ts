// DESCRIBE TABLE (SPEC Q6): the table as a node knows it now, as CQL that would make it.

import { nameText, printStatement } from '../cql/text/print.ts';
import { cqlTypeName, isReversed } from '../cql/type.ts';
import type { ColumnDefinition, Schema } from '../schema/schema.ts';
import { columnsOfKind } from '../schema/schema.ts';

export function describeTable(schema: Schema): string {
  const names = (kind: 'partition_key' | 'clustering_key'): readonly string[] =>
    columnsOfKind(schema, kind).map(({ name }) => name);
  const text = printStatement({
    kind: 'create-table',
    name: { keyspace: schema.keyspace, table: schema.table },
    ifNotExists: false,
    columns: schema.columns.map((column) => ({
      name: column.name,
      type: cqlTypeName(column.type),
      isStatic: column.kind === 'static',
    })),
    partitionKey: names('partition_key'),
    clusteringKey: names('clustering_key'),
    descending: columnsOfKind(schema, 'clustering_key')
      .filter(({ type }) => isReversed(type))
      .map(({ name }) => name),
    comment: schema.comment === '' ? null : schema.comment,
  });
  const notes = [`-- version ${schema.version}`, ...schema.columns.flatMap((column) => droppedNote(column))];
  return `${text};\n${notes.join('\n')}`;
}

const droppedNote = (column: ColumnDefinition): readonly string[] =>
  column.droppedAt === null
    ? []
    : [`-- ${nameText(column.name)} was dropped before: cells up to @${column.droppedAt} are not shown`];
