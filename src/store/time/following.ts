// Going where a search has been: its commands are played from the place where it began, on the branch that has them already or on
// a new one. The run one stood in stays as it is.

import { append, type Command, fork, type Result, type Timeline } from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { SessionState, Spot } from '../state/sessionState.ts';
import { timeWords } from '../words/messagesOfTime.en.ts';
import { begins, keptNotice, withBranch } from './branching.ts';

export function followed(
  state: SessionState,
  from: Spot,
  commands: readonly Command[],
  about: string,
): Result<Partial<SessionState>> {
  const origin = state.branches[from.branch];
  if (origin === undefined || origin.timeline.steps.length < from.step) {
    return refuse(timeWords('no-such-place'));
  }
  let timeline: Timeline = fork(origin.timeline, from.step);
  for (const command of commands) {
    const next = append(timeline, command);
    if (!next.ok) {
      return next;
    }
    timeline = next.value;
  }
  const settled = {
    playhead: { step: timeline.steps.length, fraction: 0 },
    problem: null,
    playing: false,
    selection: state.selection?.kind === 'message' ? null : state.selection,
    turn: null,
  };
  const known = state.branches.findIndex((branch) => begins(timeline, branch.timeline));
  if (known >= 0) {
    return ok({
      ...settled,
      current: known,
      report: null,
      notice: known === state.current ? null : keptNotice(state),
    });
  }
  return ok({ ...settled, ...withBranch(state, { timeline, about, from: from.step }, from.branch) });
}
