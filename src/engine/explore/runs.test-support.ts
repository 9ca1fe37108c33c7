// The plainest search over runs there is, for tests of the explorer only: whole timelines that grow by `append`, with nothing
// interned, and every way taken that is legal. The explorer must find the same states at the same numbers of moves (X17).

import { canonical } from '../plain/canonical.ts';
import type { CommandDraft } from '../sim/command.ts';
import { causeAfter, countedMoves, ownMergeKey } from '../sim/countedMoves.ts';
import type { Plain } from '../sim/monitor.ts';
import { standingAt } from '../sim/monitor.ts';
import { pendingChoices } from '../sim/policy.ts';
import { isStatement } from '../sim/step.ts';
import type { Timeline } from '../sim/timeline.ts';
import { append, stateAt } from '../sim/timeline.ts';
import type { MovesQuestion } from './fewestMoves.ts';

type Asked = Pick<MovesQuestion<Plain>, 'from' | 'may' | 'mayLose' | 'monitor'>;

/** How many states there are at each number of moves from the start. */
export function statesByMoves(start: Timeline, asked: Asked): readonly number[] {
  const counts: number[] = [];
  const seen = new Set<string>();
  let level = [start];
  while (level.length > 0) {
    const next: Timeline[] = [];
    let count = 0;
    for (let run = level.pop(); run !== undefined; run = level.pop()) {
      const key = identity(start, run, asked);
      if (key === null || seen.has(key)) {
        continue;
      }
      seen.add(key);
      count += 1;
      for (const longer of onwards(run, asked)) {
        // A way for nothing belongs to this very level.
        (movesOf(longer, asked) === movesOf(run, asked) ? level : next).push(longer);
      }
    }
    if (count > 0) {
      counts.push(count);
    }
    level = next;
  }
  return counts;
}

const movesOf = (run: Timeline, { from }: Asked): number => countedMoves(run, from, run.steps.length);

function onwards(run: Timeline, { may, mayLose }: Asked): readonly Timeline[] {
  const pending = pendingChoices(stateAt(run, run.steps.length));
  const lost = pending.filter(({ message }) => mayLose && message !== null);
  const commands: readonly CommandDraft[] = [
    ...may,
    ...pending.map(({ command }) => command),
    ...lost.map(({ id }) => ({ kind: 'lose', message: id }) as const),
  ];
  return commands.flatMap((command) => {
    const longer = append(run, command);
    return longer.ok ? [longer.value] : [];
  });
}

/** All of a run that its going on can depend on; null where the goal is out of reach. */
function identity(start: Timeline, run: Timeline, { from, monitor }: Asked): string | null {
  const standing = standingAt(run, { from, step: run.steps.length, monitor });
  if (standing === null) {
    return null;
  }
  const { core, notes } = stateAt(run, run.steps.length);
  const since = run.steps.slice(start.steps.length);
  const ids = since.flatMap(({ command }) => (isStatement(command) ? [command.id] : [])).sort();
  const cause = run.steps
    .slice(from)
    .reduce<string | null>((before, { command }) => causeAfter(before, command), null);
  const isOpen = core.nodes.some(({ merges }) =>
    merges.some(({ key }) => cause !== null && key === ownMergeKey(cause)),
  );
  const lostPull = since.some(
    ({ command }) => command.kind === 'lose' && command.message.startsWith('MIGRATION'),
  );
  const { now, due, skew } = notes;
  return canonical([core, now, due, skew, ids, isOpen ? cause : null, standing.seen, lostPull]);
}
