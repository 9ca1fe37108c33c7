// The inspector: whatever is selected, in words and numbers, from the run up to the playhead and nothing else.

import type { NodeState, Timeline } from '../../engine/index.ts';
import { unreachable } from '../../engine/index.ts';
import { momentAt } from '../run/moment.ts';
import type { Playhead, SceneOptions, Selection } from '../shape/scene.ts';
import { inspectCell } from './inspectCell.ts';
import { inspectColumn } from './inspectColumn.ts';
import { inspectEntry } from './inspectEntry.ts';
import type { Inspection } from './inspection.ts';
import { inspectMessage } from './inspectMessage.ts';
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
    case 'message':
      return inspectMessage(moment, selection.message);
    case 'column':
      return inspectColumn(moment, selection.column);
    case 'entry':
      return inspectEntry(moment, selection.entry);
    case 'cell':
      return inspectCell(moment, selection);
    case 'statement':
      return inspectStatement(moment, selection.statement);
    case 'step':
      return inspectStep(moment, Math.min(selection.step, timeline.steps.length));
    case undefined:
      return inspectStep(moment, moment.step);
    default:
      return unreachable(selection);
  }
}
