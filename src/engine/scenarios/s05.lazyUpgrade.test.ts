// A schema change touches no entry. Each is upgraded when it is read or written, a reader of the old version included;
// the entries' tags keep the old version known until the last of them is gone. Sstables have no tag and need none.

import { expect, test } from 'vitest';
import type { Protections } from '../index.ts';
import { keysOf } from './keys.test-support.ts';
import { play } from './play.test-support.ts';

const [P1 = 0, P2 = 0, P3 = 0, P4 = 0] = keysOf('A', ['A', 'B']);

/** P1 and P2 in A's memtable, P3 in its cache, P4 on disk only; then A adds c, and B does not hear of it. */
function altered(protections: Partial<Protections> = {}) {
  const before = play({ nodes: ['A', 'B'], replicationFactor: 1, protections })
    .insert('A', P3, { a: 3 }, { at: 23 })
    .insert('A', P4, { a: 4 }, { at: 24 })
    .flush('A')
    .evict('A', P4)
    .insert('A', P1, { a: 1 }, { at: 31 })
    .insert('A', P2, { a: 2 }, { at: 32 });
  const after = before.begin('A', 100, '+c int').lose('DEFINITIONS_UPDATE A>B').deliver('merge A ddl');
  return { V0: before.version('A'), V1: after.version('A'), before, after };
}

function tags(entries: ReturnType<ReturnType<typeof play>['entries']>) {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, entry['version']]));
}

test('E3 a schema change leaves every entry as it is', () => {
  const { V0, V1, before, after } = altered();
  expect(tags(after.entries('A'))).toEqual({
    [`memtable ${P1}`]: V0,
    [`memtable ${P2}`]: V0,
    [`cache ${P3}`]: V0,
    [`sstable ${P3}`]: null,
    [`sstable ${P4}`]: null,
  });
  expect(after.entries('A')).toEqual(before.entries('A'));
  expect(after.holders('A', V0)).toEqual([`memtable ${P1}`, `memtable ${P2}`, `cache ${P3}`]);
  expect(after.registry('A')).toEqual({ [V0]: 'LOADED SYNCED', [V1]: 'LOADED SYNCED' });
  expect(after.timeline.steps.at(-1)?.events.filter(({ kind }) => kind === 'stored')).toEqual([]);
});

test('E4 access upgrades: a read, a write, and a reader of the old version; then V0 is forgotten', () => {
  const { V0, V1, after } = altered();
  const read = after.select('A', P1, { id: 'r1' });
  expect(read.entries('A')[`memtable ${P1}`]).toEqual({ version: V1, a: '1@31' });
  expect(read.cost('r1')).toEqual({ upgrades: 1 });
  const written = read.insert('A', P2, { c: 9 }, { at: 120 });
  expect(written.entries('A')[`memtable ${P2}`]).toEqual({ version: V1, a: '2@32', c: '9@120' });
  expect(written.holders('A', V0)).toEqual([`cache ${P3}`]);

  const old = written.select('B', P3, { id: 'r3' }).drain();
  expect(old.rows('r3')).toEqual([{ pk: `${P3}`, a: '3@23' }]);
  expect(old.result('r3').rows?.version).toBe(V0);
  expect(old.cost('r3')).toEqual({ reads: 1, upgrades: 1 });
  expect(old.entries('A')[`cache ${P3}`]).toEqual({ version: V1, a: '3@23' });
  expect(old.registry('A')).toEqual({ [V1]: 'LOADED SYNCED' });
  expect(old.events('version-forgotten').map(({ version }) => version)).toEqual([V0]);

  const disk = old.select('A', P4, { id: 'r4' });
  expect(disk.rows('r4')).toEqual([{ pk: `${P4}`, a: '4@24', c: null }]);
  expect(disk.entries('A')[`sstable ${P4}`]).toEqual({ version: null, a: '4@24' });
  expect(disk.entries('A')[`cache ${P4}`]).toEqual({ version: V1, a: '4@24' });
  expect(disk.everBroken()).toEqual([]);
});

test('G6 with the registry’s grace period V0 lingers until its timer fires', () => {
  const { V0, V1, after } = altered({ registryGrace: true });
  const unheld = after.select('A', P1).select('A', P2).select('A', P3);
  expect(unheld.registry('A')).toEqual({ [V0]: 'LOADED SYNCED inactive', [V1]: 'LOADED SYNCED' });
  expect(unheld.deliver('timer grace A.0').registry('A')).toEqual({ [V1]: 'LOADED SYNCED' });
});

test('E3 lazyUpgrade off: the same results, all entries rewritten at the change', () => {
  const { V1, after } = altered({ lazyUpgrade: false });
  const stall = after.timeline.steps.at(-1)?.events.filter((event) => event.kind === 'stored') ?? [];
  expect(stall.map(({ event }) => event.kind)).toEqual(Array(3).fill('entry-upgraded'));
  expect(tags(after.entries('A'))).toMatchObject({
    [`memtable ${P1}`]: V1,
    [`memtable ${P2}`]: V1,
    [`cache ${P3}`]: V1,
  });
  expect(after.registry('A')).toEqual({ [V1]: 'LOADED SYNCED' });
  for (const key of [P1, P2, P3, P4]) {
    const lazily = altered().after.select('A', key, { id: 'r' });
    expect(after.select('A', key, { id: 'r' }).rows('r')).toEqual(lazily.rows('r'));
  }
});
