// The version DAG: Hasse diagram of "contains" over the versions seen so far of one table. The order is on schema rows
// (joining X's live rows into Y changes nothing), never on versions, which have none, and not on causality. A version
// keeps its place: its lane is that of the node that had it first, its layer lies under those it contains.

import type { SchemaVersion } from '../engine/index.ts';
import { containsVersion, type Hasse, hasseOf } from './dagOrder.ts';
import { dagPlaces } from './dagPlaces.ts';
import { type Moment, versionOnShard } from './moment.ts';
import { label, listed } from './say.ts';
import type { DagEdge, DagNode, Identity, VersionDag } from './scene.ts';
import { type SeenVersion, tableId } from './seenVersions.ts';
import { differences, isOverwritten } from './versionDifference.ts';

/** Half the height of a tile with air, in px: edges begin and end there. */
const TILE_HALF = 16;

/** The versions of the selected table that the playhead has reached, in order of first appearance. */
export function versionsSoFar(moment: Moment): readonly SeenVersion[] {
  return moment.seen.list.filter((one) => one.step <= moment.step && tableId(one.schema) === moment.tableId);
}

function edgePath(x1: number, y1: number, x2: number, y2: number): string {
  const [top, bottom] = [y1 + TILE_HALF, y2 - TILE_HALF];
  const middle = (top + bottom) / 2;
  return `M${x1} ${top}C${x1} ${middle} ${x2} ${middle} ${x2} ${bottom}`;
}

export interface PickedPair {
  readonly from: SchemaVersion;
  readonly to: SchemaVersion;
}

function nodeLabel(
  identity: Identity,
  parents: readonly Identity[],
  columns: readonly string[],
  flags: readonly string[],
): string {
  const parts = [
    label('version', { version: identity.name }),
    parents.length === 0
      ? ''
      : label('version-contains', { versions: listed(parents.map((one) => one.name)) }),
    label('version-columns', { columns: columns.join(', ') }),
    flags.length === 0 ? label('version-nowhere', {}) : label('version-current', { nodes: flags.join(', ') }),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Whether a node has a version among those it has merged or merely knows the definition of. */
function knows(moment: Moment, nodeId: string, one: SeenVersion): boolean {
  const node = moment.state.core.nodes.find((candidate) => candidate.id === nodeId);
  if (node === undefined) {
    return true;
  }
  const loaded = node.shards.some((shard) => Object.hasOwn(shard.registry, one.version));
  const current = versionOnShard(moment, node, 0);
  const mine = current === null ? undefined : moment.seen.byVersion.get(current);
  return loaded || (mine !== undefined && containsVersion(mine.schema, one.schema));
}

function dagNodes(moment: Moment, hasse: Hasse, pair: PickedPair | null): readonly DagNode[] {
  const places = dagPlaces(moment);
  const { selection } = moment.options;
  const identityOf = (one: SeenVersion): Identity[] => {
    const identity = moment.identities.of(one.version);
    return identity === null ? [] : [identity];
  };
  return hasse.versions.flatMap((one): DagNode[] => {
    const [identity] = identityOf(one);
    const place = places.of(one.version);
    if (identity === undefined) {
      return [];
    }
    const parents = hasse.edges.filter((edge) => edge.to === one).map((edge) => edge.from);
    const children = hasse.edges.filter((edge) => edge.from === one).map((edge) => edge.to);
    const flags = moment.state.core.nodes
      .filter((node) => versionOnShard(moment, node, 0) === one.version)
      .map((node) => node.id);
    const columns = one.schema.columns.map((column) => column.name);
    return [
      {
        key: one.version,
        identity,
        x: place.x,
        y: place.y,
        flags,
        ghost: selection?.kind === 'node' && !knows(moment, selection.node, one),
        picked: pair !== null && (pair.from === one.version || pair.to === one.version),
        selected: selection?.kind === 'version' && selection.version === one.version,
        changed: one.step === moment.step && moment.step > 0,
        columns,
        parents: parents.map((parent) => parent.version),
        children: children.map((child) => child.version),
        label: nodeLabel(identity, parents.flatMap(identityOf), columns, flags),
      },
    ];
  });
}

function dagEdges(moment: Moment, hasse: Hasse, pair: PickedPair | null): readonly DagEdge[] {
  const places = dagPlaces(moment);
  const hasseBefore = hasseOf(hasse.versions.filter((one) => one.step < moment.step));
  return hasse.edges.map((edge) => {
    const [a, b] = [places.of(edge.from.version), places.of(edge.to.version)];
    return {
      key: `${edge.from.version}>${edge.to.version}`,
      from: edge.from.version,
      to: edge.to.version,
      path: edgePath(a.x, a.y, b.x, b.y),
      labels: differences(edge.from.schema, edge.to.schema),
      x: (a.x + b.x) / 2,
      y: (a.y + b.y) / 2,
      overwritten: isOverwritten(edge, hasse.edges),
      picked: pair !== null && pair.from === edge.from.version && pair.to === edge.to.version,
      changed:
        moment.step > 0 && !hasseBefore.edges.some((one) => one.from === edge.from && one.to === edge.to),
    };
  });
}

function description(_moment: Moment, nodes: readonly DagNode[]): readonly string[] {
  const tips = nodes.filter((node) => node.children.length === 0);
  const count = label('dag-count', { count: nodes.length });
  const names = listed(tips.map((node) => node.identity.name));
  const top =
    tips.length === 1 ? label('dag-one-tip', { version: names }) : label('dag-tips', { versions: names });
  const tipLabels = tips.slice(0, 3).map((node) => node.label);
  return nodes.length === 0 ? [label('dag-none', {})] : [count, top, ...tipLabels].slice(0, 5);
}

/** The DAG at a moment; `pair` is what the column ids view shows. */
export function projectDag(moment: Moment, pair: PickedPair | null): VersionDag {
  const hasse = hasseOf(versionsSoFar(moment));
  const nodes = dagNodes(moment, hasse, pair);
  const { width, height } = dagPlaces(moment);
  return {
    width,
    height,
    nodes,
    edges: dagEdges(moment, hasse, pair),
    description: description(moment, nodes),
  };
}
