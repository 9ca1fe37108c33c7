// Data on its way to its owners to come (SPEC O5): a partition is read at the giver's current version and travels frozen;
// the taker LOADs and SYNCs that version before it applies, as it would for a write.

import type { Config } from '../config/config.ts';
import { compareText } from '../plain/compare.ts';
import { keysOf, lookup } from '../plain/record.ts';
import type { NodeId, StatementId } from '../plain/scalars.ts';
import { isEmptyPartition } from '../storage/merge.ts';
import { frozenMutation } from '../storage/mutation.ts';
import type { FrozenMutation, PartitionKey, TableState } from '../storage/partition.ts';
import { storageRules } from '../storage/rules.ts';
import { readPartition } from '../storage/table.ts';
import type { StreamMutationReply } from './message.ts';
import { handover } from './ring.ts';
import type { Turn } from './turn.ts';
import { send, setTable } from './turn.ts';

/** What a stream is of, within its change: stands in the keys of its messages. */
export function streamOf({ cfId, key }: FrozenMutation, change: StatementId): string {
  return `${change} ${cfId.slice(0, 8)} ${key}`;
}

/** The name of the change that is under way, e.g. 'join D': stands where a statement would. */
function changeName(config: Config): StatementId {
  const change = config.ring?.change;
  return change ? `${change.kind} ${change.node}` : '';
}

/** Reads and sends everything that this node has to give. */
export function streamOut(turn: Turn): void {
  turn.node.shards.forEach((_, shard) => {
    for (const cfId of keysOf(turn.node.shards[shard]?.tables ?? {})) {
      const table = lookup(turn.node.shards[shard]?.tables ?? {}, cfId);
      for (const key of table === undefined ? [] : keysIn(table)) {
        const { giver, takers } = handover(key, turn.config);
        if (giver === turn.node.id) {
          streamPartition(turn, { shard, cfId, key, takers });
        }
      }
    }
  });
}

interface Given {
  readonly shard: number;
  readonly cfId: string;
  readonly key: PartitionKey;
  readonly takers: readonly NodeId[];
}

function streamPartition(turn: Turn, { shard, cfId, key, takers }: Given): void {
  const table = lookup(turn.node.shards[shard]?.tables ?? {}, cfId);
  if (table === undefined) {
    return;
  }
  const from = turn.node.id;
  const { schema } = table;
  const statement = changeName(turn.config);
  const read = readPartition(table, key, schema, storageRules(turn.config));
  setTable(turn, shard, cfId, read.table);
  const at = { node: from, shard, keyspace: schema.keyspace, table: schema.table, cfId };
  for (const event of read.events) {
    turn.events.push({ kind: 'stored', ...at, event, statement: null });
  }
  if (read.problem !== null) {
    turn.events.push({ kind: 'stream-refused', node: from, to: takers[0] ?? from, problem: read.problem });
    return;
  }
  if (read.partition === null || isEmptyPartition(read.partition)) {
    return;
  }
  const mutation = frozenMutation(schema, key, read.partition);
  for (const to of takers) {
    const messageKey = `STREAM_MUTATION ${from}>${to} ${streamOf(mutation, statement)}`;
    send(turn, { verb: 'STREAM_MUTATION', key: messageKey, from, fromShard: shard, to, statement, mutation });
  }
}

function keysIn(table: TableState): readonly PartitionKey[] {
  const sources = [
    table.memtable.entries,
    table.cache.entries,
    ...table.sstables.map((sstable) => sstable.partitions),
  ];
  return [...new Set(sources.flatMap((source) => keysOf(source)))].sort(compareText);
}

/** The taker's answer; one that could not store what it got fails the change (O7). */
export function receiveStreamReply(turn: Turn, { from, problem }: StreamMutationReply): void {
  if (problem !== null) {
    turn.events.push({ kind: 'stream-refused', node: turn.node.id, to: from, problem });
  }
}
