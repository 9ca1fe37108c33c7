// A run as a file: all its branches, where one stands, and its bookmarks. A branch is told by the branch that it left and
// by what comes after their common commands. What comes from outside is checked, played again, and kept as far as it plays.

import {
  type Config,
  checkRunShape,
  type Result,
  RUN_FORMAT,
  type Run,
  replayLenient,
  replayOn,
  STEPS_MAX,
  stateAt,
  stateHash,
  type Timeline,
} from '../../engine/index.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { openRun } from '../runs/openRuns.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { Bookmark, Branch, OpenRun } from '../state/sessionState.ts';
import { doingsOf } from '../time/undo.ts';
import { sharingWords } from '../words/messagesOfSharing.en.ts';
import { timeWords } from '../words/messagesOfTime.en.ts';
import { type FiledLesson, filedLesson, grownFrom, isWhole, ownRunAt, readLesson } from './lessonFile.ts';

const RUN_FILE_KIND = 'schemerge-run';
const RUN_FILE_FORMAT = 1;
/** Characters; the longest run there may be has some three million. */
export const RUN_FILE_MAX = 50_000_000;
const BRANCHES_MAX = 200;
/** Commands in all branches: more would take minutes to play again. */
const COMMANDS_MAX = 5 * STEPS_MAX;
const BOOKMARKS_MAX = 1_000;
const TITLE_MAX = 200;

interface FiledBranch {
  readonly name: string;
  readonly about: string;
  readonly from: Branch['from'];
  /** Commands that it has in common with the branch that it left; `commands` are those after them. */
  readonly keeps: number;
  readonly seed: number;
  /** Left out where it is that of the branch that it left. */
  readonly config?: Config;
  readonly commands: readonly unknown[];
  readonly hash: string;
}

export interface RunFile {
  readonly kind: typeof RUN_FILE_KIND;
  readonly format: typeof RUN_FILE_FORMAT;
  readonly title: string;
  readonly branches: readonly FiledBranch[];
  readonly current: number;
  readonly step: number;
  /** Left out at a whole step. */
  readonly fraction?: number;
  readonly table: OpenRun['tableKey'];
  readonly bookmarks: readonly Bookmark[];
  /** The lesson that the run belongs to; left out in a sandbox. */
  readonly lesson?: FiledLesson;
}

export function fileOf(run: OpenRun): RunFile {
  return {
    kind: RUN_FILE_KIND,
    format: RUN_FILE_FORMAT,
    title: run.title,
    branches: run.branches.map((branch) => filed(branch, run.branches)),
    current: run.current,
    step: run.playhead.step,
    ...(run.playhead.fraction === 0 ? {} : { fraction: run.playhead.fraction }),
    table: run.tableKey,
    bookmarks: run.bookmarks,
    ...(run.lesson === null ? {} : { lesson: filedLesson(run.lesson) }),
  };
}

function filed({ name, about, from, timeline }: Branch, branches: readonly Branch[]): FiledBranch {
  const parent = from === null ? undefined : branches[from.branch]?.timeline;
  const sameConfig = parent?.config === timeline.config;
  const keeps = parent === undefined || !sameConfig ? 0 : commonSteps(parent, timeline);
  return {
    name,
    about,
    from,
    keeps,
    seed: timeline.seed,
    ...(sameConfig ? {} : { config: timeline.config }),
    commands: timeline.steps.slice(keeps).map(({ command }) => command),
    hash: stateHash(stateAt(timeline, timeline.steps.length).core),
  };
}

function commonSteps(a: Timeline, b: Timeline): number {
  const differing = b.steps.findIndex((step, i) => step !== a.steps[i]);
  return differing < 0 ? b.steps.length : differing;
}

/** A run that was read, and the sentences of what in it does not play as it did. */
export interface ReadRun {
  readonly run: OpenRun;
  readonly problems: readonly string[];
}

/**
 * Reads the text of a run file, or of a run alone, as `window.schemerge.run()` gives it. `lessons` are those that a file may
 * name.
 */
export function readRunFile(text: string, lessons: readonly Lesson[] = []): Result<ReadRun> {
  if (text.length > RUN_FILE_MAX) {
    return refuse(sharingWords('file-huge', { length: text.length, max: RUN_FILE_MAX }));
  }
  try {
    return readFiled(JSON.parse(text), lessons);
  } catch (error) {
    return refuse(sharingWords('file-json', { problem: error instanceof Error ? error.message : '' }));
  }
}

