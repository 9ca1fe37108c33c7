// The data of a node card: memtable and cache as vectors of boxes whose index is the column id, at the version that each
// entry is stored at; sstables with names inside and no version. Compared with the step before, box by box.

import type {
  CellVector,
  ColumnDefinition,
  DataRow,
  Dict,
  Entry,
  NamedPartition,
  NamedSlot,
  NodeState,
  Partition,
  Schema,
  Slot,
  TableState,
} from '../engine/index.ts';
import { columnsOfKind, decodeText, entriesOf, isCollection, lookup, valuesOf } from '../engine/index.ts';
import { decodedKey } from './entryWords.ts';
import type { Moment } from './moment.ts';
import { label } from './say.ts';
import type { BoxView, EntryRowView, EntryView, SourceKind, SourceView } from './scene.ts';
import { tableId } from './seenVersions.ts';

type DataKind = 'static' | 'regular';

interface Shown {
  readonly text: string;
  readonly state: BoxView['state'];
  readonly ts: number | null;
}

const EMPTY: Shown = { text: '–', state: 'empty', ts: null };

function showSlot(slot: Slot | undefined, type: string | undefined): Shown {
  if (slot === null || slot === undefined) {
    return EMPTY;
  }
  if (isCollection(slot)) {
    const count = valuesOf(slot.elements).filter((cell) => cell.value !== null).length;
    const ts = Math.max(slot.tombstone ?? 0, ...valuesOf(slot.elements).map((cell) => cell.ts));
    return {
      text: label('elements', { count }),
      state: 'live',
      ts,
    };
  }
  if (slot.value === null) {
    return { text: '×', state: 'dead', ts: slot.ts };
  }
  const text = type === undefined ? null : decodeText(type, slot.value);
  return text === null
    ? { text: `0x${slot.value}`, state: 'undecodable', ts: slot.ts }
    : { text, state: 'live', ts: slot.ts };
}

/** The boxes of a vector under the version it is stored at, as many as that version has columns of the kind. */
export function boxesOf(
  stored: { readonly schema: Schema; readonly cells: CellVector },
  kind: DataKind,
  earlier: { readonly schema: Schema; readonly cells: CellVector } | null,
): readonly BoxView[] {
  const columns = columnsOfKind(stored.schema, kind);
  const columnsBefore = earlier === null ? [] : columnsOfKind(earlier.schema, kind);
  const count = Math.max(columns.length, stored.cells.length);
  return Array.from({ length: count }, (_, index) => {
    const column: ColumnDefinition | undefined = columns[index];
    const shown = showSlot(stored.cells[index], column?.type);
    const was = columnsBefore.find((one) => one.name === column?.name);
    const before = was === undefined ? EMPTY : showSlot(earlier?.cells[was.id], was.type);
    const same = before.text === shown.text && before.state === shown.state && before.ts === shown.ts;
    const moved = was !== undefined && was.id !== index && shown.state !== 'empty' && same;
    return {
      key: column?.name ?? `#${index}`,
      index,
      name: null,
      ...shown,
      means: column?.name ?? '',
      movedFrom: moved ? was.id : null,
      changed: earlier !== null && (!same || moved),
    };
  });
}

function tombstoneText(partition: Pick<Partition, 'tombstone' | 'ranges'>): string {
  const all = [
    ...(partition.tombstone === null ? [] : [label('tombstone', { ts: String(partition.tombstone) })]),
    ...partition.ranges.map((range) => label('tombstone-range', { ts: String(range.ts) })),
  ];
  return all.join(' ');
}

function rowTombstone(row: Pick<DataRow, 'tombstone'>): string {
  return row.tombstone === null ? '' : label('tombstone', { ts: String(row.tombstone) });
}

function memoryRows(entry: Entry, earlier: Entry | null): readonly EntryRowView[] {
  return entriesOf(entry.partition.rows).map(([clustering, row]) => {
    const before = earlier === null ? undefined : lookup(earlier.partition.rows, clustering);
    const boxes = boxesOf(
      { schema: entry.schema, cells: row.cells },
      'regular',
      before === undefined || earlier === null ? null : { schema: earlier.schema, cells: before.cells },
    );
    return {
      key: clustering === '' ? 'row' : clustering,
      clustering: decodedKey(entry.schema, 'clustering_key', clustering),
      tombstone: rowTombstone(row),
      boxes,
    };
  });
}

interface Place {
  readonly moment: Moment;
  readonly node: string;
  readonly shard: number;
  readonly current: Schema;
}

function namesOf(boxes: readonly BoxView[]): string {
  return boxes.map((box) => box.means).join(', ');
}

