// Words of the console's input.

import { label } from '../say.ts';

/** Why a text stopped: after how many of its statements, when there are several. */
export function stoppedText({
  done,
  count,
  problem,
}: {
  readonly done: number;
  readonly count: number;
  readonly problem: { readonly sentence: string } | null;
}): string {
  if (problem === null) {
    return '';
  }
  return count > 1
    ? label('console-stopped', { done: String(done), count, problem: problem.sentence })
    : problem.sentence;
}
