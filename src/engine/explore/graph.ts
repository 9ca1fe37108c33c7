// The whole state graph of a small search, as plain data for a picture (SPEC X13): states in the order of discovery, each with
// its depth and what its nodes hold, and every edge with the command that takes it.

import type { Message } from '../cluster/message.ts';
import { keysOf } from '../plain/record.ts';
import type { NodeId, SchemaVersion } from '../plain/scalars.ts';
import type { Command } from '../sim/command.ts';
import { commandOf, messageOf } from './choice.ts';
import type { Explorer } from './explore.ts';
import { at } from './ints.ts';
import { promisesOf } from './judge.ts';
import { PICTURE_MAX } from './search.ts';

export interface GraphNode {
  readonly node: NodeId;
  readonly up: boolean;
  readonly digest: SchemaVersion;
  /** By cf_id: the current version of each table on the node's first shard. */
  readonly versions: Readonly<Record<string, SchemaVersion>>;
}

export interface GraphState {
  readonly depth: number;
  readonly nodes: readonly GraphNode[];
  readonly pending: number;
  readonly broken: readonly string[];
  readonly ends: boolean;
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly command: Command;
  /** What arrives, is lost or doubled; null for anything else. */
  readonly message: Message | null;
}

export interface StateGraph {
  readonly states: readonly GraphState[];
  readonly edges: readonly GraphEdge[];
}

/** Null when there are more than `PICTURE_MAX` states. */
export function graphOf({ search }: Explorer): StateGraph | null {
  const count = search.states();
  if (count > PICTURE_MAX) {
    return null;
  }
  const ends = new Set(search.endings.groups().flatMap(({ states }) => states));
  const states = Array.from({ length: count }, (_, state): GraphState => {
    const core = search.kept(state);
    const nodes = core?.nodes ?? [];
    return {
      depth: search.depthOf(state),
      nodes: nodes.map((node) => {
        const tables = node.shards[0]?.tables ?? {};
        const versions = Object.fromEntries(
          keysOf(tables).map((cfId) => [cfId, tables[cfId]?.schema.version ?? '']),
        );
        return { node: node.id, up: node.up, digest: node.digest, versions };
      }),
      pending: core?.messages.length ?? 0,
      broken: promisesOf(at(search.broken, state)),
      ends: ends.has(state),
    };
  });
  const { from, targets } = search.edges;
  const edges = Array.from({ length: search.looked() }, (_, state) => state).flatMap((state) =>
    Array.from({ length: at(from, state + 1) - at(from, state) }, (_, i): GraphEdge => {
      const edge = at(from, state) + i;
      const choice = at(search.edgeChoices, edge);
      const command = commandOf(choice, search.interned, search.lanes, null);
      return { from: state, to: at(targets, edge), command, message: messageOf(choice, search.interned) };
    }),
  );
  return { states, edges };
}
