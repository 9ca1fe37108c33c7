import { expect, test } from 'vitest';
import { configOf } from '../config/config.ts';
import type { CommandDraft } from './command.ts';
import { countedMoves } from './countedMoves.ts';
import { standingAt } from './monitor.ts';
import type { Timeline } from './timeline.ts';
import { append, createTimeline } from './timeline.ts';

const table = { keyspace: 'demo', table: 't' } as const;

const add = (node: string, name: string): CommandDraft => ({
  kind: 'alter-table',
  node,
  ...table,
  changes: [{ kind: 'add', name, type: 'int' }],
});
const push: CommandDraft = { kind: 'deliver', message: 'DEFINITIONS_UPDATE A>B s1' };
const mergeAt = (node: string, merge: string): CommandDraft => ({ kind: 'merge', node, merge });

function runOf(...commands: readonly CommandDraft[]): Timeline {
  const setup = [
    { id: 'k', kind: 'create-keyspace', node: 'A', timestamp: 1, keyspace: 'demo' },
    {
      id: 't',
      kind: 'create-table',
      node: 'A',
      timestamp: 2,
      ...table,
      columns: [{ name: 'pk', type: 'int', kind: 'partition_key' }],
    },
  ] as const;
  const made = createTimeline({ seed: 1, config: configOf({ nodes: ['A', 'B'], setup }) });
  if (!made.ok) throw new Error(made.problem);
  return commands.reduce((run, command) => {
    const longer = append(run, command);
    if (!longer.ok) throw new Error(longer.problem);
    return longer.value;
  }, made.value);
}

test.each([
  ['a statement and the merge of it', [add('A', 'x'), mergeAt('A', 'ddl s1')], 1],
  ['the merge of it after something else', [add('A', 'x'), push, mergeAt('A', 'ddl s1')], 3],
  [
    'the merge of it after that of another',
    [add('A', 'x'), add('A', 'y'), mergeAt('A', 'ddl s1'), mergeAt('A', 'ddl s2')],
    3,
  ],
  ['the merge of another statement', [add('A', 'x'), add('B', 'y'), mergeAt('A', 'ddl s1')], 3],
] as const)('N17 one move: %s', (_, commands, moves) => {
  const run = runOf(...commands);
  expect(countedMoves(run, 0, run.steps.length)).toBe(moves);
});

test('N17 counted from the middle of a move, the rest of it is a move', () => {
  expect(countedMoves(runOf(add('A', 'x'), mergeAt('A', 'ddl s1')), 1, 2)).toBe(1);
});

test('N18 a monitor sees each step once, from where it begins, and what is out of reach stays so', () => {
  const run = runOf(add('A', 'x'), mergeAt('A', 'ddl s1'), push);
  const kinds = (until: string) => ({
    first: '',
    next: (seen: string, { command }: { readonly command: { readonly kind: string } }) =>
      command.kind === until ? null : `${seen} ${command.kind}`,
  });
  const at = (from: number, step: number, until = 'none') =>
    standingAt(run, { from, step, monitor: kinds(until) })?.seen;
  expect(at(0, 3)).toBe(' alter-table merge deliver');
  expect(at(1, 2)).toBe(' merge');
  expect(at(1, 1)).toBe('');
  expect([at(0, 1, 'merge'), at(0, 2, 'merge'), at(0, 3, 'merge')]).toEqual([
    ' alter-table',
    undefined,
    undefined,
  ]);
});

test('N18 time is told from where the monitor begins', () => {
  const run = runOf({ kind: 'wait', micros: 50 }, { kind: 'wait', micros: 7 }, { kind: 'wait', micros: 2 });
  const times = {
    first: [] as readonly number[],
    next: (seen: readonly number[], { elapsed }: { elapsed: number }) => [...seen, elapsed],
  };
  expect(standingAt(run, { from: 1, step: 3, monitor: times })).toMatchObject({ seen: [7, 9], elapsed: 9 });
});
