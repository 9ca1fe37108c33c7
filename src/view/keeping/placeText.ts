import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { type KeptRun, keptPlace } from '../../store/keeping/keptRuns.ts';

/** 'step 3 of 12, 2 branches' */
export function placeText(run: KeptRun): string {
  const { step, steps, branches } = keptPlace(run);
  return takeAlong('kept-place', { step: String(step), steps: String(steps), branches });
}
