// A run as it grows (SPEC N8): every state is kept, structurally shared, so that going anywhere in time is an array index.

import type { Config } from '../config/config.ts';
import { canonical, digestText } from '../plain/canonical.ts';
import { STEPS_MAX, TIME_MAX } from '../plain/limits.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { StatementId } from '../plain/scalars.ts';
import { checkConfig } from './checkConfig.ts';
import { notesAfter, stamped } from './clock.ts';
import type { Command, CommandDraft, StatementDraft } from './command.ts';
import type { SimEvent } from './event.ts';
import { emptyState } from './initial.ts';
import { overtakes, pendingChoices } from './policy.ts';
import type { Run } from './run.ts';
import { RUN_FORMAT } from './run.ts';
import type { Core, SimState, Step } from './state.ts';
import { isStatement, stepCore } from './step.ts';

export interface Timeline {
  readonly seed: number;
  readonly config: Config;
  /** The state before the first command, after setup. */
  readonly start: SimState;
  readonly steps: readonly Step[];
}

const SETUP_STEPS_MAX = 5_000;
const TRAIL_MARKS = 60;

/** A new run: its setup is played and settled in virtual-time order. Refuses a configuration that makes no sense. */
export function createTimeline(origin: { readonly seed: number; readonly config: Config }): Result<Timeline> {
  const { seed, config } = origin;
  const problem = checkConfig(seed, config);
  if (problem !== null) {
    return refuse(problem);
  }
  let state = emptyState(config);
  for (const statement of config.setup) {
    const started = advance(state, statement, seed);
    const settled = started.ok ? settle(started.value.state, seed, SETUP_STEPS_MAX) : started;
    if (!settled.ok) {
      return refuse(`The setup statement ${statement.id} was refused: ${settled.problem}`);
    }
    state = settled.value;
  }
  return ok({ seed, config, start: begun(state), steps: [] });
}

/**
 * The setup lies in the past: the clock begins at its last statement's time, and its schema has long been flushed, also
 * where a schema is not flushed before it is used (M4).
 */
function begun({ core, notes }: SimState): SimState {
  const now = Math.max(0, ...core.config.setup.map((statement) => statement.timestamp));
  const nodes = core.nodes.map((node) =>
    node.flushedRows === node.rows ? node : { ...node, flushedRows: node.rows },
  );
  return { core: { ...core, nodes }, notes: { ...notes, now } };
}

function settle(start: SimState, seed: number, bound: number): Result<SimState> {
  let state = start;
  for (let i = 0; i < bound; i++) {
    const next = pendingChoices(state)[0];
    if (next === undefined) {
      return ok(state);
    }
    const advanced = advance(state, next.command, seed);
    if (!advanced.ok) {
      return advanced;
    }
    state = advanced.value.state;
  }
  return refuse(`Nothing came to rest within ${bound} steps.`);
}

/** One command's step from a state. */
export function advance(state: SimState, command: Command, seed: number): Result<Step> {
  const stepped = stepCore(state.core, command);
  if (!stepped.ok) {
    return stepped;
  }
  const { core } = stepped.value;
  const notes = notesAfter(state.notes, command, core, seed);
  if (notes.now > TIME_MAX) {
    return refuse(
      'That lies beyond the end of a run’s clock, 2^52 µs: give an earlier timestamp, or wait less.',
    );
  }
  const isEarly = command.kind === 'deliver' && overtakes(state.core, state.notes, command.message);
  const events = isEarly ? stepped.value.events.map(asOvertaking) : stepped.value.events;
  return ok({ command, events, state: { core, notes } });
}

function asOvertaking(event: SimEvent): SimEvent {
  return event.kind === 'message-delivered' ? { ...event, notTcp: true } : event;
}

/** Adds one command. A statement without id or timestamp gets them here, once and for all (N4). */
export function append(timeline: Timeline, draft: CommandDraft): Result<Timeline> {
  if (timeline.steps.length >= STEPS_MAX) {
    return refuse(`A run has at most ${STEPS_MAX} steps: go back and branch off, or begin a new run.`);
  }
  const state = stateAt(timeline, timeline.steps.length);
  const command = isStatement(draft)
    ? complete(timeline, state, draft as StatementDraft)
    : (draft as Command);
  const step = advance(state, command, timeline.seed);
  return step.ok ? ok({ ...timeline, steps: [...timeline.steps, step.value] }) : step;
}

/** A statement as it is queued at `state`; its id is new in the whole timeline. */
export function complete(timeline: Timeline, state: SimState, draft: StatementDraft): Command {
  return stamped(draft, state.notes, idsIn(timeline));
}

/** Ids of all statements of a run, its setup's among them. */
export function idsIn({ config, steps }: Timeline): readonly StatementId[] {
  return [
    ...config.setup.map(({ id }) => id),
    ...steps.flatMap(({ command }) => (isStatement(command) ? [command.id] : [])),
  ];
}

/** The state after `i` steps; 0 is the start. Past either end the nearest state. */
export function stateAt(timeline: Timeline, i: number): SimState {
  const step = timeline.steps[Math.min(i, timeline.steps.length) - 1];
  return i <= 0 || step === undefined ? timeline.start : step.state;
}

/** The same past up to `i` steps, without the future: what acting in the past grows from. */
export function fork(timeline: Timeline, i: number): Timeline {
  return i >= timeline.steps.length
    ? timeline
    : { ...timeline, steps: timeline.steps.slice(0, Math.max(0, i)) };
}

/** The hash of a core: equal cores and only they have equal hashes, notes aside (N5). */
export function stateHash(core: Core): string {
  return digestText(canonical(core));
}

export function toRun(timeline: Timeline): Run {
  const { seed, config, steps } = timeline;
  const hash = stateHash(stateAt(timeline, steps.length).core);
  const commands = steps.map((step) => step.command);
  return { format: RUN_FORMAT, seed, config, commands, hash, trail: trailOf(timeline) };
}

/** States between two marks of a trail: a hash reads the whole state, so a long run marks only some sixty of its steps. */
export function trailStride(steps: number): number {
  return Math.max(1, Math.ceil(steps / TRAIL_MARKS));
}

/** The first two digits of the state hash at the start and after every `trailStride` steps: where a replay differs. */
export function trailOf(timeline: Timeline): string {
  const { length } = timeline.steps;
  const stride = trailStride(length);
  const marks = Array.from({ length: Math.floor(length / stride) + 1 }, (_, i) => i * stride);
  return marks.map((i) => stateHash(stateAt(timeline, i).core).slice(0, 2)).join('');
}
