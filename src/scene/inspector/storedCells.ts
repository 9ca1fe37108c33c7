// An entry by its key, as the cards name it, and its cells one by one: in memory by id, in an sstable by name.

import type {
  CollectionCell,
  DataCell,
  DataRow,
  NodeState,
  Partition,
  PartitionKey,
  Schema,
  TableState,
} from '../../engine/index.ts';
import {
  columnsOfKind,
  decodeElement,
  decodeText,
  entriesOf,
  isCollection,
  lookup,
} from '../../engine/index.ts';
import { tableOn } from '../node/cardEntries.ts';
import type { Moment } from '../run/moment.ts';
import type { SourceKind } from '../shape/scene.ts';
import { label } from '../words/say.ts';

export interface EntryPlace {
  /** 'A/0/memtable/00000001' */
  readonly entry: string;
  readonly node: NodeState;
  readonly shard: number;
  readonly source: SourceKind;
  /** Which of the sstables, from 1; 0 in memory. */
  readonly number: number;
  readonly key: PartitionKey;
  readonly table: TableState;
  /** The version's definition; null in an sstable, which needs none. */
  readonly schema: Schema | null;
  readonly cells: readonly StoredCell[];
  readonly tombstones: readonly Tombstone[];
  readonly markers: readonly Marker[];
}

export interface Tombstone {
  readonly of: 'partition' | 'row' | 'range';
  /** Which row, or the rows whose clustering keys begin so; '' for the partition. */
  readonly clustering: string;
  readonly ts: number;
}

/** Of which row, and when an INSERT made it. */
export interface Marker {
  readonly clustering: string;
  readonly ts: number;
}

export interface StoredCell {
  /** 'row', 'static' or a clustering key: what a selection names. */
  readonly row: string;
  readonly clustering: string;
  readonly kind: 'static' | 'regular';
  /** Its place in the vector; null in an sstable. */
  readonly id: number | null;
  /** What the place means under the entry's version, or the name that the sstable gives. */
  readonly means: string;
  /** Of a collection, one cell an element, by the element's key. */
  readonly element: string | null;
  readonly type: string | null;
  readonly cell: DataCell;
}

/** The entry with this key at this moment; null when there is none. */
export function entryPlace(moment: Moment, entry: string): EntryPlace | null {
  const [nodeId, shardText, source = '', key = ''] = entry.split('/');
  const shard = Number(shardText);
  const node = moment.state.core.nodes.find((one) => one.id === nodeId);
  const table = tableOn(moment, node, shard);
  if (node === undefined || table === null) {
    return null;
  }
  const at = { entry, node, shard, key, table };
  if (source === 'memtable' || source === 'cache') {
    const found = lookup(table[source].entries, key);
    return found === undefined
      ? null
      : {
          ...at,
          source,
          number: 0,
          schema: found.schema,
          cells: memoryCells(found.partition, found.schema),
          ...deletionsOf(found.partition),
        };
  }
  const number = Number(source.replace('sstable ', ''));
  const partition = lookup(table.sstables[number - 1]?.partitions ?? {}, key);
  return partition === undefined
    ? null
    : {
        ...at,
        source: 'sstable',
        number,
        schema: null,
        cells: diskCells(partition),
        ...deletionsOf(partition),
      };
}

/** What a partition in memory and one in an sstable have in common. */
interface Rows {
  readonly tombstone: number | null;
  readonly ranges: Partition['ranges'];
  readonly rows: Readonly<Record<string, Pick<DataRow, 'tombstone' | 'marker'>>>;
}

/** Of the rows that an INSERT made: they are there even without a cell (E16). */
function markersOf({ rows }: Rows): readonly Marker[] {
  return entriesOf(rows).flatMap(([clustering, { marker }]) =>
    marker === null ? [] : [{ clustering, ts: marker.ts }],
  );
}

/** What a partition holds beside its cells. */
export function deletionsOf(partition: Rows): Pick<EntryPlace, 'tombstones' | 'markers'> {
  return { tombstones: tombstonesOf(partition), markers: markersOf(partition) };
}

