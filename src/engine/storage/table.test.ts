import { expect, test } from 'vitest';
import { itemsOf } from '../plain/buckets.ts';
import { evictCache } from './cache.ts';
import { boxes, named, RULES, read, row, schemaOf, write } from './fixture.test-support.ts';
import { flush } from './flush.ts';
import { applyMutation, createTable, readPartition, setTableSchema } from './table.ts';
import { versionsHeldBy } from './versions.ts';

const V0 = schemaOf('V0', { regular: ['b', 'd'] });
const V1 = schemaOf('V1', { regular: ['b', 'c', 'd'] });
const V2 = schemaOf('V2', { regular: ['a', 'b', 'c', 'd'] });

const toSchema = (table: ReturnType<typeof createTable>, schema: typeof V0, rules = RULES) =>
  setTableSchema(table, schema, rules).table;
const tagAt = (table: ReturnType<typeof createTable>, source: 'memtable' | 'cache', key: string) =>
  table[source].entries[key]?.schema.version;

test('E4 ids shift: the entry becomes [-, 1, -, 2] when it is read, and the answer is shaped as it was asked', () => {
  let table = write(createTable(V0), V0, { b: '1', d: '2' }, { at: 20 });
  table = toSchema(toSchema(table, V1), V2);
  const old = read(table, V0);
  expect(old.sees).toEqual({ b: '1@20', d: '2@20' });
  expect(boxes(old.table.memtable.entries['00000001']?.partition)).toEqual(['-', '1@20', '-', '2@20']);
  expect(tagAt(old.table, 'memtable', '00000001')).toBe('V2');
  expect(read(old.table, V2).sees).toEqual({ b: '1@20', d: '2@20' });
  expect(read(old.table, V0).sees).toEqual({ b: '1@20', d: '2@20' });
  expect(read(old.table, V2).table).toBe(old.table);
});

test('E2 without version tags the same vector is read as a = 1, b = 2', () => {
  const rules = { ...RULES, versionTags: false };
  const table = toSchema(write(createTable(V0), V0, { b: '1', d: '2' }, { at: 20, rules }), V2, rules);
  const untagged = read(table, V2, { rules });
  expect(untagged.sees).toEqual({ a: '1@20', b: '2@20' });
  expect(untagged.events).toEqual([{ kind: 'cache-missed', key: '00000001' }]);
  expect(versionsHeldBy(table)).toEqual(['V2']);
});

test('E3 E4 a change of schema touches nothing; reads, old-schema reads and writes upgrade what they touch', () => {
  let table = createTable(V0);
  for (const key of ['p3', 'p4']) {
    table = write(table, V0, { b: key, d: 'x' }, { at: 20, key });
  }
  table = evictCache(flush(table, RULES).table, 'p4').table;
  for (const key of ['p1', 'p2']) {
    table = write(table, V0, { b: key }, { at: 20, key });
  }

  const altered = setTableSchema(table, V1, RULES);
  expect(altered.events).toEqual([]);
  expect(altered.table.memtable.entries).toBe(table.memtable.entries);
  expect(altered.table.cache.entries).toBe(table.cache.entries);
  expect([altered.table.memtable.schema, altered.table.cache.schema]).toEqual([V1, V1]);
  table = altered.table;
  expect(versionsHeldBy(table)).toEqual(['V0']);

  const readP1 = read(table, V1, { key: 'p1' });
  expect(readP1.events.map((event) => event.kind)).toEqual(['entry-upgraded', 'cache-missed']);
  table = readP1.table;
  expect([
    tagAt(table, 'memtable', 'p1'),
    tagAt(table, 'memtable', 'p2'),
    tagAt(table, 'cache', 'p3'),
  ]).toEqual(['V1', 'V0', 'V0']);

  table = write(table, V1, { c: 'new' }, { at: 30, key: 'p2' });
  expect(tagAt(table, 'memtable', 'p2')).toBe('V1');
  expect(boxes(table.memtable.entries['p2']?.partition)).toEqual(['p2@20', 'new@30']);

  const oldReader = read(table, V0, { key: 'p3' });
  expect(oldReader.sees).toEqual({ b: 'p3@20', d: 'x@20' });
  table = oldReader.table;
  expect(tagAt(table, 'cache', 'p3')).toBe('V1');
  expect(boxes(table.cache.entries['p3']?.partition)).toEqual(['p3@20', '-', 'x@20']);

  const sstables = table.sstables;
  const fromSstable = read(table, V0, { key: 'p4' });
  expect(fromSstable.sees).toEqual({ b: 'p4@20', d: 'x@20' });
  expect(fromSstable.table.sstables).toBe(sstables);
  expect(tagAt(fromSstable.table, 'cache', 'p4')).toBe('V1');
  expect(versionsHeldBy(fromSstable.table)).toEqual(['V1']);
});

