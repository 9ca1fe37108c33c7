// Words for a whole scene: who stands where, what a slider says, and a compact text of everything for tests and readers.

import type { NodeId } from '../../engine/index.ts';
import type {
  Agreement,
  BoxView,
  EntryView,
  IdExample,
  Identity,
  NodeCard,
  Scene,
  Stroke,
  ToldStatement,
} from '../shape/scene.ts';
import { enumerated, label, listed } from '../words/say.ts';

const besides = (first: string, second: string): string => label('list-rows', { first, second });

/** 'All 3 nodes are at Z.' or 'A and B at Z, C at Y.', or 'A, B and C at Z; D at Y.' */
export function agreementSentence(tiles: Agreement['tiles']): string {
  const [first] = tiles;
  const agreed = tiles.every((tile) => tile.up && !tile.mixed && tile.identity === first?.identity);
  if (agreed && first?.identity) {
    const version = first.identity.name;
    return label('agreed-all', { count: tiles.length, version });
  }
  const groups = new Map<Identity | 'none' | 'down', NodeId[]>();
  for (const tile of tiles) {
    const key = tile.up ? (tile.identity ?? 'none') : 'down';
    groups.set(key, [...(groups.get(key) ?? []), tile.node]);
  }
  const parts = [...groups].map(([at, nodes]) => {
    const names = { nodes: listed(nodes) };
    if (at === 'none' || at === 'down') {
      return label(at === 'none' ? 'stands-nowhere' : 'stands-down', names);
    }
    return label('stands-at', { ...names, version: at.name });
  });
  // Of more than two names one has a comma behind it: then what stands apart needs more than that.
  const isLong = [...groups.values()].some((nodes) => nodes.length > 2);
  return label('agreement', { stands: isLong ? parts.reduce(besides) : enumerated(parts) });
}

function boxText(box: BoxView): string {
  const moved = box.movedFrom === null ? '' : `<${box.movedFrom}`;
  return `${box.name ?? box.index ?? ''}:${box.text}${moved}`;
}

function entryText(entry: EntryView): string {
  const version = entry.identity === null ? '' : `@${entry.identity.name}`;
  const vectors = [entry.static, ...entry.rows.map((row) => row.boxes)].filter((boxes) => boxes.length > 0);
  const cells = vectors.map((boxes) => `[${boxes.map(boxText).join(' ')}]`).join(' ');
  return `${entry.row}${version}${entry.stale ? ' stale' : ''} ${cells}`;
}

const toldLine = ({ table, change, adds }: ToldStatement): string =>
  `    told ${table} ${change}${adds ? ' *' : ''}`;

function cardText(card: NodeCard): string[] {
  const changed = card.changed.any ? '*' : '';
  const columns = card.columns.map((chip) => {
    const mark = { none: '', added: '+', moved: '~', retyped: '^', leaving: '-' }[chip.change];
    return `${mark}${chip.name}${chip.isKey ? 'k' : ''}${chip.id}`;
  });
  const sources = card.sources
    .filter((source) => source.entries.length > 0)
    .map((source) => `    ${source.title}: ${source.entries.map(entryText).join(' | ')}`);
  const registry = card.registry.map((row) => row.sentence).join(' · ');
  return [
    `  ${card.node}${changed} ${card.description} (${columns.join(' ')}) ${card.upgraded.sentence}`,
    ...sources,
    `    registry ${registry}`,
    ...(card.told === null ? [] : [toldLine(card.told)]),
    ...card.merges.map((row) => `    merge ${row.sentence}`),
    ...card.waits.map((row) => `    ${row.sentence}`),
  ];
}

function strokeText(stroke: Stroke): string {
  const at = (x: number): string => String(Math.round(x));
  const shape = stroke.label === null ? '' : ` "${stroke.label.text}" ${stroke.label.shape}`;
  return `  ${stroke.sentence} (${at(stroke.start.x)},${at(stroke.start.y)})-(${at(stroke.end.x)},${at(stroke.end.y)})${shape}`;
}

function exampleText({ title, from, to, vectors, untagged }: IdExample): string[] {
  const texts = vectors.map(
    ({ kind, before, after }) =>
      `  ${title}, ${kind}: ${from.name} [${before.map(boxText).join(' ')}] → ${to.name} [${after.map(boxText).join(' ')}]`,
  );
  return [...texts, `  ${untagged.sentence}`];
}

/** A scene as compact text: what the snapshot tests hold. */
export function textOf(scene: Scene): string {
  const { loom, dag, ids } = scene;
  const edges = dag.edges.map((edge) => {
    const name = (version: string): string =>
      scene.identities.find((one) => one.version === version)?.name ?? '?';
    return `  ${name(edge.from)} > ${name(edge.to)} ${edge.labels.join(' ')}${edge.overwritten ? ' overwritten' : ''}`;
  });
  const mapping = ids?.groups.flatMap((group) =>
    group.ribbons.map((ribbon) => `${ribbon.name} ${ribbon.fromId ?? '·'}→${ribbon.toId ?? '·'}`),
  );
  return [
    `${scene.position.valueText} [${scene.position.time}]`,
    scene.agreement.sentence,
    ...scene.nodes.flatMap(cardText),
    'rows',
    ...loom.rows.map((row) => `  ${row.row} ${row.text}`),
    'dots',
    ...loom.dots
      .filter((dot) => dot.text !== '')
      .map((dot) => `  ${dot.node} ${dot.text} → ${dot.identity?.name ?? ''}`),
    'strokes',
    ...loom.strokes.map(strokeText),
    'versions',
    ...dag.nodes.map((node) => `  ${node.label}${node.ghost ? ' (ghost)' : ''}`),
    ...edges,
    `ids ${ids === null ? '' : `${ids.from.name}→${ids.to.name}: ${mapping?.join(', ') ?? ''}. ${ids.caption}`}`,
    ...(ids?.example ? exampleText(ids.example) : []),
    `on the way ${scene.inFlight.map((item) => `${item.label}${item.next ? ' (next)' : ''}`).join(' · ')}`,
    `said ${scene.narration.sentence}`,
    `next ${scene.next?.label ?? 'nothing'}`,
    scene.promises.sentence,
  ].join('\n');
}