function tombstonesOf(partition: Rows): readonly Tombstone[] {
  const rows = entriesOf(partition.rows).flatMap(([clustering, row]) =>
    row.tombstone === null ? [] : [{ of: 'row' as const, clustering, ts: row.tombstone }],
  );
  return [
    ...(partition.tombstone === null
      ? []
      : [{ of: 'partition' as const, clustering: '', ts: partition.tombstone }]),
    ...partition.ranges.map(({ prefix, ts }) => ({ of: 'range' as const, clustering: prefix, ts })),
    ...rows,
  ];
}

type Place = Omit<StoredCell, 'cell' | 'element'>;

/** A plain cell, or the elements of a collection one by one. */
function cellsAt(place: Place, slot: DataCell | CollectionCell | null | undefined): StoredCell[] {
  if (slot === null || slot === undefined) {
    return [];
  }
  return isCollection(slot)
    ? entriesOf(slot.elements).map(([element, cell]) => ({ ...place, element, cell }))
    : [{ ...place, element: null, cell: slot }];
}

export function memoryCells(partition: Partition, schema: Schema): readonly StoredCell[] {
  const vector = (
    cells: Partition['static'],
    row: Pick<StoredCell, 'row' | 'clustering' | 'kind'>,
  ): StoredCell[] => {
    const columns = columnsOfKind(schema, row.kind);
    return cells.flatMap((slot, id) =>
      cellsAt({ ...row, id, means: columns[id]?.name ?? `#${id}`, type: columns[id]?.type ?? null }, slot),
    );
  };
  return [
    ...vector(partition.static, { row: 'static', clustering: '', kind: 'static' }),
    ...entriesOf(partition.rows).flatMap(([clustering, row]) =>
      vector(row.cells, { row: rowName(clustering), clustering, kind: 'regular' }),
    ),
  ];
}

type Named = Extract<TableState['sstables'][number]['partitions'][string], object>;

function diskCells(partition: Named): readonly StoredCell[] {
  const named = (cells: Named['static'], row: Pick<StoredCell, 'row' | 'clustering' | 'kind'>) =>
    entriesOf(cells).flatMap(([means, { type, slot }]) => cellsAt({ ...row, id: null, means, type }, slot));
  return [
    ...named(partition.static, { row: 'static', clustering: '', kind: 'static' }),
    ...entriesOf(partition.rows).flatMap(([clustering, row]) =>
      named(row.cells, { row: rowName(clustering), clustering, kind: 'regular' }),
    ),
  ];
}

function rowName(clustering: string): string {
  return clustering === '' ? 'row' : clustering;
}

/** 'memtable', 'sstable 1' */
export function sourceText({ source, number }: Pick<EntryPlace, 'source' | 'number'>): string {
  return source === 'sstable'
    ? label('source-sstable', { number: String(number) })
    : label(`source-${source}`, {});
}

/** The value as a person writes it; hex where the bytes do not decode under the type; null for a dead cell. */
export function cellText({ cell, type, element }: StoredCell): string | null {
  const { value } = cell;
  if (value === null) {
    return null;
  }
  const text =
    type === null
      ? null
      : element === null
        ? decodeText(type, value)
        : decodeElement(type, element, value).value;
  return text ?? `0x${value}`;
}

/** Which element of a collection: '[0]', "['home']", "'red'"; '' for a plain cell. */
export function elementText({ type, element }: StoredCell): string {
  return element === null ? '' : ((type && decodeElement(type, element, '').name) ?? `0x${element}`);
}

/** Every entry that holds the same row of the same table, on every node. */
export function entriesOfRow(moment: Moment, { key, table }: EntryPlace): readonly EntryPlace[] {
  const { cfId } = table.schema;
  return moment.state.core.nodes.flatMap((node) => entriesOn(moment, node, { cfId, key }));
}

/** Those on one node: memory first, then files. */
export function entriesOn(
  moment: Moment,
  node: NodeState,
  { cfId, key }: { readonly cfId: string; readonly key: PartitionKey },
): readonly EntryPlace[] {
  return node.shards.flatMap((_shard, shard) => {
    const found = tableOn(moment, node, shard);
    const files = found?.sstables.map((_one, i) => `sstable ${i + 1}`) ?? [];
    return found?.schema.cfId === cfId
      ? ['memtable', 'cache', ...files].flatMap(
          (source) => entryPlace(moment, `${node.id}/${shard}/${source}/${key}`) ?? [],
        )
      : [];
  });
}
