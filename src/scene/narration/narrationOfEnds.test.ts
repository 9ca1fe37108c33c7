// Sentences that would be false of an end: of a node that answers no more, a value that is a deletion, a clock that is right.

import { expect, test } from 'vitest';
import { append, type CommandDraft, pendingChoices, stateAt, type Timeline } from '../../engine/index.ts';
import { add, must, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { momentAt } from '../run/moment.ts';
import { agreementSentence } from '../text/describe.ts';
import { narrationAt } from './narrationAt.ts';

const told = (run: Timeline): readonly string[] => {
  const step = run.steps.length;
  return narrationAt(momentAt(run, { step, fraction: 0 }, { selection: null, tableKey: null }), step).more;
};
const write = (node: string, values: Record<string, string | null>): CommandDraft => ({
  kind: 'insert',
  node,
  ...TABLE,
  key: { id: 1 },
  values,
  consistency: 'ALL',
});
const drop: CommandDraft = {
  kind: 'alter-table',
  node: 'A',
  ...TABLE,
  changes: [{ kind: 'drop', name: 'name' }],
};

test('a node that leaves while a client waits for it answers nobody', () => {
  let run = play(usersRun(), write('C', { name: 'Eve' }));
  const lost = stateAt(run, run.steps.length).core.messages.map(({ key }) => key);
  run = play(run, ...lost.map((message): CommandDraft => ({ kind: 'lose', message })));
  run = play(run, { kind: 'remove-node', node: 'C' });
  const sentences: string[] = [];
  for (let i = 0; i < 40 && stateAt(run, run.steps.length).core.nodes.length === 3; i++) {
    // Whatever comes next but the time-out: the client still waits.
    const next = pendingChoices(stateAt(run, run.steps.length)).find(({ id }) => !id.includes('timeout'));
    run = next === undefined ? run : play(run, next.command);
    sentences.push(...told(run));
  }
  expect(sentences.filter((one) => /client/u.test(one))).toEqual([
    'C leaves: its client gets no answer, and does not know what took effect.',
  ]);
});

test('what a dropped column takes with it is the deletion that was written, not a value null', () => {
  const gone = settled(play(usersRun(), write('A', { name: null }), drop));
  const read = play(gone, { kind: 'select', node: 'A', ...TABLE, key: { id: 1 }, consistency: 'ONE' });
  expect(told(read)).toContain('A drops the deletion of name: its version has no column name.');
});

test('a clock that is set right is not called off', () => {
  const off = play(usersRun(), { kind: 'skew', node: 'A', micros: 5_000 });
  expect(told(off)).toEqual(['A’s clock is +5 ms off from now on.']);
  expect(told(play(off, { kind: 'skew', node: 'A', micros: 0 }))).toEqual([
    'A’s clock is right from now on.',
  ]);
});

test('a prepared statement whose table is dropped is not said to lose it to a change of columns', () => {
  const prepared = play(usersRun(), { kind: 'prepare', node: 'A', ...TABLE, name: 'p' });
  const merged = (change: CommandDraft): readonly string[] => {
    const asked = must(append(prepared, change));
    const merge = pendingChoices(stateAt(asked, asked.steps.length)).find(({ kind }) => kind === 'merge');
    return told(merge === undefined ? asked : play(asked, merge.command));
  };
  expect(merged({ kind: 'drop-table', node: 'A', ...TABLE })).toContain(
    'A discards prepared statement p: the table is dropped.',
  );
  expect(merged(add('A', 'email'))).toContain('A discards prepared statement p: the columns changed.');
});

test('what a node accepts is named so that a column, a table, a type and a comment differ', () => {
  const change = (draft: CommandDraft): string | undefined => told(play(usersRun(), draft))[0];
  const alter = { kind: 'alter-table', node: 'A', ...TABLE } as const;
  expect(change({ kind: 'drop-table', node: 'A', ...TABLE })).toBe(
    'A accepts −table users and tells B and C.',
  );
  expect(change({ ...alter, changes: [{ kind: 'comment', comment: 'people' }] })).toBe(
    'A accepts a comment and tells B and C.',
  );
  expect(change({ ...alter, changes: [{ kind: 'type', name: 'name', type: 'blob' }] })).toBe(
    'A accepts name: blob and tells B and C.',
  );
});

test('where a group of nodes is a list, groups are told apart by more than commas', () => {
  const tile = (node: string, up: boolean) => ({ node, up, identity: null, mixed: false });
  expect(agreementSentence([tile('A', false), tile('B', true), tile('C', true), tile('D', true)])).toBe(
    'A down; B, C and D without the table.',
  );
  expect(agreementSentence([tile('A', false), tile('B', true), tile('C', true)])).toBe(
    'A down, B and C without the table.',
  );
});

test('a node that crashes does not see a connection break; who asked it does', () => {
  const read: CommandDraft = { kind: 'select', node: 'B', ...TABLE, key: { id: 1 }, consistency: 'ALL' };
  let run = play(usersRun(), read);
  const [asked] = stateAt(run, run.steps.length).core.messages;
  run = play(run, { kind: 'deliver', message: asked?.key ?? '' });
  const other = asked?.to ?? '';
  // An answer is on its way to B, and a question from it.
  expect(told(play(run, { kind: 'crash', node: 'B' })).filter((one) => /lost/u.test(one))).toContain(
    `${other}’s message to B is lost: B is not there to miss it.`,
  );
  const third = other === 'A' ? 'C' : 'A';
  expect(told(play(run, { kind: 'crash', node: third }))).toContain(
    `The read for ${third} is lost: B sees the connection break.`,
  );
});
