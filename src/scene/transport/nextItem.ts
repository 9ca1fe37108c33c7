// What Next says it will do: the choice that comes first in virtual time.

import type { PendingChoice, Timer } from '../../engine/index.ts';
import { announcementsFrom, lookup, needsPull, playedCommand, timerFacts } from '../../engine/index.ts';
import { factsOf, messageName, valuesOfMessage } from '../narration/narrateMessage.ts';
import { narrationAt } from '../narration/narrationAt.ts';
import { nextOfRing } from '../narration/ringWords.ts';
import type { Moment } from '../run/moment.ts';
import { statementName } from '../run/statementWords.ts';
import type { NextItem } from '../shape/scene.ts';
import { timeText } from '../words/microsWords.ts';
import { type LabelId, label, labelAny } from '../words/say.ts';

const OF_VERB = {
  DEFINITIONS_UPDATE: 'next-push',
  MIGRATION_REQUEST: 'next-request-changes',
  MIGRATION_REPLY: 'next-reply-changes',
  GET_SCHEMA_VERSION: 'next-request-version',
  SCHEMA_VERSION_REPLY: 'next-reply-version',
  MUTATION: 'next-write',
  MUTATION_DONE: 'next-ack',
  READ_DATA: 'next-read',
  READ_DIGEST: 'next-read',
  READ_MUTATION_DATA: 'next-read',
  READ_REPLY: 'next-answer',
  STREAM_MUTATION: 'next-stream',
  STREAM_MUTATION_REPLY: 'next-stream-answer',
} as const satisfies Readonly<Record<string, LabelId>>;

const OF_TIMER = {
  pull: 'pull',
  'write-timeout': 'timeout',
  'read-timeout': 'timeout',
  grace: 'grace',
  uptime: 'uptime',
} as const satisfies Readonly<Record<Timer['kind'], string>>;

/** What a timer will do as things stand: a pull that has become needless (W10) or is from who is down does not pull. */
function timerLabel(moment: Moment, choice: PendingChoice, wait: number): string {
  const { command, to } = choice;
  const { kind, ...words } = timerWords(moment, command.kind === 'fire' ? command.timer : '', to);
  const { nodes, config } = moment.state.core;
  const own = kind === 'pull' ? nodes.find(({ id }) => id === to) : undefined;
  const isNeedless = own !== undefined && !needsPull(own, words.peer, config.protections);
  const isUnsent = own !== undefined && lookup(own.gossip, words.peer)?.alive !== true;
  const id = isNeedless ? 'needless' : isUnsent ? 'unsent' : OF_TIMER[kind];
  return wait > 0
    ? labelAny(`next-${id}-later`, { ...words, time: timeText(wait) })
    : labelAny(`next-${id}`, words);
}

/** Whose timer it is, and what tells it from the other timers of its node. */
export function timerWords({ words, state }: Moment, timer: string, to: string) {
  const { kind, peer, shard, about } = timerFacts(timer);
  const node = shard !== '' && state.core.config.shards > 1 ? label('flag-shard', { node: to, shard }) : to;
  return { kind, peer, node, version: words.version(about), what: statementName(words.label(about), about) };
}

/** '+email reaches B', 'A merges its own change', '60 s pass: B pulls from A'. `wait` is the time until then, in µs. */
export function nextLabel(moment: Moment, choice: PendingChoice, wait: number): string {
  const { message, to: node, from } = choice;
  if (message !== null) {
    return labelAny(OF_VERB[message.verb], {
      ...valuesOfMessage(moment.words, factsOf(message)),
      node,
      peer: message.from,
    });
  }
  switch (choice.kind) {
    case 'merge':
      return from === node || from === null
        ? label('next-merge-own', { node })
        : label('next-merge', { node, peer: from });
    case 'publish': {
      const shard = choice.command.kind === 'publish' ? String(choice.command.shard) : '';
      return label('next-publish', { shard, node });
    }
    case 'ring':
      return nextOfRing(moment, wait);
    case 'gossip':
      return label('next-gossip', { peer: from ?? '', node });
    default:
      return timerLabel(moment, choice, wait);
  }
}

/** What Next does at this moment; null when nothing is on its way. */
export function nextItem(moment: Moment): NextItem | null {
  const choice = moment.next;
  if (choice === null) {
    return recordedItem(moment);
  }
  const { message } = choice;
  const together = announcementsFrom(moment);
  if (together > 0) {
    const told = label('next-announcements', { count: together });
    return { label: told, detail: told, choice: choice.id, command: choice.command };
  }
  const facts = message === null ? null : factsOf(message);
  const command =
    moment.step < moment.timeline.steps.length ? choice.command : playedCommand(moment.timeline, choice);
  const text =
    facts !== null && command.kind === 'lose'
      ? label('next-lost', { message: messageName(moment.words, facts) })
      : nextLabel(moment, choice, Math.max(0, choice.due - moment.state.notes.now));
  return {
    label: text,
    detail: facts === null ? text : messageName(moment.words, facts),
    choice: choice.id,
    command,
  };
}

/** In the past Next takes the step that was recorded there: a person's command is told by what it did. */
function recordedItem(moment: Moment): NextItem | null {
  const recorded = moment.timeline.steps[moment.step];
  if (recorded === undefined) {
    return null;
  }
  const { sentence } = narrationAt(moment, moment.step + 1);
  return { label: sentence, detail: sentence, choice: '', command: recorded.command };
}
