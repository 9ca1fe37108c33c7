// How a session's branches grow. Acting at the end lengthens the branch; acting in the past with the very command that
// came next moves on, and lengthens the branch where more follows; anything else goes to the branch that has it already, or
// starts one and keeps the old one. Nothing is ever deleted.

import { type Command, type Edit, type Rerun, stateAt, type Timeline } from '../../engine/index.ts';
import type { Branch, Selection, SessionState } from '../state/sessionState.ts';
import { branchOf, timelineOf } from '../state/shown.ts';
import { timeWords } from '../words/messagesOfTime.en.ts';
import { aboutCommand, aboutEdit } from './branchAbout.ts';

type Change = Partial<SessionState>;

/** The session after a command made `timeline` of what the playhead saw. */
export function withTimeline(state: SessionState, timeline: Timeline): Change {
  const playhead = { step: timeline.steps.length, fraction: 0 };
  const settled = { playhead, problem: null, selection: keptSelection(state) };
  const since = state.playhead.step;
  if (isPrefix(timeline, timelineOf(state), since)) {
    return settled;
  }
  // At the end, or with the very commands that came next and more of them: it is the same run, gone on with.
  if (isPrefix(timelineOf(state), timeline, since)) {
    const branches = state.branches.map((branch, i) =>
      i === state.current ? { ...branch, timeline } : branch,
    );
    return { ...settled, branches };
  }
  const known = state.branches.findIndex((branch) => begins(timeline, branch.timeline));
  if (known >= 0) {
    return { ...settled, current: known, notice: keptNotice(state), report: null };
  }
  const command = timeline.steps[since]?.command;
  const about = command === undefined ? '' : aboutCommand(timeline, command, stateAt(timeline, since));
  return { ...settled, ...withBranch(state, { timeline, about, from: since }) };
}

/** The session after an edit of the past: on the branch that has that run already, or else on a new one. */
export function withRerun(state: SessionState, edit: Edit, rerun: Rerun): Change {
  const { timeline, from, skipped } = rerun;
  const step = edit.kind === 'hold' ? heldAt(state.playhead.step, rerun) : rerun.at;
  const playhead = { step, fraction: 0 };
  const settled = { playhead, problem: null, selection: state.selection, playing: false };
  if (timeline === timelineOf(state)) {
    return { problem: null };
  }
  const known = state.branches.findIndex(
    (branch) => branch.timeline.steps.length === timeline.steps.length && begins(timeline, branch.timeline),
  );
  if (known >= 0) {
    return { ...settled, current: known, notice: keptNotice(state), report: null };
  }
  const report = skipped.length === 0 ? null : { branch: state.branches.length, of: state.current, skipped };
  const about = aboutEdit(timelineOf(state), edit);
  return { ...settled, ...withBranch(state, { timeline, about, from }), report };
}

/** A message that is held is seen where one stands: the same moment of the new run, with the message on its way. */
function heldAt(step: number, { from, skipped }: Rerun): number {
  return step <= from ? step : step - 1 - skipped.filter((one) => one.step <= step).length;
}

export function withBranch(
  state: SessionState,
  { timeline, about, from }: { readonly timeline: Timeline; readonly about: string; readonly from: number },
  parent: number = state.current,
): Pick<SessionState, 'branches' | 'current' | 'notice' | 'report'> {
  const current = state.branches.length;
  const branch: Branch = {
    name: timeWords('branch', { number: String(current) }),
    about,
    timeline,
    from: { branch: parent, step: from },
  };
  return { branches: [...state.branches, branch], current, notice: keptNotice(state), report: null };
}

export const keptNotice = (state: SessionState): SessionState['notice'] => ({
  sentence: timeWords('kept-run', { name: branchOf(state).name }),
  count: (state.notice?.count ?? 0) + 1,
  branch: state.current,
});

/** The session on another branch, at the same step if it has that many. */
export function withCurrent(state: SessionState, branch: number): Change {
  const target = state.branches[branch];
  if (target === undefined || branch === state.current) {
    return {};
  }
  const step = Math.min(state.playhead.step, target.timeline.steps.length);
  const selection = keptSelection(state);
  return { current: branch, playhead: { step, fraction: 0 }, selection, playing: false, problem: null };
}

// A message that was selected is usually gone after the step; versions and entries stay.
const keptSelection = (state: SessionState): Selection | null =>
  state.selection?.kind === 'message' ? null : state.selection;

/** Whether the steps of `short` from `since` on are those that `long` has there too. */
function isPrefix(short: Timeline, long: Timeline, since: number): boolean {
  return (
    short.steps.length <= long.steps.length &&
    short.steps.slice(since).every((step, i) => isSameCommand(step.command, long.steps[since + i]?.command))
  );
}

/** Whether `long` is a run of the same cluster that begins with `short`. */
export const begins = (short: Timeline, long: Timeline): boolean =>
  isPrefix(short, long, 0) &&
  (short.config === long.config || JSON.stringify(short.config) === JSON.stringify(long.config));

// Commands are plain JSON.
const isSameCommand = (a: Command, b: Command | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
