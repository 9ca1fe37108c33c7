import { expect, test } from 'vitest';
import { columnMapping } from '../schema/columnMapping.ts';
import type { ColumnKind } from '../schema/schema.ts';
import { boxes, hex, marshal, named, RULES, row, schemaOf } from './fixture.test-support.ts';
import { insertPartition } from './mutation.ts';
import { convertPartition, upgradePartition } from './upgrade.ts';

const V0 = schemaOf('V0', { regular: ['b', 'd'] });
const V2 = schemaOf('V2', { regular: ['a', 'b', 'c', 'd'] });

test('E5 cells move to the id of their name: [1, 2] becomes [-, 1, -, 2]', () => {
  const { partition, fates } = upgradePartition(row(V0, { b: '1', d: '2' }, { at: 20 }), V0, V2, RULES);
  expect(boxes(partition)).toEqual(['-', '1@20', '-', '2@20']);
  const fate = { clustering: '', kind: 'regular', ts: 20, statement: 's20', reason: null };
  expect(fates).toEqual([
    { ...fate, column: 'b', fromId: 0, toId: 1 },
    { ...fate, column: 'd', fromId: 1, toId: 3 },
  ]);
});

test('E1 a vector ends with its last cell', () => {
  const dropped = upgradePartition(
    row(V2, { b: '1', d: '2' }, { at: 20 }),
    V2,
    schemaOf('V3', { regular: ['b'] }),
    RULES,
  );
  expect(boxes(dropped.partition)).toEqual(['1@20']);
});

interface TruthRow {
  readonly exists: boolean;
  readonly kind: ColumnKind;
  readonly type: string;
  readonly droppedAt: number | null;
  readonly kept: boolean;
  readonly reason: string | null;
}

const TRUTH: readonly TruthRow[] = [
  { exists: false, kind: 'regular', type: 'text', droppedAt: null, kept: false, reason: 'no-such-column' },
  { exists: true, kind: 'static', type: 'text', droppedAt: null, kept: false, reason: 'other-kind' },
  { exists: true, kind: 'clustering_key', type: 'text', droppedAt: null, kept: false, reason: 'other-kind' },
  { exists: true, kind: 'static', type: 'int', droppedAt: 99, kept: false, reason: 'other-kind' },
  { exists: true, kind: 'regular', type: 'int', droppedAt: null, kept: false, reason: 'other-type' },
  { exists: true, kind: 'regular', type: 'int', droppedAt: 10, kept: false, reason: 'other-type' },
  { exists: true, kind: 'regular', type: 'text', droppedAt: 21, kept: false, reason: 'dropped-before' },
  { exists: true, kind: 'regular', type: 'text', droppedAt: 20, kept: false, reason: 'dropped-before' },
  { exists: true, kind: 'regular', type: 'text', droppedAt: 19, kept: true, reason: null },
  { exists: true, kind: 'regular', type: 'text', droppedAt: null, kept: true, reason: null },
  { exists: true, kind: 'regular', type: 'blob', droppedAt: 19, kept: true, reason: null },
];

test.each(
  TRUTH.flatMap((line) => [
    { ...line, value: '1' },
    { ...line, value: null },
  ]),
)(
  'E5 truth table: exists $exists, $kind $type, dropped at $droppedAt, value $value -> $reason',
  ({ exists, kind, type, droppedAt, kept, reason, value }) => {
    const from = schemaOf('from', { regular: ['n'] });
    const base = schemaOf('to', { regular: ['a'] });
    const column = { name: 'n', kind, id: kind === 'regular' ? 1 : 0, type: marshal(type), droppedAt };
    const to = exists ? { ...base, columns: [...base.columns, column] } : base;
    const { partition, fates } = upgradePartition(row(from, { n: value }, { at: 20 }), from, to, RULES);
    expect(boxes(partition)).toEqual(kept ? ['-', `${value ?? '-'}@20`] : []);
    expect(fates.map((fate) => [fate.column, fate.fromId, fate.toId, fate.reason?.kind ?? null])).toEqual([
      ['n', 0, kept ? 1 : null, reason],
    ]);
  },
);

test('E5 with drop times off, older cells come along', () => {
  const to = schemaOf('to', { regular: ['a', 'n'], droppedAt: { n: 100 } });
  const from = schemaOf('from', { regular: ['n'] });
  const partition = row(from, { n: '1' }, { at: 20 });
  expect(boxes(upgradePartition(partition, from, to, RULES).partition)).toEqual([]);
  expect(boxes(upgradePartition(partition, from, to, { ...RULES, droppedAt: false }).partition)).toEqual([
    '-',
    '1@20',
  ]);
});

test('E11 equal versions are not converted, so nothing is filtered either', () => {
  const current = schemaOf('V', { regular: ['n'], droppedAt: { n: 100 } });
  const partition = row(current, { n: '1' }, { at: 20 });
  const same = upgradePartition(partition, current, { ...current }, RULES);
  expect(same.partition).toBe(partition);
  expect(same.fates).toEqual([]);
  expect(boxes(convertPartition(partition, columnMapping(current), current, RULES).partition)).toEqual([]);
});

test('E5 a conversion that moves nothing returns the same reference, with the fates', () => {
  const partition = row(V0, { b: '1' }, { at: 20 });
  const { partition: after, fates } = upgradePartition(
    partition,
    V0,
    schemaOf('V1', { regular: ['b', 'd', 'e'] }),
    RULES,
  );
  expect(after).toBe(partition);
  expect(fates).toHaveLength(1);
});

