// A column is dropped and added again under the same name. The recorded drop time filters older cells, but only where a
// cell is converted: what is never converted in between is judged late, and what was converted in between is gone.

import { expect, test } from 'vitest';
import type { Protections } from '../index.ts';
import type { Play } from './play.test-support.ts';
import { play } from './play.test-support.ts';

const TABLE = ['pk int key', 'a int', 'c text'];
const ALL = { consistency: 'ALL' } as const;
const read = (p: Play, key: number, node = 'A') =>
  p.select(node, key, { id: `r${key}${node}` }).rows(`r${key}${node}`);

/** One node: P1 and P2 written @50, DROP @100, whatever happens in between, ADD @120. */
function readded(
  protections: Partial<Protections>,
  between: (p: Play) => Play,
  written: (p: Play) => Play = (p) => p,
) {
  const start = play({ nodes: ['A'], table: TABLE, protections })
    .insert('A', 1, { c: 'old' }, { at: 50 })
    .insert('A', 2, { c: 'old' }, { at: 51 });
  return between(written(start).alter('A', 100, '-c')).alter('A', 120, '+c text');
}

const touchP1 = (p: Play) => p.select('A', 1, { at: 110, id: 'touch' });

test('E5 older cells of the dropped column are gone, touched in between or not; newer ones stay', () => {
  const back = readded({}, touchP1);
  const V2 = back.version('A');
  expect(back.definition('A')).toBe('pk int key, a int, c text dropped@100');
  expect(back.entries('A')['memtable 1']?.['c']).toBeUndefined();
  expect(back.entries('A')['memtable 2']?.['c']).toBe('old@51');
  const end = back.insert('A', 3, { c: 'new' }, { at: 130 });
  expect(read(end, 1)).toEqual([{ pk: '1', a: null, c: null }]);
  expect(read(end, 2)).toEqual([{ pk: '2', a: null, c: null }]);
  expect(read(end, 3)).toEqual([{ pk: '3', a: null, c: 'new@130' }]);
  const after = end.select('A', 2, { id: 'r' });
  expect(after.entries('A')['memtable 2']).toEqual({ version: V2 });
  const discarded = after
    .events('stored')
    .flatMap(({ event }) => (event.kind === 'cell-discarded' ? [event] : []));
  expect(discarded.map(({ key, fate }) => [key, fate.reason])).toEqual([
    ['00000001', { kind: 'no-such-column' }],
    ['00000002', { kind: 'dropped-before', droppedAt: 100 }],
  ]);
  expect(after.everBroken()).toEqual([]);
});

test('E5 droppedAt off: whether the old value comes back depends on who was touched', () => {
  const back = readded({ droppedAt: false }, touchP1);
  expect(read(back, 1)).toEqual([{ pk: '1', a: null, c: null }]);
  expect(read(back, 2)).toEqual([{ pk: '2', a: null, c: 'old@51' }]);
  const shown = back.select('A', 2, { id: 'r' });
  expect(shown.everBroken()).toEqual(['I15']);
  expect(shown.broken()['I15']?.fault).toEqual({
    kind: 'shown-after-drop',
    name: 'c',
    text: 'old',
    ts: 51,
    droppedAt: 100,
  });
});

const toDisk = (p: Play) => p.flush('A');

test('E5 droppedAt off: a copy on disk comes back once it is read from there, and hides behind a cached entry until then', () => {
  const cold = readded({ droppedAt: false }, (p) => p.evict('A'), toDisk);
  expect(read(cold, 1)).toEqual([{ pk: '1', a: null, c: 'old@50' }]);
  const cached = readded({ droppedAt: false }, touchP1, toDisk);
  expect(read(cached, 1)).toEqual([{ pk: '1', a: null, c: null }]);
  expect(read(cached, 2)).toEqual([{ pk: '2', a: null, c: 'old@51' }]);
  expect(read(cached.evict('A', 1), 1)).toEqual([{ pk: '1', a: null, c: 'old@50' }]);
});

test('E6 E14 with droppedAt a copy on disk is filtered when it is read, and gone once compacted', () => {
  const cold = readded({}, (p) => p.evict('A'), toDisk);
  expect(cold.entries('A')['sstable 1']).toEqual({ version: null, c: 'old@50' });
  expect(read(cold, 1)).toEqual([{ pk: '1', a: null, c: null }]);
  expect(cold.compact('A').entries('A')['sstable 1']).toEqual({ version: null });
});

