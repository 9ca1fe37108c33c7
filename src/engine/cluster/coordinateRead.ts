// The coordinator of a read (SPEC W7): data from one replica, digests from the others that the level needs; if they
// differ, whole partitions from all of them, merged in the request's version, and the difference written back as a
// mutation of that version (read repair) before the client is answered.

import type { Consistency } from '../cql/statement.ts';
import { lookup, valuesOf, withKey, withoutKey } from '../plain/record.ts';
import type { NodeId, ShardId, StatementId } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import type { ClusteringKey, Partition } from '../storage/partition.ts';
import { EMPTY_PARTITION } from '../storage/partition.ts';
import { partitionDigest, resultSet } from '../storage/result.ts';
import { storageRules } from '../storage/rules.ts';
import { mergePartitions } from '../storage/upgrade.ts';
import { applyHere } from './applyMutation.ts';
import { neededFor } from './coordinateWrite.ts';
import { judgeResult } from './judgeResult.ts';
import type { MutationDone, ReadReply, ReadRequest, ReadVerb } from './message.ts';
import type { ReadHandler } from './node.ts';
import { replicasOf } from './placement.ts';
import { readHere } from './serveRead.ts';
import { endStatement } from './statementEnd.ts';
import type { Turn } from './turn.ts';
import { believesAlive, send, update } from './turn.ts';

export interface ReadBegin {
  readonly shard: ShardId;
  readonly schema: Schema;
  readonly request: ReadRequest;
  readonly columns: readonly string[] | null;
  readonly clustering: ClusteringKey | null;
  readonly consistency: Consistency;
}

export function beginRead(turn: Turn, begin: ReadBegin): void {
  const { shard, schema, request, columns, clustering, consistency } = begin;
  const self = turn.node.id;
  const replicas = replicasOf(request.key, turn.config);
  const alive = replicas.filter((node) => believesAlive(turn.node, node));
  const needed = neededFor(consistency, turn.config.replicationFactor);
  const { statement } = request;
  if (alive.length < needed) {
    const problem = `${consistency} needs ${needed} of ${turn.config.replicationFactor} replicas; node ${self} sees ${alive.length} of them up.`;
    endStatement(turn, statement, { status: 'unavailable', problem, rows: null });
    return;
  }
  // The nearest first: this node itself when it is a replica.
  const nearest = alive.includes(self) ? [self, ...alive.filter((node) => node !== self)] : alive;
  const targets = nearest.slice(0, needed);
  const handler: ReadHandler = {
    kind: 'read',
    shard,
    schema,
    columns,
    clustering,
    consistency,
    needed,
    request,
    targets,
    phase: 'digests',
    replies: {},
    repairing: [],
  };
  update(turn, { handlers: withKey(turn.node.handlers, statement, handler) });
  targets.forEach((target, i) => {
    ask(turn, statement, target, i === 0 ? 'READ_DATA' : 'READ_DIGEST');
  });
}

function ask(turn: Turn, statement: StatementId, to: NodeId, verb: ReadVerb): void {
  const handler = readHandler(turn, statement);
  if (handler === null) {
    return;
  }
  const from = turn.node.id;
  const { shard, request, schema } = handler;
  if (to === from) {
    const read = readHere(turn, { request, asked: verb, shard, known: schema });
    if (read.ok) {
      collect(turn, statement, to, { partition: read.partition, digest: read.digest });
    } else {
      fail(turn, statement, to, read.problem);
    }
    return;
  }
  const sent = send(turn, {
    verb,
    key: `${verb} ${from}>${to} ${statement}`,
    from,
    fromShard: shard,
    to,
    request,
  });
  if (!sent) {
    fail(turn, statement, to, 'it is down');
  }
}

function readHandler(turn: Turn, statement: StatementId): ReadHandler | null {
  const handler = lookup(turn.node.handlers, statement);
  return handler?.kind === 'read' ? handler : null;
}

export function receiveReadReply(turn: Turn, message: ReadReply): void {
  const handler = readHandler(turn, message.statement);
  const expected = message.asked === 'READ_MUTATION_DATA' ? 'reconcile' : 'digests';
  if (handler === null || handler.phase !== expected || Object.hasOwn(handler.replies, message.from)) {
    return;
  }
  if (message.problem === null) {
    collect(turn, message.statement, message.from, { partition: message.partition, digest: message.digest });
  } else {
    fail(turn, message.statement, message.from, message.problem);
  }
}

