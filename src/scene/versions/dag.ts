// The version DAG: Hasse diagram of "contains" over the versions seen so far of one table. The order is on schema rows
// (joining X's live rows into Y changes nothing), never on versions, which have none, and not on causality. A version
// keeps its place for ever; what is drawn in a panel of some size is dagPicture.ts's.

import type { NodeState, Schema, SchemaVersion } from '../../engine/index.ts';
import { lookup } from '../../engine/index.ts';
import { type Moment, nodesOf, standingOn } from '../run/moment.ts';
import { isDrop, leftOver } from '../run/seenDrops.ts';
import type { SeenVersion } from '../run/seenVersions.ts';
import type { DagEdge, DagEdgeEnds, DagFlag, DagNode, Identity, VersionDag } from '../shape/scene.ts';
import { enumerated, label, listed } from '../words/say.ts';
import { containsVersion, type Hasse, hasseOf, orderOf } from './dagOrder.ts';
import { countUntil, dagPlaces } from './dagPlaces.ts';
import { basesBy, differences, overwritten } from './versionDifference.ts';

/** The versions of the selected table that the playhead has reached, in order of first appearance. */
export function versionsSoFar(moment: Moment): readonly SeenVersion[] {
  return hasseAt(moment).versions.filter(({ version }) => !isDrop(version));
}

/** The diagram at a moment, with what this very step added and took away. */
export function hasseAt(moment: Moment): Hasse {
  const order = orderOf(moment.seen, moment.tableId);
  const count = countUntil(order.versions, moment.step);
  // Where a run begins nothing has changed yet.
  const earlier = moment.step === 0 ? count : countUntil(order.versions, moment.step - 1);
  return hasseOf(order, count, earlier);
}

export interface PickedPair {
  readonly from: SchemaVersion;
  readonly to: SchemaVersion;
}

/** What the column ids view shows: two versions, and whether somebody picked them. */
export interface ShownPair extends PickedPair {
  readonly picked: boolean;
}

/** Flags by the version at which they stand: one a node, or one a shard where its shards stand apart. */
function flagsAt(moment: Moment): ReadonlyMap<SchemaVersion, readonly DagFlag[]> {
  const found = new Map<SchemaVersion, DagFlag[]>();
  for (const node of nodesOf(moment)) {
    const versions = node.shards.map((_shard, shard) => standingOn(moment, node, shard));
    const isWhole = versions.every((version) => version === versions[0]);
    for (const [shard, version] of (isWhole ? versions.slice(0, 1) : versions).entries()) {
      if (version !== null) {
        const flag = {
          key: isWhole ? node.id : `${node.id}/${shard}`,
          node: node.id,
          shard: isWhole ? null : shard,
          up: node.up,
        };
        found.set(version, [...(found.get(version) ?? []), flag]);
      }
    }
  }
  return found;
}

function flagText({ node, shard, up }: DagFlag): string {
  const where = shard === null ? node : label('flag-shard', { node, shard: String(shard) });
  return up ? where : label('flag-down', { node: where });
}

/** Whether a node has a version among those it has merged or merely knows the definition of. */
function knows(moment: Moment, node: NodeState, one: SeenVersion): boolean {
  return node.shards.some((shard, i) => {
    const current = standingOn(moment, node, i);
    const mine = current === null ? undefined : moment.seen.byVersion.get(current);
    const isMerged = mine !== undefined && containsVersion(mine.schema, one.schema);
    // What is being asked for is not known yet.
    return isMerged || lookup(shard.registry, one.version)?.load === 'LOADED';
  });
}

interface Neighbours {
  readonly parents: Map<SeenVersion, SeenVersion[]>;
  readonly children: Map<SeenVersion, SeenVersion[]>;
}

function neighboursOf(hasse: Hasse): Neighbours {
  const parents = new Map<SeenVersion, SeenVersion[]>(hasse.versions.map((one) => [one, []]));
  const children = new Map<SeenVersion, SeenVersion[]>(hasse.versions.map((one) => [one, []]));
  for (const { from, to } of hasse.edges) {
    parents.get(to)?.push(from);
    children.get(from)?.push(to);
  }
  return { parents, children };
}

function freshText(schema: Schema): string {
  if (!isDrop(schema.version)) {
    return label('version-columns', { columns: enumerated(schema.columns.map((column) => column.name)) });
  }
  const left = leftOver(schema.ghost.rows);
  return left.length === 0
    ? label('version-gone', {})
    : label('version-left-over', { count: left.length, columns: enumerated(left) });
}

const columnTexts = new WeakMap<Schema, string>();

/** The columns of a version in words; kept, because every step tells all versions again. */
function columnsText(schema: Schema): string {
  const known = columnTexts.get(schema);
  const text = known ?? freshText(schema);
  if (known === undefined) {
    columnTexts.set(schema, text);
  }
  return text;
}

/** A point of the DAG inside a sentence. */
function spoken(identity: Identity): string {
  return identity.dropped === true ? label('the-drop', { name: identity.name }) : identity.name;
}

interface Told {
  readonly identity: Identity;
  readonly parents: readonly Identity[];
  readonly schema: Schema;
  readonly flags: readonly DagFlag[];
  /** What it overwrites, in sentences. */
  readonly losses: readonly string[];
  /** The selected node, which does not know it; null: it does, or none is selected. */
  readonly unknownTo: string | null;
}