test.each([
  [150, 'old@150'],
  [101, 'old@101'],
  [100, null],
  [99, null],
])('E5 a cell stamped %i before the DROP @100 comes back as %s if nothing touched it', (ts, shown) => {
  const start = play({ nodes: ['A'], table: TABLE }).insert('A', 1, { c: 'old' }, { at: ts, using: true });
  const untouched = start.alter('A', 100, '-c').alter('A', 120, '+c text');
  expect(read(untouched, 1)).toEqual([{ pk: '1', a: null, c: shown }]);
  const touched = start.alter('A', 100, '-c').select('A', 1).alter('A', 120, '+c text');
  expect(read(touched, 1)).toEqual([{ pk: '1', a: null, c: null }]);
});

test('E5 laziness shows: an eager upgrade destroys a cell newer than the drop that a lazy entry carries across', () => {
  const lazy = (lazyUpgrade: boolean) =>
    play({ nodes: ['A'], table: TABLE, protections: { lazyUpgrade } })
      .insert('A', 1, { c: 'old' }, { at: 150, using: true })
      .alter('A', 100, '-c')
      .alter('A', 120, '+c text');
  expect(read(lazy(true), 1)).toEqual([{ pk: '1', a: null, c: 'old@150' }]);
  expect(read(lazy(false), 1)).toEqual([{ pk: '1', a: null, c: null }]);
});

test('E11 settles: a write stamped before the drop, made after the re-add, is not ignored: it is read back until the next conversion', () => {
  const written = readded({}, touchP1).insert('A', 1, { c: 'late' }, { at: 90, using: true });
  const V2 = written.version('A');
  expect(written.entries('A')['memtable 1']).toEqual({ version: V2, c: 'late@90' });
  const shown = written.select('A', 1, { id: 'r' });
  expect(shown.rows('r')).toEqual([{ pk: '1', a: null, c: 'late@90' }]);
  expect(Object.keys(shown.broken())).toEqual(['I15']);
  const flushed = written.flush('A');
  expect(flushed.entries('A')['cache 1']).toEqual({ version: V2, c: 'late@90' });
  expect(read(flushed, 1)).toEqual([{ pk: '1', a: null, c: 'late@90' }]);
  expect(read(flushed.evict('A'), 1)).toEqual([{ pk: '1', a: null, c: null }]);
  expect(read(written.alter('A', 140, '"x'), 1)).toEqual([{ pk: '1', a: null, c: null }]);
});

/** C has not heard of the DROP and takes a write @110; A and B convert it away, C keeps it. */
function diverged(touch: (p: Play) => Play = (p) => p) {
  const unheard = play({ table: TABLE })
    .alter('A', 100, '-c')
    .deliver('DEFINITIONS_UPDATE A>B')
    .insert('C', 1, { a: 1, c: 'kept' }, { at: 110, id: 'w', consistency: 'ALL' });
  const V0 = unheard.version('C');
  const written = unheard
    .deliver('MUTATION C>A w', 'MUTATION C>B w', 'GET_SCHEMA_VERSION', 'SCHEMA_VERSION_REPLY')
    .deliver('MIGRATION_REQUEST', 'MIGRATION_REPLY', 'MUTATION_DONE');
  const told = touch(written.deliver('DEFINITIONS_UPDATE A>C'));
  return { V0, written, end: told.alter('A', 120, '+c text').deliver('DEFINITIONS_UPDATE A>') };
}

test('E5 settles: replicas diverge over a cell newer than the drop, and read repair spreads it', () => {
  const { V0, written, end } = diverged();
  expect(written.result('w').status).toBe('ok');
  expect(written.entries('C')['memtable 1']).toEqual({ version: V0, a: '1@110', c: 'kept@110' });
  expect(written.entries('A')['memtable 1']).toEqual({ version: written.version('A'), a: '1@110' });
  expect(new Set(['A', 'B', 'C'].map((node) => end.version(node))).size).toBe(1);
  expect(read(end, 1, 'A')).toEqual([{ pk: '1', a: '1@110', c: null }]);
  expect(read(end, 1, 'C')).toEqual([{ pk: '1', a: '1@110', c: 'kept@110' }]);
  expect(Object.keys(end.broken())).toEqual(['I9']);
  expect(end.broken()['I9']).toMatchObject({ nodes: ['A', 'B'], column: 'c', statement: 'w' });

  const repaired = end.select('A', 1, { id: 'r', ...ALL }).drain();
  expect(repaired.events('digest-mismatch')).toHaveLength(1);
  expect(repaired.rows('r')).toEqual([{ pk: '1', a: '1@110', c: 'kept@110' }]);
  for (const node of ['A', 'B', 'C']) {
    expect(repaired.entries(node)['memtable 1']).toMatchObject({ c: 'kept@110' });
  }
  expect(repaired.broken()).toEqual({});
});

test('E5 settles: the divergence needs C to leave the row alone while the column is absent', () => {
  const { end } = diverged((p) => p.select('C', 1));
  for (const node of ['A', 'B', 'C']) {
    expect(read(end, 1, node)).toEqual([{ pk: '1', a: '1@110', c: null }]);
  }
});
