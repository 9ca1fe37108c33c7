// The same run under other protections (SPEC N12, N15): setup and commands are played again from the start. The rules now
// may make the nodes send what they did not send before: that happens when its time comes, between the old commands, as the
// network would have brought it, and after the last of them until it has come to rest.

import type { Protections } from '../config/protections.ts';
import { STEPS_MAX } from '../plain/limits.ts';
import { entriesOf } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
import { ok } from '../plain/result.ts';
import type { Command } from './command.ts';
import { choiceId, pendingChoices } from './policy.ts';
import type { PendingChoice, SimState, Step } from './state.ts';
import type { Timeline } from './timeline.ts';
import { advance, createTimeline, stateAt } from './timeline.ts';

/** A command of the old run that could not be played again. */
export interface Skipped {
  /** Its step in the old run. */
  readonly step: number;
  readonly command: Command;
  /** Why not, in the engine's words. */
  readonly problem: string;
}

interface Under {
  readonly timeline: Timeline;
  readonly skipped: readonly Skipped[];
  /** Steps that the old run did not have. */
  readonly besides: readonly number[];
}

/** Under some rules nodes pull from each other without end: after so many steps of their own it is enough. */
const BESIDES_MAX = 200;

export function rerunUnder(old: Timeline, protections: Partial<Protections>): Result<Under> {
  const config = { ...old.config, protections: { ...old.config.protections, ...protections } };
  const start = createTimeline({ seed: old.seed, config });
  if (!start.ok) {
    return start;
  }
  const replay = replayOf(start.value, old);
  old.steps.forEach((step, i) => {
    const command = withoutSwitches(step.command, protections);
    if (command !== null) {
      // What the old run did not know of comes when it is due.
      playNew(replay, stateAt(old, i), (choice) => choice.due < step.state.notes.now);
      playOld(replay, command, i + 1);
    }
  });
  const end = stateAt(old, old.steps.length);
  const rested = pendingChoices(end).length === 0;
  // Timers and gossip go on only where the old run had let them come to rest too.
  playNew(replay, end, ({ kind }) => rested || (kind !== 'timer' && kind !== 'gossip'));
  const { steps, skipped, besides } = replay;
  return ok({ timeline: { ...start.value, steps }, skipped, besides });
}

/** What is decided from the start is not switched back on the way; null when nothing is left of the command. */
function withoutSwitches(command: Command, protections: Partial<Protections>): Command | null {
  if (command.kind !== 'protect') {
    return command;
  }
  const left = entriesOf<unknown>({ ...command.protections }).filter(
    ([id]) => !Object.hasOwn(protections, id),
  );
  if (left.length === entriesOf<unknown>({ ...command.protections }).length) {
    return command;
  }
  return left.length === 0 ? null : { kind: 'protect', protections: Object.fromEntries(left) };
}

/** The run as it grows; it lives only inside `rerunUnder`. */
interface Replay {
  readonly start: Timeline;
  readonly steps: Step[];
  readonly skipped: Skipped[];
  readonly besides: number[];
  /** How often each choice is still taken in what is left of the old run. */
  readonly left: Map<string, number>;
}

function replayOf(start: Timeline, old: Timeline): Replay {
  const replay: Replay = { start, steps: [], skipped: [], besides: [], left: new Map() };
  for (const { command } of old.steps) {
    count(replay, command, 1);
  }
  return replay;
}

const stateOf = ({ start, steps }: Replay): SimState => steps.at(-1)?.state ?? start.start;

function playOld(replay: Replay, command: Command, step: number): void {
  count(replay, command, -1);
  const next = advance(stateOf(replay), command, replay.start.seed);
  if (next.ok) {
    replay.steps.push(next.value);
  } else {
    replay.skipped.push({ step, command, problem: next.problem });
  }
}

/** Plays what was not pending in the old run at `before` and is not taken by it later, soonest first. */
function playNew(replay: Replay, before: SimState, may: (choice: PendingChoice) => boolean): void {
  const { start, steps, besides, left } = replay;
  let known: ReadonlySet<string> | null = null;
  while (besides.length < BESIDES_MAX && steps.length < STEPS_MAX) {
    const candidates = pendingChoices(stateOf(replay)).filter(
      (choice) => may(choice) && (left.get(choice.id) ?? 0) === 0,
    );
    if (candidates.length > 0) {
      known ??= new Set(pendingChoices(before).map(({ id }) => id));
    }
    const choice = candidates.find(({ id }) => known?.has(id) !== true);
    const next = choice === undefined ? null : advance(stateOf(replay), choice.command, start.seed);
    if (next === null || !next.ok) {
      return;
    }
    steps.push(next.value);
    besides.push(steps.length);
    forgive(replay, next.value.command);
  }
}

/** What came only later than in the old run was not impossible. */
function forgive({ skipped }: Replay, command: Command): void {
  const text = JSON.stringify(command);
  const late = skipped.findIndex((one) => JSON.stringify(one.command) === text);
  if (late >= 0) {
    skipped.splice(late, 1);
  }
}

function count({ left }: Replay, command: Command, by: number): void {
  if (isDelivery(command)) {
    const id = choiceId(command);
    left.set(id, (left.get(id) ?? 0) + by);
  }
}

type DeliveryKind = Parameters<typeof choiceId>[0]['kind'];
const DELIVERIES: Readonly<Record<DeliveryKind, true>> = {
  deliver: true,
  lose: true,
  duplicate: true,
  fire: true,
  gossip: true,
  merge: true,
  publish: true,
  ring: true,
};

function isDelivery(command: Command): command is Extract<Command, { kind: DeliveryKind }> {
  return Object.hasOwn(DELIVERIES, command.kind);
}
