// Two nodes add a column each before either has heard of the other: rows join, and everybody ends on one version.

import { expect, test } from 'vitest';
import { leqTableRows, stateAt } from '../index.ts';
import { play } from './play.test-support.ts';

const PUSHES = ['A>B s1', 'A>C s1', 'B>A s2', 'B>C s2'];

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.length === 0
    ? [[]]
    : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

function apart(protections = {}) {
  return play({ protections }).alter('A', 100, '+x int').alter('B', 105, '+y int');
}

test('M2 W1 an ALTER is two steps: checked and pushed, then merged locally; the client waits for nobody else', () => {
  const begun = play().begin('A', 100, '+x int');
  expect(begun.definition('A')).toBe('pk int key, a int');
  expect(begun.pending()).toEqual(
    expect.arrayContaining(['merge A ddl s1', 'DEFINITIONS_UPDATE A>B s1', 'DEFINITIONS_UPDATE A>C s1']),
  );
  const told = begun.deliver('DEFINITIONS_UPDATE A>B s1');
  expect([told.definition('B'), told.definition('A')]).toEqual([
    'pk int key, a int, x int',
    'pk int key, a int',
  ]);
  const merged = begun.lose('DEFINITIONS_UPDATE A>').deliver('merge A ddl s1');
  expect(merged.definition('A')).toBe('pk int key, a int, x int');
  expect(merged.result('s1').status).toBe('ok');
});

test('V1 two nodes part and stand at incomparable versions', () => {
  const parted = apart();
  expect(parted.definition('A')).toBe('pk int key, a int, x int');
  expect(parted.definition('B')).toBe('pk int key, a int, y int');
  expect(parted.definition('C')).toBe('pk int key, a int');
  expect(new Set(['A', 'B', 'C'].map((node) => parted.digest(node))).size).toBe(3);
  const { nodes } = stateAt(parted.timeline, Number.MAX_SAFE_INTEGER).core;
  const rows = nodes.map((node) => Object.values(node.shards[0]?.tables ?? {})[0]?.schema.ghost.rows);
  const [x, y, v0] = rows;
  if (x === undefined || y === undefined || v0 === undefined) {
    throw new Error('Every node serves the table.');
  }
  expect([leqTableRows(x, y), leqTableRows(y, x), leqTableRows(v0, x), leqTableRows(v0, y)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test.each(permutations(PUSHES).map((order) => [order.join(', '), order] as const))(
  'R4 every delivery order ends in one version: %s',
  (_, order) => {
    const end = apart().deliver(...order.map((push) => `DEFINITIONS_UPDATE ${push}`));
    const reference = apart().deliver(...PUSHES.map((push) => `DEFINITIONS_UPDATE ${push}`));
    for (const node of ['A', 'B', 'C']) {
      expect(end.definition(node)).toBe('pk int key, a int, x int, y int');
      expect(end.version(node)).toBe(reference.version('A'));
      expect(end.digest(node)).toBe(reference.digest('A'));
    }
    expect(end.everBroken()).toEqual([]);
  },
);

test('M4 settled by itself the cluster agrees without a single pull', () => {
  const end = apart().settle();
  expect(new Set(['A', 'B', 'C'].map((node) => end.digest(node))).size).toBe(1);
  expect(end.events('schema-requested')).toEqual([]);
  expect(end.cost('s1')).toEqual({ pushes: 2, merges: 3, schemaFlushes: 3, announcements: 3 });
  expect(end.everBroken()).toEqual([]);
});

test.each(permutations(PUSHES).map((order) => [order.join(', '), order] as const))(
  'R11 cellwiseMerge off: the later definition wins whole and x is gone everywhere: %s',
  (_, order) => {
    const end = apart({ cellwiseMerge: false }).deliver(...order.map((push) => `DEFINITIONS_UPDATE ${push}`));
    for (const node of ['A', 'B', 'C']) {
      expect(end.definition(node)).toBe('pk int key, a int, y int');
    }
  },
);
