// What one has seen and solved of the course, remembered on one's machine. What is kept there may be anything: what cannot
// be read counts as nothing.

import type { ThemeStorage } from '../state/theme.ts';

export interface Progress {
  /** Where one was last; null before the first visit. */
  readonly last: { readonly lesson: string; readonly beat: number } | null;
  /** Lessons that one has been through to their last beat. */
  readonly done: readonly string[];
  /** Fewest moves to the goal, by lesson. */
  readonly solved: Readonly<Record<string, number>>;
}

export const NO_PROGRESS: Progress = { last: null, done: [], solved: {} };

const KEY = 'schemerge.course';
const NAME_MAX = 64;
const LESSONS_MAX = 200;

export function readProgress(storage: () => ThemeStorage): Progress {
  try {
    return progressOf(JSON.parse(storage().getItem(KEY) ?? 'null'));
  } catch {
    return NO_PROGRESS;
  }
}

/** Remembers it where the browser allows it; elsewhere it lasts until the page is closed. */
export function keepProgress(storage: () => ThemeStorage, progress: Progress): void {
  try {
    storage().setItem(KEY, JSON.stringify(progress));
  } catch {
    // Private windows and full disks: the course goes on without.
  }
}

function progressOf(kept: unknown): Progress {
  if (!isRecord(kept)) {
    return NO_PROGRESS;
  }
  const { last, done, solved } = kept;
  return {
    last:
      isRecord(last) && isName(last['lesson']) && isCount(last['beat'])
        ? { lesson: last['lesson'], beat: last['beat'] }
        : null,
    done: Array.isArray(done) ? [...new Set(done.filter(isName))].slice(0, LESSONS_MAX) : [],
    solved: isRecord(solved)
      ? Object.fromEntries(
          Object.entries(solved)
            .filter((one): one is [string, number] => isName(one[0]) && isCount(one[1]))
            .slice(0, LESSONS_MAX),
        )
      : {},
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= NAME_MAX && value !== '__proto__';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 10_000;

/** The progress after a moment of a lesson. */
export function progressed(
  progress: Progress,
  at: {
    readonly lesson: string;
    readonly beat: number;
    readonly isLast: boolean;
    readonly solvedIn: number | null;
  },
): Progress {
  const { lesson, beat, isLast, solvedIn } = at;
  const best = progress.solved[lesson] ?? Number.POSITIVE_INFINITY;
  const isBetter = solvedIn !== null && solvedIn < best;
  const isNewlyDone = isLast && !progress.done.includes(lesson);
  if (progress.last?.lesson === lesson && progress.last.beat === beat && !isBetter && !isNewlyDone) {
    return progress;
  }
  return {
    last: { lesson, beat },
    done: isNewlyDone ? [...progress.done, lesson] : progress.done,
    solved: isBetter ? { ...progress.solved, [lesson]: solvedIn } : progress.solved,
  };
}
