// A merge that takes several steps (SPEC M3, M6) has no event for those before the last: what they did is told from the
// states around the step.

import type { NodeState } from '../../engine/index.ts';
import { say } from '../words/say.ts';
import { type NarrationContext, nodeIn } from './narrationContext.ts';

type MergeTask = NodeState['merges'][number];

function phaseReached(node: NodeState, task: MergeTask): string {
  const { origin, from: peer } = task;
  return task.phase === 'read'
    ? say('merge-read', { node: node.id, origin, peer })
    : say('merge-joined', { node: node.id, origin, peer, shards: node.shards.length });
}

/** A sentence for each merge that is further than before the step and not yet done. */
export function narrateMergePhases({ before, after }: NarrationContext): readonly string[] {
  return after.core.nodes.flatMap((node) => {
    const known = nodeIn(before, node.id);
    if (node === known || node.merges === known?.merges) {
      return [];
    }
    return node.merges
      .filter((task) => {
        const was = known?.merges.find(({ key }) => key === task.key);
        return task.phase !== 'queued' && task.phase !== was?.phase;
      })
      .map((task) => phaseReached(node, task));
  });
}
