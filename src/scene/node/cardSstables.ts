// Sstables on a node card: they name their columns and have no version, so their boxes carry names and no index.

import type { Dict, NamedPartition, NamedSlot, Schema } from '../../engine/index.ts';
import { entriesOf } from '../../engine/index.ts';
import { decodedKey, rowTombstone, tombstoneText, vectorCaption } from '../narration/entryWords.ts';
import type { Moment } from '../run/moment.ts';
import type { BoxView, EntryView } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { showSlot } from './cellWords.ts';
import { isCellChosen } from './chosenCell.ts';
import type { BoxRules } from './vectorBoxes.ts';

/** Where an entry lies, and the definition that its table has now. */
export interface EntryPlace {
  readonly moment: Moment;
  readonly node: string;
  readonly shard: number;
  readonly current: Schema;
}

function namedBoxes(cells: Dict<NamedSlot>, isSelected: BoxRules['isSelected']): readonly BoxView[] {
  return entriesOf(cells).map(([name, { slot, type }]) => ({
    key: name,
    index: null,
    name,
    ...showSlot(slot, type),
    means: name,
    movedFrom: null,
    changed: false,
    selected: isSelected(name, slot),
  }));
}

/** One partition of the sstable with this index. */
export function diskEntry(
  place: EntryPlace,
  at: number,
  [key, partition]: readonly [string, NamedPartition],
): EntryView {
  const { moment, node, shard, current } = place;
  const id = `${node}/${shard}/sstable ${at + 1}/${key}`;
  const row = decodedKey(current, 'partition_key', key);
  const source = label('source-sstable', { number: String(at + 1) });
  const { selection } = moment.options;
  const isSelected =
    (ofRow: string): BoxRules['isSelected'] =>
    (column, slot) =>
      selection?.kind === 'cell' && isCellChosen(selection, { entry: id, row: ofRow, column, slot });
  const caption = label('entry-caption-disk', { row, source, node });
  const statics = namedBoxes(partition.static, isSelected('static'));
  return {
    key: id,
    source: 'sstable',
    shard,
    row,
    identity: null,
    identityBefore: null,
    stale: false,
    static: statics,
    staticCaption: vectorCaption(caption, { kind: 'static', clustering: '', boxes: statics }),
    rows: entriesOf(partition.rows).map(([clustering, data]) => {
      const rowKey = clustering === '' ? 'row' : clustering;
      const words = decodedKey(current, 'clustering_key', clustering);
      const boxes = namedBoxes(data.cells, isSelected(rowKey));
      return {
        key: rowKey,
        clustering: words,
        tombstone: rowTombstone(data),
        marker: data.marker?.ts ?? null,
        boxes,
        caption: vectorCaption(caption, { kind: 'row', clustering: words, boxes }),
        fallen: [],
      };
    }),
    tombstone: tombstoneText(partition),
    fallen: [],
    changed: false,
    selected: selection?.kind === 'entry' && selection.entry === id,
    caption,
    means: '',
  };
}
