// The coordinator of a write (SPEC W3, W8): freezes the mutation under the statement's schema, which it holds until the
// request ends, applies it here if this node is a replica, and sends it to the others.

import type { Consistency } from '../cql/statement.ts';
import { lookup, withKey, withoutKey } from '../plain/record.ts';
import type { NodeId, ShardId, StatementId } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import type { FrozenMutation } from '../storage/partition.ts';
import { applyHere } from './applyMutation.ts';
import type { MutationDone } from './message.ts';
import type { WriteHandler } from './node.ts';
import { replicasOf } from './placement.ts';
import { pendingReplicasOf } from './ring.ts';
import { endStatement } from './statementEnd.ts';
import type { Turn } from './turn.ts';
import { believesAlive, send, update } from './turn.ts';

/** Replicas that must confirm. */
export function neededFor(consistency: Consistency, replicas: number): number {
  switch (consistency) {
    case 'ONE':
      return 1;
    case 'QUORUM':
      return Math.floor(replicas / 2) + 1;
    case 'ALL':
      return replicas;
  }
}

export interface WriteRequest {
  readonly statement: StatementId;
  readonly shard: ShardId;
  readonly schema: Schema;
  readonly mutation: FrozenMutation;
  readonly consistency: Consistency;
}

export function beginWrite(turn: Turn, request: WriteRequest): void {
  const { statement, shard, schema, mutation, consistency } = request;
  const replicas = replicasOf(mutation.key, turn.config);
  // Owners to come must confirm as well, beside as many as the level needs (O4).
  const pending = pendingReplicasOf(mutation.key, turn.config);
  const owners = [...replicas, ...pending];
  const targets = owners.filter((node) => believesAlive(turn.node, node));
  const needed = neededFor(consistency, turn.config.replicationFactor) + pending.length;
  if (targets.length < needed) {
    const problem = `${consistency} needs ${needed} of ${turn.config.replicationFactor + pending.length} replicas; node ${turn.node.id} sees ${targets.length} of them up.`;
    endStatement(turn, statement, { status: 'unavailable', problem, rows: null });
    return;
  }
  const handler: WriteHandler = { kind: 'write', shard, schema, consistency, needed, targets, acks: [] };
  update(turn, { handlers: withKey(turn.node.handlers, statement, handler) });
  sendMutations(
    turn,
    request,
    targets.filter((node) => node !== turn.node.id),
  );
  if (targets.includes(turn.node.id)) {
    const problem = applyHere(turn, { statement, isOwn: true, attempt: 'write', mutation, shard, schema });
    if (problem === null) {
      acknowledge(turn, statement, turn.node.id);
    } else {
      turn.events.push({
        kind: 'mutation-refused',
        node: turn.node.id,
        shard,
        statement,
        version: schema.version,
        problem,
      });
    }
  }
}

/** Straight to the replicas of this data centre; to another one through its first replica, which forwards (W4). */
function sendMutations(turn: Turn, request: WriteRequest, remote: readonly NodeId[]): void {
  const { dataCentres } = turn.config;
  const home = dataCentres[turn.node.id];
  const direct = remote.filter((node) => dataCentres[node] === home);
  for (const to of direct) {
    sendMutation(turn, request, to, []);
  }
  const elsewhere = new Set(
    remote.filter((node) => dataCentres[node] !== home).map((node) => dataCentres[node] ?? ''),
  );
  for (const centre of [...elsewhere].sort()) {
    const [first, ...forward] = remote.filter((node) => dataCentres[node] === centre);
    if (first !== undefined) {
      sendMutation(turn, request, first, forward);
    }
  }
}

function sendMutation(turn: Turn, request: WriteRequest, to: NodeId, forward: readonly NodeId[]): void {
  const from = turn.node.id;
  const { statement, shard, mutation } = request;
  const key = `MUTATION ${from}>${to} ${statement} write`;
  send(turn, {
    verb: 'MUTATION',
    key,
    from,
    fromShard: shard,
    to,
    statement,
    attempt: 'write',
    mutation,
    replyTo: from,
    replyShard: shard,
    forward,
  });
}

/** MUTATION_DONE of a write. */
export function receiveMutationDone(turn: Turn, message: MutationDone): void {
  acknowledge(turn, message.statement, message.from);
}

function acknowledge(turn: Turn, statement: StatementId, by: NodeId): void {
  const handler = lookup(turn.node.handlers, statement);
  if (handler === undefined || handler.kind !== 'write' || handler.acks.includes(by)) {
    return;
  }
  const acks = [...handler.acks, by].sort();
  const { needed } = handler;
  turn.events.push({
    kind: 'write-acknowledged',
    node: turn.node.id,
    statement,
    by,
    acks: acks.length,
    needed,
  });
  if (acks.length >= needed) {
    endStatement(turn, statement, { status: 'ok', problem: '', rows: null });
  }
  const done = acks.length === handler.targets.length;
  const handlers = turn.node.handlers;
  update(turn, {
    handlers: done ? withoutKey(handlers, statement) : withKey(handlers, statement, { ...handler, acks }),
  });
}

/** The request's time is over (F3). A write that timed out may still apply: nothing is undone. */
export function timeOut(turn: Turn, statement: StatementId): void {
  const handler = lookup(turn.node.handlers, statement);
  if (handler === undefined) {
    return;
  }
  update(turn, { handlers: withoutKey(turn.node.handlers, statement) });
  const got = handler.kind === 'write' ? handler.acks.length : Object.keys(handler.replies).length;
  const what = handler.kind === 'write' ? 'confirmed' : 'answered';
  const isRepairing = handler.kind === 'read' && handler.phase === 'repair';
  const problem = isRepairing
    ? 'Timed out: the read repair was not confirmed.'
    : `Timed out: ${got} of ${handler.needed} replicas ${what}.`;
  endStatement(turn, statement, { status: 'timeout', problem, rows: null });
}