function memoryEntry(
  place: Place,
  source: 'memtable' | 'cache',
  [key, entry]: readonly [string, Entry],
  earlier: Entry | null | undefined,
): EntryView {
  const { moment, node, shard, current } = place;
  const before = earlier ?? null;
  const identity = moment.identities.of(entry.schema.version);
  const rows = memoryRows(entry, before);
  const statics =
    columnsOfKind(entry.schema, 'static').length === 0
      ? []
      : boxesOf(
          { schema: entry.schema, cells: entry.partition.static },
          'static',
          before === null ? null : { schema: before.schema, cells: before.partition.static },
        );
  const id = `${node}/${shard}/${source}/${key}`;
  const row = decodedKey(entry.schema, 'partition_key', key);
  const { selection } = moment.options;
  const version = moment.identities.name(entry.schema.version);
  return {
    key: id,
    source,
    shard,
    row,
    identity,
    stale: entry.schema.version !== current.version,
    static: statics,
    rows,
    tombstone: tombstoneText(entry.partition),
    // Where a run begins nothing has changed yet.
    changed: moment.step > 0 && before !== entry,
    selected: selection?.kind === 'entry' && selection.entry === id,
    caption: label('entry-caption', { row, source: label(`source-${source}`, {}), node, version }),
    means: label('entry-means', { names: namesOf([...statics, ...(rows[0]?.boxes ?? [])]) }),
  };
}

function namedBoxes(cells: Dict<NamedSlot>): readonly BoxView[] {
  return entriesOf(cells).map(([name, { slot, type }]) => ({
    key: name,
    index: null,
    name,
    ...showSlot(slot, type),
    means: name,
    movedFrom: null,
    changed: false,
  }));
}

function diskEntry(place: Place, at: number, [key, partition]: readonly [string, NamedPartition]): EntryView {
  const { moment, node, shard, current } = place;
  const id = `${node}/${shard}/sstable ${at + 1}/${key}`;
  const row = decodedKey(current, 'partition_key', key);
  const source = label('source-sstable', { number: String(at + 1) });
  const { selection } = moment.options;
  return {
    key: id,
    source: 'sstable',
    shard,
    row,
    identity: null,
    stale: false,
    static: namedBoxes(partition.static),
    rows: entriesOf(partition.rows).map(([clustering, data]) => ({
      key: clustering === '' ? 'row' : clustering,
      clustering: decodedKey(current, 'clustering_key', clustering),
      tombstone: rowTombstone(data),
      boxes: namedBoxes(data.cells),
    })),
    tombstone: tombstoneText(partition),
    changed: false,
    selected: selection?.kind === 'entry' && selection.entry === id,
    caption: label('entry-caption-disk', { row, source, node }),
    means: '',
  };
}

/** A node's table on one shard, by the selected table's name. */
export function tableOn(moment: Moment, node: NodeState | undefined, shard: number): TableState | null {
  const tables = valuesOf(node?.shards[shard]?.tables ?? {});
  return tables.find(({ schema }) => tableId(schema) === moment.tableId) ?? null;
}

function title(moment: Moment, kind: SourceKind, shard: number, number: number): string {
  const source =
    kind === 'sstable' ? label('source-sstable', { number: String(number) }) : label(`source-${kind}`, {});
  return moment.timeline.config.shards > 1
    ? label('source-on-shard', { source, shard: String(shard) })
    : source;
}

function sourcesOnShard(
  moment: Moment,
  node: NodeState,
  shard: number,
  before: NodeState | undefined,
): SourceView[] {
  const table = tableOn(moment, node, shard);
  if (table === null) {
    return [];
  }
  const earlier = tableOn(moment, before, shard);
  const place: Place = { moment, node: node.id, shard, current: table.schema };
  const inMemory = (['memtable', 'cache'] as const).map((kind) => ({
    key: `${shard}/${kind}`,
    kind,
    shard,
    title: title(moment, kind, shard, 0),
    entries: entriesOf(table[kind].entries).map((pair) =>
      memoryEntry(place, kind, pair, earlier === null ? null : lookup(earlier[kind].entries, pair[0])),
    ),
  }));
  const onDisk = table.sstables.map((sstable, at) => ({
    key: `${shard}/sstable ${at + 1}`,
    kind: 'sstable' as const,
    shard,
    title: title(moment, 'sstable', shard, at + 1),
    entries: entriesOf(sstable.partitions).map((pair) => ({
      ...diskEntry(place, at, pair),
      changed: earlier !== null && !earlier.sstables.includes(sstable),
    })),
  }));
  return [...inMemory, ...onDisk];
}

/** All data sources of the selected table on a node, shard by shard. */
export function sourcesOf(
  moment: Moment,
  node: NodeState,
  before: NodeState | undefined,
): readonly SourceView[] {
  return node.shards.flatMap((_shard, i) => sourcesOnShard(moment, node, i, before));
}
