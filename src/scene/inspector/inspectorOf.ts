// The inspector: whatever is selected, in words and numbers, from the run up to the playhead and nothing else.

import type { NodeState, Timeline } from '../../engine/index.ts';
import { momentAt } from '../moment.ts';
import type { Playhead, SceneOptions, Selection } from '../scene.ts';
import type { Inspection } from './inspection.ts';
import { inspectNode } from './inspectNode.ts';
import { inspectRegistry } from './inspectRegistry.ts';
import { inspectStatement } from './inspectStatement.ts';
import { inspectStep } from './inspectStep.ts';
import { inspectVersion } from './inspectVersion.ts';
import { missing } from './missing.ts';

/** What there is to say of a selection; without one, of the step at the playhead. */
export function inspectorOf(
  timeline: Timeline,
  playhead: Playhead,
  selection: Selection | null,
  options: SceneOptions,
): Inspection {
  const moment = momentAt(timeline, playhead, options);
  const nodeNamed = (id: string): NodeState | undefined =>
    moment.state.core.nodes.find((node) => node.id === id);
  switch (selection?.kind) {
    case 'node': {
      const node = nodeNamed(selection.node);
      return node === undefined ? missing('node') : inspectNode(moment, node);
    }
    case 'version':
      return inspectVersion(moment, selection.version);
    case 'registry': {
      const { shard, version } = selection;
      const node = nodeNamed(selection.node);
      return node === undefined ? missing('node') : inspectRegistry(moment, { node, shard, version });
    }
    case 'statement':
      return inspectStatement(moment, selection.statement);
    case 'step':
      return inspectStep(moment, Math.min(selection.step, timeline.steps.length));
    default:
      return inspectStep(moment, moment.step);
  }
}
