// The commands of an edited run that could not be played again: what each was, in the words of its own step, and why not.

import type { Timeline } from '../../engine/index.ts';
import { narrationAt } from '../narration/narrationAt.ts';
import { momentAt } from '../run/moment.ts';
import type { SceneOptions } from '../shape/scene.ts';

/** A command that the engine refused in the new run. */
interface SkippedCommand {
  /** Its step in the old run. */
  readonly step: number;
  readonly problem: string;
}

export interface ImpossibleLine {
  readonly step: number;
  /** What it did in the old run. */
  readonly sentence: string;
  readonly problem: string;
}

export function impossibleLines(
  timeline: Timeline,
  skipped: readonly SkippedCommand[],
  options: Pick<SceneOptions, 'naming' | 'known'>,
): readonly ImpossibleLine[] {
  const moment = momentAt(
    timeline,
    { step: 0, fraction: 0 },
    { selection: null, tableKey: null, ...options },
  );
  return skipped.map(({ step, problem }) => ({
    step,
    sentence: narrationAt(moment, step).sentence,
    problem,
  }));
}
