// A view in at most five sentences, from the same data as its picture: what a button "Describe this view" tells.

import type { BoxView, Scene } from '../shape/scene.ts';
import { enumerated, type LabelId, label } from '../words/say.ts';

export const VIEWS = ['cluster', 'history', 'versions', 'ids', 'transport'] as const;
export type ViewName = (typeof VIEWS)[number];

const SENTENCES_MAX = 5;
const NAMES_MAX = 3;

/** 'Cluster', 'Column ids'. */
export function viewTitle(view: ViewName): string {
  return label(`view-${view}` satisfies LabelId, {});
}

function cluster({ agreement, nodes, promises }: Scene): string[] {
  const entries = nodes.flatMap((card) =>
    card.sources.filter((source) => source.kind !== 'sstable').flatMap((source) => source.entries),
  );
  const stale = entries.filter((entry) => entry.stale).length;
  const waits = nodes.reduce((sum, card) => sum + card.waits.length, 0);
  return [
    label('view-nodes', { count: nodes.length, down: nodes.filter((card) => !card.up).length }),
    agreement.sentence,
    label('view-entries', { total: entries.length, stale, all: String(entries.length) }),
    label('view-waits', { count: waits }),
    label('view-promises', { sentence: promises.sentence }),
  ];
}

function positionSentence({ position }: Scene): string {
  return label('view-position', { step: position.step, steps: position.steps, time: position.time });
}

function flying({ inFlight }: Scene): string {
  const names = inFlight
    .slice(0, NAMES_MAX)
    .map((one) => one.label)
    .reduce((first, second) => (first === '' ? second : label('list-rows', { first, second })), '');
  const rest = inFlight.length - NAMES_MAX;
  return label('view-flying', {
    count: inFlight.length,
    names: rest > 0 ? label('view-flying-more', { names, count: rest }) : names,
  });
}

/** 'One link is cut: A–C. …' */
function cutLinks({ nodes }: Scene): string[] {
  const links = nodes.flatMap(({ node: a, cutOff }, i) =>
    (cutOff?.nodes ?? [])
      .filter((b) => nodes.slice(i + 1).some(({ node }) => node === b))
      .map((b) => label('link-short', { a, b })),
  );
  return links.length === 0 ? [] : [label('network-cuts', { count: links.length, links: enumerated(links) })];
}

function history(scene: Scene): string[] {
  const { strokes } = scene.loom;
  const lost = strokes.filter((stroke) => stroke.state === 'lost').length;
  const flown = strokes.filter((stroke) => stroke.endStep !== null).length;
  return [
    positionSentence(scene),
    scene.narration.sentence,
    flying(scene),
    label('view-strokes', { delivered: flown - lost, lost }),
    ...cutLinks(scene),
  ];
}

function boxes(list: readonly BoxView[]): string {
  return enumerated(list.map((box) => box.text));
}

function columnIds({ ids }: Scene): string[] {
  if (ids === null || ids.from.version === ids.to.version) {
    return [label('view-ids-none', {})];
  }
  const { example, from, to, caption } = ids;
  const pair = [
    label('view-ids-pair', { from: from.name, to: to.name }),
    label('view-ids-moves', { caption }),
  ];
  if (example === null) {
    return pair;
  }
  const vector = label('view-ids-example', {
    title: example.title,
    before: boxes(example.vectors.flatMap((one) => one.before)),
    from: example.from.name,
    after: boxes(example.vectors.flatMap((one) => one.after)),
    to: example.to.name,
  });
  return [...pair, vector, ...(example.untagged.sentence === '' ? [] : [example.untagged.sentence])];
}

function transport(scene: Scene): string[] {
  const { position, next } = scene;
  const ahead = position.steps - position.step;
  const then =
    ahead > 0
      ? label('view-next-recorded', { steps: ahead })
      : next === null
        ? label('next-none', {})
        : label('view-next', { label: next.label });
  return [positionSentence(scene), label('view-changes', { count: position.ticks.length }), then];
}

/** At most five sentences. */
export function describeView(scene: Scene, view: ViewName): readonly string[] {
  switch (view) {
    case 'cluster':
      return cluster(scene);
    case 'history':
      return history(scene);
    case 'versions':
      return scene.dag.description.slice(0, SENTENCES_MAX);
    case 'ids':
      return columnIds(scene);
    default:
      return transport(scene);
  }
}
