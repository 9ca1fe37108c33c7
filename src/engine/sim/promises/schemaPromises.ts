// Promises about versions and definitions (SPEC I1, I3, I5, I7, I8, I11).

import type { NodeState } from '../../cluster/node.ts';
import { canonical } from '../../plain/canonical.ts';
import { entriesOf, lookup } from '../../plain/record.ts';
import type { SchemaVersion } from '../../plain/scalars.ts';
import { leqTableRows, liveTableRows, sliceTable } from '../../schema/rows.ts';
import type { Schema } from '../../schema/schema.ts';
import type { TableRows } from '../../schema/systemTables.ts';
import type { TableState } from '../../storage/partition.ts';
import { entryHolders } from '../../storage/versions.ts';
import type { Witness } from '../promise.ts';
import type { Core } from '../state.ts';
import { witness } from './witness.ts';

const contains = new WeakMap<TableRows, WeakMap<TableRows, boolean>>();

/** Whether `b` is superior to the live part of `a`; remembered, because the same pairs are asked after every step. */
function isContained(a: TableRows, b: TableRows): boolean {
  const row = contains.get(a) ?? new WeakMap<TableRows, boolean>();
  contains.set(a, row);
  const known = row.get(b);
  if (known !== undefined) {
    return known;
  }
  const result = leqTableRows(a, b);
  row.set(b, result);
  return result;
}

function running(core: Core): readonly NodeState[] {
  return core.nodes.filter((node) => node.up);
}

function placeOf(schema: Schema): { keyspace: string; table: string } {
  return { keyspace: schema.keyspace, table: schema.table };
}

/** I1: what a node has marked synced, its schema contains. */
export function syncedIsContained(core: Core): Witness | null {
  for (const node of running(core)) {
    for (const [shard, { registry }] of node.shards.entries()) {
      for (const [version, entry] of entriesOf(registry)) {
        const { schema } = entry;
        if (entry.sync !== 'SYNCED' || schema === null) {
          continue;
        }
        const mine = sliceTable(node.rows, schema.keyspace, schema.table);
        if (!isContained(schema.ghost.rows, mine)) {
          return witness(
            { kind: 'synced-not-contained' },
            { nodes: [node.id], shard, ...placeOf(schema), version },
          );
        }
      }
    }
  }
  return null;
}

function* tablesOn(core: Core): Generator<readonly [NodeState, number, TableState]> {
  for (const node of running(core)) {
    for (const [shard, { tables }] of node.shards.entries()) {
      for (const [, table] of entriesOf(tables)) {
        yield [node, shard, table];
      }
    }
  }
}

/** I3: an entry in memory is stored at a version that its table's current one contains. */
export function entriesAreContained(core: Core): Witness | null {
  for (const [node, shard, table] of tablesOn(core)) {
    const sets = [table.memtable.entries, table.cache.entries].flatMap((entries) => entriesOf(entries));
    for (const [key, entry] of sets) {
      if (entry.schema !== table.schema && !isContained(entry.schema.ghost.rows, table.schema.ghost.rows)) {
        const version = entry.schema.version;
        return witness(
          { kind: 'stored-not-contained' },
          { nodes: [node.id], shard, ...placeOf(table.schema), key, version },
        );
      }
    }
  }
  return null;
}

const liveTexts = new WeakMap<TableRows, string>();

/** Live rows as text; kept, because a table's rows stay the same object for many states. */
function liveText(rows: TableRows): string {
  const known = liveTexts.get(rows) ?? canonical(liveTableRows(rows));
  liveTexts.set(rows, known);
  return known;
}

/** I5: equal live rows have equal versions, and only they. */
export function equalRowsEqualVersions(core: Core): Witness | null {
  const byVersion = new Map<SchemaVersion, readonly [string, string]>();
  const byRows = new Map<string, readonly [SchemaVersion, string]>();
  for (const [node, shard, table] of tablesOn(core)) {
    const { version, ghost } = table.schema;
    const rows = liveText(ghost.rows);
    const sameVersion = byVersion.get(version);
    const sameRows = byRows.get(rows);
    const at = { shard, ...placeOf(table.schema), version };
    if (sameVersion !== undefined && sameVersion[0] !== rows) {
      return witness({ kind: 'one-version-two-schemas' }, { nodes: [sameVersion[1], node.id], ...at });
    }
    if (sameRows !== undefined && sameRows[0] !== version) {
      return witness(
        { kind: 'two-versions-one-schema', other: sameRows[0] },
        { nodes: [sameRows[1], node.id], ...at },
      );
    }
    byVersion.set(version, [rows, node.id]);
    byRows.set(rows, [version, node.id]);
  }
  return null;
}

