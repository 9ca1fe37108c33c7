import { expect, test } from 'vitest';
import type { Core } from '../sim/state.ts';
import { add, insert, startOf } from './search.test-support.ts';
import { shortestTo } from './shortest.ts';

const options = {
  queue: [add('A', 'x', 100), add('B', 'y', 105)],
  gossipAndTimers: 'never',
  statesMax: 50_000,
} as const;

test('X12 the shortest run to agreement after two concurrent ADDs has six steps: give, give, merge, merge, push, push', () => {
  const found = shortestTo(
    startOf(['A', 'B']),
    options,
    ({ nodes, messages }) =>
      messages.length === 0 &&
      new Set(nodes.map(({ digest }) => digest)).size === 1 &&
      nodes.every(
        (node) => 'add x' in { ...node.results, ...nodes[0]?.results } && node.merges.length === 0,
      ) &&
      'add y' in (nodes[1]?.results ?? {}),
  );
  const commands = found.ok ? (found.value.commands ?? []) : [];
  expect(commands.map(({ kind }) => kind).sort()).toEqual([
    'alter-table',
    'alter-table',
    'deliver',
    'deliver',
    'merge',
    'merge',
  ]);
});

test('X12 a goal that no order meets is not met, and the search says that it saw everything', () => {
  const found = shortestTo(startOf(['A', 'B']), options, ({ nodes }) => nodes.some((node) => !node.up));
  expect(found).toMatchObject({ ok: true, value: { commands: null, complete: true } });
});

test('X7 X12 commands may also come in any order', () => {
  const queue = [insert('A', 110), add('A', 'x', 100)];
  // Queued, while the write that stands before it in the list has not been given.
  const first = ({ nodes }: Core) =>
    nodes.some((node) => node.merges.length > 0 && !('w110' in node.results) && !('w110' in node.handlers));
  const start = startOf(['A', 'B']);
  const inOrder = shortestTo(start, { ...options, queue }, first);
  const inAny = shortestTo(start, { ...options, queue, queueOrder: 'free' }, first);
  expect(inOrder).toMatchObject({ value: { commands: null } });
  expect(inAny.ok && inAny.value.commands).toHaveLength(1);
});
