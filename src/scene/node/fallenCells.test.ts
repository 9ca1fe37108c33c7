import { expect, test } from 'vitest';
import { type CommandDraft, type Statement, stateAt, type Timeline } from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { EntryView, NodeCard } from '../shape/scene.ts';

const card = (run: Timeline, node: string): NodeCard => {
  const scene = project(run, { step: run.steps.length, fraction: 0 }, { selection: null, tableKey: null });
  const found = scene.nodes.find((one) => one.node === node);
  if (found === undefined) {
    throw new Error(`There is no card of ${node}.`);
  }
  return found;
};

const entryOf = (run: Timeline, node: string): EntryView => {
  const entry = card(run, node).sources[0]?.entries[0];
  if (entry === undefined) {
    throw new Error(`${node} has no entry.`);
  }
  return entry;
};

const read = (node: string): CommandDraft => ({
  kind: 'select',
  node,
  ...TABLE,
  key: { id: 1 },
  consistency: 'ONE',
});

const change = (node: string, ...changes: Extract<CommandDraft, { kind: 'alter-table' }>['changes']) =>
  ({ kind: 'alter-table', node, ...TABLE, changes }) as const;

const merge = (run: Timeline): Timeline => doPending(run, (choice) => choice.kind === 'merge');

/** The table with a phone column too, and a number in it. */
function withPhone(): Timeline {
  const setup = usersRun().config.setup.map((statement): Statement => {
    if (statement.kind === 'create-table') {
      return {
        ...statement,
        columns: [...statement.columns, { name: 'phone', type: 'text', kind: 'regular' }],
      };
    }
    return statement.kind === 'insert' ? { ...statement, values: { name: 'Ada', phone: '555' } } : statement;
  });
  return usersRun({ setup });
}

test('a cell whose column is gone falls out of its box when the row is touched, and not before', () => {
  const dropped = merge(play(withPhone(), change('A', { kind: 'drop', name: 'phone' })));
  expect(entryOf(dropped, 'A')).toMatchObject({ identityBefore: null, rows: [{ fallen: [] }] });
  const touched = play(dropped, read('A'));
  const entry = entryOf(touched, 'A');
  expect(entry.identity?.name).toBe('V1');
  expect(entry.identityBefore?.name).toBe('V0');
  expect(entry.rows[0]?.boxes.map((box) => box.text)).toEqual(['Ada']);
  expect(entry.rows[0]?.fallen).toEqual([
    {
      key: 'memtable regular phone',
      box: 'phone',
      index: 1,
      text: '555',
      column: 'phone',
      statement: 'w',
      selected: false,
      reason: 'phone: no such column',
      label: 'Discarded in this step: 555 (phone: no such column)',
    },
  ]);
  expect(card(touched, 'A').counts).toEqual({
    columns: '2 columns',
    columnsShort: '2 cols',
    entries: '1 entry',
    lost: '1 cell lost',
  });
  const later = play(touched, { kind: 'wait', micros: 5 });
  expect(entryOf(later, 'A')).toMatchObject({ identityBefore: null, rows: [{ fallen: [] }] });
});

test('a column that came back does not bring its old cells: the reason says both times', () => {
  const dropped = merge(play(withPhone(), change('A', { kind: 'drop', name: 'phone' })));
  const again = merge(play(dropped, add('A', 'phone')));
  const entry = entryOf(play(again, read('A')), 'A');
  expect(entry.rows[0]?.boxes.map((box) => box.text)).toEqual(['Ada', '–']);
  expect(entry.rows[0]?.fallen[0]?.reason).toMatch(/^written @3, phone dropped @\d+$/);
});

test('a type that does not fit says both types', () => {
  const dropped = merge(play(withPhone(), change('A', { kind: 'drop', name: 'phone' })));
  const again = merge(play(dropped, add('A', 'phone', 'int')));
  const entry = entryOf(play(again, read('A')), 'A');
  expect(entry.rows[0]?.fallen[0]?.reason).toBe('text does not fit int');
});

test('what the conversion of a write left behind never was in a box, and is told at the memtable', () => {
  const start = usersRun();
  const off = play(start, {
    kind: 'protect',
    protections: { syncBeforeApply: 'convertToMine', syncedCheck: false },
  });
  const added = merge(play(off, add('A', 'email')));
  const lost = [...stateAt(added, added.steps.length).core.messages]
    .filter((message) => message.verb === 'DEFINITIONS_UPDATE')
    .reduce((run, message) => play(run, { kind: 'lose', message: message.key }), added);
  const write: CommandDraft = {
    kind: 'insert',
    node: 'A',
    ...TABLE,
    key: { id: 1 },
    values: { email: 'ada@x' },
    consistency: 'ONE',
  };
  const written = play(lost, write);
  const toB = (run: Timeline): Timeline =>
    doPending(run, ({ message }) => message !== null && message.to !== 'C' && message.from !== 'C');
  const told = toB(toB(toB(written)));
  const entry = entryOf(told, 'B');
  expect(entry.identity?.name).toBe('V0');
  expect(entry.rows[0]?.boxes.map((box) => box.text)).toEqual(['Ada']);
  expect(entry.rows[0]?.fallen).toMatchObject([
    { box: '', index: null, text: 'ada@x', reason: 'not stored: no column email' },
  ]);
});

test('without version tags an entry shows no version, and a box is its place', () => {
  const start = play(usersRun(), { kind: 'protect', protections: { versionTags: false } });
  const merged = merge(play(start, add('A', 'email')));
  const entry = entryOf(merged, 'A');
  expect(entry).toMatchObject({
    identity: null,
    caption: 'Row 1 in memtable of A, without a version tag',
    means: 'means email, name',
  });
  expect(entry.rows[0]?.boxes.map((box) => [box.key, box.text, box.movedFrom])).toEqual([
    ['#0', 'Ada', null],
    ['#1', '–', null],
  ]);
});

test('entries are counted by the version that they are stored at, the current one first', () => {
  const more: CommandDraft = {
    kind: 'insert',
    node: 'A',
    ...TABLE,
    key: { id: 2 },
    values: { name: 'Bob' },
    consistency: 'ONE',
  };
  const run = play(settled(merge(play(usersRun(), add('A', 'email')))), more);
  expect(card(run, 'A').upgraded).toMatchObject({
    sentence: '1 of 2 entries at the current version',
    parts: [
      { identity: { name: 'V1' }, count: 1, isCurrent: true },
      { identity: { name: 'V0' }, count: 1, isCurrent: false },
    ],
  });
});
