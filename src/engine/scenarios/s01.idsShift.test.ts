// Columns that are added shift the ids of those that sort behind them; a result conforms to the version of its request.
// Without versions on entries the same bytes appear under other names.

import { expect, test } from 'vitest';
import { keysOf } from './keys.test-support.ts';
import { play } from './play.test-support.ts';

/** B stays at V0 and coordinates; every key used lives on A alone, which is at V2. */
function shifted(table: readonly string[], protections = {}) {
  const [key = 0] = keysOf('A', ['A', 'B']);
  const start = play({ nodes: ['A', 'B'], replicationFactor: 1, table, protections });
  return { key, start, V0: start.version('A') };
}

const INTS = ['pk int key', 'b int', 'd int'];

test('W7 results conform to the version asked for, before and after the entry is rewritten', () => {
  const { key, start, V0 } = shifted(INTS);
  const altered = start
    .insert('A', key, { b: 1, d: 2 }, { at: 20 })
    .alter('A', 30, '+c int')
    .alter('A', 40, '+a int')
    .lose('DEFINITIONS_UPDATE A>B');
  const V2 = altered.version('A');
  const ids = altered
    .inspection()
    .nodes[0]?.shards[0]?.tables[0]?.columns.map(({ id, name }) => `${name}${id}`);
  expect(ids).toEqual(['pk0', 'a0', 'b1', 'c2', 'd3']);
  expect(altered.entries('A')).toEqual({ [`memtable ${key}`]: { version: V0, b: '1@20', d: '2@20' } });

  const old = altered.select('B', key, { id: 'old' }).drain();
  expect(old.rows('old')).toEqual([{ pk: `${key}`, b: '1@20', d: '2@20' }]);
  expect(old.result('old').rows?.version).toBe(V0);

  const now = altered.select('A', key, { id: 'new' }).drain();
  expect(now.rows('new')).toEqual([{ pk: `${key}`, a: null, b: '1@20', c: null, d: '2@20' }]);
  expect(now.entries('A')).toEqual({ [`memtable ${key}`]: { version: V2, b: '1@20', d: '2@20' } });
  expect(now.registry('A')).toEqual({ [V2]: 'LOADED SYNCED' });

  const again = now.select('B', key, { id: 'again' }).drain();
  expect(again.rows('again')).toEqual([{ pk: `${key}`, b: '1@20', d: '2@20' }]);
  expect(again.cost('again')).toEqual({ loads: 1, reads: 1 });
  expect(again.definition('A')).toBe('pk int key, a int, b int, c int, d int');
  expect(again.everBroken()).toEqual([]);
});

test('W7 what an upgrade has discarded cannot be restored for an older request', () => {
  const { key, start, V0 } = shifted(INTS);
  const dropped = start
    .insert('A', key, { b: 1, d: 2 }, { at: 20 })
    .alter('A', 30, '-d')
    .lose('DEFINITIONS_UPDATE A>B');
  expect(dropped.entries('A')[`memtable ${key}`]).toEqual({ version: V0, b: '1@20', d: '2@20' });
  const read = dropped.select('B', key, { id: 'r' }).drain();
  expect(read.result('r').rows?.version).toBe(V0);
  expect(read.rows('r')).toEqual([{ pk: `${key}`, b: '1@20', d: null }]);
});

test('E2 versionTags off: the same bytes appear under other names', () => {
  const { key, start } = shifted(INTS, { versionTags: false });
  const read = start
    .insert('A', key, { b: 1, d: 2 }, { at: 20 })
    .alter('A', 30, '+c int')
    .alter('A', 40, '+a int')
    .select('A', key, { id: 'r' });
  expect(read.rows('r')).toEqual([{ pk: `${key}`, a: '1@20', b: '2@20', c: null, d: null }]);
  expect(read.everBroken()).toEqual(['I14']);
  expect(read.broken()['I14']?.fault).toEqual({
    kind: 'wrong-name',
    name: 'a',
    text: '1',
    writtenFor: 'b',
  });
});

test('E2 versionTags off: bytes of another type do not decode', () => {
  const { key, start } = shifted(['pk int key', 'b text', 'd int'], { versionTags: false });
  const read = start
    .insert('A', key, { b: 'hello', d: 2 }, { at: 20 })
    .alter('A', 30, '+a int')
    .select('A', key, { id: 'r' });
  expect(read.rows('r')).toEqual([
    { pk: `${key}`, a: '0x68656c6c6f@20', b: '\u0000\u0000\u0000\u0002@20', d: null },
  ]);
});
