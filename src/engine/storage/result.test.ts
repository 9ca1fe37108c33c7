import { expect, test } from 'vitest';
import { hex, RULES, row, schemaOf } from './fixture.test-support.ts';
import { EMPTY_ROW, mergePartitions } from './merge.ts';
import { deletePartition, insertPartition } from './mutation.ts';
import type { Partition } from './partition.ts';
import { EMPTY_PARTITION } from './partition.ts';
import { hasLiveRow, partitionDigest, resultSet } from './result.ts';
import { upgradePartition } from './upgrade.ts';

const KEY = '00000007';
const FLAT = schemaOf('V0', { regular: ['a', 'b'] });
const S = schemaOf('V', { clustering: ['c'], static: ['s'], regular: ['a'], types: { c: 'int' } });
const merge = (...parts: readonly Partition[]): Partition =>
  parts.reduce((a, b) => mergePartitions(a, b, RULES), EMPTY_PARTITION);
const texts = (
  partition: Partition | null,
  columns: readonly string[] | null = null,
  clustering: string | null = null,
) => resultSet(partition, S, KEY, columns, clustering).rows.map((line) => line.map((cell) => cell.text));
const int = (value: number): string => hex(value, 'int');

test('E16 a result has the columns of the version asked for, each cell with its time and origin', () => {
  expect(resultSet(row(FLAT, { a: '7' }, { at: 20 }), FLAT, KEY, null, null)).toEqual({
    version: 'V0',
    columns: ['pk', 'a', 'b'],
    rows: [
      [
        { text: '7', ts: null, column: null, statement: null },
        { text: '7', ts: 20, column: 'a', statement: 's20' },
        { text: null, ts: null, column: null, statement: null },
      ],
    ],
  });
  expect(resultSet(null, FLAT, KEY, ['b'], null)).toEqual({ version: 'V0', columns: ['b'], rows: [] });
  expect(resultSet(row(FLAT, { a: 'x' }, { at: 1 }), FLAT, KEY, ['b', 'pk'], null).columns).toEqual([
    'b',
    'pk',
  ]);
});

test('E16 a row shows while its marker or a regular cell lives', () => {
  const shown = (partition: Partition): number => resultSet(partition, FLAT, KEY, null, null).rows.length;
  expect(shown(row(FLAT, {}, { at: 1 }))).toBe(1);
  expect(shown(row(FLAT, { a: 'x' }, { at: 1, withMarker: false }))).toBe(1);
  expect(shown(row(FLAT, { a: null }, { at: 1, withMarker: false }))).toBe(0);
  expect(shown({ ...EMPTY_PARTITION, rows: { '': EMPTY_ROW } })).toBe(0);
  const emptied = upgradePartition(
    row(FLAT, { a: 'x' }, { at: 1 }),
    FLAT,
    schemaOf('V1', { regular: ['b'] }),
    RULES,
  );
  expect(shown(emptied.partition)).toBe(1);
});

test('E16 rows come in clustering order, which is the type’s, and in reverse where the table says so', () => {
  const rows = merge(...[10, -1, 2].map((c) => row(S, { a: `a${c}` }, { at: 1, clustering: int(c) })));
  expect(texts(rows).map((line) => line[1])).toEqual(['-1', '2', '10']);
  const ck = S.columns[1];
  const reversed = ck && { ...ck, type: `org.apache.cassandra.db.marshal.ReversedType(${ck.type})` };
  const descending = { ...S, columns: reversed ? S.columns.with(1, reversed) : [] };
  const lines = resultSet(rows, descending, KEY, ['c'], null).rows;
  expect(lines.map((line) => line[0]?.text)).toEqual(['10', '2', '-1']);
});

test('E16 static columns stand on each row; alone, they stand beside no clustering key', () => {
  const statics = row(S, { s: 'S' }, { at: 1, clustering: int(1), withMarker: false });
  expect(texts(statics)).toEqual([['7', null, 'S', null]]);
  expect(texts(statics, null, int(1))).toEqual([]);
  const both = merge(
    statics,
    row(S, { a: 'x' }, { at: 1, clustering: int(2) }),
    row(S, {}, { at: 1, clustering: int(1) }),
  );
  expect(texts(both)).toEqual([
    ['7', '1', 'S', null],
    ['7', '2', 'S', 'x'],
  ]);
  expect(texts(both, ['a', 's'], int(2))).toEqual([['x', 'S']]);
});

