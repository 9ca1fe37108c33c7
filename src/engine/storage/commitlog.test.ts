import { expect, test } from 'vitest';
import { itemsOf } from '../plain/buckets.ts';
import { crashTable, replayCommitlog } from './commitlog.ts';
import { boxes, RULES, read, schemaOf, write } from './fixture.test-support.ts';
import { flush } from './flush.ts';
import { createTable, setTableSchema } from './table.ts';

const V0 = schemaOf('V0', { regular: ['b', 'd'] });
const V1 = schemaOf('V1', { regular: ['a', 'b'] });
const without = { ...RULES, commitlogColumnMapping: false };

/** One write under V0, then ALTER, then one write under V1 to another key. */
function logged() {
  const table = write(createTable(V0), V0, { b: '1', d: '2' }, { at: 20, key: 'p1' });
  return write(setTableSchema(table, V1, RULES).table, V1, { a: 'A' }, { at: 30, key: 'p2' });
}

test('E15 a crash empties memtable and cache; sstables and commitlog stay', () => {
  const table = flush(write(createTable(V0), V0, { b: '1' }, { at: 10 }), RULES).table;
  const written = write(table, V0, { d: '2' }, { at: 20 });
  const crashed = crashTable(written);
  expect([crashed.memtable.entries, crashed.cache.entries]).toEqual([{}, {}]);
  expect(crashed.sstables).toBe(written.sstables);
  expect(itemsOf(crashed.commitlog)).toHaveLength(1);
  expect(read(crashed, V0).sees).toEqual({ b: '1@10' });
  expect(read(replayCommitlog(crashed, RULES).table, V0).sees).toEqual({ b: '1@10', d: '2@20' });
});

test('E15 replay converts what was logged under an older version by the mapping logged with it', () => {
  const { table, events } = replayCommitlog(crashTable(logged()), RULES);
  expect(boxes(table.memtable.entries['p1']?.partition)).toEqual(['-', '1@20']);
  expect(boxes(table.memtable.entries['p2']?.partition)).toEqual(['A@30']);
  expect(events.map((event) => event.kind)).toEqual(['converted', 'cell-discarded', 'commitlog-replayed']);
  expect(events[0]).toMatchObject({ source: 'commitlog', from: 'V0', to: 'V1' });
  expect(itemsOf(table.commitlog)).toHaveLength(2);
});

test('E15 without the mapping the older version’s writes are lost, and leave the log', () => {
  const { table, events } = replayCommitlog(crashTable(logged()), without);
  expect(Object.keys(table.memtable.entries)).toEqual(['p2']);
  expect(events).toEqual([
    { kind: 'commitlog-replay-failed', key: 'p1', version: 'V0' },
    { kind: 'commitlog-replayed', entries: 1 },
  ]);
  expect(itemsOf(table.commitlog).map((mutation) => mutation.key)).toEqual(['p2']);
});

test('E15 without version tags replay takes the bytes by position', () => {
  const untagged = { ...without, versionTags: false };
  const { table } = replayCommitlog(crashTable(logged()), untagged);
  expect(boxes(table.memtable.entries['p1']?.partition)).toEqual(['1@20', '2@20']);
});

test('E15 the log is a set in canonical order: the order of writes and duplicates do not show', () => {
  const writes = [
    { key: 'p1', cells: { b: '1' }, at: 20 },
    { key: 'p1', cells: { b: '2' }, at: 10 },
    { key: 'p0', cells: { d: '3' }, at: 30 },
  ];
  const apply = (order: readonly number[]) =>
    order.reduce((table, i) => {
      const { key = '', cells = {}, at = 0 } = writes[i] ?? {};
      return write(table, V0, cells, { key, at });
    }, createTable(V0));
  const expected = apply([0, 1, 2]);
  expect(itemsOf(expected.commitlog)).toHaveLength(3);
  expect(apply([2, 1, 0, 1, 0])).toEqual(expected);
  const again = apply([0, 1, 2, 2]);
  expect(itemsOf(again.commitlog).length).toBe(3);
});

test('E15 with nothing logged replay does nothing', () => {
  const table = createTable(V0);
  expect(replayCommitlog(table, RULES)).toEqual({ table, events: [] });
});
