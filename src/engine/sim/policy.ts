// Which of the possible choices comes next when the run plays by itself (SPEC N10): the one whose virtual time comes
// first. Due times are notes; the rules never read them. Delays are drawn from hash(seed, handle), never from a stream,
// so that one more command shifts nothing else.

import type { Message } from '../cluster/message.ts';
import { messageStatement } from '../cluster/messageFacts.ts';
import { timerFacts } from '../cluster/timers.ts';
import type { Config } from '../config/config.ts';
import { compareText } from '../plain/compare.ts';
import type { Dict } from '../plain/record.ts';
import { lookup } from '../plain/record.ts';
import type { Delivery } from './command.ts';
import {
  BOOTSTRAP_POLL,
  GOSSIP_INTERVAL,
  MERGE_TIME,
  PULL_DELAY,
  READ_TIMEOUT,
  REGISTRY_GRACE,
  RING_DELAY,
  UPTIME_SHORT,
  WRITE_TIMEOUT,
} from './delays.ts';
import { deliveries } from './deliveries.ts';
import { draw } from './draw.ts';
import { handles } from './network.ts';
import type { Core, Notes, PendingChoice, SimState } from './state.ts';

/** The stable handle of a choice: what due times are kept by. */
export function choiceId(delivery: Delivery): string {
  switch (delivery.kind) {
    case 'deliver':
    case 'lose':
    case 'duplicate':
      return delivery.message;
    case 'fire':
      return `timer ${delivery.timer}`;
    case 'gossip':
      return `gossip ${delivery.from}>${delivery.to}`;
    case 'merge':
      return `merge ${delivery.node} ${delivery.merge}`;
    case 'publish':
      return `publish ${delivery.node}.${delivery.shard} ${delivery.merge}`;
    case 'ring':
      return `ring ${delivery.node} ${delivery.phase}`;
  }
}

/** Every choice that may come next, copies of one message each, as (handle, command). */
function choicesOf(
  core: Core,
): readonly (readonly [id: string, command: Delivery, message: Message | null])[] {
  const messages = handles(core.messages).map(
    (id, i) => [id, { kind: 'deliver', message: id } as const, core.messages[i] ?? null] as const,
  );
  const others = deliveries(core)
    .filter((delivery) => delivery.kind !== 'deliver')
    .map((delivery) => [choiceId(delivery), delivery, null] as const);
  return [...messages, ...others];
}

function delayOf(delivery: Delivery, id: string, config: Config, seed: number): number {
  switch (delivery.kind) {
    case 'gossip':
      return 1 + draw(seed, id, GOSSIP_INTERVAL);
    case 'merge':
      return MERGE_TIME;
    case 'publish':
      return MERGE_TIME + draw(seed, id, 4 * MERGE_TIME);
    case 'fire':
      return timerDelay(delivery.timer);
    case 'ring':
      return delivery.phase === 'pending' ? RING_DELAY : BOOTSTRAP_POLL;
    default:
      return config.latency.base + draw(seed, id, config.latency.jitter + 1);
  }
}

function timerDelay(timer: string): number {
  switch (timerFacts(timer).kind) {
    case 'pull':
      return PULL_DELAY;
    case 'write-timeout':
      return WRITE_TIMEOUT;
    case 'read-timeout':
      return READ_TIMEOUT;
    case 'grace':
      return REGISTRY_GRACE;
    default:
      return UPTIME_SHORT;
  }
}

/** Keeps the due times of what is still pending and gives one to what has come up. `now` is the time of the step. */
export function schedule(core: Core, notes: Notes, now: number, seed: number): Pick<Notes, 'due' | 'since'> {
  const due: Record<string, number> = {};
  const since: Record<string, number> = {};
  for (const [id, delivery] of choicesOf(core)) {
    const known = lookup(notes.due, id);
    due[id] = known ?? now + delayOf(delivery, id, core.config, seed);
    since[id] = known === undefined ? now : (lookup(notes.since, id) ?? now);
  }
  keepFifo(core, due, notes.due);
  return { due, since };
}

/** Between two nodes, what was sent later does not arrive earlier (F1): new messages queue behind those on their link. */
function keepFifo(core: Core, due: Record<string, number>, before: Dict<number>): void {
  const latest: Record<string, number> = {};
  const ids = handles(core.messages);
  core.messages.forEach((message, i) => {
    const id = ids[i] ?? '';
    if (lookup(before, id) !== undefined) {
      const link = connectionOf(message);
      latest[link] = Math.max(latest[link] ?? 0, due[id] ?? 0);
    }
  });
  core.messages.forEach((message, i) => {
    const id = ids[i] ?? '';
    if (lookup(before, id) === undefined) {
      due[id] = Math.max(due[id] ?? 0, (latest[connectionOf(message)] ?? -1) + 1);
    }
  });
}

/** Whether delivering a message now lets it overtake one that was sent before it on the same connection: not TCP (F7). */
export function overtakes(core: Core, notes: Notes, handle: string): boolean {
  const ids = handles(core.messages);
  const message = core.messages[ids.indexOf(handle)];
  if (message === undefined) {
    return false;
  }
  const connection = connectionOf(message);
  const due = lookup(notes.due, handle) ?? 0;
  // On one connection what was sent later is due later (keepFifo), so due times tell the order of sending.
  return core.messages.some(
    (other, i) => connectionOf(other) === connection && (lookup(notes.due, ids[i] ?? '') ?? due) < due,
  );
}

function connectionOf(message: Message): string {
  return `${message.from}.${message.fromShard}>${message.to} ${connectionGroup(message)}`;
}

/** GET_SCHEMA_VERSION and gossip have connections of their own, so that they cannot wait behind blocked reads and writes. */
function connectionGroup(message: Message): number {
  return message.verb === 'GET_SCHEMA_VERSION' || message.verb === 'SCHEMA_VERSION_REPLY' ? 1 : 0;
}

/** Everything pending, soonest first; ties go by handle. The first is what Next does. */
export function pendingChoices(state: SimState): readonly PendingChoice[] {
  const { core, notes } = state;
  return choicesOf(core)
    .map(([id, command, message]) => ({
      id,
      kind: kindOf(command),
      command,
      due: lookup(notes.due, id) ?? notes.now,
      since: lookup(notes.since, id) ?? notes.now,
      ...partiesOf(core, command, message),
      message,
    }))
    .sort((a, b) => a.due - b.due || compareText(a.id, b.id));
}

function kindOf(command: Delivery): PendingChoice['kind'] {
  switch (command.kind) {
    case 'fire':
      return 'timer';
    case 'gossip':
    case 'merge':
    case 'publish':
    case 'ring':
      return command.kind;
    default:
      return 'message';
  }
}

function partiesOf(
  core: Core,
  command: Delivery,
  message: Message | null,
): Pick<PendingChoice, 'from' | 'to' | 'statement'> {
  switch (command.kind) {
    case 'gossip':
      return { from: command.from, to: command.to, statement: null };
    case 'merge':
    case 'publish': {
      const task = core.nodes
        .find((node) => node.id === command.node)
        ?.merges.find((merge) => merge.key === command.merge);
      return { from: task?.from ?? null, to: command.node, statement: task?.statement ?? null };
    }
    case 'ring':
      return { from: null, to: command.node, statement: null };
    case 'fire':
      // A timer's key names its node right behind its kind.
      return { from: null, to: command.timer.charAt(command.timer.indexOf(' ') + 1), statement: null };
    default:
      return {
        from: message?.from ?? null,
        to: message?.to ?? '',
        statement: message === null ? null : messageStatement(message),
      };
  }
}
