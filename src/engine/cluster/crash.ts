// Crash and restart (SPEC F4-F6). A crash leaves the flushed system tables, sstables and commitlogs; everything else is
// gone. A restart derives the tables from the rows, replays the commitlogs and announces itself.

import type { Dict } from '../plain/record.ts';
import { keysOf, lookup, mapValues } from '../plain/record.ts';
import { deriveSchema } from '../schema/derive.ts';
import { sliceTable, tablesOf } from '../schema/rows.ts';
import { nodeDigest } from '../schema/version.ts';
import { crashTable, replayCommitlog } from '../storage/commitlog.ts';
import type { TableState } from '../storage/partition.ts';
import { storageRules } from '../storage/rules.ts';
import { createTable } from '../storage/table.ts';
import { learn, markSynced } from './registry.ts';
import { endStatement } from './statementEnd.ts';
import type { Turn } from './turn.ts';
import { setTable, update } from './turn.ts';

/** The process is gone, and with it all that was only in memory. Clients of its open statements get an error. */
export function crashNode(turn: Turn): void {
  const ended = [
    ...keysOf(turn.node.handlers),
    ...turn.node.merges.map((task) => (task.origin === 'ddl' ? task.statement : null)),
  ];
  const { node } = turn;
  update(turn, {
    up: false,
    recentlyStarted: false,
    rows: node.flushedRows,
    announceTo: [],
    pullTimers: [],
    pulls: {},
    merges: [],
    contained: [],
    tasks: {},
    handlers: {},
    prepared: {},
    gossip: mapValues(node.gossip, () => ({ digest: null, alive: false })),
    shards: node.shards.map((shard) => ({ registry: {}, tables: mapValues(shard.tables, crashTable) })),
  });
  for (const statement of ended) {
    if (statement !== null) {
      const problem = `Node ${node.id} stopped before the statement ended; it may or may not have taken effect.`;
      endStatement(turn, statement, { status: 'failed', problem, rows: null });
    }
  }
}

/** Starts again from what is on disk. A schema that cannot be derived stops the node once more (M9). */
export function restartNode(turn: Turn): void {
  const { protections } = turn.config;
  const { rows } = turn.node;
  const hashing = { hash: protections.versionHash, tombstonesOut: protections.tombstonesOutOfHash };
  const disks = turn.node.shards.map((shard) => shard.tables);
  const schemas = tablesOf(rows).map(({ keyspace, table }) =>
    deriveSchema(sliceTable(rows, keyspace, table), hashing),
  );
  const broken = schemas.find((schema) => !schema.ok);
  if (broken !== undefined && !broken.ok) {
    turn.events.push({ kind: 'node-aborted', node: turn.node.id, problem: broken.problem });
    return;
  }
  update(turn, {
    up: true,
    recentlyStarted: true,
    digest: nodeDigest(rows, { tombstonesOut: protections.tombstonesOutOfHash }),
    shards: turn.node.shards.map(() => ({ registry: {}, tables: {} })),
  });
  for (const schema of schemas) {
    if (schema.ok) {
      for (let shard = 0; shard < disks.length; shard++) {
        openTable(turn, shard, disks[shard] ?? {}, schema.value);
      }
    }
  }
}

/** Opens one table from what its directory holds. A directory without a definition stays closed: its data is lost. */
function openTable(turn: Turn, shard: number, disk: Dict<TableState>, schema: TableState['schema']): void {
  learn(turn, shard, schema);
  markSynced(turn, shard, schema.version, 'restart');
  const empty = createTable(schema);
  const found = lookup(disk, schema.cfId);
  const opened =
    found === undefined ? empty : { ...empty, sstables: found.sstables, commitlog: found.commitlog };
  const replayed = replayCommitlog(opened, storageRules(turn.config));
  setTable(turn, shard, schema.cfId, replayed.table);
  for (const event of replayed.events) {
    const at = { keyspace: schema.keyspace, table: schema.table, cfId: schema.cfId };
    turn.events.push({ kind: 'stored', node: turn.node.id, shard, ...at, event, statement: null });
  }
}
