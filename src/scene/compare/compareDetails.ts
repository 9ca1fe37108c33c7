// What differs in that which a card folds behind "More": registries, gossip, merges in line, waits, system rows. Each area
// is told in one sentence; what exactly differs stands in the table.

import type { NodeCard, RegistryRow, Selection, SystemCellView, SystemRowView } from '../shape/scene.ts';
import { enumerated, label } from '../words/say.ts';
import { type CardPair, changeOf, sayDifference, type Words } from './compareWords.ts';
import type { Change, CompareArea } from './comparison.ts';
import { pairBy } from './pairing.ts';

interface Detail {
  readonly key: string;
  readonly area: CompareArea;
  readonly what: string;
  readonly text: string;
  readonly selection: Selection | null;
}

function registryText(row: RegistryRow): string {
  const state = { load: label(`load-${row.load}`, {}), sync: label(`sync-${row.sync}`, {}) };
  return label('compare-registry', { ...state, holders: enumerated(row.holders), count: row.holders.length });
}

function detailsOf(card: NodeCard): Detail[] {
  const selection = { kind: 'node', node: card.node } as const;
  const several = card.shards.length > 1;
  return [
    ...card.registry.map((row) => {
      const { version } = row.identity;
      const id = several ? 'compare-what-registry-shard' : 'compare-what-registry';
      return {
        key: row.key,
        area: 'registry' as const,
        what: label(id, { version: row.identity.name, shard: String(row.shard) }),
        text: registryText(row),
        selection: { kind: 'registry', node: card.node, shard: row.shard, version } as const,
      };
    }),
    ...card.merges.map((row) => ({
      key: row.key.replaceAll(card.node, ''),
      area: 'merges' as const,
      what: label('compare-what-merges', {}),
      text: row.sentence,
      selection,
    })),
    ...card.waits.map((row) => ({
      key: row.key,
      area: 'waits' as const,
      what: label('compare-what-waits', {}),
      text: row.sentence,
      selection,
    })),
    ...card.gossip.map((row) => ({
      key: row.peer,
      area: 'gossip' as const,
      what: label('compare-what-gossip', { peer: row.peer }),
      text: row.sentence,
      selection,
    })),
  ];
}

const cellText = (cell: SystemCellView): string => (cell.dead ? '×' : cell.text);

/** Of the cells that differ: those with another value one by one, those merely written again as a count. */
function systemRowText(row: SystemRowView | null, other: SystemRowView | null): string | null {
  if (row === null) {
    return null;
  }
  const theirs = new Map((other?.cells ?? []).map((cell) => [cell.name, cell]));
  const isOther = (cell: SystemCellView): boolean => {
    const same = theirs.get(cell.name);
    return same === undefined || cellText(same) !== cellText(cell);
  };
  const written = row.cells
    .filter(isOther)
    .map((cell) =>
      label('compare-system-cell', { name: cell.name, text: cellText(cell), ts: String(cell.ts) }),
    );
  const again = row.cells.filter((cell) => !isOther(cell) && theirs.get(cell.name)?.ts !== cell.ts);
  const [first] = again;
  const dead = row.tombstone === null ? [] : [label('tombstone', { ts: String(row.tombstone) })];
  const rewritten =
    first === undefined ? [] : [label('compare-rewritten', { count: again.length, ts: String(first.ts) })];
  return enumerated([...dead, ...written, ...rewritten]);
}

const detailsSentence = (words: Words, area: CompareArea, count: number): string =>
  sayDifference(words, 'compare-details', { area, count });

function systemRowChanges({ was, is, words }: CardPair): readonly Change[] {
  const pairs = pairBy(was.systemRows, is.systemRows, (row) => row.key);
  const differing = pairs.flatMap(({ key, was: old, is: now }) => {
    const row = now ?? old;
    const [before, after] = [systemRowText(old, now), systemRowText(now, old)];
    return row === null || before === after ? [] : [{ key, row, before, after }];
  });
  return differing.map(({ key, row, before, after }, i) => {
    const told = {
      key: `rows ${key}`,
      area: 'rows' as const,
      node: is.node,
      what: label('compare-what-row', { table: row.systemTable, row: row.row }),
      selection: { kind: 'node', node: is.node } as const,
      sentence: i === 0 ? detailsSentence(words, 'rows', differing.length) : '',
    };
    return changeOf(told, before, after);
  });
}

/** Details of one area are told in one sentence: the first of them carries it. */
export function compareDetails(pair: CardPair): readonly Change[] {
  const { was, is, words } = pair;
  const twoNodes = words.mode === 'nodes';
  // What two nodes hear of each other is never the same: between two nodes it says nothing.
  const meant = (detail: Detail): boolean => !(twoNodes && detail.area === 'gossip');
  const pairs = pairBy(
    detailsOf(was).filter(meant),
    detailsOf(is).filter(meant),
    (detail) => `${detail.area} ${detail.key}`,
  );
  const differing = pairs.flatMap(({ key, was: old, is: now }) => {
    const one = now ?? old;
    return one === null || old?.text === now?.text ? [] : [{ key, old, now, one }];
  });
  const told = new Set<CompareArea>();
  const details = differing.flatMap(({ key, old, now, one }) => {
    const { area, what, selection } = one;
    const count = differing.filter((other) => other.one.area === area).length;
    const sentence = told.has(area) ? '' : detailsSentence(words, area, count);
    told.add(area);
    return [
      changeOf({ key, area, node: is.node, what, selection, sentence }, old?.text ?? null, now?.text ?? null),
    ];
  });
  return [...details, ...systemRowChanges(pair)];
}
