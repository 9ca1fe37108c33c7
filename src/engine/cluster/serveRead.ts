// A read on one replica (SPEC W7, E4): the table is read as of the request's schema, wherever its own stands; the result
// always conforms to the request.

import { lookup } from '../plain/record.ts';
import type { ShardId } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import type { Partition } from '../storage/partition.ts';
import { EMPTY_PARTITION } from '../storage/partition.ts';
import { partitionDigest } from '../storage/result.ts';
import { storageRules } from '../storage/rules.ts';
import { readPartition } from '../storage/table.ts';
import type { ReadRequest, ReadVerb } from './message.ts';
import type { ReadTask } from './node.ts';
import { shardOfKey } from './placement.ts';
import { loadedSchema, takeToShard } from './registry.ts';
import type { Turn } from './turn.ts';
import { send, setTable, shardAt } from './turn.ts';

export type LocalRead =
  | { readonly ok: true; readonly partition: Partition; readonly digest: string }
  | { readonly ok: false; readonly problem: string };

export interface LocalReadRequest {
  readonly request: ReadRequest;
  readonly asked: ReadVerb;
  /** The shard that handles the request, and the request's schema as known there. */
  readonly shard: ShardId;
  readonly known: Schema | null;
}

/** Reads one partition on this node, as of the request's schema; entries that it touches are upgraded in place. */
export function readHere(turn: Turn, { request, asked, shard, known }: LocalReadRequest): LocalRead {
  const owner = shardOfKey(request.key, turn.config.shards);
  const table = lookup(shardAt(turn.node, owner).tables, request.cfId);
  if (table === undefined) {
    return { ok: false, problem: `no table has the id ${request.cfId.slice(0, 8)} here` };
  }
  const schema = turn.config.protections.versionTags ? known : table.schema;
  if (schema === null) {
    return { ok: false, problem: `schema version ${request.version.slice(0, 4)} is not known here` };
  }
  takeToShard(turn, schema, shard, owner);
  const effect = readPartition(table, request.key, schema, storageRules(turn.config));
  setTable(turn, owner, request.cfId, effect.table);
  const { keyspace, table: name } = table.schema;
  const at = { node: turn.node.id, shard: owner, keyspace, table: name, cfId: request.cfId };
  for (const event of effect.events) {
    turn.events.push({ kind: 'stored', ...at, event, statement: request.statement });
  }
  const failed = effect.events.find((event) => event.kind === 'sstable-read-failed');
  if (failed?.kind === 'sstable-read-failed') {
    return {
      ok: false,
      problem: `an sstable has cells of ${failed.column}, which the schema lacks (malformed sstable)`,
    };
  }
  const { statement, key, version } = request;
  turn.events.push({ kind: 'read-served', ...at, statement, asked, key, version });
  const partition = effect.partition ?? EMPTY_PARTITION;
  return { ok: true, partition, digest: partitionDigest(partition, schema) };
}

/** Answers a coordinator's read. */
export function serveRead(turn: Turn, task: ReadTask): void {
  const known = loadedSchema(turn.node, task.shard, task.request.version);
  const read = readHere(turn, { request: task.request, asked: task.asked, shard: task.shard, known });
  if (read.ok) {
    reply(turn, task, {
      partition: task.asked === 'READ_DIGEST' ? null : read.partition,
      digest: read.digest,
      problem: null,
    });
  } else {
    readFailed(turn, task, read.problem);
  }
}

export function readFailed(turn: Turn, task: ReadTask, problem: string): void {
  reply(turn, task, { partition: null, digest: '', problem });
}

interface Answer {
  readonly partition: Partition | null;
  readonly digest: string;
  readonly problem: string | null;
}

function reply(turn: Turn, task: ReadTask, answer: Answer): void {
  const from = turn.node.id;
  const { statement } = task.request;
  send(turn, {
    verb: 'READ_REPLY',
    key: `READ_REPLY ${from}>${task.from} ${statement} ${task.asked}`,
    from,
    fromShard: task.shard,
    to: task.from,
    asked: task.asked,
    statement,
    ...answer,
  });
}
