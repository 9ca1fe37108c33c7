// The same run under other protections, beside the old one: which run is played again, on which branch it lands, and where
// the two part.

import type { Protections, Result } from '../../engine/index.ts';
import { checkProtections, firstToldApart, rerun } from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { SessionState, Turn } from '../state/sessionState.ts';
import { branchOf } from '../state/shown.ts';
import { withCurrent, withRerun } from './branching.ts';

/** The branch whose commands are played: of a run that was made so and is untouched, the one that it came from. */
function baseOf({ branches, current }: SessionState): number {
  const visited = [current];
  for (;;) {
    const at = visited.at(-1) ?? current;
    const branch = branches[at];
    const { under } = branch ?? {};
    if (under === undefined || under.timeline !== branch?.timeline || visited.includes(under.branch)) {
      return at;
    }
    visited.push(under.branch);
  }
}

interface Turned {
  readonly state: Partial<SessionState>;
  readonly turn: Turn;
}

/** The session with the run under other protections on the screen, at the first step that is not the same in both. */
export function turned(state: SessionState, protections: Partial<Protections>): Result<Turned> {
  const problem = checkProtections(protections);
  if (problem !== null) {
    return refuse(problem);
  }
  const base = baseOf(state);
  const run = state.branches[base]?.timeline ?? branchOf(state).timeline;
  const wanted = { ...branchOf(state).timeline.config.protections, ...protections };
  const onBase: SessionState = { ...state, ...withCurrent(state, base) };
  if (isSame(run.config.protections, wanted)) {
    return ok(beside(state, onBase, { protections, besides: 0, skipped: 0 }));
  }
  const edit = { kind: 'protect', protections: wanted } as const;
  const made = rerun(run, edit);
  if (!made.ok) {
    return made;
  }
  const landed: SessionState = { ...onBase, ...withRerun(onBase, edit, made.value) };
  const under = { branch: base, timeline: made.value.timeline };
  const isNew = landed.branches.length > state.branches.length;
  const branches = isNew ? landed.branches.with(-1, { ...branchOf(landed), under }) : landed.branches;
  const { besides, skipped } = made.value;
  return ok(
    beside(
      state,
      { ...landed, branches, report: null },
      { protections, besides: besides.length, skipped: skipped.length },
    ),
  );
}

function beside(
  before: SessionState,
  after: SessionState,
  told: Pick<Turn, 'protections' | 'besides' | 'skipped'>,
): Turned {
  const [was, is] = [before.current, after.current];
  const parting = firstToldApart(branchOf(before).timeline, branchOf(after).timeline);
  const turn: Turn = { ...told, was, is, parting };
  const { length } = branchOf(after).timeline.steps;
  const step = Math.min(parting ?? before.playhead.step, length);
  const { branches, current, notice } = after;
  return {
    turn,
    state: {
      branches,
      current,
      notice,
      report: null,
      turn,
      playhead: { step, fraction: 0 },
      comparison: { kind: 'branches', a: was, b: is },
      playing: false,
      problem: null,
    },
  };
}

const isSame = (a: Protections, b: Protections): boolean =>
  (Object.keys(a) as (keyof Protections)[]).every((id) => a[id] === b[id]);
