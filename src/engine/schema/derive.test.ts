import { expect, test } from 'vitest';
import { createKeyspaceBatch, createTableBatch } from './batch.ts';
import { columnMapping } from './columnMapping.ts';
import {
  addColumn,
  addStatic,
  alter,
  columnDrafts,
  comment,
  dropColumn,
  HASHING,
  KEYSPACE,
  merge,
  must,
  rename,
  retype,
  schemaOf,
  tableWith,
} from './ddlFixture.ts';
import { deriveSchema } from './derive.ts';
import { sliceTable } from './rows.ts';
import type { SchemaRows } from './systemTables.ts';

/** 'a0 b1': names and ids of one kind. */
function ids(rows: SchemaRows, ...kinds: readonly string[]): string {
  return schemaOf(rows)
    .columns.filter(({ kind }) => kinds.includes(kind))
    .map(({ name, id }) => `${name}${id}`)
    .join(' ');
}

test('C1 C2 columns go by kind, keys by position, the others by the bytes of their names', () => {
  const rows = tableWith(
    'z int!',
    'p int!',
    'm int^',
    'd int^',
    's int*',
    'b int*',
    'r int',
    'é int',
    'Z int',
    'a int',
  );
  expect(schemaOf(rows).columns.map(({ name }) => name)).toEqual([
    'z',
    'p',
    'm',
    'd',
    'b',
    's',
    'Z',
    'a',
    'r',
    'é',
  ]);
});

test('C2 names beyond U+FFFF sort after every other, as their bytes do', () => {
  const rows = tableWith('pk int!', '🙂 int', '\uffe5 int');
  expect(ids(rows, 'regular')).toBe('\uffe50 🙂1');
});

test('C3 C4 ids count inside a kind and shift when a name before them comes or goes', () => {
  let rows = tableWith('pk int!', 'ck int^', 'b int', 'd int');
  const seen = [ids(rows, 'regular')];
  for (const [ts, change] of [
    [20, addColumn('c')],
    [30, addColumn('a')],
    [40, dropColumn('b')],
    [50, addStatic('k')],
  ] as const) {
    rows = merge(rows, alter(rows, ts, change));
    seen.push(ids(rows, 'regular'));
  }
  expect(seen).toEqual(['b0 d1', 'b0 c1 d2', 'a0 b1 c2 d3', 'a0 c1 d2', 'a0 c1 d2']);
  expect(ids(rows, 'static', 'partition_key', 'clustering_key')).toBe('pk0 ck0 k0');
});

test('C4 comment, type and key names shift no id but make a new version', () => {
  const rows = tableWith('pk int!', 'ck int^', 'a int', 'b int');
  for (const change of [comment('x'), retype('a', 'varint'), rename('ck', 'c')]) {
    const after = merge(rows, alter(rows, 20, change));
    expect(ids(after, 'regular')).toBe('a0 b1');
    expect(schemaOf(after).version).not.toBe(schemaOf(rows).version);
  }
});

test('C6 a drop time stays with the name for good, and the greater one counts for its writer', () => {
  const start = tableWith('pk int!', 'a int', 'c int');
  const dropped = merge(start, alter(start, 100, dropColumn('c')));
  const again = merge(dropped, alter(dropped, 120, addColumn('c', 'text')));
  const droppedAt = (rows: SchemaRows): readonly (number | null)[] =>
    schemaOf(rows).columns.map((column) => column.droppedAt);
  expect(droppedAt(start)).toEqual([null, null, null]);
  expect(droppedAt(again)).toEqual([null, null, 100]);
  const twice = merge(again, alter(again, 130, dropColumn('c')));
  const third = merge(twice, alter(twice, 140, addColumn('c')));
  expect(droppedAt(third)).toEqual([null, null, 130]);
});

test('C7 the column mapping names statics, then regulars, in id order, and no keys', () => {
  const schema = schemaOf(tableWith('pk int!', 'ck int^', 's text*', 'b int', 'a blob'));
  expect(columnMapping(schema)).toEqual({
    static: [['s', 'org.apache.cassandra.db.marshal.UTF8Type']],
    regular: [
      ['a', 'org.apache.cassandra.db.marshal.BytesType'],
      ['b', 'org.apache.cassandra.db.marshal.Int32Type'],
    ],
  });
  expect(columnMapping(schema)).toBe(columnMapping(schema));
});

test('C1 cf_id, comment and a descending clustering column survive the way through the rows', () => {
  const cfId = '50554d6e-29bb-31e5-b345-feff819cdc9f';
  const columns = [
    ...columnDrafts('pk int!'),
    { name: 'ck', type: 'int', kind: 'clustering_key', descending: true } as const,
  ];
  const draft = { keyspace: KEYSPACE, table: 't', columns, comment: 'Ünï' };
  const rows = merge(
    createKeyspaceBatch({ keyspace: KEYSPACE, ts: 1 }),
    must(createTableBatch({ draft, cfId, ts: 2 })),
  );
  const schema = schemaOf(rows);
  expect([schema.cfId, schema.comment, schema.columns[1]?.type]).toEqual([
    cfId,
    'Ünï',
    'org.apache.cassandra.db.marshal.ReversedType(org.apache.cassandra.db.marshal.Int32Type)',
  ]);
  const retyped = merge(rows, alter(rows, 10, retype('ck', 'int')));
  expect(schemaOf(retyped).columns[1]?.type).toBe(schema.columns[1]?.type);
});

test('C1 the same slice gives the same object, and so does a slice that another table’s change left alone', () => {
  // Equal rows that another test has made would be taken in their place.
  const rows = tableWith('pk int!', 'only_here int');
  const draft = { keyspace: KEYSPACE, table: 'u', columns: columnDrafts('pk int!'), comment: '' };
  const more = merge(rows, must(createTableBatch({ draft, cfId: '1'.repeat(32), ts: 20 })));
  expect(sliceTable(more, KEYSPACE, 't')).toBe(sliceTable(rows, KEYSPACE, 't'));
  expect(schemaOf(more)).toBe(schemaOf(rows));
});

test('C5 rows without a table or without a partition key are refused with a sentence', () => {
  const rows = tableWith('pk int!', 'a int');
  const none = deriveSchema(sliceTable(rows, KEYSPACE, 'nothing'), HASHING);
  expect(none).toEqual({ ok: false, problem: 'There is no table app.nothing in these rows.' });
  const slice = sliceTable(rows, KEYSPACE, 't');
  const { pk: _gone, ...columns } = slice.columns;
  const keyless = deriveSchema({ ...slice, columns }, HASHING);
  expect(keyless.ok ? '' : keyless.problem).toMatch(
    /^app\.t has no partition key left: the node would abort\./u,
  );
});

test('C5 a key position without a row aborts, and the sentence says which', () => {
  const slice = sliceTable(tableWith('pk int!', 'c1 int^', 'c2 int^'), KEYSPACE, 't');
  const { c1: _gone, ...columns } = slice.columns;
  const broken = deriveSchema({ ...slice, columns }, HASHING);
  expect(broken.ok ? '' : broken.problem).toMatch(/position 0 has no column: the node would abort/u);
});
