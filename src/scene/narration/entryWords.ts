// Keys and values of stored data as a person writes them.

import type { DataRow, Partition, PartitionKey, Schema, SimState } from '../../engine/index.ts';
import { columnsOfKind, decodeText, valuesOf } from '../../engine/index.ts';
import type { BoxView } from '../shape/scene.ts';
import { enumerated, label } from '../words/say.ts';

/** A serialized key (hex components joined by ':') decoded by the key columns of a schema: '1' or '1, 2016'. */
export function decodedKey(schema: Schema, kind: 'partition_key' | 'clustering_key', key: string): string {
  if (key === '') {
    return '';
  }
  const columns = columnsOfKind(schema, kind);
  return key
    .split(':')
    .map((hex, i) => {
      const type = columns[i]?.type;
      return (type === undefined ? null : decodeText(type, hex)) ?? `0x${hex}`;
    })
    .join(', ');
}

/** Some node's definition of a table, for its key columns: those never change. */
function anySchema(state: SimState, cfId: string | null): Schema | null {
  for (const node of state.core.nodes) {
    for (const shard of node.shards) {
      const tables = valuesOf(shard.tables);
      const found = cfId === null ? tables[0] : tables.find((table) => table.schema.cfId === cfId);
      if (found !== undefined) {
        return found.schema;
      }
    }
  }
  return null;
}

/** A row's partition key in words, whichever node holds its table. */
export function rowText(state: SimState, cfId: string | null, key: PartitionKey): string {
  const schema = anySchema(state, cfId);
  return schema === null ? `0x${key}` : decodedKey(schema, 'partition_key', key);
}

/** What boxes mean, in order; those beyond a version's columns, which an entry without a tag may have, mean nothing. */
export const meaningOf = (boxes: readonly BoxView[]): string =>
  enumerated(boxes.map((box) => box.means).filter((name) => name !== ''));

/** Which cells a vector is, and what its boxes mean: static ones have ids of their own. '' for no vector. */
export function vectorCaption(entry: string, { kind, clustering, boxes }: Vector): string {
  if (boxes.length === 0) {
    return '';
  }
  const named = boxes.some((box) => box.name !== null);
  const names = meaningOf(boxes);
  return label('vector-caption', {
    entry,
    kind: kind === 'row' && clustering === '' ? 'only' : kind,
    clustering,
    named: named || names === '' ? 'yes' : 'no',
    names,
  });
}

interface Vector {
  readonly kind: 'static' | 'row';
  /** The clustering key; '' where there is none. */
  readonly clustering: string;
  readonly boxes: readonly BoxView[];
}

/** Partition and range tombstones in words, or ''. */
export function tombstoneText(partition: Pick<Partition, 'tombstone' | 'ranges'>): string {
  const all = [
    ...(partition.tombstone === null ? [] : [label('tombstone', { ts: String(partition.tombstone) })]),
    ...partition.ranges.map((range) => label('tombstone-range', { ts: String(range.ts) })),
  ];
  return enumerated(all);
}

export function rowTombstone(row: Pick<DataRow, 'tombstone'>): string {
  return row.tombstone === null ? '' : label('tombstone', { ts: String(row.tombstone) });
}
