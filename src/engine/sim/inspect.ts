// A state as plain JSON for scripts, tests and people (SPEC N11): names instead of column ids, text instead of bytes.

import type { NodeState, StatementResult } from '../cluster/node.ts';
import type { Holder } from '../cluster/registry.ts';
import { holdersOf } from '../cluster/registry.ts';
import { ringOf } from '../cluster/ring.ts';
import type { WaitChain } from '../cluster/waitChain.ts';
import { waitChains } from '../cluster/waitChain.ts';
import type { RingChange } from '../config/config.ts';
import { cqlTypeName } from '../cql/type.ts';
import { decodeText } from '../cql/value.ts';
import type { Dict } from '../plain/record.ts';
import { entriesOf, lookup } from '../plain/record.ts';
import type { NodeId, SchemaVersion, ShardId } from '../plain/scalars.ts';
import type { ColumnKind, Schema } from '../schema/schema.ts';
import { columnsOfKind } from '../schema/schema.ts';
import type {
  CellVector,
  DataCell,
  DataRow,
  NamedRow,
  NamedSlot,
  Slot,
  TableState,
} from '../storage/partition.ts';
import { isCollection } from '../storage/partition.ts';
import { EMPTY_LEDGER } from './ledger.ts';
import { pendingChoices } from './policy.ts';
import type { PromiseStatus } from './promise.ts';
import { checkPromises } from './promises/promises.ts';
import type { ChangeWait } from './ringChange.ts';
import { waitOfChange } from './ringChange.ts';
import type { Core, Ledger, PendingChoice, SimState } from './state.ts';
import { stateHash } from './timeline.ts';

export interface InspectedCell {
  readonly column: string;
  readonly kind: 'static' | 'regular';
  readonly clustering: string;
  /** null for a dead cell. */
  readonly value: string | null;
  readonly ts: number;
}

export interface InspectedEntry {
  readonly source: 'memtable' | 'cache' | 'sstable';
  readonly key: string;
  /** null in an sstable, which needs none. */
  readonly version: SchemaVersion | null;
  readonly cells: readonly InspectedCell[];
}

export interface InspectedTable {
  readonly keyspace: string;
  readonly table: string;
  readonly cfId: string;
  readonly version: SchemaVersion;
  readonly comment: string;
  readonly columns: readonly {
    readonly id: number;
    readonly kind: ColumnKind;
    readonly name: string;
    readonly type: string;
    readonly droppedAt: number | null;
  }[];
  readonly entries: readonly InspectedEntry[];
}

export interface InspectedShard {
  readonly shard: ShardId;
  readonly tables: readonly InspectedTable[];
  readonly registry: readonly {
    readonly version: SchemaVersion;
    readonly load: string;
    readonly sync: string;
    readonly inactive: boolean;
    readonly holders: readonly Holder[];
  }[];
}

export interface InspectedNode {
  readonly id: NodeId;
  readonly up: boolean;
  readonly digest: SchemaVersion;
  readonly clock: number;
  readonly shards: readonly InspectedShard[];
  readonly gossip: NodeState['gossip'];
  readonly merges: readonly { readonly key: string; readonly phase: string }[];
  readonly waits: readonly WaitChain[];
}

export interface Inspection {
  readonly now: number;
  readonly hash: string;
  readonly nodes: readonly InspectedNode[];
  readonly pending: readonly Omit<PendingChoice, 'message' | 'since'>[];
  readonly cuts: readonly string[];
  /** Who owns data, who comes or goes and what that waits for, and who has left. */
  readonly ring: {
    readonly members: readonly NodeId[];
    readonly change: RingChange | null;
    readonly wait: ChangeWait | null;
    readonly left: readonly NodeId[];
  };
  readonly results: Dict<StatementResult & { readonly node: NodeId; readonly ledger: Ledger }>;
  readonly promises: readonly PromiseStatus[];
}

/** `ledgers` as `ledgersAt` gives them for the same moment; without them every cost is zero. */
export function inspect(state: SimState, ledgers: Dict<Ledger> = {}): Inspection {
  const { core, notes } = state;
  return {
    now: notes.now,
    hash: stateHash(core),
    nodes: core.nodes.map((node) => inspectNode(core, node, notes.now + (lookup(notes.skew, node.id) ?? 0))),
    pending: pendingChoices(state).map(({ message: _message, since: _since, ...choice }) => choice),
    cuts: core.cuts,
    ring: inspectRing(core),
    results: Object.fromEntries(
      [...core.nodes, ...(core.departed ?? [])].flatMap((node) =>
        entriesOf(node.results).map(([id, result]) => [
          id,
          { ...result, node: node.id, ledger: lookup(ledgers, id) ?? EMPTY_LEDGER },
        ]),
      ),
    ),
    promises: checkPromises(core),
  };
}

