// Wait chains are data (SPEC G8): which request waits on which load, sync or merge lock.

import type { Config } from '../config/config.ts';
import { keysOf, lookup } from '../plain/record.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { MergeTask, NodeState, Task } from './node.ts';
import { registryEntry } from './registry.ts';

/** What a waiting request waits on, down to the pull and the merge lock (G8). */
export interface WaitChain {
  readonly statement: string;
  readonly shard: number;
  readonly links: readonly WaitLink[];
}
export type WaitLink =
  | { readonly on: 'load'; readonly version: string; readonly source: NodeId }
  | { readonly on: 'sync'; readonly version: string; readonly peer: NodeId }
  | { readonly on: 'merge-lock'; readonly heldBy: string };

export function waitChains(node: NodeState, config: Config): readonly WaitChain[] {
  // Without the lock nobody waits for it.
  const holder = config.protections.mergeLock ? node.merges[0] : undefined;
  const queued = node.merges.slice(1).flatMap((task) => lockChain(task, holder));
  return [...keysOf(node.tasks).map((key) => taskChain(node, node.tasks[key] as Task, holder)), ...queued];
}

/** A pushed or local change that waits behind another merge. */
function lockChain(task: MergeTask, holder: MergeTask | undefined): readonly WaitChain[] {
  return task.statement === null || holder === undefined
    ? []
    : [{ statement: task.statement, shard: 0, links: [{ on: 'merge-lock', heldBy: holder.key }] }];
}

function taskChain(node: NodeState, task: Task, holder: MergeTask | undefined): WaitChain {
  const links: WaitLink[] = [];
  const { version } = task.wait;
  if (task.wait.on === 'load') {
    const source = registryEntry(node, task.shard, version)?.source ?? task.from;
    links.push({ on: 'load', version, source });
  } else {
    const pullKey = `sync ${version}`;
    links.push({ on: 'sync', version, peer: lookup(node.pulls, pullKey)?.peer ?? task.from });
    const merge = node.merges.findIndex((queued) => queued.pull === pullKey);
    if (merge > 0 && holder !== undefined) {
      links.push({ on: 'merge-lock', heldBy: holder.key });
    }
  }
  const statement = task.kind === 'write' ? task.statement : task.request.statement;
  return { statement, shard: task.shard, links };
}
