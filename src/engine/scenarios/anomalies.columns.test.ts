// Expected breaks of 2016: rows are last-write-wins and every ALTER writes all it knows, so that a later statement that had
// not heard of an earlier one undoes it. All nodes agree on the outcome; nobody asked for it.

import { expect, test } from 'vitest';
import { play } from './play.test-support.ts';

const NODES = ['A', 'B', 'C'];
type Play = ReturnType<typeof play>;

function everywhere(p: Play): string {
  const [first = '', ...others] = NODES.map(
    (node) => `${p.definition(node)}|${p.version(node)}|${p.digest(node)}`,
  );
  expect(others).toEqual([first, first]);
  return p.definition('A');
}

/** What the same statements end in when ALTER writes only its change. */
const onlyChanges = { alterWritesOnlyChanges: true };

test('R7 zombie column: DROP x @100 || ADD y @105 brings x back, definition alive, old data dead', () => {
  const run = (protections = {}) =>
    play({ table: ['pk int key', 'a int', 'x int'], protections })
      .alter('A', 100, '-x')
      .alter('B', 105, '+y int')
      .settle();
  expect(everywhere(run())).toBe('pk int key, a int, x int dropped@100, y int');
  expect(everywhere(run(onlyChanges))).toBe('pk int key, a int, y int');
});

test('R1 equal timestamps mix two definitions: c int static || c text is c text static', () => {
  const end = play({ table: ['pk int key', 'ck int clustering'] })
    .alter('A', 100, '+c int static')
    .alter('B', 100, '+c text')
    .settle();
  expect(everywhere(end)).toBe('pk int key, ck int clustering, c text static');
});

test('R13 a recorded drop time can go down: an unaware ALTER writes the older one again', () => {
  const end = play({ table: ['pk int key', 'a int', 'c int'] })
    .alter('A', 100, '-c')
    .drain()
    .alter('A', 120, '+c int')
    .drain()
    .insert('A', 1, { c: 5 }, { at: 130, consistency: 'ALL' })
    .drain()
    .alter('B', 150, '-c')
    .alter('A', 200, '"unaware');
  expect(end.definition('B')).toBe('pk int key, a int');
  const met = end.drain();
  expect(everywhere(met)).toBe('pk int key, a int, c int dropped@100');
  expect(met.select('A', 1, { id: 'r' }).rows('r')).toEqual([{ pk: '1', a: null, c: '5@130' }]);
});

test('R7 a lost comment: WITH comment @100 || ADD y @105', () => {
  const run = (protections = {}) =>
    play({ protections }).alter('A', 100, '"mine').alter('B', 105, '+y int').settle();
  const end = run();
  expect(everywhere(end)).toBe('pk int key, a int, y int');
  expect(NODES.map((node) => end.comment(node))).toEqual(['', '', '']);
  const kept = run(onlyChanges);
  expect(NODES.map((node) => kept.comment(node))).toEqual(['mine', 'mine', 'mine']);
});

test('R7 a lost type change: acknowledged blobs are discarded at the upgrade', () => {
  const parted = play()
    .alter('A', 100, '~a blob')
    .insert('A', 1, { a: '0xcafe' }, { at: 101, id: 'w' })
    .alter('B', 105, '+y int');
  expect(parted.result('w').status).toBe('ok');
  const end = parted.lose('MUTATION A>').drain();
  expect(everywhere(end)).toBe('pk int key, a int, y int');
  const read = end.select('A', 1, { id: 'r' });
  expect(read.rows('r')).toEqual([{ pk: '1', a: null, y: null }]);
  const reasons = read
    .events('stored')
    .flatMap(({ event }) => (event.kind === 'cell-discarded' ? [event.fate.reason?.kind] : []));
  expect(reasons).toEqual(['other-type']);
  expect(Object.keys(read.broken())).toEqual(['I9', 'I13']);
  expect(read.broken()['I13']).toMatchObject({ column: 'a', statement: 'w' });
});

test('R1 two types for one new column: the later wins, and acknowledged values of the other are discarded', () => {
  const parted = play()
    .alter('A', 100, '+y int')
    .insert('A', 1, { y: 7 }, { at: 101, id: 'w' })
    .alter('B', 105, '+y text');
  const end = parted.lose('MUTATION A>').drain();
  expect(everywhere(end)).toBe('pk int key, a int, y text');
  const read = end.select('A', 1, { id: 'r' });
  expect(read.rows('r')).toEqual([{ pk: '1', a: null, y: null }]);
  expect(read.broken()['I13']).toMatchObject({ column: 'y', statement: 'w' });
});

