// The data of a node card: memtable and cache as vectors of boxes whose index is the column id, at the version that each
// entry is stored at; sstables with names inside and no version. Compared with the step before, box by box.

import type { Entry, NodeState, TableState } from '../../engine/index.ts';
import { columnsOfKind, entriesOf, lookup, valuesOf } from '../../engine/index.ts';
import {
  decodedKey,
  meaningOf,
  rowTombstone,
  tombstoneText,
  vectorCaption,
} from '../narration/entryWords.ts';
import type { Moment } from '../run/moment.ts';
import { tableId } from '../run/seenVersions.ts';
import type { BoxView, EntryRowView, EntryView, SourceKind, SourceView } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { diskEntry, type EntryPlace } from './cardSstables.ts';
import { isCellChosen } from './chosenCell.ts';
import { type Fallen, fallenOf } from './fallenCells.ts';
import { type BoxRules, boxesOf } from './vectorBoxes.ts';

type Memory = 'memtable' | 'cache';

/** One entry in memory, as it is and as it was. */
interface Subject {
  readonly id: string;
  readonly entry: Entry;
  readonly earlier: Entry | null;
  readonly fallen: Fallen;
  readonly rulesOf: (row: string) => BoxRules;
  readonly caption: string;
}

/** Entries carry the version that they are stored at; with that protection off nobody knows it. */
const isUntagged = (moment: Moment): boolean => !moment.state.core.config.protections.versionTags;

function rulesFor(moment: Moment, id: string): (row: string) => BoxRules {
  const { selection } = moment.options;
  const untagged = isUntagged(moment);
  return (row) => ({
    untagged,
    isSelected: (column, slot) =>
      (selection?.kind === 'column' && selection.column === column) ||
      (selection?.kind === 'cell' && isCellChosen(selection, { entry: id, row, column, slot })),
  });
}

function staticBoxes({ entry, earlier, rulesOf }: Subject): readonly BoxView[] {
  return columnsOfKind(entry.schema, 'static').length === 0
    ? []
    : boxesOf(
        { schema: entry.schema, cells: entry.partition.static },
        'static',
        earlier === null ? null : { schema: earlier.schema, cells: earlier.partition.static },
        rulesOf('static'),
      );
}

function memoryRows({ entry, earlier, fallen, rulesOf, caption }: Subject): readonly EntryRowView[] {
  return entriesOf(entry.partition.rows).map(([clustering, row]) => {
    const before = earlier === null ? undefined : lookup(earlier.partition.rows, clustering);
    const key = clustering === '' ? 'row' : clustering;
    const boxes = boxesOf(
      { schema: entry.schema, cells: row.cells },
      'regular',
      before === undefined || earlier === null ? null : { schema: earlier.schema, cells: before.cells },
      rulesOf(key),
    );
    const words = decodedKey(entry.schema, 'clustering_key', clustering);
    return {
      key,
      clustering: words,
      tombstone: rowTombstone(row),
      marker: row.marker?.ts ?? null,
      boxes,
      caption: vectorCaption(caption, { kind: 'row', clustering: words, boxes }),
      fallen: fallen.rows.get(clustering) ?? [],
    };
  });
}

function memoryEntry(
  place: EntryPlace,
  source: Memory,
  [key, entry]: readonly [string, Entry],
  earlier: Entry | null | undefined,
): EntryView {
  const { moment, node, shard, current } = place;
  const id = `${node}/${shard}/${source}/${key}`;
  const before = earlier ?? null;
  const fallen = fallenOf(moment, { entry: id, node, shard, source, key }, before);
  const row = decodedKey(entry.schema, 'partition_key', key);
  const { selection } = moment.options;
  const untagged = isUntagged(moment);
  const { version } = entry.schema;
  const words = { row, source: label(`source-${source}`, {}), node };
  const caption = untagged
    ? label('entry-caption-untagged', words)
    : label('entry-caption', { ...words, version: moment.identities.name(version) });
  const subject = { id, entry, earlier: before, fallen, rulesOf: rulesFor(moment, id), caption };
  const rows = memoryRows(subject);
  const statics = staticBoxes(subject);
  const names = meaningOf([...statics, ...(rows[0]?.boxes ?? [])]);
  const upgraded = !untagged && before !== null && before.schema.version !== version;
  return {
    key: id,
    source,
    shard,
    row,
    identity: untagged ? null : moment.identities.of(version),
    identityBefore: upgraded ? moment.identities.of(before.schema.version) : null,
    stale: version !== current.version,
    static: statics,
    staticCaption: vectorCaption(caption, { kind: 'static', clustering: '', boxes: statics }),
    rows,
    tombstone: tombstoneText(entry.partition),
    fallen: fallen.static,
    // Where a run begins nothing has changed yet.
    changed: moment.step > 0 && before !== entry,
    selected: selection?.kind === 'entry' && selection.entry === id,
    caption,
    means: names === '' ? '' : label('entry-means', { names }),
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
  const place: EntryPlace = { moment, node: node.id, shard, current: table.schema };
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