type Outside = Readonly<Record<string, unknown>>;

const recordOf = (value: unknown): Outside | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Outside) : null;

export function readFiled(outside: unknown, lessons: readonly Lesson[] = []): Result<ReadRun> {
  const file = recordOf(outside);
  if (file === null || (file['kind'] !== RUN_FILE_KIND && !Array.isArray(file['commands']))) {
    return refuse(sharingWords('file-other'));
  }
  if (file['kind'] !== RUN_FILE_KIND) {
    return readAlone(file);
  }
  if (file['format'] !== RUN_FILE_FORMAT) {
    return refuse(
      sharingWords('file-format', { format: typeof file['format'] === 'number' ? file['format'] : '?' }),
    );
  }
  const branches = file['branches'];
  if (!Array.isArray(branches) || branches.length === 0 || branches.length > BRANCHES_MAX) {
    return refuse(sharingWords('file-branches', { max: BRANCHES_MAX }));
  }
  const count = branches.reduce<number>((sum, branch) => sum + lengthOf(branch), 0);
  if (count > COMMANDS_MAX) {
    return refuse(sharingWords('file-many', { count, max: COMMANDS_MAX }));
  }
  const { open, problem } = readLesson(file['lesson'], lessons);
  const read: Branch[] = [];
  const problems: string[] = problem === null ? [] : [problem];
  for (const [i, branch] of branches.entries()) {
    const one = readBranch(recordOf(branch), read, open === null ? null : ownRunAt(open, i));
    const [first] = read;
    if (!one.ok && first === undefined) {
      return refuse(
        sharingWords('file-branch', { number: i + 1, of: branches.length, problem: one.problem }),
      );
    }
    // The branches behind it count on its place: what cannot be played at all stands there as the first one's start.
    const kept = one.ok ? one.value : { branch: emptyBranch(i, first), problem: one.problem };
    read.push(kept.branch);
    if (kept.problem !== null) {
      problems.push(sharingWords('file-differs', { name: kept.branch.name, problem: kept.problem }));
    }
  }
  const isLesson = open !== null && isWhole(open, read);
  if (open !== null && !isLesson) {
    problems.push(sharingWords('lesson-changed', { title: open.lesson.texts['title'] ?? '' }));
  }
  return ok({ run: { ...placed(file, read), lesson: isLesson ? open : null }, problems });
}

function lengthOf(branch: unknown): number {
  const commands = recordOf(branch)?.['commands'];
  return Array.isArray(commands) ? commands.length : 0;
}

/** A run without branches: what `run()` gives. */
function readAlone(file: Outside): Result<ReadRun> {
  const shaped = checkRunShape(file);
  const played = shaped.ok ? replayLenient(shaped.value) : shaped;
  if (!played.ok) {
    return played;
  }
  const { timeline, problem } = played.value;
  const run = openRun(sharingWords('title-file'), timeline, timeline.steps.length);
  return ok({ run, problems: problem === null ? [] : [problem] });
}

function readBranch(
  branch: Outside | null,
  before: readonly Branch[],
  own: Timeline | null,
): Result<{ readonly branch: Branch; readonly problem: string | null }> {
  const from = fromOf(branch?.['from'], before);
  const parent = from === null ? undefined : before[from.branch]?.timeline;
  const isAlone = parent === undefined || branch?.['config'] !== undefined;
  const played = isAlone ? playedAlone(branch, own) : playedOn(branch, parent, own);
  if (!played.ok) {
    return played;
  }
  const { timeline, problem } = played.value;
  const number = String(before.length);
  const named = before.length === 0 ? timeWords('main') : timeWords('branch', { number });
  return ok({
    branch: {
      name: textOf(branch?.['name'], named),
      about: textOf(branch?.['about'], ''),
      timeline,
      from: from === null ? null : { ...from, step: Math.min(from.step, timeline.steps.length) },
    },
    problem,
  });
}

function emptyBranch(index: number, first: Branch | undefined): Branch {
  if (first === undefined) {
    throw new Error('The first branch of a run stands for itself.');
  }
  const name = timeWords('branch', { number: String(index) });
  return { name, about: '', timeline: { ...first.timeline, steps: [] }, from: { branch: 0, step: 0 } };
}