test('R1 two concurrent type changes: the later wins, a tie goes to the larger class name', () => {
  const run = (at: number) =>
    everywhere(
      play({ table: ['pk int key', 'a int'] })
        .alter('A', 100, '~a varint')
        .alter('B', at, '~a blob')
        .settle(),
    );
  expect(run(105)).toBe('pk int key, a blob');
  expect(run(100)).toBe('pk int key, a varint');
});

test('R7 a lost push of a DROP and a later push: a version that nobody issued, inferior to the sender’s', () => {
  const start = play({ nodes: ['A', 'B'], table: ['pk int key', 'a int', 'x int'] });
  const end = start
    .alter('A', 100, '-x')
    .lose('DEFINITIONS_UPDATE A>B')
    .alter('A', 200, '+y int')
    .deliver('DEFINITIONS_UPDATE A>B');
  expect(end.definition('A')).toBe('pk int key, a int, y int');
  expect(end.definition('B')).toBe('pk int key, a int, x int dropped@100, y int');
  const pulled = end.settle();
  expect(pulled.version('B')).toBe(end.version('A'));
  expect(pulled.everBroken()).toEqual([]);
});

test('R2 an ADD from a slow clock after a DROP is acknowledged and has no effect', () => {
  const dropped = play({ table: ['pk int key', 'a int', 'x int'] })
    .alter('A', 300, '-x')
    .drain();
  const end = dropped.begin('B', 200, '+x int').drain();
  expect(end.result('s2').status).toBe('ok');
  expect(everywhere(end)).toBe('pk int key, a int');
  expect(end.version('A')).toBe(dropped.version('A'));
});

test('R13 a DROP stamped before the column’s last rewrite drops nothing and deletes data only', () => {
  const start = play({ table: ['pk int key', 'a int', 'x int'] })
    .insert('A', 1, { x: 5 }, { at: 40, consistency: 'ALL' })
    .drain()
    .alter('A', 100, '"rewrites x')
    .drain();
  const end = start.alter('B', 50, '-x').drain();
  expect(end.result('s3').status).toBe('ok');
  expect(everywhere(end)).toBe('pk int key, a int, x int dropped@50');
  expect(end.select('A', 1, { id: 'r' }).rows('r')).toEqual([{ pk: '1', a: null, x: null }]);
});

test('R7 V6 settles: two nodes agree on version and digest while one misses a tombstone; a late ALTER then revives the column there only', () => {
  const start = play()
    .alter('A', 90, '+x int')
    .deliver('DEFINITIONS_UPDATE A>C')
    .lose('DEFINITIONS_UPDATE A>B')
    .alter('C', 95, '"still with x')
    .alter('A', 100, '-x')
    .lose('DEFINITIONS_UPDATE A>')
    .alter('A', 200, '+y int')
    .deliver('DEFINITIONS_UPDATE A>B');
  expect([start.version('B'), start.digest('B')]).toEqual([start.version('A'), start.digest('A')]);
  const late = start.deliver('DEFINITIONS_UPDATE C>A', 'DEFINITIONS_UPDATE C>B');
  expect(late.definition('A')).toBe('pk int key, a int, y int');
  expect(late.definition('B')).toBe('pk int key, a int, x int dropped@100, y int');
  expect(late.everBroken()).toEqual([]);
  expect(everywhere(late.settle())).toBe('pk int key, a int, y int');
});

test('M4 V2 a push that brings nothing but a tombstone leaves the version as it is', () => {
  const agreed = play({ nodes: ['A', 'B'] })
    .alter('A', 90, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .begin('A', 100, '-x')
    .deliver('merge A')
    .begin('A', 200, '+y int')
    .deliver('merge A', 'DEFINITIONS_UPDATE A>B s3');
  const version = agreed.version('A');
  expect(agreed.version('B')).toBe(version);
  const end = agreed.deliver('DEFINITIONS_UPDATE A>B s2');
  expect(end.events('version-aliased')).toMatchObject([{ node: 'B', version }]);
  expect([end.version('B'), end.digest('B')]).toEqual([version, end.digest('A')]);
  expect(end.everBroken()).toEqual([]);
});
