// The comparison of two sides: a pure function of both moments. First a list in words, then per node what was and what is.

import type { SceneOptions } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { compareCards } from './compareCards.ts';
import { compareRuns, partingStep } from './compareRuns.ts';
import type { Words } from './compareWords.ts';
import type {
  Change,
  CompareArea,
  CompareCard,
  CompareSide,
  CompareView,
  Difference,
  Side,
  Sides,
} from './comparison.ts';
import { pairBy } from './pairing.ts';
import { lookAt, type Seen } from './sideMoment.ts';

function changesOf(sides: Sides, was: Seen, is: Seen): readonly Change[] {
  const words: Words = { mode: sides.mode, a: sides.was.title, b: sides.is.title, node: '' };
  if (sides.mode === 'nodes') {
    const [a, b] = [was.cards[0], is.cards[0]];
    return a === undefined || b === undefined ? [] : compareCards({ was: a, is: b, words });
  }
  const onCards = pairBy(was.cards, is.cards, (card) => card.node).flatMap(({ was: a, is: b }) =>
    a === null || b === null ? [] : compareCards({ was: a, is: b, words: { ...words, node: b.node } }),
  );
  return [...onCards, ...compareRuns(was, is, words)];
}

/** From the most telling to the least. */
const ORDER: readonly CompareArea[] = [
  'promise',
  'version',
  'up',
  'column',
  'entry',
  'statement',
  'message',
  'registry',
  'merges',
  'waits',
  'gossip',
  'rows',
];

function inOrder(changes: readonly Change[]): readonly Change[] {
  return ORDER.flatMap((area) => changes.filter((change) => change.area === area));
}

function sideView(sides: Sides, side: Side): CompareSide {
  const last = side.timeline.steps.length;
  const at = Math.min(side.step, last);
  const isCut = sides.mode === 'branches' && side.step > last;
  const when = isCut ? label('compare-at-end', { at: String(at) }) : label('compare-at', { at });
  return { title: side.title, at: sides.mode === 'branches' ? when : '' };
}

function parting(sides: Sides): string {
  if (sides.mode !== 'branches') {
    return '';
  }
  const step = partingStep(sides.was.timeline, sides.is.timeline);
  return step === null ? label('compare-same-run', {}) : label('compare-parted', { step });
}

function cardsOf(sides: Sides, changes: readonly Change[]): readonly CompareCard[] {
  const nodes = [...new Set(changes.map((change) => change.node))];
  return nodes.map((node) => ({
    key: node ?? '',
    node,
    title:
      sides.mode === 'nodes'
        ? label('list-two', { first: sides.was.title, second: sides.is.title })
        : node === null
          ? label('compare-cluster', {})
          : label('node', { node }),
    changes: changes.filter((change) => change.node === node),
  }));
}

/** What is not the same on two sides. */
export function compareOf(sides: Sides, options: SceneOptions): CompareView {
  const [was, is] = [lookAt(sides.was, options), lookAt(sides.is, options)];
  const changes = inOrder(changesOf(sides, was, is));
  const differences: Difference[] = changes
    .filter((change) => change.sentence !== '')
    .map(({ key, node, sentence, selection }) => ({ key: `${node ?? ''} ${key}`, sentence, selection }));
  const names = { mode: sides.mode, a: sides.was.title, b: sides.is.title };
  const same = was.hash === is.hash && changes.length === 0;
  const summary = same
    ? label('compare-none', { ...names, hash: is.hash })
    : changes.length === 0
      ? label('compare-hidden', { ...names, hash: was.hash, other: is.hash })
      : label('compare-count', { a: names.a, b: names.b, count: changes.length });
  return {
    mode: sides.mode,
    was: sideView(sides, sides.was),
    is: sideView(sides, sides.is),
    same,
    summary,
    parting: parting(sides),
    differences,
    cards: cardsOf(sides, changes),
  };
}
