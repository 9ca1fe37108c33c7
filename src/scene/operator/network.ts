// The network at one moment: nodes on a ring, the links between them, which are cut, and into which groups that parts the
// cluster; and the commands by which it becomes another network. A partition is nothing but cut links.

import type { NodeId, Operation, Timeline } from '../../engine/index.ts';
import { momentAt, versionOnShard } from '../run/moment.ts';
import type { Identity, Playhead, Point, SceneOptions } from '../shape/scene.ts';
import { enumerated, label, listed } from '../words/say.ts';
import { type LinkPlace, ringPlace } from './networkGeometry.ts';

export interface NetworkNode extends Point {
  readonly node: NodeId;
  readonly up: boolean;
  /** Its version of the table, on its first shard. */
  readonly identity: Identity | null;
  /** Which group it is in, from 0, groups by their first node. */
  readonly group: number;
}

export interface NetworkLink extends LinkPlace {
  readonly a: NodeId;
  readonly b: NodeId;
  readonly cut: boolean;
  /** Messages on it. */
  readonly carries: number;
  /** Whether the step that led here cut or healed it. */
  readonly changed: boolean;
  /** 'A–B' */
  readonly short: string;
  /** 'Link between A and B' */
  readonly name: string;
  readonly sentence: string;
}

export interface NetworkView {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  /** Nodes that hear each other, over others or straight. */
  readonly groups: readonly (readonly NodeId[])[];
  readonly sentence: string;
}

export function networkOf(timeline: Timeline, playhead: Playhead, options: SceneOptions): NetworkView {
  const moment = momentAt(timeline, playhead, options);
  const { core } = moment.state;
  const ids = core.nodes.map(({ id }) => id);
  const groups = groupsOf(ids, core.cuts);
  const nodes = core.nodes.map((node, i) => ({
    node: node.id,
    up: node.up,
    identity: moment.identities.of(versionOnShard(moment, node, 0)),
    group: groups.findIndex((group) => group.includes(node.id)),
    ...ringPlace(i, ids.length),
  }));
  const links = pairsOf(nodes).map(([from, to]): NetworkLink => {
    const [a, b] = [from.node, to.node];
    const key = keyOf(a, b);
    const cut = core.cuts.includes(key);
    const carries = core.messages.filter((message) => keyOf(message.from, message.to) === key).length;
    return {
      key,
      a,
      b,
      cut,
      carries,
      changed: cut !== moment.before.core.cuts.includes(key),
      from: { x: from.x, y: from.y },
      to: { x: to.x, y: to.y },
      short: label('link-short', { a, b }),
      name: label('link-name', { a, b }),
      sentence: linkSentence({ a, b, cut, carries }),
    };
  });
  return { nodes, links, groups, sentence: networkSentence(links, groups) };
}

/** As the engine names a link. */
const keyOf = (a: NodeId, b: NodeId): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((first, i) => items.slice(i + 1).map((second) => [first, second] as const));
}

/** Nodes that are joined by links that work, over others too. */
function groupsOf(ids: readonly NodeId[], cuts: readonly string[]): readonly (readonly NodeId[])[] {
  const groups: NodeId[][] = [];
  for (const id of ids) {
    const joined = groups.filter((group) => group.some((other) => !cuts.includes(keyOf(id, other))));
    const merged = [...joined.flat(), id];
    for (const group of joined) {
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  const place = (group: readonly NodeId[]): number => Math.min(...group.map((id) => ids.indexOf(id)));
  return groups
    .map((group) => group.toSorted((a, b) => ids.indexOf(a) - ids.indexOf(b)))
    .sort((a, b) => place(a) - place(b));
}

function linkSentence({ a, b, cut, carries }: Pick<NetworkLink, 'a' | 'b' | 'cut' | 'carries'>): string {
  if (cut) {
    return label('link-cut', { a, b });
  }
  return carries === 0 ? label('link-works', { a, b }) : label('link-carries', { a, b, count: carries });
}

function networkSentence(links: readonly NetworkLink[], groups: readonly (readonly NodeId[])[]): string {
  const cut = links.filter((link) => link.cut);
  if (links.length === 0) {
    return label('network-alone', {});
  }
  if (cut.length === 0) {
    return label('network-whole', {});
  }
  return groups.length > 1
    ? label('network-parted', { count: String(groups.length), groups: groupsText(groups) })
    : label('network-cuts', { count: cut.length, links: enumerated(cut.map(({ short }) => short)) });
}

const groupsText = (groups: readonly (readonly NodeId[])[]): string =>
  groups.map((group) => listed(group)).reduce((all, one) => label('list-rows', { first: all, second: one }));

/** What cuts and heals links so that nodes hear each other exactly if they are in one group. */
export function partitionCommands(
  view: NetworkView,
  groupOf: Readonly<Record<NodeId, number>>,
): readonly Operation[] {
  return view.links.flatMap(({ a, b, cut }): Operation[] => {
    const apart = (groupOf[a] ?? 0) !== (groupOf[b] ?? 0);
    return apart === cut ? [] : [{ kind: apart ? 'cut' : 'heal', a, b }];
  });
}

export function healCommands(view: NetworkView): readonly Operation[] {
  return view.links.filter(({ cut }) => cut).map(({ a, b }) => ({ kind: 'heal', a, b }));
}

/** What a line across these links does: it cuts those that still work. */
export function strokeCommands(view: NetworkView, crossed: readonly string[]): readonly Operation[] {
  return view.links
    .filter(({ key, cut }) => !cut && crossed.includes(key))
    .map(({ a, b }) => ({ kind: 'cut', a, b }));
}

export const toggleCommand = ({ a, b, cut }: NetworkLink): Operation => ({
  kind: cut ? 'heal' : 'cut',
  a,
  b,
});

export function strokeSentence(view: NetworkView, crossed: readonly string[]): string {
  const links = view.links.filter(({ key, cut }) => !cut && crossed.includes(key));
  return links.length === 0
    ? label('stroke-none', {})
    : label('stroke-cuts', { links: listed(links.map(({ short }) => short)) });
}

export function partitionSentence(commands: readonly Operation[]): string {
  if (commands.length === 0) {
    return label('partition-same', {});
  }
  return label('partition-cuts', {
    count: commands.filter(({ kind }) => kind === 'cut').length,
    healed: commands.filter(({ kind }) => kind === 'heal').length,
  });
}
