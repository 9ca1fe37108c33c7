// One plain sentence for every kind of event: the compiler holds that none is left out.

import type { Operation, SimEvent } from '../../engine/index.ts';
import { entriesOf, lookup, timerFacts, unreachable } from '../../engine/index.ts';
import { messageWords, statementName } from '../run/statementWords.ts';
import { errorText, timeText } from '../words/microsWords.ts';
import { ruleName, ruleValue } from '../words/ruleWords.ts';
import { clause, say, sayAny } from '../words/say.ts';
import { narrateMerge } from './narrateMerge.ts';
import { factsOf, narrateMessage } from './narrateMessage.ts';
import { narrateRing, type RingEvent } from './narrateRing.ts';
import { narrateEnded, narrateReceived } from './narrateStatement.ts';
import { narrateStorage } from './narrateStorage.ts';
import {
  actorOf,
  elsewhere,
  labelOf,
  mutationKind,
  type NarrationContext,
  nameInTable,
  nodeIn,
  rowName,
  versionName,
} from './narrationContext.ts';
import { problemText } from './problemWords.ts';

type Of<K extends SimEvent['kind']> = Extract<SimEvent, { kind: K }>;
type MessageEvent = Parameters<typeof narrateMessage>[1];

function operated({ before }: NarrationContext, operation: Operation): string {
  switch (operation.kind) {
    case 'flush':
    case 'compact':
    case 'evict':
      return sayAny(`operated-${operation.kind}`, { node: operation.node, table: operation.table });
    case 'crash':
    case 'restart':
      return sayAny(`operated-${operation.kind}`, { node: operation.node });
    case 'add-node':
      return say('operated-add-node', { node: operation.node });
    case 'remove-node': {
      const isDown = before.core.nodes.some((node) => node.id === operation.node && !node.up);
      return say(isDown ? 'operated-remove-down' : 'operated-remove-node', { node: operation.node });
    }
    case 'expire-tombstones':
      return say('operated-expire', { node: operation.node });
    case 'cut':
    case 'heal':
      return sayAny(`operated-${operation.kind}`, { a: operation.a, b: operation.b });
    case 'skew':
      return operation.micros === 0
        ? say('operated-skew-none', { node: operation.node })
        : say('operated-skew', { node: operation.node, time: errorText(operation.micros) });
    case 'wait':
      return say('operated-wait', { time: timeText(operation.micros) });
    case 'protect': {
      const [first, ...others] = entriesOf<unknown>(operation.protections);
      const [id, value] = first ?? ['', ''];
      return say('operated-protect', {
        name: ruleName(id),
        value: ruleValue(value),
        count: others.length,
      });
    }
    default:
      return unreachable(operation);
  }
}

function versionRequested(context: NarrationContext, event: Of<'version-requested'>): string {
  const { node: asker, source } = event;
  const node = actorOf(context, event);
  const version = versionName(context, event.version);
  const sender = context.events.find((one) => one.kind === 'message-delivered' && one.to === asker);
  const isSender = sender?.kind === 'message-delivered' && sender.from === source;
  return say(isSender ? 'version-requested-sender' : 'version-requested', { node, version, source });
}

function waits(context: NarrationContext, event: Of<'request-waits'>): string {
  const { on, joined } = event.wait;
  const what = labelOf(context, event.statement);
  const version = versionName(context, event.wait.version);
  return sayAny(`waits-${on}${joined ? '-joined' : ''}`, { what, node: actorOf(context, event), version });
}

function switched(context: NarrationContext, event: Of<'schema-switched'>): string {
  const { node, table } = event;
  const [from, to] = [nameInTable(context, event.from), nameInTable(context, event.to)];
  if (event.to === null) {
    return say('schema-switched-dropped', { node, table });
  }
  if (event.from === null) {
    return say('schema-switched-created', { node, table, to });
  }
  return say('schema-switched', { node: actorOf(context, event), from, to, ...elsewhere(context, event) });
}

/** Of an answer about a version, whether there is any definition in it: whoever needs none any more is told nothing. */
function messageTold(context: NarrationContext, event: MessageEvent): string {
  const { before, after } = context;
  const [message] = [before, after].flatMap(({ core }) =>
    core.messages.filter(({ key }) => key === event.message),
  );
  return narrateMessage(messageWords(context.identities, context.statements), {
    ...event,
    found: message === undefined || factsOf(message).found !== false,
  });
}

