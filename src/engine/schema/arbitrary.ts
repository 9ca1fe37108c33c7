// Generators for property tests: small alphabets and few timestamps, so that ties, tombstones over live rows and the same
// name from two authors come up all the time.

// biome-ignore lint/correctness/noUndeclaredDependencies: only tests import this file.
import fc from 'fast-check';
import { textToHex } from '../cql/bytes.ts';
import { bigintToHex, intToHex } from '../cql/integer.ts';
import type { SchemaStatement, TableChange } from '../cql/statement.ts';
import type { Timestamp } from '../plain/scalars.ts';
import { alterTableBatch, createKeyspaceBatch, createTableBatch, dropTableBatch } from './batch.ts';
import type { Cell } from './cell.ts';
import { checkSchemaStatement } from './check.ts';
import { deriveSchema } from './derive.ts';
import { joinRows, sliceTable, tablesOf } from './rows.ts';
import type { Schema } from './schema.ts';
import {
  clusteringKey,
  NO_ROWS,
  type SchemaRows,
  type SystemPartition,
  type SystemRow,
} from './systemTables.ts';
import { hashUuid } from './version.ts';

const MARSHAL = 'org.apache.cassandra.db.marshal.';
const NAMES = ['a', 'b', 'c'] as const;
const TYPES = ['int', 'text', 'blob', 'varint', 'set<text>'] as const;
const TABLES = ['t', 'u'] as const;

/** 1 to 6: ties are the rule. */
const arbitraryTimestamp: fc.Arbitrary<Timestamp> = fc.integer({ min: 1, max: 6 });
const tombstone: fc.Arbitrary<Timestamp | null> = fc.option(arbitraryTimestamp, { freq: 3 });

function cell(...values: readonly string[]): fc.Arbitrary<Cell> {
  return fc.record({
    ts: arbitraryTimestamp,
    value: fc.option(fc.constantFrom(...values), { freq: 5 }),
  });
}

function systemRow(cells: Record<string, fc.Arbitrary<Cell>>, dropped: boolean): fc.Arbitrary<SystemRow> {
  const droppedColumns = dropped
    ? fc.dictionary(fc.constantFrom(...NAMES), cell(bigintToHex(1), bigintToHex(4)), {
        maxKeys: 2,
        noNullPrototype: true,
      })
    : fc.constant({});
  return fc.record({
    tombstone,
    cells: fc.record(cells, { requiredKeys: [] }).map(presentCells),
    droppedColumns,
  });
}

function presentCells(cells: Readonly<Record<string, Cell | undefined>>): Record<string, Cell> {
  const present = Object.entries(cells).flatMap(([name, value]): [string, Cell][] =>
    value ? [[name, value]] : [],
  );
  return Object.fromEntries(present);
}

const family = systemRow(
  {
    cf_id: cell(hashUuid('1').replaceAll('-', ''), hashUuid('2').replaceAll('-', '')),
    comment: cell('', textToHex('x')),
  },
  true,
);
const column = systemRow(
  {
    component_index: cell(intToHex(0), intToHex(1)),
    type: cell(...['partition_key', 'clustering_key', 'static', 'regular'].map(textToHex)),
    validator: cell(textToHex(`${MARSHAL}Int32Type`), textToHex(`${MARSHAL}UTF8Type`)),
  },
  false,
);

function partition(
  keys: readonly string[],
  row: fc.Arbitrary<SystemRow>,
): fc.Arbitrary<Record<string, SystemPartition>> {
  const rows = fc.dictionary(fc.constantFrom(...keys), row, { maxKeys: keys.length, noNullPrototype: true });
  return fc.dictionary(fc.constant('k'), fc.record({ tombstone, rows }), {
    maxKeys: 1,
    noNullPrototype: true,
  });
}

/** Any system tables in normal form: cells, dead cells and tombstones over two tables of three columns. */
export const arbitraryRows: fc.Arbitrary<SchemaRows> = fc
  .record({
    keyspaces: partition([''], systemRow({ durable_writes: cell('00', '01') }, false)),
    columnfamilies: partition(TABLES, family),
    columns: partition(
      TABLES.flatMap((table) => NAMES.map((name) => clusteringKey(table, name))),
      column,
    ),
  })
  .map((rows) => joinRows(NO_ROWS, rows));

