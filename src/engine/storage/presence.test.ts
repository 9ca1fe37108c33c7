import { expect, test } from 'vitest';
import { itemsOf } from '../plain/buckets.ts';
import { evictCache } from './cache.ts';
import { compact } from './compaction.ts';
import { KEY, RULES, read, row, schemaOf, write } from './fixture.test-support.ts';
import { flush } from './flush.ts';
import { deletePartition, insertPartition } from './mutation.ts';
import type { TableState } from './partition.ts';
import { cellStanding, storedCells } from './presence.ts';
import { applyMutation, createTable, setTableSchema } from './table.ts';
import { entryHolders, versionsHeldBy } from './versions.ts';

const V0 = schemaOf('V0', { clustering: ['c'], static: ['s'], regular: ['b', 'x'] });
const V1 = schemaOf('V1', { clustering: ['c'], static: ['s'], regular: ['b'] });
const position = { key: KEY, clustering: 'aa', kind: 'regular', column: 'x' } as const;
const standing = (table: TableState, ts = 20, at: Partial<typeof position> = {}) =>
  cellStanding(table, { ...position, ...at, ts });
const written = write(createTable(V0), V0, { x: 'v', s: 'S' }, { at: 20, clustering: 'aa' });

test('E20 a written cell is present in the memtable, the cache or an sstable', () => {
  const flushed = flush(written, RULES).table;
  const evicted = evictCache(flushed, null).table;
  expect([written, flushed, evicted].map((table) => standing(table))).toEqual([
    'present',
    'present',
    'present',
  ]);
  expect(storedCells(flushed, position).cells).toHaveLength(2);
  expect(cellStanding(evicted, { ...position, kind: 'static', column: 's', ts: 20 })).toBe('present');
});

test('E20 it is gone when an upgrade has discarded it everywhere, and only then', () => {
  const flushed = flush(written, RULES).table;
  const altered = read(setTableSchema(flushed, V1, RULES).table, V1).table;
  expect(standing(altered)).toBe('present');
  expect(standing(compact(altered, RULES).table)).toBe('gone');
  expect(standing(read(setTableSchema(written, V1, RULES).table, V1).table)).toBe('gone');
  expect(standing(createTable(V0))).toBe('gone');
});

test('E20 it is gone where conversion never let it in, although the commitlog has it', () => {
  const lost = applyMutation(
    createTable(V1),
    { key: KEY, partition: row(V0, { x: 'v' }, { at: 20, clustering: 'aa' }) },
    V0,
    's',
    RULES,
  );
  expect(itemsOf(lost.table.commitlog)).toHaveLength(1);
  expect(standing(lost.table)).toBe('gone');
});

test('E20 it is superseded by a later cell or by a tombstone over it', () => {
  const later = write(written, V0, { x: null }, { at: 21, clustering: 'aa' });
  expect(standing(later)).toBe('superseded');
  expect(standing(later, 21)).toBe('present');
  const over = (deletion: Partial<Parameters<typeof deletePartition>[0]>) => {
    const partition = deletePartition({ schema: V0, clustering: null, prefix: '', ts: 20, ...deletion });
    return applyMutation(written, { key: KEY, partition }, V0, 'd', RULES).table;
  };
  expect(standing(over({ clustering: 'aa', prefix: 'aa' }))).toBe('superseded');
  expect(standing(over({ prefix: 'aa' }))).toBe('superseded');
  expect(standing(over({}))).toBe('superseded');
  expect(standing(over({ prefix: 'bb' }))).toBe('present');
  expect(standing(over({ ts: 19 }))).toBe('present');
  expect(cellStanding(over({ prefix: 'aa' }), { ...position, kind: 'static', column: 's', ts: 20 })).toBe(
    'present',
  );
  expect(cellStanding(over({}), { ...position, kind: 'static', column: 's', ts: 20 })).toBe('superseded');
});

test('E20 without version tags it is found in whatever box it lies, and gone when another column’s value took the box', () => {
  const rules = { ...RULES, versionTags: false };
  const wide = schemaOf('V2', { clustering: ['c'], static: ['s'], regular: ['a', 'b', 'x'] });
  const shifted = setTableSchema(written, wide, rules).table;
  expect(standing(shifted)).toBe('present');
  const partition = row(wide, { b: 'B' }, { at: 30, clustering: 'aa' });
  const overwritten = applyMutation(shifted, { key: KEY, partition }, wide, 's', rules).table;
  expect(standing(overwritten)).toBe('gone');
});

test('E20 a collection gives way to a later one; an empty one is present by its tombstone', () => {
  const T = schemaOf('T', { regular: ['tags'], types: { tags: 'set<text>' } });
  const set = (table: TableState, elements: readonly string[], ts: number) => {
    const cells = { tags: Object.fromEntries(elements.map((element) => [element, ''])) };
    const partition = insertPartition({
      schema: T,
      clustering: '',
      cells,
      ts,
      statement: 's',
      withMarker: true,
    });
    return applyMutation(table, { key: KEY, partition }, T, 's', RULES).table;
  };
  const at = { clustering: '', column: 'tags' } as unknown as Partial<typeof position>;
  const one = set(createTable(T), ['61'], 10);
  expect(standing(one, 10, at)).toBe('present');
  const two = set(one, ['62'], 20);
  expect([standing(two, 10, at), standing(two, 20, at)]).toEqual(['superseded', 'present']);
  const none = flush(set(two, [], 30), RULES).table;
  expect([standing(none, 20, at), standing(none, 30, at)]).toEqual(['superseded', 'present']);
});

test('E18 entries keep the versions alive that they are stored at; sstables keep none', () => {
  let table = flush(write(written, V0, { b: '1' }, { at: 20, clustering: 'aa', key: 'k2' }), RULES).table;
  table = setTableSchema(table, V1, RULES).table;
  table = write(table, V1, { b: '2' }, { at: 30, clustering: 'aa', key: 'k2' });
  expect(entryHolders(table)).toEqual([
    { source: 'memtable', key: 'k2', version: 'V1' },
    { source: 'cache', key: KEY, version: 'V0' },
    { source: 'cache', key: 'k2', version: 'V0' },
  ]);
  expect(versionsHeldBy(table)).toEqual(['V0', 'V1']);
  expect(versionsHeldBy(evictCache(table, null).table)).toEqual(['V1']);
  expect(entryHolders(createTable(V0))).toEqual([]);
});