/** What is sent without a connection that could break. */
const ONE_WAY: readonly string[] = ['DEFINITIONS_UPDATE', 'MUTATION', 'MUTATION_DONE'];

/** Who would see the connection break sees nothing when it is down itself. */
function lost(context: NarrationContext, event: MessageEvent): string {
  const { from, to, verb } = event;
  if (context.events.some((one) => one.kind === 'operated' && one.operation.kind === 'cut')) {
    return say('lost-with-link', { from, to });
  }
  if (ONE_WAY.includes(verb) && context.after.core.messages.some(({ key }) => key === event.message)) {
    return say('lost-copy', { from, to });
  }
  const waiting = verb.endsWith('_REPLY') ? to : from;
  return ONE_WAY.includes(verb) || nodeIn(context.after, waiting)?.up === true
    ? messageTold(context, event)
    : say('lost-unseen', { from, to, node: waiting });
}

/** The table's columns changed, or it is there no more. */
function invalidated(context: NarrationContext, event: Of<'statement-invalidated'>): string {
  const { node, name } = event;
  const isDropped = context.events.some(
    (one) =>
      one.kind === 'schema-switched' && one.node === node && one.to === null && one.from === event.version,
  );
  return say(event.kind, { node, name, dropped: isDropped ? 'yes' : 'no' });
}

const reasonOf = ({ identities }: NarrationContext, problem: string): string =>
  clause(problemText(identities, problem));

function queued(event: Of<'merge-queued'>): string {
  const { node, from: peer, behind } = event;
  if (behind === 0) {
    return event.origin === 'ddl' ? say('merge-queued-own', { node }) : say('merge-queued', { node, peer });
  }
  return say('merge-queued-behind', { node, peer, origin: event.origin, count: behind });
}

function applied(context: NarrationContext, event: Of<'mutation-applied'>): string {
  const node = actorOf(context, event);
  const by = mutationKind(context, event.statement);
  const [version, current] = [versionName(context, event.version), versionName(context, event.current)];
  if (event.unsafe) {
    return say('mutation-applied-unsafe', { node, by, version, current });
  }
  const row = rowName(context, event.cfId, event.key);
  return event.version === event.current
    ? say('mutation-applied', { node, by, row, version })
    : say('mutation-applied-converted', { node, by, row, version, current });
}

function timerWords(context: NarrationContext, timer: string): Readonly<Record<string, string>> {
  const { kind, peer, about } = timerFacts(timer);
  const what = statementName(labelOf(context, about), about);
  return { kind, peer, what, version: versionName(context, about === '' ? null : about) };
}

/** How many of the living have heard the present digest of how many others: gossip has an end, and this shows it. */
function heardCounts(context: NarrationContext): { readonly heard: string; readonly all: string } {
  const living = context.after.core.nodes.filter((node) => node.up);
  const pairs = living.flatMap((node) =>
    living
      .filter((peer) => peer !== node)
      .map((peer) => lookup(node.gossip, peer.id)?.digest === peer.digest),
  );
  return { heard: String(pairs.filter(Boolean).length), all: String(pairs.length) };
}

/** The sentence of one event, at most SENTENCE_LENGTH_MAX characters long. */
export function narrateEvent(context: NarrationContext, event: SimEvent): string {
  const name = (version: string | null): string => versionName(context, version);
  switch (event.kind) {
    case 'statement-received':
      return narrateReceived(context, event);
    case 'statement-ended':
      return narrateEnded(context, event);
    case 'statement-prepared':
      return say(event.kind, { node: event.node, name: event.name, version: name(event.version) });
    case 'statement-invalidated':
      return invalidated(context, event);
    case 'message-lost':
      return lost(context, event);
    case 'message-sent':
    case 'message-delivered':
    case 'message-duplicated':
      return messageTold(context, event);
    case 'merge-queued':
      return queued(event);
    case 'schema-merged':
      return narrateMerge(context, event);
    case 'schema-switched':
      return switched(context, event);
    case 'request-waits':
      return waits(context, event);
    case 'version-requested':
      return versionRequested(context, event);
    case 'mutation-applied':
      return applied(context, event);
    case 'stored':
      return narrateStorage(context, event);
    case 'ring-pending':
    case 'streaming-begun':
    case 'ring-changed':
    case 'ring-change-failed':
    case 'stream-refused':
      return narrateRing(context.identities, event);
    case 'operated':
      return operated(context, event.operation);
    default:
      return narrateSimple(context, event);
  }
}