test('E5 the row and its marker stay when the last cell goes', () => {
  const { partition } = upgradePartition(
    row(V0, { b: '1' }, { at: 20 }),
    V0,
    schemaOf('V1', { regular: ['d'] }),
    RULES,
  );
  expect(partition.rows).toEqual({
    '': { marker: { ts: 20, statement: 's20' }, tombstone: null, cells: [] },
  });
  const bare = row(V0, { b: '1' }, { at: 20, withMarker: false });
  const emptied = upgradePartition(bare, V0, schemaOf('V1', { regular: ['d'] }), RULES).partition;
  expect(emptied.rows).toEqual({ '': { marker: null, tombstone: null, cells: [] } });
});

test('E5 tombstones of partitions, ranges and rows are kept', () => {
  const tombs = {
    tombstone: 1,
    ranges: [{ prefix: 'aa', ts: 2 }],
    static: [],
    rows: { 'aa:bb': { marker: null, tombstone: 3, cells: [] } },
  };
  const to = schemaOf('V1', { clustering: ['c', 'k'], regular: ['x'], droppedAt: { x: 50 } });
  expect(upgradePartition(tombs, V0, to, RULES).partition).toBe(tombs);
});

test('E5 static cells move among the static ids, apart from the regular ones', () => {
  const before = schemaOf('V0', { clustering: ['c'], static: ['s'], regular: ['r'] });
  const after = schemaOf('V1', { clustering: ['c'], static: ['a', 's'], regular: ['r'] });
  const partition = row(before, { s: 'S', r: 'R' }, { at: 5, clustering: 'aa' });
  const upgraded = upgradePartition(partition, before, after, RULES);
  expect(upgraded.partition.static).toEqual([null, partition.static[0]]);
  expect(upgraded.partition.rows).toBe(partition.rows);
  expect(upgraded.fates.map((fate) => [fate.kind, fate.clustering, fate.fromId, fate.toId])).toEqual([
    ['static', null, 0, 1],
    ['regular', 'aa', 0, 0],
  ]);
});

test('E5 a static column that returns as a regular one does not get the old cells', () => {
  const before = schemaOf('V0', { clustering: ['c'], static: ['s'], regular: ['r'] });
  const after = schemaOf('V1', { clustering: ['c'], regular: ['r', 's'] });
  const upgraded = upgradePartition(
    row(before, { s: 'S' }, { at: 5, clustering: 'aa' }),
    before,
    after,
    RULES,
  );
  expect(named(upgraded.partition, after)).toEqual({});
  expect(upgraded.fates[0]?.reason).toEqual({ kind: 'other-kind', from: 'static', to: 'regular' });
});

const types = { tags: 'set<text>' };
const Tagged = schemaOf('T0', { regular: ['tags'], types });

function tags(elements: readonly string[], at: number) {
  const cells = { tags: Object.fromEntries(elements.map((element) => [hex(element), ''])) };
  return insertPartition({
    schema: Tagged,
    clustering: '',
    cells,
    ts: at,
    statement: `s${at}`,
    withMarker: false,
  });
}

test('E5 a collection goes element by element, its tombstone by its own time', () => {
  const slot = {
    tombstone: 100,
    elements: Object.fromEntries(
      (['x', 'y', 'z'] as const).map((name, i) => {
        return [hex(name), { ts: 149 + i, value: '', statement: name, column: 'tags' }];
      }),
    ),
  };
  const partition = {
    tombstone: null,
    ranges: [],
    static: [],
    rows: { '': { marker: null, tombstone: null, cells: [slot] } },
  };
  const to = (droppedAt: number) =>
    schemaOf('T1', { regular: ['a', 'tags'], types, droppedAt: { tags: droppedAt } });
  const after = (droppedAt: number) =>
    boxes(upgradePartition(partition, Tagged, to(droppedAt), RULES).partition);
  expect(after(99)).toEqual(['-', '{x@149 y@150 z@151}†100']);
  expect(after(100)).toEqual(['-', '{x@149 y@150 z@151}']);
  expect(after(150)).toEqual(['-', '{z@151}']);
  expect(after(151)).toEqual([]);
  const { fates } = upgradePartition(partition, Tagged, to(150), RULES);
  expect(fates.map((fate) => [fate.statement, fate.toId])).toEqual([
    ['x', null],
    ['y', null],
    ['z', 1],
  ]);
});

test('E5 kind and type of a collection are judged as a whole: set<text> is no frozen set, no blob and no set<int>', () => {
  for (const type of ['frozen<set<text>>', 'blob', 'set<int>', 'list<text>', 'text']) {
    const to = schemaOf('T1', { regular: ['tags'], types: { tags: type } });
    const { partition, fates } = upgradePartition(tags(['x'], 20), Tagged, to, RULES);
    expect(boxes(partition)).toEqual([]);
    expect(fates.map((fate) => fate.reason?.kind)).toEqual(['other-type']);
  }
});

test('E10 an upgrade does not round-trip: what the middle version lacked is gone', () => {
  const there = upgradePartition(row(V2, { a: '1', b: '2' }, { at: 20 }), V2, V0, RULES).partition;
  const back = upgradePartition(there, V0, V2, RULES).partition;
  expect(named(back, V2)).toEqual({ b: '2@20' });
});

test('E2 without version tags a vector is taken by position: nothing moves and nothing is filtered', () => {
  const partition = row(V0, { b: '1', d: '2' }, { at: 20 });
  const later = schemaOf('V2', { regular: ['a', 'b', 'c', 'd'], droppedAt: { a: 100 } });
  const untagged = convertPartition(partition, columnMapping(V0), later, { ...RULES, versionTags: false });
  expect(untagged).toEqual({ partition, fates: [] });
  expect(named(untagged.partition, later)).toEqual({ a: '1@20', b: '2@20' });
});
