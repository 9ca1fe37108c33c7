// Schema tombstones past their grace period are compacted away on one node before the others. As long as tombstones are
// left out of the hash no table version notices; a node digest can, because an empty partition still feeds its key.

import { expect, test } from 'vitest';
import type { Protections } from '../index.ts';
import { play } from './play.test-support.ts';

function dropped(protections: Partial<Protections>) {
  return play({ nodes: ['A', 'B'], table: ['pk int key', 'a int', 'x int'], protections })
    .alter('A', 100, '-x')
    .settle();
}

test('V6 tombstones out of the hash: their expiry changes neither version nor digest', () => {
  const before = dropped({});
  const after = before.operate('expire-tombstones', 'A');
  expect([after.version('A'), after.digest('A')]).toEqual([before.version('A'), before.digest('A')]);
  expect(after.pending()).toEqual([]);
  expect(after.everBroken()).toEqual([]);
});

test('V6 tombstonesOutOfHash off: every expiry changes a version without any DDL, and pulls bring the tombstones back', () => {
  let p = dropped({ tombstonesOutOfHash: false });
  const version = p.version('A');
  for (let round = 1; round <= 3; round++) {
    const expired = p.operate('expire-tombstones', 'A');
    expect(expired.version('A')).not.toBe(version);
    expect(expired.digest('A')).not.toBe(expired.digest('B'));
    expect(expired.broken()['I5']).toMatchObject({ nodes: ['A', 'B'] });
    p = expired.settle();
    expect(p.events('schema-requested')).toHaveLength(2 * round);
    expect([p.version('A'), p.version('B')]).toEqual([version, version]);
  }
  expect(p.everBroken()).toEqual(['I5']);
});

test('V8 settles: with tombstones out of the hash a node digest still changes without DDL once an empty partition is gone', () => {
  const gone = play({ nodes: ['A', 'B'] })
    .define({ kind: 'drop-keyspace', node: 'A', timestamp: 100, keyspace: 'ks' })
    .settle();
  expect(gone.digest('A')).toBe(gone.digest('B'));
  const after = gone.operate('expire-tombstones', 'A');
  expect(after.digest('A')).not.toBe(gone.digest('A'));
  const end = after.settle();
  expect(end.events('schema-requested')).toHaveLength(2);
  expect([end.digest('A'), end.digest('B')]).toEqual([gone.digest('A'), gone.digest('A')]);
  expect(end.everBroken()).toEqual([]);
});