function inspectRing(core: Core): Inspection['ring'] {
  const { members, change } = ringOf(core.config);
  const left = (core.departed ?? []).map(({ id }) => id);
  return { members, change, wait: waitOfChange(core), left };
}

function inspectNode(core: Core, node: NodeState, clock: number): InspectedNode {
  return {
    id: node.id,
    up: node.up,
    digest: node.digest,
    clock,
    shards: node.shards.map((shard, i) => ({
      shard: i,
      tables: entriesOf(shard.tables).map(([, table]) => inspectTable(table)),
      registry: entriesOf(shard.registry).map(([version, { load, sync, inactive }]) => ({
        version,
        load,
        sync,
        inactive,
        holders: holdersOf(node, i, version, core.config.protections.coordinatorHoldsSchema),
      })),
    })),
    gossip: node.gossip,
    merges: node.merges.map(({ key, phase }) => ({ key, phase })),
    waits: waitChains(node, core.config),
  };
}

/** One table of a shard. */
export function inspectTable(table: TableState): InspectedTable {
  const { schema } = table;
  const sets = [
    ['memtable', table.memtable.entries],
    ['cache', table.cache.entries],
  ] as const;
  const inMemory = sets.flatMap(([source, entries]) =>
    entriesOf(entries).map(([key, entry]): InspectedEntry => {
      const rows = entriesOf(entry.partition.rows).flatMap(([clustering, row]) =>
        rowCells(row, clustering, entry.schema),
      );
      const statics = vectorCells(entry.partition.static, 'static', '', entry.schema);
      return { source, key, version: entry.schema.version, cells: [...statics, ...rows] };
    }),
  );
  const onDisk = table.sstables.flatMap((sstable) =>
    entriesOf(sstable.partitions).map(([key, partition]): InspectedEntry => {
      const rows = entriesOf(partition.rows).flatMap(([clustering, row]) =>
        namedCells(row.cells, 'regular', clustering),
      );
      return {
        source: 'sstable',
        key,
        version: null,
        cells: [...namedCells(partition.static, 'static', ''), ...rows],
      };
    }),
  );
  return {
    keyspace: schema.keyspace,
    table: schema.table,
    cfId: schema.cfId,
    version: schema.version,
    comment: schema.comment,
    columns: schema.columns.map(({ id, kind, name, type, droppedAt }) => ({
      id,
      kind,
      name,
      type: cqlTypeName(type),
      droppedAt,
    })),
    entries: [...inMemory, ...onDisk],
  };
}

function rowCells(row: DataRow, clustering: string, schema: Schema): readonly InspectedCell[] {
  return vectorCells(row.cells, 'regular', clustering, schema);
}

function vectorCells(
  cells: CellVector,
  kind: 'static' | 'regular',
  clustering: string,
  schema: Schema,
): readonly InspectedCell[] {
  const columns = columnsOfKind(schema, kind);
  return cells.flatMap((slot, id) => {
    const column = columns[id];
    return slotCells(slot, { column: column?.name ?? `#${id}`, type: column?.type ?? '', kind, clustering });
  });
}

function namedCells(
  cells: NamedRow['cells'],
  kind: 'static' | 'regular',
  clustering: string,
): readonly InspectedCell[] {
  return entriesOf<NamedSlot>(cells).flatMap(([column, { slot, type }]) =>
    slotCells(slot, { column, type, kind, clustering }),
  );
}

interface Where {
  readonly column: string;
  readonly type: string;
  readonly kind: 'static' | 'regular';
  readonly clustering: string;
}

function slotCells(slot: Slot, { column, type, kind, clustering }: Where): readonly InspectedCell[] {
  if (slot === null) {
    return [];
  }
  const cells: readonly (readonly [string, DataCell])[] = isCollection(slot)
    ? entriesOf(slot.elements)
    : [['', slot]];
  return cells.map(([element, { value, ts }]) => ({
    column: element === '' ? column : `${column}[${element}]`,
    kind,
    clustering,
    value:
      value === null
        ? null
        : element === '' && type !== ''
          ? (decodeText(type, value) ?? `0x${value}`)
          : `0x${value}`,
    ts,
  }));
}