type Played = ReturnType<typeof replayOn>;

function playedAlone(branch: Outside | null, own: Timeline | null): Result<Played> {
  const shaped = checkRunShape({
    format: RUN_FORMAT,
    seed: branch?.['seed'],
    config: branch?.['config'],
    commands: branch?.['commands'],
    hash: branch?.['hash'],
  });
  return shaped.ok ? (asOwn(own, shaped.value) ?? replayLenient(shaped.value)) : shaped;
}

/** A branch that is a lesson's run, or has grown from it, shares its states. */
function asOwn(own: Timeline | null, run: Run): Result<Played> | null {
  const timeline = own === null ? null : grownFrom(own, run);
  return timeline === null ? null : ok({ timeline, problem: null });
}

/** Where two branches have steps in common they share the states too, as they did before. */
function playedOn(branch: Outside | null, parent: Timeline, own: Timeline | null): Result<Played> {
  const keeps = branch?.['keeps'];
  if (!Number.isInteger(keeps) || Number(keeps) < 0 || Number(keeps) > parent.steps.length) {
    return refuse(sharingWords('file-keeps', { steps: parent.steps.length }));
  }
  const { seed, config } = parent;
  const base = { ...parent, steps: parent.steps.slice(0, Number(keeps)) };
  const { commands, hash } = branch ?? {};
  const shaped = checkRunShape({ format: RUN_FORMAT, seed, config, commands, hash });
  if (!shaped.ok) {
    return shaped;
  }
  const all = [...base.steps.map(({ command }) => command), ...shaped.value.commands];
  const run = { ...shaped.value, commands: all };
  return all.length > STEPS_MAX
    ? refuse(sharingWords('file-steps', { max: STEPS_MAX }))
    : (asOwn(own, run) ?? ok(replayOn(base, run)));
}

function fromOf(value: unknown, before: readonly Branch[]): Branch['from'] {
  const from = recordOf(value);
  const branch = from?.['branch'];
  const step = from?.['step'];
  const known = Number.isInteger(branch) && before[Number(branch)] !== undefined;
  return known && Number.isInteger(step) && Number(step) >= 0
    ? { branch: Number(branch), step: Number(step) }
    : null;
}

const textOf = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value.slice(0, TITLE_MAX) : otherwise;

/** Where one stood, kept within what could be played. */
function placed(file: Outside, branches: readonly Branch[]): OpenRun {
  const current = branches[Number(file['current'])] === undefined ? 0 : Number(file['current']);
  const [first] = branches;
  const timeline = (branches[current] ?? first)?.timeline;
  if (timeline === undefined) {
    throw new Error('A run file without branches was let through.');
  }
  const { length } = timeline.steps;
  const step = Number.isInteger(file['step']) ? Math.min(Math.max(0, Number(file['step'])), length) : length;
  const fraction = step < length && isShare(file['fraction']) ? file['fraction'] : 0;
  return {
    ...openRun(textOf(file['title'], sharingWords('title-file')), timeline, step),
    playhead: { step, fraction },
    branches,
    current,
    tableKey: tableOf(file['table']),
    bookmarks: bookmarksOf(file['bookmarks'], branches),
    doings: {
      before: doingsOf(timeline).before.map((spot) => ({ ...spot, branch: current })),
      undone: [],
    },
  };
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < 1;

function tableOf(value: unknown): OpenRun['tableKey'] {
  const table = recordOf(value);
  return typeof table?.['keyspace'] === 'string' && typeof table['table'] === 'string'
    ? { keyspace: table['keyspace'], table: table['table'] }
    : null;
}

function bookmarksOf(value: unknown, branches: readonly Branch[]): readonly Bookmark[] {
  const all = Array.isArray(value) ? value.slice(0, BOOKMARKS_MAX).map(recordOf) : [];
  return all.flatMap((one, i) => {
    const [branch, step] = [Number(one?.['branch']), Number(one?.['step'])];
    const length = branches[branch]?.timeline.steps.length ?? -1;
    return Number.isInteger(step) && step >= 0 && step <= length
      ? [{ id: i + 1, branch, step, note: textOf(one?.['note'], '') }]
      : [];
  });
}
