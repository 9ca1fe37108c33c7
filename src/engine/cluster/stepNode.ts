// The whole behaviour of one node (SPEC N2): a pure function of its configuration, its state and one input. It reads no
// clock, no other node and no order of arrival beyond what the state holds.

import type { Config } from '../config/config.ts';
import type { Statement } from '../cql/statement.ts';
import { unreachable } from '../plain/assert.ts';
import type { Result } from '../plain/result.ts';
import { ok } from '../plain/result.ts';
import type { NodeId, ShardId } from '../plain/scalars.ts';
import { unconfiguredTable } from '../schema/unknownName.ts';
import { fail, receiveReadReply, receiveRepairDone } from './coordinateRead.ts';
import { receiveMutationDone, timeOut } from './coordinateWrite.ts';
import { crashNode, restartNode } from './crash.ts';
import { beginDataStatement, bindStatement, prepare } from './dataStatement.ts';
import type { NodeEvent } from './event.ts';
import { advanceMerge, publishMerge } from './merge.ts';
import type { Message } from './message.ts';
import {
  announce,
  failLoad,
  hearDigest,
  pullTimerFired,
  receiveDefinitions,
  receiveGetSchemaVersion,
  receiveMigrationReply,
  receiveMigrationRequest,
  receiveSchemaVersion,
} from './migration.ts';
import type { NodeState } from './node.ts';
import type { StorageOperation } from './operate.ts';
import { expireSchemaTombstones, operateStorage } from './operate.ts';
import { peerDown, peerLeft, peerUp } from './peers.ts';
import { endPull } from './pull.ts';
import { graceEnded, releaseUnheld } from './registry.ts';
import { receiveMutation, receiveRead, receiveStream, resumeTasks } from './replica.ts';
import { beginSchemaStatement, currentSchema, schemaBatch, tablesOn } from './schemaStatement.ts';
import { statementLabel } from './statementLabel.ts';
import { receiveStreamReply, streamOut } from './stream.ts';
import type { Timer } from './timers.ts';
import type { Turn } from './turn.ts';
import { update } from './turn.ts';

export type NodeInput =
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'message'; readonly message: Message }
  /** A request of this node, or the answer to it, was lost: the connection broke. */
  | { readonly kind: 'request-lost'; readonly message: Message }
  | { readonly kind: 'timer'; readonly timer: Timer }
  | { readonly kind: 'merge'; readonly merge: string }
  | { readonly kind: 'publish'; readonly merge: string; readonly shard: ShardId }
  | { readonly kind: 'announce'; readonly to: NodeId }
  | { readonly kind: 'digest'; readonly from: NodeId; readonly digest: string }
  | { readonly kind: 'peer-up' | 'peer-down' | 'peer-left'; readonly peer: NodeId }
  /** The ring is about to change: what this node gives goes to its owners to come (O5). */
  | { readonly kind: 'stream' }
  | { readonly kind: 'crash' | 'restart' | 'expire-tombstones' }
  | { readonly kind: 'storage'; readonly operation: StorageOperation };

export interface NodeStep {
  readonly node: NodeState;
  readonly outbox: readonly Message[];
  readonly events: readonly NodeEvent[];
  /** For 'announce': the digest handed over. */
  readonly digest: string | null;
}

/** Handles one input. A refusal (a statement that the local schema does not allow) changes nothing. */
export function stepNode(config: Config, node: NodeState, input: NodeInput): Result<NodeStep> {
  const turn: Turn = { config, node, outbox: [], events: [] };
  const handled = handle(turn, input);
  if (!handled.ok) {
    return handled;
  }
  if (turn.node.up) {
    resumeTasks(turn);
    releaseUnheld(turn);
  }
  return ok({ node: turn.node, outbox: turn.outbox, events: turn.events, digest: handled.value });
}

function handle(turn: Turn, input: NodeInput): Result<string | null> {
  switch (input.kind) {
    case 'statement':
      return handleStatement(turn, input.statement);
    case 'message':
      receive(turn, input.message);
      return ok(null);
    case 'request-lost':
      requestLost(turn, input.message);
      return ok(null);
    case 'timer':
      fire(turn, input.timer);
      return ok(null);
    case 'merge':
      advanceMerge(turn, input.merge);
      return ok(null);
    case 'publish':
      publishMerge(turn, input.merge, input.shard);
      return ok(null);
    case 'announce':
      return ok(announce(turn, input.to));
    case 'digest':
      hearDigest(turn, input.from, input.digest);
      return ok(null);
    case 'storage':
      return operateStorage(turn, input.operation);
    default:
      handleLife(turn, input);
      return ok(null);
  }
}

