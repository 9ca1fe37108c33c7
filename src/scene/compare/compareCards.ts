// What differs between two cards: state, version, columns; entries and details have files of their own.

import type { ColumnChip, Identity, NodeCard, Selection } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { compareDetails } from './compareDetails.ts';
import { compareEntries } from './compareEntries.ts';
import { type CardPair, changeOf, lacking, sayDifference, type Words } from './compareWords.ts';
import type { Change } from './comparison.ts';
import { pairBy } from './pairing.ts';

const versionName = (identity: Identity | null): string => identity?.name ?? label('compare-no-table', {});

function versionChanges({ was, is, words }: CardPair): Change[] {
  return pairBy(was.shards, is.shards, (one) => String(one.shard)).flatMap(({ key, was: old, is: now }) => {
    const [before, after] = [old?.identity ?? null, now?.identity ?? null];
    if (before?.version === after?.version) {
      return [];
    }
    const names = { was: versionName(before), is: versionName(after) };
    const target = after ?? before;
    const selection: Selection | null = target === null ? null : { kind: 'version', version: target.version };
    const several = Math.max(was.shards.length, is.shards.length) > 1;
    return [
      {
        key: `version ${key}`,
        area: 'version' as const,
        node: is.node,
        what: several
          ? label('compare-what-version-shard', { shard: key })
          : label('compare-what-version', {}),
        ...names,
        wasIdentity: before,
        isIdentity: after,
        selection,
        sentence: sayDifference(words, 'compare-version', names),
      },
    ];
  });
}

function upChanges({ was, is, words }: CardPair): Change[] {
  if (was.up === is.up) {
    return [];
  }
  const state = (card: NodeCard): string => label(card.up ? 'peer-up' : 'peer-down', {});
  const names = { was: state(was), is: state(is) };
  const sentence = sayDifference(words, 'compare-up', names);
  const selection = { kind: 'node', node: is.node } as const;
  const told = { key: 'up', area: 'up' as const, node: is.node, what: label('compare-what-up', {}) };
  return [changeOf({ ...told, sentence, selection }, names.was, names.is)];
}

function columnText(chip: ColumnChip): string {
  const { type } = chip;
  const id = String(chip.id);
  if (chip.isKey) {
    return label('compare-column-key', { kind: label(`kind-${chip.kind}`, {}), type });
  }
  return label(chip.kind === 'static' ? 'compare-column-static' : 'compare-column', { id, type });
}

function columnSentence(words: Words, was: ColumnChip | null, is: ColumnChip | null): string {
  const column = (is ?? was)?.name ?? '';
  if (was === null || is === null) {
    return sayDifference(words, 'compare-column-only', { column, ...lacking(words, was !== null) });
  }
  const retyped = was.type !== is.type || was.kind !== is.kind;
  return retyped
    ? sayDifference(words, 'compare-column-type', { column, was: columnText(was), is: columnText(is) })
    : sayDifference(words, 'compare-column-id', { column, was: String(was.id), is: String(is.id) });
}

function columnChanges({ was, is, words }: CardPair): Change[] {
  const present = (card: NodeCard): readonly ColumnChip[] =>
    card.columns.filter((chip) => chip.change !== 'leaving');
  return pairBy(present(was), present(is), (chip) => chip.name).flatMap(({ key, was: old, is: now }) => {
    const [before, after] = [old && columnText(old), now && columnText(now)];
    if (before === after) {
      return [];
    }
    const told = {
      key: `column ${key}`,
      area: 'column' as const,
      node: is.node,
      what: label('compare-what-column', { column: key }),
      sentence: columnSentence(words, old, now),
      selection: { kind: 'column', column: key } as const,
    };
    return [changeOf(told, before, after)];
  });
}

/** Everything that is not the same on two cards, the most telling first. */
export function compareCards(pair: CardPair): readonly Change[] {
  return [
    ...upChanges(pair),
    ...versionChanges(pair),
    ...columnChanges(pair),
    ...compareEntries(pair),
    ...compareDetails(pair),
  ];
}