/** What one of three authors does, when, and whether it has heard of the others before. */
interface Act {
  readonly author: number;
  readonly hasHeard: boolean;
  readonly ts: Timestamp;
  readonly onlyChanges: boolean;
  readonly change: TableChange | { readonly kind: 'drop-table' } | { readonly kind: 'create-table' };
}

const name = fc.constantFrom(...NAMES);
const change: fc.Arbitrary<Act['change']> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      name,
      type: fc.constantFrom(...TYPES),
      isStatic: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('drop' as const), name }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('type' as const), name, type: fc.constantFrom(...TYPES) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('comment' as const), comment: fc.constantFrom('x', 'y') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rename' as const),
      from: fc.constantFrom('pk', 'ck'),
      to: fc.constantFrom('p', 'q'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ kind: 'drop-table' as const }, { kind: 'create-table' as const }),
  },
);

const act: fc.Arbitrary<Act> = fc.record({
  author: fc.nat({ max: 2 }),
  hasHeard: fc.boolean(),
  ts: fc.integer({ min: 2, max: 8 }),
  onlyChanges: fc.boolean(),
  change,
});

/** Deltas of accepted DDL statements by three authors over t(pk int, ck int, a int), the first two creating it (@1). */
export const arbitraryDeltas: fc.Arbitrary<readonly SchemaRows[]> = fc
  .array(act, { minLength: 1, maxLength: 8 })
  .map(deltasOf);

function deltasOf(acts: readonly Act[]): readonly SchemaRows[] {
  const deltas = [createKeyspaceBatch({ keyspace: 'k', ts: 1 }), createDelta(1, 0)];
  const base = deltas.reduce((rows, delta) => joinRows(rows, delta), NO_ROWS);
  let views: readonly SchemaRows[] = [base, base, base];
  for (const [i, { author, ...done }] of acts.entries()) {
    const own = views[author] ?? base;
    const view = done.hasHeard ? views.reduce((rows, other) => joinRows(rows, other), own) : own;
    const delta = deltaOf(view, done, i);
    if (delta) {
      deltas.push(delta);
      views = views.with(author, joinRows(view, delta));
    }
  }
  return deltas;
}

/** What the statement writes; null when it is refused, as it would be on its node. */
function deltaOf(
  rows: SchemaRows,
  { change: asked, ts, onlyChanges }: Omit<Act, 'author'>,
  i: number,
): SchemaRows | null {
  const schema = schemaOf(rows);
  const base = { id: 's', node: 'A', timestamp: ts, keyspace: 'k', table: 't' };
  const statement: SchemaStatement =
    asked.kind === 'create-table'
      ? { ...base, kind: 'create-table', columns: COLUMNS }
      : asked.kind === 'drop-table'
        ? { ...base, kind: 'drop-table' }
        : { ...base, kind: 'alter-table', changes: [asked] };
  if (checkSchemaStatement(rows, schema, statement) !== null) {
    return null;
  }
  if (statement.kind === 'create-table') {
    return createDelta(ts, i);
  }
  if (!schema || statement.kind !== 'alter-table') {
    return schema && dropTableBatch({ schema, ts });
  }
  const delta = alterTableBatch({ rows, schema, changes: statement.changes, ts, onlyChanges });
  return delta.ok ? delta.value : null;
}

const COLUMNS = [
  { name: 'pk', type: 'int', kind: 'partition_key' },
  { name: 'ck', type: 'int', kind: 'clustering_key' },
  { name: 'a', type: 'int', kind: 'regular' },
] as const;

function createDelta(ts: Timestamp, i: number): SchemaRows {
  const draft = { keyspace: 'k', table: 't', columns: COLUMNS, comment: '' };
  const created = createTableBatch({ draft, cfId: hashUuid(`cf_id ${i}`), ts });
  return created.ok ? created.value : NO_ROWS;
}

function schemaOf(rows: SchemaRows): Schema | null {
  if (!tablesOf(rows).some(({ table }) => table === 't')) {
    return null;
  }
  const schema = deriveSchema(sliceTable(rows, 'k', 't'), { hash: 'mutations', tombstonesOut: true });
  return schema.ok ? schema.value : null;
}
