// Editing the past (SPEC N12): the same commands, ids and timestamps included, are played again with one thing changed.
// What became impossible is left out and listed with the sentence of its refusal; the run before stays as it was. Other
// protections are rerunUnder.ts.

import { STEPS_MAX } from '../plain/limits.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { Edit, Script, Scripted } from './edit.ts';
import { scriptOf } from './edit.ts';
import { firstParting, isSameMoment } from './parting.ts';
import { placesFor } from './places.ts';
import type { Skipped } from './rerunUnder.ts';
import { rerunUnder } from './rerunUnder.ts';
import type { Step } from './state.ts';
import type { Timeline } from './timeline.ts';
import { advance, fork, stateAt } from './timeline.ts';

export interface Rerun {
  readonly timeline: Timeline;
  /** Up to this step both runs are one. */
  readonly from: number;
  /** The step of the new run that shows the change. */
  readonly at: number;
  readonly skipped: readonly Skipped[];
  /** Steps of the new run that the old one did not have: under other rules, what the nodes do of themselves. */
  readonly besides: readonly number[];
}

/** The run as it would have gone; the same timeline when the edit changes nothing. */
export function rerun(timeline: Timeline, edit: Edit): Result<Rerun> {
  if (edit.kind === 'protect') {
    const under = rerunUnder(timeline, edit.protections);
    return under.ok ? ok(partedFrom(timeline, under.value)) : under;
  }
  const problem = whyNotThere(timeline, edit);
  const script = problem === null ? scriptOf(timeline, edit) : refuse(problem);
  if (!script.ok) {
    return script;
  }
  const keep = commonStart(timeline, script.value);
  const rest = script.value.slice(keep);
  if (keep + rest.length > STEPS_MAX) {
    return refuse(`A run has at most ${STEPS_MAX} steps: go back and branch off, or begin a new run.`);
  }
  if (keep === timeline.steps.length && rest.length === 0) {
    return ok({ timeline, from: keep, at: keep, skipped: [], besides: [] });
  }
  const played = playOn(fork(timeline, keep), rest, timeline);
  return played.ok ? ok({ ...played.value, from: keep, at: played.value.at ?? keep, besides: [] }) : played;
}

function partedFrom(old: Timeline, under: Pick<Rerun, 'timeline' | 'skipped' | 'besides'>): Rerun {
  const from = firstParting(old, under.timeline);
  return { ...under, from, at: Math.min(from + 1, under.timeline.steps.length) };
}

/** Why a message cannot end its way where the edit wants it to. */
function whyNotThere(timeline: Timeline, edit: Edit): string | null {
  if (edit.kind !== 'deliver' && edit.kind !== 'lose' && edit.kind !== 'duplicate') {
    return null;
  }
  const { message, seen, place } = edit;
  const mode = edit.kind === 'duplicate' ? 'duplicate' : 'move';
  const places = placesFor(timeline, { message, seen, mode, from: place, to: place });
  if (!places.ok) {
    return places.problem;
  }
  const [found] = places.value;
  return found === undefined || found.legal ? null : found.problem;
}

interface Played {
  readonly timeline: Timeline;
  readonly skipped: readonly Skipped[];
  /** The step that the edited command became; null when the edit only takes out. */
  readonly at: number | null;
}

function playOn(start: Timeline, rest: readonly Scripted[], old: Timeline): Result<Played> {
  const steps: Step[] = [...start.steps];
  const skipped: Skipped[] = [];
  const untouched = untouchedFrom(rest, old.steps.length);
  let state = stateAt(start, steps.length);
  let at: number | null = null;
  for (const [i, { command, step, edited }] of rest.entries()) {
    // Equal states have equal futures: what follows is shared with the old run, not played again.
    if (i >= untouched && step !== null && isSameMoment(state, stateAt(old, step - 1))) {
      return ok({ timeline: { ...start, steps: [...steps, ...old.steps.slice(step - 1)] }, skipped, at });
    }
    const next = advance(state, command, start.seed);
    if (next.ok) {
      steps.push(next.value);
      state = next.value.state;
      at = edited ? steps.length : at;
    } else if (edited || step === null) {
      return next;
    } else {
      skipped.push({ step, command, problem: next.problem });
    }
  }
  return ok({ timeline: { ...start, steps }, skipped, at });
}

/** From where on the script is what the old run has to its end. */
function untouchedFrom(rest: readonly Scripted[], length: number): number {
  let from = rest.length;
  for (let step = length; from > 0; step--) {
    const before = rest[from - 1];
    if (before?.step !== step || before.edited) {
      break;
    }
    from -= 1;
  }
  return from;
}

/** What the script leaves as it is at its beginning is shared, not played again. */
function commonStart(timeline: Timeline, script: Script): number {
  const first = script.findIndex((scripted, i) => !isSame(scripted, timeline.steps[i]));
  return first < 0 ? script.length : first;
}

// Commands are plain JSON; those that were not touched are the very same objects.
function isSame(scripted: Scripted, step: Step | undefined): boolean {
  return (
    step !== undefined &&
    (scripted.command === step.command || JSON.stringify(scripted.command) === JSON.stringify(step.command))
  );
}
