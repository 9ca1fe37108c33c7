// What a node has noted and not yet done with: the commitlog (what a crash would leave of the memtable), the statements
// that it coordinates, the statements that it has prepared.

import type { CanonicalMutation, Handler, NodeState, Schema } from '../../engine/index.ts';
import { entriesOf, itemsOf } from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import type { Moment } from '../run/moment.ts';
import { tableId } from '../run/seenVersions.ts';
import type { CommitlogRow, OpenStatement, PreparedRow } from '../shape/scene.ts';
import { enumerated, label, listed } from '../words/say.ts';
import { tableOn } from './cardEntries.ts';
import { slotText } from './cellWords.ts';

/** The cells of a logged mutation by name: its column mapping is logged with it. */
function cellsOf({ partition, mapping }: CanonicalMutation): readonly string[] {
  const vectors = [
    { cells: partition.static, columns: mapping.static },
    ...entriesOf(partition.rows).map(([, row]) => ({ cells: row.cells, columns: mapping.regular })),
  ];
  return vectors.flatMap(({ cells, columns }) =>
    columns.flatMap(([column, type], id) => {
      const slot = cells[id] ?? null;
      return slot === null ? [] : [label('commitlog-cell', { column, value: slotText(slot, type) })];
    }),
  );
}

function logRow(
  moment: Moment,
  place: { readonly shard: number; readonly at: number; readonly current: Schema },
  mutation: CanonicalMutation,
): Omit<CommitlogRow, 'changed'> {
  const row = decodedKey(place.current, 'partition_key', mutation.key);
  const cells = cellsOf(mutation);
  return {
    key: `${place.shard}/${place.at}`,
    shard: place.shard,
    identity: moment.identities.of(mutation.version),
    sentence:
      cells.length === 0
        ? label('commitlog-row-bare', { row })
        : label('commitlog-row', { row, cells: enumerated(cells) }),
  };
}

/** The commitlog of the selected table, shard by shard. */
export function commitlogOf(
  moment: Moment,
  node: NodeState,
  before: NodeState | undefined,
): readonly CommitlogRow[] {
  return node.shards.flatMap((_shard, shard) => {
    const table = tableOn(moment, node, shard);
    if (table === null) {
      return [];
    }
    const earlier = new Set(itemsOf(tableOn(moment, before, shard)?.commitlog ?? table.commitlog));
    return itemsOf(table.commitlog).map((mutation, at) => ({
      ...logRow(moment, { shard, at, current: table.schema }, mutation),
      changed: !earlier.has(mutation),
    }));
  });
}

function openSentence(moment: Moment, statement: string, handler: Handler): string {
  const words = { what: moment.words.label(statement), statement, needed: handler.needed };
  if (handler.kind === 'read' && handler.phase === 'repair') {
    return label('open-repair', { ...words, nodes: listed(handler.repairing) });
  }
  return handler.kind === 'write'
    ? label('open-write', { ...words, count: String(handler.acks.length) })
    : label('open-read', { ...words, count: String(entriesOf(handler.replies).length) });
}

/** Statements whose client still waits for an answer of this node. */
export function openOf(moment: Moment, node: NodeState): readonly OpenStatement[] {
  return entriesOf(node.handlers).map(([statement, handler]) => ({
    key: statement,
    sentence: openSentence(moment, statement, handler),
  }));
}

/** The prepared statements of the selected table. */
export function preparedOf(moment: Moment, node: NodeState): readonly PreparedRow[] {
  return entriesOf(node.prepared)
    .filter(([, prepared]) => tableId(prepared) === moment.tableId)
    .map(([name, { schema }]) => ({
      key: name,
      name,
      identity: moment.identities.of(schema?.version ?? null),
      sentence:
        schema === null
          ? label('prepared-invalid', { name })
          : label('prepared-at', { name, version: moment.identities.name(schema.version) }),
    }));
}
