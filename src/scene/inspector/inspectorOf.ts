// The inspector: whatever is selected, in words and numbers, from the run up to the playhead and nothing else.

import type { Timeline } from '../../engine/index.ts';
import { momentAt } from '../moment.ts';
import type { Playhead, SceneOptions, Selection } from '../scene.ts';
import type { Inspection } from './inspection.ts';
import { inspectStep } from './inspectStep.ts';

/** What there is to say of a selection; without one, of the step at the playhead. */
export function inspectorOf(
  timeline: Timeline,
  playhead: Playhead,
  selection: Selection | null,
  options: SceneOptions,
): Inspection {
  const moment = momentAt(timeline, playhead, options);
  switch (selection?.kind) {
    case 'step':
      return inspectStep(moment, Math.min(selection.step, moment.timeline.steps.length));
    default:
      return inspectStep(moment, moment.step);
  }
}