function handleStatement(turn: Turn, statement: Statement): Result<string | null> {
  const received = {
    kind: 'statement-received' as const,
    node: turn.node.id,
    statement: statement.id,
    label: statementLabel(statement),
  };
  switch (statement.kind) {
    case 'insert':
    case 'update':
    case 'delete':
    case 'select': {
      const bound = bindStatement(turn.node, statement);
      if (!bound.ok) {
        return bound;
      }
      turn.events.push(received);
      beginDataStatement(turn, statement, bound.value);
      return ok(null);
    }
    case 'prepare': {
      const schema = currentSchema(turn.node, statement.shard ?? 0, statement.keyspace, statement.table);
      if (schema === null) {
        return unconfiguredTable(turn.node.id, statement, tablesOn(turn.node, statement.shard ?? 0));
      }
      turn.events.push(received);
      prepare(turn, statement, schema);
      return ok(null);
    }
    default: {
      const delta = schemaBatch(turn, statement);
      if (!delta.ok) {
        return delta;
      }
      turn.events.push(received);
      beginSchemaStatement(turn, statement, delta.value);
      return ok(null);
    }
  }
}

function receive(turn: Turn, message: Message): void {
  switch (message.verb) {
    case 'DEFINITIONS_UPDATE':
      receiveDefinitions(turn, message);
      return;
    case 'MIGRATION_REQUEST':
      receiveMigrationRequest(turn, message);
      return;
    case 'MIGRATION_REPLY':
      receiveMigrationReply(turn, message);
      return;
    case 'GET_SCHEMA_VERSION':
      receiveGetSchemaVersion(turn, message);
      return;
    case 'SCHEMA_VERSION_REPLY':
      receiveSchemaVersion(turn, message);
      return;
    case 'MUTATION':
      receiveMutation(turn, message);
      return;
    case 'MUTATION_DONE':
      receiveMutationDone(turn, message);
      receiveRepairDone(turn, message);
      return;
    case 'READ_DATA':
    case 'READ_DIGEST':
    case 'READ_MUTATION_DATA':
      receiveRead(turn, message);
      return;
    case 'READ_REPLY':
      receiveReadReply(turn, message);
      return;
    case 'STREAM_MUTATION':
      receiveStream(turn, message);
      return;
    case 'STREAM_MUTATION_REPLY':
      receiveStreamReply(turn, message);
      return;
    default:
      unreachable(message);
  }
}

/** The caller of a lost request or reply fails at once (F1); the one-way verbs have no caller to tell. */
function requestLost(turn: Turn, message: Message): void {
  switch (message.verb) {
    case 'MIGRATION_REQUEST':
    case 'MIGRATION_REPLY':
      endPull(turn, message.pull, false);
      return;
    case 'GET_SCHEMA_VERSION':
      failLoad(turn, message.fromShard, message.version, message.to);
      return;
    case 'SCHEMA_VERSION_REPLY':
      failLoad(turn, message.shard, message.version, message.from);
      return;
    case 'READ_DATA':
    case 'READ_DIGEST':
    case 'READ_MUTATION_DATA':
      fail(turn, message.request.statement, message.to, 'the connection broke');
      return;
    case 'READ_REPLY':
      fail(turn, message.statement, message.from, 'the connection broke');
      return;
    default:
      return;
  }
}

function fire(turn: Turn, timer: Timer): void {
  switch (timer.kind) {
    case 'pull':
      pullTimerFired(turn, timer.peer);
      return;
    case 'write-timeout':
    case 'read-timeout':
      timeOut(turn, timer.statement);
      return;
    case 'grace':
      graceEnded(turn, timer.shard, timer.version);
      return;
    case 'uptime':
      update(turn, { recentlyStarted: false });
      return;
    default:
      unreachable(timer);
  }
}

type Life = Extract<
  NodeInput,
  { kind: 'peer-up' | 'peer-down' | 'peer-left' | 'stream' | 'crash' | 'restart' | 'expire-tombstones' }
>;

function handleLife(turn: Turn, input: Life): void {
  switch (input.kind) {
    case 'crash':
      crashNode(turn);
      return;
    case 'restart':
      restartNode(turn);
      return;
    case 'expire-tombstones':
      expireSchemaTombstones(turn);
      return;
    case 'peer-up':
      peerUp(turn, input.peer);
      return;
    case 'peer-down':
      peerDown(turn, input.peer);
      return;
    case 'peer-left':
      peerLeft(turn, input.peer);
      return;
    case 'stream':
      streamOut(turn);
      return;
    default:
      unreachable(input);
  }
}
