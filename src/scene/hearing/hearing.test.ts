import { expect, test } from 'vitest';
import type { Timeline } from '../../engine/index.ts';
import { add, doPending, play, usersRun } from '../firstMinute.test-support.ts';
import type { Selection } from '../shape/scene.ts';
import { hearingAt } from './hearing.ts';

const added = (run: Timeline, node: string, name: string): Timeline =>
  doPending(play(run, add(node, name)), ({ kind }) => kind === 'merge');

const hearing = (run: Timeline, selection: Selection | null = null, step = run.steps.length) =>
  hearingAt(run, { step, fraction: 0 }, { selection, tableKey: null });

const beliefs = (run: Timeline): string[] =>
  hearing(run).beliefs.map(
    ({ node, cells }) =>
      `${node}: ${cells.map((cell) => `${cell.word}${cell.pull ? ' pull' : ''}${cell.untold ? ' untold' : ''}${cell.changed ? ' *' : ''}`).join(', ')}`,
  );

const knowing = (run: Timeline): string[] => {
  const { versions, shards } = hearing(run);
  return shards.map(
    ({ key, cells }) =>
      `${key}: ${cells.map((cell, i) => `${versions[i]?.name} ${cell.word}${cell.changed ? ' *' : ''}`).join(', ')}`,
  );
};

test('at the start everybody has heard the digest that it has itself, and knows one version', () => {
  const run = usersRun();
  expect(beliefs(run)).toEqual(['A: itself, same, same', 'B: same, itself, same', 'C: same, same, itself']);
  expect(knowing(run)).toEqual(['A/0: V0 current', 'B/0: V0 current', 'C/0: V0 current']);
  expect(hearing(run).summary).toBe('Every digest heard is the hearer’s own.');
});

test('after a change on A nobody has heard its digest: A differs from what it heard, the others still see what they saw', () => {
  const run = added(usersRun(), 'A', 'email');
  expect(beliefs(run)).toEqual([
    'A: itself *, differs untold *, differs untold *',
    'B: same, itself, same',
    'C: same, same, itself',
  ]);
  expect(hearing(run).summary).toBe('2 digests heard differ from the hearer’s own.');
  expect(hearing(run).beliefs[0]?.cells[1]?.sentence).toMatch(
    /^A believes that B is up\. The digest it last heard, \w{4}, is not its own, \w{4}\. B has not heard A’s present digest\.$/,
  );
  expect(knowing(run)[0]).toMatch(/V1 current \*/);
  expect(knowing(run).slice(1)).toEqual(['B/0: V0 current, V1 unknown', 'C/0: V0 current, V1 unknown']);
});

test('gossip that finds another digest leads to a scheduled pull, seen in the row of who heard it', () => {
  const run = doPending(added(usersRun(), 'A', 'email'), ({ kind }) => kind === 'gossip');
  const heard = hearing(run)
    .beliefs.flatMap((row) => row.cells)
    .filter((cell) => cell.pull);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ peer: 'A', heard: 'other', changed: true });
  expect(heard[0]?.sentence).toMatch(/A pull from A is scheduled\.$/);
});

test('a cut link shows at both ends as down', () => {
  expect(beliefs(play(usersRun(), { kind: 'cut', a: 'A', b: 'B' }))).toEqual([
    'A: itself, down *, same',
    'B: down *, itself, same',
    'C: same, same, itself',
  ]);
});

test('with two shards each has a row of its own', () => {
  const run = usersRun({ shards: 2 });
  expect(hearing(run).shards.map(({ key, span }) => [key, span])).toEqual([
    ['A/0', 2],
    ['A/1', 0],
    ['B/0', 2],
    ['B/1', 0],
    ['C/0', 2],
    ['C/1', 0],
  ]);
  const [first] = hearing(run).shards;
  expect(first?.cells[0]?.sentence).toMatch(/^A, shard 0: V0: loaded, synced; held by table/);
});

test('a selected registry entry and a selected node are marked; the future is not shown', () => {
  const run = added(usersRun(), 'A', 'email');
  const version = hearing(run).versions[1]?.version ?? '';
  const chosen = hearing(run, { kind: 'registry', node: 'A', shard: 0, version });
  expect(chosen.shards.flatMap((row) => row.cells).filter((cell) => cell.selected)).toHaveLength(1);
  expect(hearing(run, { kind: 'node', node: 'B' }).beliefs.map((row) => row.selected)).toEqual([
    false,
    true,
    false,
  ]);
  expect(hearing(run, null, 0).versions.map(({ name }) => name)).toEqual(['V0']);
});

test('a node that has restarted has no digest of its peers, and is not said never to have heard one', () => {
  const down = play(usersRun(), { kind: 'crash', node: 'B' }, { kind: 'crash', node: 'C' });
  const alone = play(down, { kind: 'crash', node: 'A' }, { kind: 'restart', node: 'A' });
  const { beliefs: rows, summary } = hearing(alone);
  expect(rows[0]?.cells[1]?.sentence).toBe('A believes that B is down. It has no digest of B.');
  expect(summary).toBe('No digest has been heard.');
});
