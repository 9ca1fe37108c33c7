import { expect, test } from 'vitest';
import { evictCache } from './cache.ts';
import { compact } from './compaction.ts';
import { boxes, marshal, named, RULES, read, row, schemaOf, write } from './fixture.test-support.ts';
import { flush } from './flush.ts';
import { readNamed, writeNamed } from './sstable.ts';
import { createTable, readPartition, setTableSchema } from './table.ts';

const V0 = schemaOf('V0', { clustering: ['c'], static: ['s'], regular: ['b', 'd'] });
const full = row(V0, { s: 'S', b: '1', d: '2' }, { at: 20, clustering: 'aa' });
const onDisk = writeNamed(full, V0);
const throwing = { ...RULES, sstableUnknownColumn: 'throw' } as const;

function readAs(schema: typeof V0, rules = RULES) {
  if (onDisk === null) {
    throw new Error('something is written');
  }
  return readNamed(onDisk, schema, rules);
}

test('E6 an sstable holds names, kinds and types, and no version', () => {
  const cell = { ts: 20, statement: 's20' };
  const type = marshal('text');
  expect(onDisk).toEqual({
    tombstone: null,
    ranges: [],
    static: { s: { kind: 'static', type, slot: { ...cell, value: '53', column: 's' } } },
    rows: {
      aa: {
        marker: cell,
        tombstone: null,
        cells: {
          b: { kind: 'regular', type, slot: { ...cell, value: '31', column: 'b' } },
          d: { kind: 'regular', type, slot: { ...cell, value: '32', column: 'd' } },
        },
      },
    },
  });
});

test('E6 read with its own version it is what was written; read with another, cells stand at that version’s ids', () => {
  expect(readAs(V0)).toMatchObject({ ok: true, partition: full });
  const V2 = schemaOf('V2', { clustering: ['c'], static: ['r', 's'], regular: ['a', 'b', 'c2', 'd'] });
  const wide = readAs(V2);
  expect(wide.ok && boxes(wide.partition)).toEqual(['-', '1@20', '-', '2@20']);
  expect(wide.ok && named(wide.partition, V2)).toEqual({ s: 'S@20', 'aa.b': '1@20', 'aa.d': '2@20' });
  expect(wide.ok && wide.fates.map((fate) => [fate.column, fate.fromId, fate.toId])).toEqual([
    ['s', null, 1],
    ['b', null, 1],
    ['d', null, 3],
  ]);
});

test('E6 the reader skips what the schema lacks, has with another kind or type, or dropped; markers stay', () => {
  const schema = schemaOf('V9', {
    clustering: ['c'],
    static: ['d'],
    regular: ['s', 'b'],
    types: { b: 'int' },
  });
  const result = readAs(schema);
  expect(result.ok && result.partition).toEqual({
    ...full,
    static: [],
    rows: { aa: { ...full.rows['aa'], cells: [] } },
  });
  expect(result.ok && result.fates.map((fate) => fate.reason?.kind)).toEqual([
    'other-kind',
    'other-type',
    'other-kind',
  ]);
  const dropped = readAs(
    schemaOf('V9', { clustering: ['c'], regular: ['b', 'd'], droppedAt: { b: 20, d: 19 } }),
  );
  expect(dropped.ok && named(dropped.partition, V0)).toEqual({ 'aa.d': '2@20' });
});

test('E6 the reader of 2016 fails at an unknown name, and knows no drop times', () => {
  expect(readAs(schemaOf('V9', { clustering: ['c'], static: ['s'], regular: ['b'] }), throwing)).toEqual({
    ok: false,
    column: 'd',
  });
  const dropped = schemaOf('V9', {
    clustering: ['c'],
    static: ['s'],
    regular: ['b', 'd'],
    droppedAt: { b: 20 },
  });
  const result = readAs(dropped, throwing);
  expect(result.ok && named(result.partition, dropped)).toEqual({
    s: 'S@20',
    'aa.b': '1@20',
    'aa.d': '2@20',
  });
});

test('E6 drop, flush, evict, read: with the reader of 2016 the read fails with a sentence, and so does compaction', () => {
  const dropped = schemaOf('V1', { clustering: ['c'], static: ['s'], regular: ['b'] });
  let table = flush(
    write(createTable(V0), V0, { b: '1', d: '2' }, { at: 20, clustering: 'aa' }),
    RULES,
  ).table;
  table = evictCache(setTableSchema(table, dropped, RULES).table, null).table;
  const failed = readPartition(table, '00000001', dropped, throwing);
  expect(failed.partition).toBe(null);
  expect(failed.problem).toMatch(/column d/u);
  expect(failed.table).toBe(table);
  expect(failed.events.at(-1)).toEqual({ kind: 'sstable-read-failed', key: '00000001', column: 'd' });
  expect(compact(table, throwing)).toEqual({ table, events: [failed.events.at(-1)] });
  expect(read(table, dropped).sees).toEqual({ 'aa.b': '1@20' });
});

test('E13 emptied rows and empty partitions leave nothing on disk', () => {
  const none = { marker: null, tombstone: null, cells: [] };
  const partition = {
    tombstone: null,
    ranges: [],
    static: [],
    rows: { aa: none, bb: { ...none, tombstone: 3 } },
  };
  expect(Object.keys(writeNamed(partition, V0)?.rows ?? {})).toEqual(['bb']);
  expect(writeNamed({ ...partition, rows: { aa: none } }, V0)).toBe(null);
});

test('E14 compaction joins all sstables into one and leaves the answers as they were', () => {
  let table = createTable(V0);
  for (const at of [10, 30, 20]) {
    table = flush(
      write(table, V0, { b: `b${at}`, ...(at === 20 ? { d: 'd' } : {}) }, { at, clustering: 'aa' }),
      RULES,
    ).table;
  }
  table = evictCache(table, null).table;
  const { table: compacted, events } = compact(table, RULES);
  expect(events).toEqual([{ kind: 'sstables-compacted', from: 3 }]);
  expect(compacted.sstables).toHaveLength(1);
  expect(read(compacted, V0).sees).toEqual({ 'aa.b': 'b30@30', 'aa.d': 'd@20' });
  expect(read(table, V0).sees).toEqual(read(compacted, V0).sees);
  expect(compact(createTable(V0), RULES)).toEqual({ table: createTable(V0), events: [] });
});

test('E12 eviction forgets one key or all, and says which', () => {
  let table = createTable(V0);
  for (const key of ['p1', 'p2']) {
    table = write(table, V0, { b: '1' }, { at: 10, clustering: 'aa', key });
  }
  table = flush(table, RULES).table;
  const one = evictCache(table, 'p2');
  expect(Object.keys(one.table.cache.entries)).toEqual(['p1']);
  expect(one.events).toEqual([{ kind: 'cache-evicted', keys: ['p2'] }]);
  expect(evictCache(table, null).events).toEqual([{ kind: 'cache-evicted', keys: ['p1', 'p2'] }]);
  expect(evictCache(one.table, 'p2').table).toBe(one.table);
});
