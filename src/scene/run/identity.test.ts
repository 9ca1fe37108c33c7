import { expect, test } from 'vitest';
import { fork, type Timeline } from '../../engine/index.ts';
import { add, doPending, play, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { identitiesOf } from './identity.ts';

const alter = (run: Timeline, node: string, name: string): Timeline =>
  doPending(play(run, add(node, name)), (choice) => choice.kind === 'merge' && choice.to === choice.from);

const names = (run: Timeline, options = {}): string[] =>
  identitiesOf(run, options).list.map((one) => one.name);

test('versions are named by first appearance, lessons in their own letters', () => {
  const run = alter(alter(usersRun(), 'A', 'email'), 'B', 'phone');
  expect(names(run)).toEqual(['V0', 'V1', 'V2']);
  expect(names(run, { naming: 'lesson' })).toEqual(['V0', 'X', 'Y']);
  expect(identitiesOf(run).list.map((one) => one.hex)).toEqual(
    identitiesOf(run).list.map((one) => one.version.slice(0, 4)),
  );
});

test('hue, glyph and lane pattern follow the slot', () => {
  const letters = Array.from({ length: 24 }, (_, i) => `c${String.fromCharCode(97 + i)}`);
  const run = letters.reduce((at, name) => alter(at, 'A', name), usersRun());
  const { list } = identitiesOf(run);
  expect(list).toHaveLength(25);
  expect(list[13]).toMatchObject({ slot: 13, hue: 1, glyph: 13, pattern: 'hatch' });
  expect(list[21]).toMatchObject({ slot: 21, hue: 9, glyph: 1, pattern: 'plain' });
});

test('appending never changes an identity', () => {
  const run = alter(usersRun(), 'A', 'email');
  const before = identitiesOf(run).list;
  const more = alter(run, 'B', 'phone');
  expect(identitiesOf(more).list.slice(0, before.length)).toEqual(before);
  expect(identitiesOf(run).list).toEqual(before);
});

test('the same object as long as no version is new', () => {
  const run = alter(usersRun(), 'A', 'email');
  const one = identitiesOf(run);
  expect(identitiesOf(play(run, { kind: 'wait', micros: 1 }))).toBe(one);
});

test('every table counts its versions from 0', () => {
  const other = play(usersRun(), {
    kind: 'create-table',
    node: 'A',
    keyspace: 'demo',
    table: 'orders',
    columns: [{ name: 'id', type: 'int', kind: 'partition_key' }],
  });
  const run = doPending(other, (choice) => choice.kind === 'merge');
  const { list, ofTable } = identitiesOf(run);
  expect(list.map((one) => `${one.table} ${one.name}`)).toEqual(['users V0', 'orders V0']);
  expect(ofTable({ keyspace: 'demo', table: 'orders' })).toHaveLength(1);
  expect(ofTable(TABLE)).toHaveLength(1);
});

test('known versions keep their slots in every branch', () => {
  const run = alter(usersRun(), 'A', 'email');
  const known = identitiesOf(run).list;
  const branch = alter(fork(run, 0), 'B', 'phone');
  expect(names(branch, { known })).toEqual(['V0', 'V1', 'V2']);
  expect(identitiesOf(branch, { known }).list[1]).toEqual(known[1]);
});

test('a version that nobody has shown goes by its digits', () => {
  const { name, of } = identitiesOf(usersRun());
  expect(name('deadbeef-0000-3000-8000-000000000000')).toBe('dead');
  expect(of('deadbeef-0000-3000-8000-000000000000')).toBeNull();
  expect(name(null)).toBe('');
});
