// What differs between the stored data of two cards: rows that one side lacks, the versions that entries are stored at,
// and cells by the columns that their boxes mean. Boxes that merely stand elsewhere are the same cell.

import type { BoxView, EntryView, NodeCard, Selection } from '../shape/scene.ts';
import { enumerated, label } from '../words/say.ts';
import { type CardPair, changeOf, lacking, sayDifference } from './compareWords.ts';
import type { Change } from './comparison.ts';
import { pairBy } from './pairing.ts';

interface Stored {
  /** Without the node: 'shard/source/row', so that two nodes' entries find each other. */
  readonly place: string;
  readonly source: string;
  readonly entry: EntryView;
}

function storedOn(card: NodeCard): Stored[] {
  return card.sources.flatMap((source) =>
    source.entries.map((entry) => ({
      place: entry.key.slice(card.node.length + 1),
      source: source.title,
      entry,
    })),
  );
}

interface Cell {
  readonly key: string;
  readonly column: string;
  readonly text: string;
  readonly ts: number | null;
}

function cellsOf(entry: EntryView): Cell[] {
  const named = (boxes: readonly BoxView[], where: string): Cell[] =>
    boxes
      .filter((box) => box.state !== 'empty')
      .map((box) => ({ key: `${where}/${box.key}`, column: box.key, text: box.text, ts: box.ts }));
  return [...named(entry.static, 'static'), ...entry.rows.flatMap((row) => named(row.boxes, row.key))];
}

const deletionsOf = (entry: EntryView): string =>
  enumerated([entry.tombstone, ...entry.rows.map((row) => row.tombstone)].filter((text) => text !== ''));

/** Which rows an INSERT has said to be there, and when: a row without cells is one by its marker alone. */
const markersOf = (entry: EntryView): string =>
  enumerated(
    entry.rows.flatMap(({ clustering, marker }) =>
      marker === null ? [] : label('compare-written', { text: clustering, ts: String(marker) }).trim(),
    ),
  );

interface Place {
  readonly pair: CardPair;
  readonly key: string;
  readonly row: string;
  readonly source: string;
  readonly selection: Selection;
}

function written(cell: Cell | null): string | null {
  if (cell === null) {
    return null;
  }
  return cell.ts === null ? cell.text : label('compare-written', { text: cell.text, ts: String(cell.ts) });
}

function cellChanges(place: Place, was: EntryView, is: EntryView): Change[] {
  const { pair, row, source, selection } = place;
  const absent = label('compare-absent', {});
  return pairBy(cellsOf(was), cellsOf(is), (cell) => cell.key).flatMap(({ key, was: old, is: now }) => {
    if (old?.text === now?.text && old?.ts === now?.ts) {
      return [];
    }
    const column = (now ?? old)?.column ?? '';
    const isLater = old !== null && now !== null && old.text === now.text;
    const [before, after] = isLater ? [written(old), written(now)] : [old?.text ?? null, now?.text ?? null];
    const sentence = sayDifference(pair.words, 'compare-cell', {
      column,
      row,
      source,
      was: before ?? absent,
      is: after ?? absent,
    });
    const what = label('compare-what-cell', { row, source, column });
    const told = { key: `${place.key} ${key}`, area: 'entry' as const, node: pair.is.node, what };
    return [changeOf({ ...told, sentence, selection }, before, after)];
  });
}

function storedChanges(place: Place, was: EntryView, is: EntryView): Change[] {
  const { pair, row, source, selection } = place;
  const told = { area: 'entry' as const, node: pair.is.node, selection };
  const changes: Change[] = [];
  if (was.identity?.version !== is.identity?.version) {
    const names = { row, source, was: was.identity?.name ?? '', is: is.identity?.name ?? '' };
    changes.push({
      ...told,
      key: `${place.key} stored`,
      what: label('compare-what-stored', { row, source }),
      was: names.was,
      is: names.is,
      wasIdentity: was.identity,
      isIdentity: is.identity,
      sentence: sayDifference(pair.words, 'compare-entry-stored', names),
    });
  }
  for (const [key, name, of] of [
    ['deleted', label('compare-deletions', {}), deletionsOf],
    ['markers', label('compare-markers', {}), markersOf],
  ] as const) {
    const [before, after] = [of(was), of(is)];
    if (before !== after) {
      const what = label('compare-what-cell', { row, source, column: name });
      const none = label('inspect-none', {});
      const [wasText, isText] = [before || none, after || none];
      const texts = { column: name, row, source, was: wasText, is: isText };
      const sentence = sayDifference(pair.words, 'compare-cell', texts);
      changes.push(
        changeOf({ ...told, key: `${place.key} ${key}`, what, sentence }, before || null, after || null),
      );
    }
  }
  return [...changes, ...cellChanges(place, was, is)];
}

/** The cells of an entry that the other side lacks: 'Ada', 'Ada, 555'. */
const contentOf = (entry: EntryView | null): string | null =>
  entry === null
    ? null
    : enumerated(cellsOf(entry).map((cell) => cell.text)) || label('compare-no-cells', {});

export function compareEntries(pair: CardPair): readonly Change[] {
  return pairBy(storedOn(pair.was), storedOn(pair.is), (one) => one.place).flatMap(
    ({ key, was: old, is: now }) => {
      const one = now ?? old;
      if (one === null) {
        return [];
      }
      const { source } = one;
      const { row } = one.entry;
      const selection = { kind: 'entry', entry: one.entry.key } as const;
      const place = { pair, key: `entry ${key}`, row, source, selection };
      if (old !== null && now !== null) {
        return storedChanges(place, old.entry, now.entry);
      }
      const sentence = sayDifference(pair.words, 'compare-entry-only', {
        row,
        source,
        ...lacking(pair.words, old !== null),
      });
      const what = label('compare-what-entry', { row, source });
      const told = { key: place.key, area: 'entry' as const, node: pair.is.node, what, selection, sentence };
      return [changeOf(told, contentOf(old?.entry ?? null), contentOf(now?.entry ?? null))];
    },
  );
}
