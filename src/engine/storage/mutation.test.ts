import { expect, test } from 'vitest';
import { columnMapping } from '../schema/columnMapping.ts';
import { hex, marshal, row, schemaOf } from './fixture.test-support.ts';
import { canonicalMutation, deletePartition, frozenMutation, insertPartition } from './mutation.ts';
import { EMPTY_PARTITION } from './partition.ts';

const S = schemaOf('V', {
  clustering: ['c'],
  static: ['s'],
  regular: ['a', 'tags'],
  types: { tags: 'set<text>' },
});
const insertion = { schema: S, clustering: 'aa', ts: 10, statement: 's1', withMarker: true };

test('E8 an INSERT writes cells at their ids, and a marker; an UPDATE none', () => {
  const cell = { ts: 10, statement: 's1' };
  const cells = { a: '31', s: null };
  expect(insertPartition({ ...insertion, cells })).toEqual({
    tombstone: null,
    ranges: [],
    static: [{ ...cell, value: null, column: 's' }],
    rows: { aa: { marker: cell, tombstone: null, cells: [{ ...cell, value: '31', column: 'a' }] } },
  });
  expect(insertPartition({ ...insertion, cells, withMarker: false }).rows['aa']?.marker).toBe(null);
  expect(insertPartition({ ...insertion, cells: { s: '31' }, withMarker: false }).rows).toEqual({});
  expect(insertPartition({ ...insertion, clustering: null, cells: { s: '31' } }).rows).toEqual({});
});

test('E8 a collection is written whole: a tombstone just before it, and its elements', () => {
  const slot = (value: Record<string, string> | null) =>
    insertPartition({ ...insertion, cells: { tags: value } }).rows['aa']?.cells[1];
  const element = { ts: 10, statement: 's1', value: '', column: 'tags' };
  expect(slot({ [hex('x')]: '' })).toEqual({ tombstone: 9, elements: { [hex('x')]: element } });
  expect(slot({})).toEqual({ tombstone: 9, elements: {} });
  expect(slot(null)).toEqual({ tombstone: 10, elements: {} });
});

test('E8 what the version does not have, or has otherwise, cannot be written', () => {
  expect(() => insertPartition({ ...insertion, cells: { zz: '31' } })).toThrow('E8');
  expect(() => insertPartition({ ...insertion, clustering: null, cells: { a: '31' } })).toThrow('E8');
  expect(() => insertPartition({ ...insertion, cells: { tags: '31' } })).toThrow('E8');
  expect(() => insertPartition({ ...insertion, cells: { a: {} } })).toThrow('E8');
});

test('E8 a DELETE writes a row, range or partition tombstone by how much of the key is given', () => {
  const at = { schema: schemaOf('V', { clustering: ['c', 'k'], regular: ['a'] }), ts: 9 };
  const tombstoneRow = { marker: null, tombstone: 9, cells: [] };
  expect(deletePartition({ ...at, clustering: 'aa:bb', prefix: 'aa:bb' })).toEqual({
    ...EMPTY_PARTITION,
    rows: { 'aa:bb': tombstoneRow },
  });
  expect(deletePartition({ ...at, clustering: null, prefix: 'aa' })).toEqual({
    ...EMPTY_PARTITION,
    ranges: [{ prefix: 'aa', ts: 9 }],
  });
  const all = { ...EMPTY_PARTITION, tombstone: 9 };
  expect(deletePartition({ ...at, clustering: null, prefix: '' })).toEqual(all);
  expect(
    deletePartition({ schema: schemaOf('V', { regular: ['a'] }), ts: 9, clustering: '', prefix: '' }),
  ).toEqual(all);
});

test('E9 a canonical mutation carries the mapping of its own version and of no other', () => {
  const frozen = frozenMutation(S, '00', row(S, { a: '1' }, { at: 1, clustering: 'aa' }));
  expect(frozen).toMatchObject({ cfId: 'cf', version: 'V', key: '00' });
  expect(canonicalMutation(frozen, S)).toEqual({ ...frozen, mapping: columnMapping(S) });
  expect(columnMapping(S)).toEqual({
    static: [['s', marshal('text')]],
    regular: [
      ['a', marshal('text')],
      ['tags', marshal('set<text>')],
    ],
  });
  expect(() => canonicalMutation(frozen, schemaOf('W', { regular: ['a'] }))).toThrow('E9');
});
