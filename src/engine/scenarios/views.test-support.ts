// What a test looks at in a play: definitions, entries cell by cell, registry, results, costs and promises, as short plain
// values that can be compared whole.

import type {
  Holder,
  InspectedTable,
  Inspection,
  Ledger,
  NodeId,
  SchemaVersion,
  ShardId,
  SimEvent,
  SimState,
  StatementResult,
  Timeline,
  Witness,
} from '../index.ts';
import { checkPromises, decodeText, inspect, ledgersAt, stateAt } from '../index.ts';

/** Cells by column name as 'value@timestamp' ('-@ts' for a dead cell), and the version that the entry is stored at. */
export type EntryView = Readonly<Record<string, string | null>>;

export interface Views {
  readonly state: SimState;
  readonly inspection: () => Inspection;
  readonly now: number;
  /** The current version of `ks.t` on a node's shard; throws when it serves none. */
  readonly version: (node: NodeId, shard?: ShardId) => SchemaVersion;
  readonly digest: (node: NodeId) => SchemaVersion;
  /** The current definition in one line: 'pk int key, s text static, a int'; '' when there is none. `at(ts)` follows a column once dropped. */
  readonly definition: (node: NodeId, shard?: ShardId) => string;
  readonly comment: (node: NodeId) => string;
  /** Entries by source and key, e.g. { 'memtable 1': { version: V0, a: '7@110' } }; an sstable's version is null. */
  readonly entries: (node: NodeId, shard?: ShardId) => Readonly<Record<string, EntryView>>;
  /** 'LOADED SYNCED' and the like by version. */
  readonly registry: (node: NodeId, shard?: ShardId) => Readonly<Record<SchemaVersion, string>>;
  /** Who holds a version on a node, e.g. ['table', 'memtable 1']. */
  readonly holders: (node: NodeId, version: SchemaVersion, shard?: ShardId) => readonly string[];
  readonly result: (
    statement: string,
  ) => StatementResult & { readonly node: NodeId; readonly ledger: Ledger };
  /** The result's rows, cells as 'value@timestamp' ('value' for key columns, null for an empty box). */
  readonly rows: (statement: string) => readonly EntryView[];
  /** The ledger's counts that are not zero. */
  readonly cost: (statement: string) => Partial<Ledger>;
  readonly pending: () => readonly string[];
  /** The events of one kind over the whole run. */
  readonly events: <K extends SimEvent['kind']>(kind: K) => readonly Extract<SimEvent, { kind: K }>[];
  /** Promises broken now, by id, with their witness. */
  readonly broken: () => Readonly<Record<string, Witness>>;
  /** Ids of promises broken after any step of the run, sorted. */
  readonly everBroken: () => readonly string[];
}