test('E3 with laziness off the change of schema rewrites every entry at once', () => {
  const rules = { ...RULES, lazy: false };
  let table = flush(write(createTable(V0), V0, { b: 'x' }, { at: 20, key: 'p1' }), rules).table;
  table = write(table, V0, { b: 'y' }, { at: 20, key: 'p2' });
  const { table: after, events } = setTableSchema(table, V2, rules);
  expect(events.map((event) => event.kind)).toEqual(['entry-upgraded', 'entry-upgraded']);
  expect(versionsHeldBy(after)).toEqual(['V2']);
  expect(read(after, V2, { key: 'p2', rules }).table.memtable).toBe(after.memtable);
});

test('E3 setting the schema that is current changes nothing', () => {
  const table = write(createTable(V0), V0, { b: 'x' }, { at: 20 });
  expect(setTableSchema(table, V0, RULES)).toEqual({ table, events: [] });
  expect(setTableSchema(table, V0, RULES).table).toBe(table);
});

test('E4 a write of an older version is converted to the current one; a write of a newer version loses what is not known', () => {
  const older = write(createTable(V2), V0, { b: '1', d: '2' }, { at: 20 });
  expect(boxes(older.memtable.entries['00000001']?.partition)).toEqual(['-', '1@20', '-', '2@20']);
  const effect = applyMutation(
    createTable(V0),
    { key: 'k', partition: row(V2, { a: '7', b: '8' }, { at: 20 }) },
    V2,
    's',
    RULES,
  );
  expect(boxes(effect.table.memtable.entries['k']?.partition)).toEqual(['8@20']);
  expect(effect.events.map((event) => event.kind)).toEqual([
    'commitlog-appended',
    'converted',
    'cell-discarded',
    'mutation-stored',
  ]);
  expect(effect.events[2]).toMatchObject({ source: 'mutation', from: 'V2', to: 'V0', fate: { column: 'a' } });
});

test('E4 memtable and cache both answer, joined in the version asked for', () => {
  let table = flush(write(createTable(V0), V0, { b: 'old', d: 'kept' }, { at: 20 }), RULES).table;
  table = write(toSchema(table, V2), V2, { a: 'A', b: 'new' }, { at: 30 });
  const seen = read(table, V0);
  expect(seen.sees).toEqual({ b: 'new@30', d: 'kept@20' });
  expect(read(seen.table, V2).sees).toEqual({ a: 'A@30', b: 'new@30', d: 'kept@20' });
});

test('E12 a miss populates the cache from the sstables; a miss that finds nothing caches nothing', () => {
  let table = evictCache(flush(write(createTable(V0), V0, { b: '1' }, { at: 20 }), RULES).table, null).table;
  table = write(table, V0, { b: 'm' }, { at: 10, key: 'only-memtable' });
  const missed = read(table, V0, { key: 'only-memtable' });
  expect(missed.table).toBe(table);
  expect(missed.sees).toEqual({ b: 'm@10' });
  const populated = read(table, V0);
  expect(populated.events.map((event) => event.kind)).toEqual([
    'cache-missed',
    'converted',
    'cache-populated',
  ]);
  expect(read(populated.table, V0).events.map((event) => event.kind)).toEqual(['cache-hit']);
  expect(readPartition(table, 'nowhere', V0, RULES)).toMatchObject({ table, partition: null, problem: null });
});

test('E12 an sstable of which the schema leaves nothing is not cached', () => {
  const wide = schemaOf('W', { clustering: ['c'], static: ['s'], regular: ['b'] });
  const narrow = schemaOf('N', { clustering: ['c'], regular: ['b'] });
  const flushed = flush(
    write(createTable(wide), wide, { s: 'S' }, { at: 5, clustering: 'aa', withMarker: false }),
    RULES,
  );
  const table = evictCache(toSchema(flushed.table, narrow), null).table;
  const missed = read(table, narrow);
  expect(missed.table).toBe(table);
  expect(missed.events.map((event) => event.kind)).toEqual(['cache-missed', 'converted']);
});

test('E13 a flushed key enters the cache only if no older sstable has it', () => {
  let table = flush(write(createTable(V0), V0, { b: '1' }, { at: 20 }), RULES).table;
  expect(Object.keys(table.cache.entries)).toEqual(['00000001']);
  table = evictCache(table, null).table;
  table = flush(write(table, V0, { d: '2' }, { at: 30 }), RULES).table;
  expect(table.cache.entries).toEqual({});
  expect(read(table, V0).sees).toEqual({ b: '1@20', d: '2@30' });
});

test('E13 a cached entry is upgraded and joined when the memtable is flushed over it', () => {
  let table = flush(write(createTable(V0), V0, { b: '1', d: '2' }, { at: 20 }), RULES).table;
  table = flush(write(toSchema(table, V2), V2, { a: 'A' }, { at: 30 }), RULES).table;
  const cached = table.cache.entries['00000001'];
  expect(cached?.schema).toBe(V2);
  expect(cached && named(cached.partition, V2)).toEqual({ a: 'A@30', b: '1@20', d: '2@20' });
  expect([Object.keys(table.memtable.entries), itemsOf(table.commitlog), table.sstables.length]).toEqual([
    [],
    [],
    2,
  ]);
});

test('E13 flushing an empty memtable does nothing', () => {
  const table = createTable(V0);
  expect(flush(table, RULES).table).toBe(table);
});
