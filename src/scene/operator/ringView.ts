// Who is in the cluster at one moment: each node with where it stands, and what may be done about it.

import { checkAdding, checkRemoving, type NodeId, nextNodeName, type Timeline } from '../../engine/index.ts';
import { commandText } from '../narration/commandText.ts';
import { standingOf } from '../narration/ringWords.ts';
import { type Moment, momentAt, versionOnShard } from '../run/moment.ts';
import type { Identity, Playhead, SceneOptions } from '../shape/scene.ts';
import { label, listed } from '../words/say.ts';

export interface RingNode {
  readonly node: NodeId;
  /** 'Node B' */
  readonly name: string;
  readonly up: boolean;
  readonly identity: Identity | null;
  /** 'up', 'down', or where it stands while it comes or goes. */
  readonly standing: string;
  /** Whether the step that led here brought it. */
  readonly changed: boolean;
  readonly selected: boolean;
  /** What removing it does, and why it cannot be done now; null when it can. */
  readonly note: string;
  readonly problem: string | null;
}

export interface RingView {
  readonly nodes: readonly RingNode[];
  /** 'A, B and C share the keys, 3 copies of each row.' */
  readonly sentence: string;
  readonly newcomer: {
    readonly node: NodeId;
    /** 'Add node D' */
    readonly name: string;
    readonly note: string;
    readonly command: string;
    readonly problem: string | null;
  };
}

export function ringOfNodes(timeline: Timeline, playhead: Playhead, options: SceneOptions): RingView {
  const moment = momentAt(timeline, playhead, options);
  const { core } = moment.state;
  const node = nextNodeName(core) ?? '';
  const members = core.config.ring?.members ?? core.config.nodes;
  return {
    nodes: core.nodes.map((one) => nodeOf(moment, one.id)),
    sentence: label('ring-members', {
      members: listed(members),
      count: members.length,
      copies: core.config.replicationFactor,
      missing: Math.max(0, core.config.replicationFactor - members.length),
    }),
    newcomer: {
      node,
      name: label(node === '' ? 'ring-add-none' : 'ring-add', { node }),
      note: label('does-add-node', {}),
      command: commandText({ kind: 'add-node', node }),
      problem: checkAdding(core, node),
    },
  };
}

function nodeOf(moment: Moment, id: NodeId): RingNode {
  const { core } = moment.state;
  const node = core.nodes.find((one) => one.id === id);
  const up = node?.up === true;
  const selection = moment.options.selection;
  return {
    node: id,
    name: label('node', { node: id }),
    up,
    identity: node === undefined ? null : moment.identities.of(versionOnShard(moment, node, 0)),
    standing: standingOf(moment, id)?.sentence ?? label(up ? 'peer-up' : 'peer-down', {}),
    changed: moment.step > 0 && !moment.before.core.nodes.some((one) => one.id === id),
    selected: selection?.kind === 'node' && selection.node === id,
    ...removalAt(moment, id),
  };
}

/** What removing a node does at a moment, and why it cannot be done. */
export function removalOf(
  timeline: Timeline,
  playhead: Playhead,
  node: NodeId,
): Pick<RingNode, 'note' | 'problem'> {
  return removalAt(momentAt(timeline, playhead, { selection: null, tableKey: null }), node);
}

function removalAt({ state: { core } }: Moment, node: NodeId): Pick<RingNode, 'note' | 'problem'> {
  const { change = null } = core.config.ring ?? {};
  const isUp = core.nodes.some((one) => one.id === node && one.up);
  const isNew = change?.kind === 'join' && change.node === node;
  return {
    note: label(isNew ? 'does-cancel' : isUp ? 'does-leave' : 'does-remove', {}),
    problem: core.config.nodes.includes(node) ? checkRemoving(core, node) : label('node-left', { node }),
  };
}
