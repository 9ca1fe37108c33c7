// Applying a mutation on this node (SPEC W6, M1; source: database::do_apply): find the table by its id on the shard that
// owns the key, take the schema there, refuse what is not marked synced, and let storage convert and store.

import { withItem } from '../plain/buckets.ts';
import { compareText } from '../plain/compare.ts';
import { entriesOf, lookup, valuesOf } from '../plain/record.ts';
import type { ShardId, StatementId } from '../plain/scalars.ts';
import { leqTableRows } from '../schema/rows.ts';
import type { Schema } from '../schema/schema.ts';
import type { FrozenMutation, Partition, Slot, TableState } from '../storage/partition.ts';
import { isCollection } from '../storage/partition.ts';
import { storageRules } from '../storage/rules.ts';
import type { StorageEvent } from '../storage/storageEvent.ts';
import { applyMutation, setTableSchema } from '../storage/table.ts';
import type { Confirmation, WriteTask } from './node.ts';
import { shardOfKey } from './placement.ts';
import { isSynced, learn, markSynced, takeToShard } from './registry.ts';
import type { Turn } from './turn.ts';
import { breach, setTable, shardAt, update } from './turn.ts';

export interface LocalApply {
  readonly statement: StatementId;
  readonly attempt: WriteTask['attempt'];
  /** The coordinator applies its own statement. */
  readonly isOwn: boolean;
  readonly mutation: FrozenMutation;
  /** The shard that handles the request. */
  readonly shard: ShardId;
  /** The mutation's schema as known on that shard; null when it is not (then only an untagged mutation can be applied). */
  readonly schema: Schema | null;
}

/** Returns the sentence of why it was refused, or null when it is stored. */
export function applyHere(turn: Turn, request: LocalApply): string | null {
  const { protections } = turn.config;
  const { mutation } = request;
  const owner = shardOfKey(mutation.key, turn.config.shards);
  const table = lookup(shardAt(turn.node, owner).tables, mutation.cfId);
  if (table === undefined) {
    return `no table has the id ${mutation.cfId.slice(0, 8)} here`;
  }
  // Untagged bytes are taken to be of whatever schema is current.
  const schema = protections.versionTags ? request.schema : table.schema;
  if (schema === null) {
    return `schema version ${mutation.version.slice(0, 4)} is not known here`;
  }
  takeToShard(turn, schema, request.shard, owner);
  if (protections.syncBeforeApply === 'adoptIncoming' && schema.version !== table.schema.version) {
    adopt(turn, owner, table, schema);
  }
  // A coordinator's own version was current here once, and needs no remembering to be known as merged (W3).
  const isKnownMerged = request.isOwn && !protections.rememberSynced;
  if (protections.syncedCheck && !isKnownMerged && !isSynced(turn.node, owner, schema.version)) {
    return `attempted to mutate using not synced schema ${schema.version.slice(0, 4)}`;
  }
  store(turn, request, owner, schema);
  return null;
}

/** The switch `adoptIncoming`: the incoming definition replaces the table's own, without any merge of rows. */
function adopt(turn: Turn, shard: ShardId, table: TableState, schema: Schema): void {
  learn(turn, shard, schema);
  const effect = setTableSchema(table, schema, storageRules(turn.config));
  setTable(turn, shard, schema.cfId, effect.table);
  markSynced(turn, shard, schema.version, 'shard');
  const at = { node: turn.node.id, shard, keyspace: schema.keyspace, table: schema.table, cfId: schema.cfId };
  turn.events.push({ kind: 'schema-switched', ...at, from: table.schema.version, to: schema.version });
}

function store(turn: Turn, request: LocalApply, owner: ShardId, schema: Schema): void {
  const { statement, mutation } = request;
  const table = lookup(shardAt(turn.node, owner).tables, mutation.cfId);
  if (table === undefined) {
    return;
  }
  const current = table.schema;
  const unsafe = schema !== current && !leqTableRows(schema.ghost.rows, current.ghost.rows);
  const effect = applyMutation(
    table,
    { key: mutation.key, partition: mutation.partition },
    schema,
    statement,
    storageRules(turn.config),
  );
  setTable(turn, owner, mutation.cfId, effect.table);
  const at = {
    node: turn.node.id,
    shard: owner,
    keyspace: current.keyspace,
    table: current.table,
    cfId: mutation.cfId,
  };
  for (const event of effect.events) {
    turn.events.push({ kind: 'stored', ...at, event, statement });
  }
  turn.events.push({
    kind: 'mutation-applied',
    ...at,
    statement,
    key: mutation.key,
    version: schema.version,
    current: current.version,
    unsafe,
  });
  if (unsafe) {
    const fault = { kind: 'applied-not-contained', lost: lostColumns(effect.events) } as const;
    breach(turn, { promise: 'I2', fault, version: schema.version, statement });
  }
  if (request.attempt === 'write') {
    confirm(turn, statement, mutation);
  }
}

/** The columns that the conversion of an unsafe apply discarded; none when it lost nothing this time. */
function lostColumns(events: readonly StorageEvent[]): readonly string[] {
  const lost = events.flatMap((event) => (event.kind === 'cell-discarded' ? [event.fate.column] : []));
  return [...new Set(lost)].sort(compareText);
}

/** What this replica from now on claims to have stored: promises compare it with what is there. */
function confirm(turn: Turn, statement: StatementId, mutation: FrozenMutation): void {
  const { confirmations } = turn.node;
  const cells = writtenCells(mutation.partition);
  const confirmation: Confirmation = { statement, cfId: mutation.cfId, key: mutation.key, cells };
  const next = withItem(confirmations, statement, confirmation, (a, b) =>
    compareText(a.statement, b.statement),
  );
  update(turn, { confirmations: next });
}

/** The cells of a mutation, by the column each was written for. */
function writtenCells(partition: Partition): Confirmation['cells'] {
  const rows = entriesOf(partition.rows).flatMap(([clustering, row]) =>
    row.cells.flatMap((slot) =>
      cellsOf(slot).map((cell) => ({ ...cell, kind: 'regular' as const, clustering })),
    ),
  );
  const statics = partition.static.flatMap((slot) =>
    cellsOf(slot).map((cell) => ({ ...cell, kind: 'static' as const, clustering: '' })),
  );
  return [...statics, ...rows];
}

function cellsOf(slot: Slot): { column: string; ts: number; dead: boolean }[] {
  if (slot === null) {
    return [];
  }
  const cells = isCollection(slot) ? valuesOf(slot.elements) : [slot];
  return cells.map((cell) => ({ column: cell.column, ts: cell.ts, dead: cell.value === null }));
}
