// The fewest moves to a goal, by plain breadth-first search over the engine's own steps: what proves a par minimal. A move
// is what a person does at once: a statement with its node's own merge, or one thing that is on its way.

import { pendingChoices, stateAt, stateHash, type Timeline } from '../engine/index.ts';
import { type Goal, lensOf } from './goal.ts';
import type { Move } from './moves.ts';
import { playMove } from './run.ts';

interface Search {
  readonly goal: Goal;
  readonly may: readonly Move[];
  readonly mayLose: boolean;
  readonly without: readonly string[];
  /** Looks no further than this. */
  readonly depthMax: number;
}

export interface Found {
  readonly depth: number;
  readonly timeline: Timeline;
}

/** Null when no `depthMax` moves or fewer reach it. */
export function shortestTo(start: Timeline, search: Search): Found | null {
  const from = start.steps.length;
  const seen = new Set([stateHash(stateAt(start, from).core)]);
  let frontier: readonly Timeline[] = [start];
  for (let depth = 1; depth <= search.depthMax; depth++) {
    const next: Timeline[] = [];
    for (const timeline of frontier) {
      for (const move of movesAt(timeline, search)) {
        const moved = attempt(timeline, move);
        if (moved === null) continue;
        if (search.goal(lensOf(moved, moved.steps.length, from))) {
          return { depth, timeline: moved };
        }
        // The last layer is only looked at, never left.
        if (depth === search.depthMax) continue;
        const hash = stateHash(stateAt(moved, moved.steps.length).core);
        if (!seen.has(hash)) {
          seen.add(hash);
          next.push(moved);
        }
      }
    }
    frontier = next;
  }
  return null;
}

function movesAt(timeline: Timeline, { may, mayLose, without }: Search): readonly Move[] {
  const pending = pendingChoices(stateAt(timeline, timeline.steps.length)).flatMap(
    ({ id, command, message }): Move[] => [
      command as Move,
      ...(mayLose && message !== null ? [{ kind: 'lose', message: id } as const] : []),
    ],
  );
  return [...may, ...pending].filter(({ kind }) => !without.includes(kind));
}

/** Null where the engine refuses the move. */
function attempt(timeline: Timeline, move: Move): Timeline | null {
  try {
    return playMove(timeline, move);
  } catch {
    return null;
  }
}