type Told =
  | 'statement-received'
  | 'statement-ended'
  | 'statement-prepared'
  | 'statement-invalidated'
  | 'message-sent'
  | 'message-delivered'
  | 'message-lost'
  | 'message-duplicated'
  | 'merge-queued'
  | 'schema-merged'
  | 'schema-switched'
  | 'request-waits'
  | 'version-requested'
  | 'mutation-applied'
  | 'stored'
  | RingEvent['kind']
  | 'operated';

/** Events whose sentence has one form each. */
function narrateSimple(context: NarrationContext, event: Exclude<SimEvent, { kind: Told }>): string {
  const version = 'version' in event ? versionName(context, event.version) : '';
  const row = 'key' in event && 'cfId' in event ? rowName(context, event.cfId, event.key) : '';
  const { node } = event;
  const actor = 'shard' in event ? actorOf(context, event) : node;
  switch (event.kind) {
    case 'write-acknowledged': {
      const counts = { node, acks: String(event.acks), needed: String(event.needed) };
      return event.by === node
        ? say('write-acknowledged-own', counts)
        : say(event.kind, { ...counts, by: event.by });
    }
    case 'request-failed':
      // Whom a node believes to be down it does not ask.
      return lookup(nodeIn(context.before, node)?.gossip ?? {}, event.to)?.alive === false
        ? say('request-unsent', { node, to: event.to })
        : say(event.kind, { node, to: event.to });
    case 'timer-set':
    case 'timer-fired':
    case 'timer-cancelled':
      return sayAny(event.kind, { node, ...timerWords(context, event.timer) });
    case 'merge-failed':
      return say(event.kind, {
        node,
        peer: event.from,
        origin: event.origin,
        problem: reasonOf(context, event.problem),
      });
    case 'version-aliased':
      return say(event.kind, { node: actor, version });
    case 'digest-announced':
      return say(event.changed ? 'digest-announced' : 'digest-announced-same', { node });
    case 'node-aborted':
      return say(event.kind, { node, problem: reasonOf(context, event.problem) });
    case 'digest-heard':
      return event.same
        ? say('digest-heard-same', { node, peer: event.from, ...heardCounts(context) })
        : say('digest-heard', { node, peer: event.from });
    case 'pull-scheduled':
    case 'pull-not-needed':
    case 'peer-up':
    case 'peer-down':
    case 'peer-left':
      return sayAny(event.kind, { node, peer: event.peer });
    case 'schema-requested':
      return event.version === null
        ? say('schema-requested', { node, peer: event.peer })
        : // A pull for a version is coordinated on shard 0 (SPEC G4).
          say('schema-requested-version', {
            node: actorOf(context, { node, shard: 0 }),
            peer: event.peer,
            version,
          });
    case 'schema-sent':
      return say(event.kind, { node, peer: event.to });
    case 'definition-sent':
    case 'version-not-found':
      return sayAny(event.kind, { node: actor, peer: event.to, version });
    case 'version-loaded':
      return say(event.kind, { node: actor, version });
    case 'version-loading-failed':
      return say(event.kind, { node: actor, version, peer: event.from });
    case 'version-synced':
      return sayAny(`version-synced-${event.by}`, { node: actor, version });
    case 'version-sync-failed':
    case 'version-unheld':
    case 'version-forgotten':
      return sayAny(event.kind, { node: actor, version });
    case 'mutation-refused':
      return say(event.kind, {
        node: actor,
        by: mutationKind(context, event.statement),
        problem: reasonOf(context, event.problem),
      });
    case 'read-served':
      return say(event.kind, { node: actor, row, version });
    case 'digest-mismatch':
      return say(event.kind, { node });
    case 'replica-repaired':
      return event.replica === node
        ? say('replica-repaired-own', { node })
        : say(event.kind, { node, peer: event.replica });
    default:
      return unreachable(event);
  }
}
