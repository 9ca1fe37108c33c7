// What a merge changed (SPEC M4, M5): the touched keyspaces' tables before and after, compared by name, tombstones
// included, and the definitions of those that differ.

import type { Config } from '../config/config.ts';
import { keysOf, lookup } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
import { ok } from '../plain/result.ts';
import { deriveSchema } from '../schema/derive.ts';
import { equalTableRows, sliceTable, tablesOf } from '../schema/rows.ts';
import type { SchemaRows } from '../schema/systemTables.ts';
import type { TableChangeOnNode } from './node.ts';

/** Compares the tables of the touched keyspaces before and after, and derives what is new (M4, M5). */
export function deriveChanges(
  before: SchemaRows,
  after: SchemaRows,
  delta: SchemaRows,
  config: Config,
): Result<readonly TableChangeOnNode[]> {
  const touched = touchedKeyspaces(delta);
  const hashing = {
    hash: config.protections.versionHash,
    tombstonesOut: config.protections.tombstonesOutOfHash,
  };
  const changes: TableChangeOnNode[] = [];
  const names = new Set<string>();
  for (const { keyspace, table } of [...tablesOf(before), ...tablesOf(after)]) {
    const name = `${keyspace}\u0000${table}`;
    if (!touched.includes(keyspace) || names.has(name)) {
      continue;
    }
    names.add(name);
    const was = sliceTable(before, keyspace, table);
    const is = sliceTable(after, keyspace, table);
    const wasLive = tablesOf(before).some((live) => live.keyspace === keyspace && live.table === table);
    const isLive = tablesOf(after).some((live) => live.keyspace === keyspace && live.table === table);
    if (wasLive && isLive && equalTableRows(was, is)) {
      continue;
    }
    const from = wasLive ? deriveSchema(was, hashing) : null;
    const to = isLive ? deriveSchema(is, hashing) : null;
    if (to !== null && !to.ok) {
      return to;
    }
    const schema = to?.value ?? null;
    const old = from?.ok === true ? from.value : null;
    changes.push({
      kind: schema === null ? 'dropped' : old === null ? 'created' : 'altered',
      keyspace,
      table,
      cfId: (schema ?? old)?.cfId ?? '',
      from: old?.version ?? null,
      schema,
    });
  }
  return ok(changes);
}

function touchedKeyspaces(delta: SchemaRows): readonly string[] {
  return [...keysOf(delta.keyspaces), ...keysOf(delta.columnfamilies), ...keysOf(delta.columns)];
}

/** The first keyspace whose values (not timestamps) differ before and after: 2016 cannot alter it (M8). */
export function alteredKeyspace(before: SchemaRows, after: SchemaRows, delta: SchemaRows): string | null {
  for (const keyspace of keysOf(delta.keyspaces)) {
    const was = keyspaceValues(before, keyspace);
    const is = keyspaceValues(after, keyspace);
    if (was !== '' && is !== '' && was !== is) {
      return keyspace;
    }
  }
  return null;
}

function keyspaceValues(rows: SchemaRows, keyspace: string): string {
  const cells = lookup(rows.keyspaces, keyspace)?.rows['']?.cells ?? {};
  return keysOf(cells)
    .filter((name) => cells[name]?.value !== null)
    .map((name) => `${name}=${cells[name]?.value}`)
    .join(';');
}