/** I7: what is held is known; the current version is LOADED and SYNCED on every shard. */
export function heldIsKnown(core: Core): Witness | null {
  for (const [node, shard, table] of tablesOn(core)) {
    const { version } = table.schema;
    const entry = lookup(node.shards[shard]?.registry ?? {}, version);
    if (entry?.load !== 'LOADED' || (entry.sync !== 'SYNCED' && !isPublishing(node, version))) {
      return witness(
        { kind: 'current-unknown' },
        { nodes: [node.id], shard, ...placeOf(table.schema), version },
      );
    }
    const unknown = entryHolders(table).find(
      (held) => lookup(node.shards[shard]?.registry ?? {}, held.version) === undefined,
    );
    if (unknown !== undefined) {
      return witness(
        { kind: 'held-forgotten' },
        {
          nodes: [node.id],
          shard,
          ...placeOf(table.schema),
          key: unknown.key,
          version: unknown.version,
        },
      );
    }
  }
  return coordinatedIsKnown(core);
}

/** While shards switch one by one, marking may come a step later. */
function isPublishing(node: NodeState, version: SchemaVersion): boolean {
  return node.merges.some((task) => task.changes.some((change) => change.schema?.version === version));
}

function coordinatedIsKnown(core: Core): Witness | null {
  if (!core.config.protections.versionTags) {
    return null;
  }
  for (const node of running(core)) {
    for (const [statement, handler] of entriesOf(node.handlers)) {
      const { version } = handler.schema;
      const known = lookup(node.shards[handler.shard]?.registry ?? {}, version);
      if (known === undefined) {
        return witness(
          { kind: 'coordinated-forgotten' },
          {
            nodes: [node.id],
            shard: handler.shard,
            ...placeOf(handler.schema),
            version,
            statement,
          },
        );
      }
    }
  }
  return null;
}

/** I8: a version never stands for two different sets of mutations. */
export function versionsAreNotReused(core: Core): Witness | null {
  const made = new Map<SchemaVersion, Set<SchemaVersion>>();
  for (const node of core.nodes) {
    for (const [version, mutations] of entriesOf(node.made)) {
      const known = made.get(version) ?? new Set<SchemaVersion>();
      for (const one of mutations) {
        known.add(one);
      }
      made.set(version, known);
      if (known.size > 1) {
        return witness(
          { kind: 'version-reused' },
          {
            nodes: [node.id],
            version,
          },
        );
      }
    }
  }
  return null;
}

/** I11: memtable, cache and table of a shard agree on the current schema. */
export function sourcesAgree(core: Core): Witness | null {
  for (const [node, shard, table] of tablesOn(core)) {
    const { version } = table.schema;
    if (table.memtable.schema.version !== version || table.cache.schema.version !== version) {
      return witness(
        { kind: 'sources-differ' },
        { nodes: [node.id], shard, ...placeOf(table.schema), version },
      );
    }
  }
  return null;
}

/** I6: a quiet, connected cluster has one digest and, for every table, one version. */
export function quietClusterAgrees(core: Core): Witness | null {
  if (!isQuiet(core)) {
    return null;
  }
  const [first, ...others] = core.nodes;
  const odd = others.find((node) => node.digest !== first?.digest);
  if (first !== undefined && odd !== undefined) {
    return witness(
      { kind: 'digests-differ' },
      {
        nodes: [first.id, odd.id],
      },
    );
  }
  const seen = new Map<string, readonly [SchemaVersion, string]>();
  for (const [node, shard, table] of tablesOn(core)) {
    const name = `${table.schema.keyspace}.${table.schema.table}`;
    const known = seen.get(name);
    if (known !== undefined && known[0] !== table.schema.version) {
      return witness(
        { kind: 'versions-differ' },
        {
          nodes: [known[1], node.id],
          shard,
          ...placeOf(table.schema),
          version: table.schema.version,
        },
      );
    }
    seen.set(name, [table.schema.version, node.id]);
  }
  return null;
}

/** Nothing on its way, nothing queued, nobody down or cut off, everybody's digest heard, no pull scheduled. */
function isQuiet(core: Core): boolean {
  return core.messages.length === 0 && core.cuts.length === 0 && core.nodes.every(isNodeQuiet);
}

export function isNodeQuiet(node: NodeState): boolean {
  return (
    node.up &&
    node.merges.length === 0 &&
    node.announceTo.length === 0 &&
    node.pullTimers.length === 0 &&
    Object.keys(node.pulls).length === 0 &&
    Object.keys(node.tasks).length === 0 &&
    Object.keys(node.handlers).length === 0
  );
}