test('E16 bytes that do not decode under the column’s type are shown as bytes', () => {
  const numbers = schemaOf('V1', { regular: ['a'], types: { a: 'int' } });
  const line = resultSet(row(FLAT, { a: 'text' }, { at: 1 }), numbers, KEY, ['a'], null).rows[0];
  expect(line?.[0]).toMatchObject({ text: '1952807028' });
  const short = resultSet(row(FLAT, { a: 'abc' }, { at: 1 }), numbers, KEY, ['a'], null).rows[0];
  expect(short?.[0]).toMatchObject({ text: '0x616263', column: 'a' });
});

test('E16 a collection is told as a whole, without its dead elements; an emptied one is nothing', () => {
  const tagged = schemaOf('T', { regular: ['tags'], types: { tags: 'set<text>' } });
  const set = (elements: readonly string[], ts: number): Partition => {
    const cells = { tags: Object.fromEntries(elements.map((element) => [hex(element), ''])) };
    return insertPartition({
      schema: tagged,
      clustering: '',
      cells,
      ts,
      statement: `s${ts}`,
      withMarker: true,
    });
  };
  const cell = (partition: Partition) => resultSet(partition, tagged, KEY, ['tags'], null).rows[0]?.[0];
  expect(cell(set(['b', 'a'], 5))).toEqual({ text: "{'a', 'b'}", ts: 5, column: 'tags', statement: 's5' });
  expect(cell(set([], 5))).toMatchObject({ text: null });
  const untagged = resultSet(set(['a'], 5), FLAT, KEY, ['a'], null).rows[0]?.[0];
  expect(untagged).toEqual({ text: '{0x61}', ts: 5, column: 'tags', statement: 's5' });
});

test('E17 equal live content has an equal digest in every version; names, values and times count', () => {
  const wide = schemaOf('V9', { regular: ['a', 'aa', 'b'] });
  const written = row(FLAT, { a: '1', b: '2' }, { at: 20 });
  const digest = partitionDigest(written, FLAT);
  expect(partitionDigest(row(wide, { a: '1', b: '2' }, { at: 20 }), wide)).toBe(digest);
  expect(partitionDigest(row(FLAT, { a: '1', b: '2' }, { at: 20, statement: 'other' }), FLAT)).toBe(digest);
  for (const other of [
    row(FLAT, { a: '1', b: '2' }, { at: 21 }),
    row(FLAT, { a: '2', b: '1' }, { at: 20 }),
    row(FLAT, { a: '1' }, { at: 20 }),
    row(FLAT, { a: '1', b: '2' }, { at: 20, withMarker: false }),
    EMPTY_PARTITION,
  ]) {
    expect(partitionDigest(other, FLAT)).not.toBe(digest);
  }
  const dead = merge(written, row(FLAT, { a: null }, { at: 30, withMarker: false }));
  const never = merge(row(FLAT, { b: '2' }, { at: 20 }));
  expect(partitionDigest(dead, FLAT)).toBe(partitionDigest(never, FLAT));
  const deletion = deletePartition({ schema: FLAT, clustering: '', prefix: '', ts: 9 });
  expect(partitionDigest(deletion, FLAT)).toBe(partitionDigest(EMPTY_PARTITION, FLAT));
});

test('E16 a partition is alive by a row or by a static cell', () => {
  expect(hasLiveRow(null)).toBe(false);
  expect(hasLiveRow(EMPTY_PARTITION)).toBe(false);
  expect(hasLiveRow(row(S, { s: 'S' }, { at: 1, clustering: 'aa', withMarker: false }))).toBe(true);
  expect(hasLiveRow(row(S, { s: null }, { at: 1, clustering: 'aa', withMarker: false }))).toBe(false);
  expect(hasLiveRow(row(S, {}, { at: 1, clustering: 'aa' }))).toBe(true);
});
