// Wait chains are data (SPEC G8): which request waits on which load, sync or merge lock.

import { keysOf, lookup } from '../plain/record.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { NodeState, Task } from './node.ts';
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

export function waitChains(node: NodeState): readonly WaitChain[] {
  return keysOf(node.tasks).map((key) => {
    const task = node.tasks[key] as Task;
    const links: WaitLink[] = [];
    const { version } = task.wait;
    if (task.wait.on === 'load') {
      links.push({
        on: 'load',
        version,
        source: registryEntry(node, task.shard, version)?.source ?? task.from,
      });
    } else {
      const pullKey = `sync ${version}`;
      links.push({ on: 'sync', version, peer: lookup(node.pulls, pullKey)?.peer ?? task.from });
      const merge = node.merges.findIndex((queued) => queued.pull === pullKey);
      const holder = node.merges[0];
      if (merge > 0 && holder !== undefined) {
        links.push({ on: 'merge-lock', heldBy: holder.key });
      }
    }
    return {
      statement: task.kind === 'write' ? task.statement : task.request.statement,
      shard: task.shard,
      links,
    };
  });
}