function nodeLabel({ identity, parents, schema, flags, losses, unknownTo }: Told): string {
  const parts = [
    identity.dropped === true
      ? label('version-drop', { table: identity.table })
      : label('version', { version: identity.name }),
    ...(parents.length === 0 ? [] : [label('version-contains', { versions: listed(parents.map(spoken)) })]),
    ...losses,
    columnsText(schema),
    flags.length === 0
      ? label('version-nowhere', {})
      : label('version-current', { nodes: enumerated(flags.map(flagText)) }),
    ...(unknownTo === null ? [] : [label('version-unknown', { node: unknownTo })]),
  ];
  return parts.join(' ');
}

function endsOf(from: SeenVersion, to: SeenVersion): DagEdgeEnds {
  return { key: `${from.version}>${to.version}`, from: from.version, to: to.version };
}

function mainEdge(
  one: SeenVersion,
  parents: readonly SeenVersion[],
  children: readonly SeenVersion[],
): DagEdgeEnds | null {
  const [parent, child] = [parents.at(-1), children[0]];
  if (parent !== undefined) {
    return endsOf(parent, one);
  }
  return child === undefined ? null : endsOf(one, child);
}

function dagNodes(
  moment: Moment,
  hasse: Hasse,
  losing: readonly DagEdge[],
  pair: ShownPair | null,
): readonly DagNode[] {
  const placeOf = dagPlaces(moment);
  const { selection } = moment.options;
  const { parents, children } = neighboursOf(hasse);
  const flags = flagsAt(moment);
  const selected =
    selection?.kind === 'node'
      ? moment.state.core.nodes.find((node) => node.id === selection.node)
      : undefined;
  return hasse.versions.flatMap((one): DagNode[] => {
    const identity = moment.identities.of(one.version);
    if (identity === null) {
      return [];
    }
    const identities = (versions: readonly SeenVersion[]): Identity[] =>
      versions.flatMap(({ version }) => moment.identities.of(version) ?? []);
    const [above, under] = [parents.get(one) ?? [], children.get(one) ?? []];
    const here = flags.get(one.version) ?? [];
    const columns = one.schema.columns.map((column) => column.name);
    const isUnknown = selected !== undefined && !knows(moment, selected, one);
    const losses = losing
      .filter((edge) => edge.to === one.version)
      .map(({ from, lost }) =>
        label('version-overwrites', { changes: listed(lost), version: moment.identities.name(from) }),
      );
    const unknownTo = isUnknown ? selected.id : null;
    return [
      {
        key: one.version,
        identity,
        ...placeOf(one.version),
        flags: here,
        ghost: isUnknown,
        picked: pair?.picked === true && (pair.from === one.version || pair.to === one.version),
        selected: selection?.kind === 'version' && selection.version === one.version,
        changed: one.step === moment.step && moment.step > 0,
        columns,
        parents: above.map((parent) => parent.version),
        children: under.map((child) => child.version),
        main: mainEdge(one, above, under),
        label: nodeLabel({
          identity,
          parents: identities(above),
          schema: one.schema,
          flags: here,
          losses,
          unknownTo,
        }),
      },
    ];
  });
}

function dagEdges(moment: Moment, hasse: Hasse, pair: ShownPair | null): readonly DagEdge[] {
  const bases = basesBy(moment.timeline, moment.step);
  return hasse.edges.map((edge) => {
    const ends = endsOf(edge.from, edge.to);
    const { from, to } = ends;
    const lost = overwritten(edge.from.schema, edge.to.schema, bases);
    return {
      ...ends,
      labels: differences(edge.from.schema, edge.to.schema),
      lost,
      lostText: lost.length === 0 ? '' : label('edge-overwrites', { changes: enumerated(lost) }),
      overwritten: lost.length > 0,
      hard: edge.from.schema.cfId !== edge.to.schema.cfId && !isDrop(to),
      picked: pair !== null && pair.from === from && pair.to === to,
      changed: hasse.isFresh(edge),
    };
  });
}

function description(nodes: readonly DagNode[]): readonly string[] {
  const tips = nodes.filter((node) => node.children.length === 0);
  const names = listed(tips.map((node) => spoken(node.identity)));
  const isGone = tips.length === 1 && tips[0]?.identity.dropped === true;
  const top = isGone
    ? label('dag-drop-tip', {})
    : tips.length === 1
      ? label('dag-one-tip', { version: names })
      : label('dag-tips', { versions: names });
  const tipLabels = tips.slice(0, 3).map((node) => node.label);
  return nodes.length === 0
    ? [label('dag-none', {})]
    : [
        label('dag-count', { count: nodes.filter((node) => node.identity.dropped !== true).length }),
        top,
        ...tipLabels,
      ].slice(0, 5);
}

/** The DAG at a moment; `pair` is what the column ids view shows. */
export function freshDag(moment: Moment, pair: ShownPair | null): VersionDag {
  const hasse = hasseAt(moment);
  const edges = dagEdges(moment, hasse, pair);
  const losing = edges.filter((edge) => edge.overwritten);
  const nodes = dagNodes(moment, hasse, losing, pair);
  return {
    nodes,
    edges,
    gone: hasse.gone.map(({ from, to }) => endsOf(from, to)),
    description: description(nodes),
  };
}
