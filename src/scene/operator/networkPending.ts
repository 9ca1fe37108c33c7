// What may happen next, soonest first, as rows: messages on their way, timers, merges, shards that switch, gossip; each
// with the time at which it is due. And what happened while time passed, in one sentence.

import { type PendingChoice, playedCommand, type Timeline, type Timer } from '../../engine/index.ts';
import { shownVersion } from '../loom/loomWords.ts';
import { factsOf, messageName } from '../narration/narrateMessage.ts';
import { type Moment, momentAt, stateAt } from '../run/moment.ts';
import type { Identity, Playhead, SceneOptions } from '../shape/scene.ts';
import { nextLabel, timerWords } from '../transport/nextItem.ts';
import { timeText } from '../words/microsWords.ts';
import { type LabelId, label, labelAny, listed } from '../words/say.ts';

export interface PendingRow {
  /** What `deliver` takes. */
  readonly id: string;
  readonly kind: PendingChoice['kind'];
  readonly text: string;
  readonly due: string;
  /** Next does this one. */
  readonly next: boolean;
  /** Key of the message; null when it is none. */
  readonly message: string | null;
  readonly from: string | null;
  readonly to: string;
  readonly held: boolean;
  readonly selected: boolean;
  readonly identity: Identity | null;
}

export interface PendingView {
  readonly rows: readonly PendingRow[];
  readonly sentence: string;
}

export function pendingOf(timeline: Timeline, playhead: Playhead, options: SceneOptions): PendingView {
  const moment = momentAt(timeline, playhead, options);
  const rows = moment.choices.map((choice) => rowOf(moment, choice));
  return { rows, sentence: label('pending-summary', { count: rows.length }) };
}

function rowOf(moment: Moment, choice: PendingChoice): PendingRow {
  const { message } = choice;
  const { selection, held = [] } = moment.options;
  const isHeld = message !== null && held.includes(message.key);
  return {
    id: choice.id,
    kind: choice.kind,
    text: textOf(moment, choice),
    due: dueText(moment, choice, isHeld),
    next: moment.next?.id === choice.id,
    message: message?.key ?? null,
    from: choice.from,
    to: choice.to,
    held: isHeld,
    selected: message !== null && selection?.kind === 'message' && selection.message === message.key,
    identity: message === null ? null : shownVersion(moment, factsOf(message)),
  };
}

const OF_TIMER: Readonly<Record<Timer['kind'], LabelId>> = {
  pull: 'pending-pull',
  'write-timeout': 'pending-timeout',
  'read-timeout': 'pending-timeout',
  grace: 'pending-grace',
  uptime: 'pending-timer',
};

function textOf(moment: Moment, choice: PendingChoice): string {
  const { message, command } = choice;
  if (message !== null) {
    return messageName(moment.words, factsOf(message));
  }
  if (command.kind !== 'fire') {
    return nextLabel(moment, choice, 0);
  }
  const { kind, ...words } = timerWords(moment, command.timer, choice.to);
  return labelAny(OF_TIMER[kind], words);
}

function dueText(moment: Moment, choice: PendingChoice, isHeld: boolean): string {
  const wait = choice.due - moment.state.notes.now;
  if (isHeld) {
    return label('pending-held', {});
  }
  if (playedCommand(moment.timeline, choice).kind === 'lose') {
    return label('pending-lost', { time: timeText(Math.max(0, wait)) });
  }
  return wait === 0
    ? label('pending-now', {})
    : label(wait > 0 ? 'pending-due' : 'pending-late', { time: timeText(Math.abs(wait)) });
}

const COUNTED = [
  ['deliver', 'passed-arrived'],
  ['lose', 'passed-lost'],
  ['merge', 'passed-merged'],
  ['fire', 'passed-fired'],
  ['gossip', 'passed-gossip'],
] as const;

/** What happened in the steps after `from` up to `to`: '1 s passed: 2 messages arrived and one timer fired.' */
export function passedSentence(
  timeline: Timeline,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const steps = timeline.steps.slice(from, to);
  const time = timeText(stateAt(timeline, to).notes.now - stateAt(timeline, from).notes.now);
  const parts = COUNTED.flatMap(([kind, id]) => {
    const count = steps.filter(({ command }) => command.kind === kind).length;
    return count === 0 ? [] : [label(id, { count })];
  });
  return parts.length === 0
    ? label('passed-quiet', { time })
    : label('passed-what', { time, what: listed(parts) });
}