/** A replica's read failed, or the connection to it broke: the read fails at once (F1). */
export function fail(turn: Turn, statement: StatementId, replica: NodeId, problem: string): void {
  if (readHandler(turn, statement) === null) {
    return;
  }
  update(turn, { handlers: withoutKey(turn.node.handlers, statement) });
  endStatement(turn, statement, {
    status: 'failed',
    problem: `The read failed on replica ${replica}: ${problem}.`,
    rows: null,
  });
}

function collect(
  turn: Turn,
  statement: StatementId,
  replica: NodeId,
  reply: { partition: Partition | null; digest: string },
): void {
  const handler = readHandler(turn, statement);
  if (handler === null) {
    return;
  }
  const next = { ...handler, replies: withKey(handler.replies, replica, reply) };
  update(turn, { handlers: withKey(turn.node.handlers, statement, next) });
  if (Object.keys(next.replies).length < next.targets.length) {
    return;
  }
  if (next.phase === 'digests') {
    compareDigests(turn, statement, next);
  } else {
    reconcile(turn, statement, next);
  }
}

function compareDigests(turn: Turn, statement: StatementId, handler: ReadHandler): void {
  const digests = new Set(valuesOf(handler.replies).map((reply) => reply.digest));
  const data = handler.targets[0] === undefined ? undefined : lookup(handler.replies, handler.targets[0]);
  if (digests.size <= 1) {
    answer(turn, statement, handler, data?.partition ?? null);
    return;
  }
  turn.events.push({ kind: 'digest-mismatch', node: turn.node.id, statement });
  update(turn, {
    handlers: withKey(turn.node.handlers, statement, { ...handler, phase: 'reconcile', replies: {} }),
  });
  for (const target of handler.targets) {
    ask(turn, statement, target, 'READ_MUTATION_DATA');
  }
}

/** Merges what the replicas hold and writes it back to those that lack some of it. */
function reconcile(turn: Turn, statement: StatementId, handler: ReadHandler): void {
  const rules = storageRules(turn.config);
  const parts = valuesOf(handler.replies).map((reply) => reply.partition ?? EMPTY_PARTITION);
  const merged = parts.reduce((a, b) => mergePartitions(a, b, rules), EMPTY_PARTITION);
  const digest = partitionDigest(merged, handler.schema);
  const lacking = handler.targets.filter((target) => lookup(handler.replies, target)?.digest !== digest);
  const remote = lacking.filter((target) => target !== turn.node.id);
  const repaired: ReadHandler = {
    ...handler,
    phase: 'repair',
    replies: { merged: { partition: merged, digest } },
    repairing: remote,
  };
  update(turn, { handlers: withKey(turn.node.handlers, statement, repaired) });
  const { cfId, version, key } = handler.request;
  const mutation = { cfId, version, key, partition: merged };
  const from = turn.node.id;
  for (const target of lacking) {
    if (target === from) {
      turn.events.push({ kind: 'replica-repaired', node: from, statement, replica: target });
      applyHere(turn, {
        statement,
        isOwn: true,
        attempt: 'repair',
        mutation,
        shard: handler.shard,
        schema: handler.schema,
      });
    } else {
      const base = {
        from,
        fromShard: handler.shard,
        to: target,
        statement,
        attempt: 'repair' as const,
        mutation,
      };
      const message = { ...base, replyTo: from, replyShard: handler.shard, forward: [] };
      const key = `MUTATION ${from}>${target} ${statement} repair`;
      if (send(turn, { verb: 'MUTATION', key, ...message })) {
        turn.events.push({ kind: 'replica-repaired', node: from, statement, replica: target });
      }
    }
  }
  if (remote.length === 0) {
    answer(turn, statement, repaired, merged);
  }
}

/** MUTATION_DONE of a read repair: the client is answered when all of them are in. */
export function receiveRepairDone(turn: Turn, message: MutationDone): void {
  const handler = readHandler(turn, message.statement);
  if (handler === null || handler.phase !== 'repair' || !handler.repairing.includes(message.from)) {
    return;
  }
  const repairing = handler.repairing.filter((node) => node !== message.from);
  const next = { ...handler, repairing };
  update(turn, { handlers: withKey(turn.node.handlers, message.statement, next) });
  if (repairing.length === 0) {
    answer(turn, message.statement, next, next.replies['merged']?.partition ?? null);
  }
}

/** The result conforms to the request's version, whatever version any replica stands at (W7). */
function answer(turn: Turn, statement: StatementId, handler: ReadHandler, partition: Partition | null): void {
  const { schema, request, columns, clustering } = handler;
  update(turn, { handlers: withoutKey(turn.node.handlers, statement) });
  const rows = resultSet(partition, schema, request.key, columns, clustering);
  judgeResult(turn, { statement, rows, schema, asked: columns });
  endStatement(turn, statement, { status: 'ok', problem: '', rows });
}
