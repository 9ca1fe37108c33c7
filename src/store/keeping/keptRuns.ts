// The open run, kept by the browser as it grows, so that a reload or a crash of the tab loses nothing. Each page that is
// open keeps its run under a name of its own and holds a lock of that name; a kept run whose page is gone can be gone on
// with. A browser that refuses is told once, in one sentence.

import type { Lesson } from '../../lessons/lesson.ts';
import { isUntouched, putAside } from '../runs/openRuns.ts';
import type { OpenRun } from '../state/sessionState.ts';
import { sharingWords } from '../words/messagesOfSharing.en.ts';
import { fileOf, type ReadRun, type RunFile, readFiled } from './runFile.ts';

/** Runs of pages that are gone; the oldest are forgotten. */
export const KEPT_MAX = 12;

export interface KeptRun {
  /** The page that kept it. */
  readonly page: string;
  /** Milliseconds since 1970, by the clock of the machine: for the order in a list only. */
  readonly at: number;
  readonly file: RunFile;
}

/** What is needed of the browser. Any of it may throw. */
export interface Keeper {
  readonly page: string;
  readonly now: () => number;
  readonly read: () => Promise<readonly unknown[]>;
  readonly write: (run: KeptRun) => Promise<void>;
  readonly remove: (page: string) => Promise<void>;
  /** Names of the pages that are open now. */
  readonly living: () => Promise<readonly string[]>;
}

/** Keeps the run; the sentence of why it cannot be kept, or null. A run in which nothing was done is not worth it. */
export async function keepRun(keeper: Keeper, run: OpenRun): Promise<string | null> {
  if (isUntouched(run)) {
    return null;
  }
  try {
    await keeper.write({ page: keeper.page, at: keeper.now(), file: fileOf(putAside(run)) });
    return null;
  } catch (error) {
    const isFull = error instanceof Error && error.name === 'QuotaExceededError';
    return sharingWords(isFull ? 'keep-full' : 'keep-refused');
  }
}

/** Runs of pages that are gone, the last one first; those that are too many are forgotten. None where nothing can be read. */
export async function runsLeft(keeper: Keeper): Promise<readonly KeptRun[]> {
  try {
    const living = new Set([...(await keeper.living()), keeper.page]);
    const all = (await keeper.read()).filter(isKept).filter(({ page }) => !living.has(page));
    const left = all.sort((a, b) => b.at - a.at);
    await Promise.all(left.slice(KEPT_MAX).map(({ page }) => keeper.remove(page)));
    return left.slice(0, KEPT_MAX);
  } catch {
    return [];
  }
}

/** Reads a kept run again; the sentence of why it cannot be opened where it cannot. It stays kept until it is forgotten. */
export function readKept({ file }: KeptRun, lessons: readonly Lesson[] = []): ReadRun | string {
  const read = readFiled(file, lessons);
  return read.ok ? read.value : sharingWords('kept-unreadable', { problem: read.problem });
}

/** How far a kept run had come, without playing it. */
export function keptPlace({ file }: KeptRun): {
  readonly step: number;
  readonly steps: number;
  readonly branches: number;
} {
  const branch = file.branches[file.current];
  return {
    step: file.step,
    steps: (branch?.keeps ?? 0) + (branch?.commands.length ?? 0),
    branches: file.branches.length,
  };
}

function isKept(value: unknown): value is KeptRun {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { page, at, file } = value as Readonly<Record<string, unknown>>;
  const { title, branches, step, current } = (file ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof page === 'string' &&
    typeof at === 'number' &&
    typeof title === 'string' &&
    typeof step === 'number' &&
    typeof current === 'number' &&
    Array.isArray(branches) &&
    branches.every((branch) => Array.isArray((branch as { readonly commands?: unknown } | null)?.commands))
  );
}