export function viewsOf(timeline: Timeline): Views {
  const state = stateAt(timeline, timeline.steps.length);
  let seen: Inspection | null = null;
  const inspection = () => {
    seen ??= inspect(state, ledgersAt(timeline, timeline.steps.length));
    return seen;
  };
  const nodeView = (id: NodeId) =>
    found(
      inspection().nodes.find((node) => node.id === id),
      `node ${id}`,
    );
  const shardView = (id: NodeId, shard = 0) => found(nodeView(id).shards[shard], `shard ${id}.${shard}`);
  const tableView = (id: NodeId, shard = 0) => shardView(id, shard).tables.find(({ table }) => table === 't');
  const resultView = (statement: string) =>
    found(inspection().results[statement], `a result of ${statement}: ${Object.keys(inspection().results)}`);
  return {
    state,
    inspection,
    now: state.notes.now,
    version: (id, shard) => found(tableView(id, shard), `table t on ${id}`).version,
    digest: (id) => nodeView(id).digest,
    definition: (id, shard) => definitionText(tableView(id, shard)),
    comment: (id) => tableView(id)?.comment ?? '',
    entries: (id, shard) => entriesView(tableView(id, shard)),
    registry: (id, shard) =>
      Object.fromEntries(
        shardView(id, shard).registry.map(({ version, load, sync, inactive }) => [
          version,
          `${load} ${sync}${inactive ? ' inactive' : ''}`,
        ]),
      ),
    holders: (id, version, shard) => {
      const entry = shardView(id, shard).registry.find((one) => one.version === version);
      return (entry?.holders ?? []).map((holder) => holderText(holder, tableView(id, shard)));
    },
    result: resultView,
    rows: (statement) => rowsView(resultView(statement)),
    cost: (statement) =>
      Object.fromEntries(
        Object.entries(ledgersAt(timeline, timeline.steps.length)[statement] ?? {}).filter(
          ([, count]) => count > 0,
        ),
      ),
    pending: () => inspection().pending.map(({ id }) => id),
    events: <K extends SimEvent['kind']>(kind: K) =>
      timeline.steps
        .flatMap((step) => step.events)
        .filter((event): event is Extract<SimEvent, { kind: K }> => event.kind === kind),
    broken: () => brokenIn(state),
    everBroken: () =>
      [...new Set(timeline.steps.flatMap((step) => Object.keys(brokenIn(step.state))))].sort(
        (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
      ),
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Error(`There is no ${what}.`);
  }
  return value;
}

function brokenIn(state: SimState): Readonly<Record<string, Witness>> {
  const broken: Record<string, Witness> = {};
  for (const { id, witness } of checkPromises(state.core)) {
    if (witness !== null) {
      broken[id] = witness;
    }
  }
  return broken;
}

function definitionText(table: InspectedTable | undefined): string {
  const roles = { partition_key: ' key', clustering_key: ' clustering', static: ' static', regular: '' };
  return (table?.columns ?? [])
    .map(({ name, type, kind, droppedAt }) => {
      const dropped = droppedAt === null ? '' : ` dropped@${droppedAt}`;
      return `${name} ${type}${roles[kind]}${dropped}`;
    })
    .join(', ');
}

function holderText(holder: Holder, table: InspectedTable | undefined): string {
  switch (holder.kind) {
    case 'memtable':
    case 'cache':
      return `${holder.kind} ${keyText(table, holder.key)}`;
    case 'request':
    case 'coordinator':
      return `${holder.kind} ${holder.statement}`;
    case 'prepared':
      return `prepared ${holder.name}`;
    default:
      return holder.kind;
  }
}

/** A serialized key as its values: '1', '1:2'. */
function keyText(table: InspectedTable | undefined, key: string): string {
  const components = key.split(':');
  const columns = (table?.columns ?? []).filter(({ kind }) => kind === 'partition_key');
  return components.map((hex, i) => intOr(hex, columns[i]?.type ?? '')).join(':');
}

function intOr(hex: string, type: string): string {
  return type === 'int' ? (decodeText('org.apache.cassandra.db.marshal.Int32Type', hex) ?? hex) : hex;
}

function entriesView(table: InspectedTable | undefined): Readonly<Record<string, EntryView>> {
  const view: Record<string, EntryView> = {};
  for (const { source, key, version, cells } of table?.entries ?? []) {
    const entry: Record<string, string | null> = { version };
    for (const { column, clustering, value, ts } of cells) {
      entry[clustering === '' ? column : `${intOr(clustering, 'int')}.${column}`] = `${value ?? '-'}@${ts}`;
    }
    const name = `${source} ${keyText(table, key)}`;
    view[Object.hasOwn(view, name) ? `${name} (${Object.keys(view).length})` : name] = entry;
  }
  return view;
}

function rowsView(result: StatementResult): readonly EntryView[] {
  const { rows } = result;
  return (rows?.rows ?? []).map((row) =>
    Object.fromEntries(
      row.map(({ text, ts }, i) => [
        rows?.columns[i] ?? '',
        text === null || ts === null ? text : `${text}@${ts}`,
      ]),
    ),
  );
}
