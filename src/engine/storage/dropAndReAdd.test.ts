import { expect, test } from 'vitest';
import { evictCache } from './cache.ts';
import { compact } from './compaction.ts';
import { RULES, read, schemaOf, write } from './fixture.test-support.ts';
import { flush } from './flush.ts';
import type { TableState } from './partition.ts';
import type { StorageRules } from './rules.ts';
import { createTable, setTableSchema } from './table.ts';

// A column c is dropped at 100 and added again: V0 {a, c}, V1 {a}, V2 {a, c} with its drop time on record.
const V0 = schemaOf('V0', { regular: ['a', 'c'] });
const V1 = schemaOf('V1', { regular: ['a'] });
const V2 = schemaOf('V2', { regular: ['a', 'c'], droppedAt: { c: 100 } });
const V3 = schemaOf('V3', { regular: ['a', 'c', 'z'], droppedAt: { c: 100 } });

const noDropTimes: StorageRules = { ...RULES, droppedAt: false };
const eager: StorageRules = { ...RULES, lazy: false };

const altered = (table: TableState, schema: typeof V0, rules = RULES): TableState =>
  setTableSchema(table, schema, rules).table;
const seen = (table: TableState, key: string, rules = RULES) => read(table, V2, { key, rules }).sees;

/** P1 is read while the column is absent, P2 is left alone, P3 is written after the re-add. */
function story(rules: StorageRules): TableState {
  let table = createTable(V0);
  table = write(table, V0, { c: 'old' }, { at: 50, key: 'P1', rules });
  table = write(table, V0, { c: 'old' }, { at: 50, key: 'P2', rules });
  table = altered(table, V1, rules);
  table = read(table, V1, { key: 'P1', rules }).table;
  table = altered(table, V2, rules);
  return write(table, V2, { c: 'new' }, { at: 130, key: 'P3', rules });
}

test('E5 after drop and re-add nobody sees a value from before the drop, touched in between or not', () => {
  const table = story(RULES);
  expect(['P1', 'P2', 'P3'].map((key) => seen(table, key))).toEqual([{}, {}, { c: 'new@130' }]);
});

test('E5 without drop times the untouched entry shows the old value again', () => {
  const table = story(noDropTimes);
  expect(['P1', 'P2', 'P3'].map((key) => seen(table, key, noDropTimes))).toEqual([
    {},
    { c: 'old@50' },
    { c: 'new@130' },
  ]);
});

test('E6 without drop times an sstable copy comes back too, but a cached entry upgraded in between hides it until eviction', () => {
  const written = write(createTable(V0), V0, { c: 'old' }, { at: 50, key: 'P' });
  const flushed = flush(written, noDropTimes).table;
  let cached = altered(flushed, V1, noDropTimes);
  cached = read(cached, V1, { key: 'P', rules: noDropTimes }).table;
  cached = altered(cached, V2, noDropTimes);
  expect(seen(cached, 'P', noDropTimes)).toEqual({});
  expect(seen(evictCache(cached, 'P').table, 'P', noDropTimes)).toEqual({ c: 'old@50' });
  expect(seen(evictCache(cached, 'P').table, 'P', RULES)).toEqual({});
});

test('E5 edge: a cell stamped after the drop but written before it returns, unless its entry was touched in between', () => {
  const before = write(createTable(V0), V0, { c: 'early' }, { at: 150, key: 'P' });
  const untouched = altered(altered(before, V1), V2);
  expect(seen(untouched, 'P')).toEqual({ c: 'early@150' });
  const touched = altered(read(altered(before, V1), V1, { key: 'P' }).table, V2);
  expect(seen(touched, 'P')).toEqual({});
});

test('E5 edge: a cell stamped at the very drop time goes at the conversion, one microsecond later stays', () => {
  const at = (ts: number) =>
    altered(altered(write(createTable(V0), V0, { c: 'x' }, { at: ts, key: 'P' }), V1), V2);
  expect(seen(at(100), 'P')).toEqual({});
  expect(seen(at(101), 'P')).toEqual({ c: 'x@101' });
});

test('E11 a write of the current version with an old timestamp is read back, until the next conversion', () => {
  const table = write(createTable(V2), V2, { a: 'A', c: 'late' }, { at: 90, key: 'P' });
  expect(seen(table, 'P')).toEqual({ a: 'A@90', c: 'late@90' });
  const flushed = flush(table, RULES).table;
  expect(seen(flushed, 'P')).toEqual({ a: 'A@90', c: 'late@90' });
  expect(seen(evictCache(flushed, 'P').table, 'P')).toEqual({ a: 'A@90' });
  expect(read(altered(table, V3), V3, { key: 'P' }).sees).toEqual({ a: 'A@90' });
  const exact = write(createTable(V2), V2, { c: 'x' }, { at: 100, key: 'P' });
  expect(seen(exact, 'P')).toEqual({ c: 'x@100' });
  expect(read(altered(exact, V3), V3, { key: 'P' }).sees).toEqual({});
});

test('E11 a reader of another version does not see it even before the entry is upgraded', () => {
  const table = write(createTable(V2), V2, { a: 'A', c: 'late' }, { at: 90, key: 'P' });
  expect(read(table, V3, { key: 'P' }).sees).toEqual({ a: 'A@90' });
  expect(seen(table, 'P')).toEqual({ a: 'A@90', c: 'late@90' });
});

test('E3 eager upgrades destroy what a lazy entry carries across drop and re-add: the two are not equal there', () => {
  const run = (rules: StorageRules): TableState => {
    const table = write(createTable(V0), V0, { c: 'early' }, { at: 150, key: 'P', rules });
    return altered(altered(table, V1, rules), V2, rules);
  };
  expect(seen(run(RULES), 'P', RULES)).toEqual({ c: 'early@150' });
  expect(seen(run(eager), 'P', eager)).toEqual({});
});

test('E14 compaction through the schema in between makes the loss physical; tombstones are kept', () => {
  let table = flush(write(createTable(V0), V0, { a: null, c: 'old' }, { at: 150, key: 'P' }), RULES).table;
  table = flush(write(table, V0, { a: 'x' }, { at: 140, key: 'P' }), RULES).table;
  const { table: compacted, events } = compact(altered(table, V1), RULES);
  expect(events.map((event) => event.kind)).toEqual(['cell-discarded', 'sstables-compacted']);
  const named = compacted.sstables.map((sstable) => sstable.partitions['P']?.rows['']?.cells);
  expect(named).toEqual([
    { a: expect.objectContaining({ slot: expect.objectContaining({ ts: 150, value: null }) }) },
  ]);
  expect(seen(evictCache(altered(compacted, V2), null).table, 'P')).toEqual({ a: '-@150' });
  expect(seen(evictCache(altered(table, V2), null).table, 'P')).toEqual({ a: '-@150', c: 'old@150' });
});
