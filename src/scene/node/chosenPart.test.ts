import { expect, test } from 'vitest';
import { add, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { Selection } from '../shape/scene.ts';
import { chosenPart } from './chosenPart.ts';

function chosen(selection: Selection, run = settled(play(usersRun(), add('A', 'email')))) {
  const scene = project(run, { step: run.steps.length, fraction: 0 }, { selection, tableKey: null });
  return scene.nodes.map((card) => {
    const part = chosenPart(card, selection);
    if (part === null) {
      return null;
    }
    return part.kind === 'column'
      ? `column ${part.column.name}`
      : part.kind === 'fallen'
        ? `fallen ${part.cell.text} of row ${part.entry.row}`
        : `row ${part.entry.row} cell ${part.cell}${part.holds ? ' holds' : ''}`;
  });
}

test('a column is chosen on the card on which it was pressed, a row where it lies', () => {
  expect(chosen({ kind: 'column', column: 'email', node: 'B' })).toEqual([null, 'column email', null]);
  expect(chosen({ kind: 'column', column: 'email' })).toEqual([null, null, null]);
  expect(chosen({ kind: 'column', column: 'gone', node: 'B' })).toEqual([null, null, null]);
  expect(chosen({ kind: 'node', node: 'B' })).toEqual([null, null, null]);
  const entry = 'C/0/memtable/00000001';
  expect(chosen({ kind: 'entry', entry })).toEqual([null, null, 'row 1 cell null']);
  expect(chosen({ kind: 'cell', entry, row: 'row', column: 'name' })).toEqual([
    null,
    null,
    'row 1 cell name holds',
  ]);
});

test('a cell that falls out in this step is chosen by who wrote it, and no box in its stead', () => {
  const drop = {
    kind: 'alter-table',
    node: 'B',
    ...TABLE,
    changes: [{ kind: 'drop', name: 'name' }],
  } as const;
  const read = { kind: 'select', node: 'B', ...TABLE, key: { id: 1 }, consistency: 'ONE' } as const;
  const again = settled(play(settled(play(usersRun(), drop)), add('B', 'name')));
  const run = settled(play(again, read));
  const cell = { kind: 'cell', entry: 'B/0/memtable/00000001', row: 'row', column: 'name' } as const;
  const fallen: Selection = { ...cell, statement: 'w' };
  expect(chosen(fallen, again)).toEqual([null, 'row 1 cell name holds', null]);
  expect(chosen(fallen, run)).toEqual([null, 'fallen Ada of row 1', null]);
  expect(chosen(cell, run)).toEqual([null, 'row 1 cell name', null]);
  expect(chosen({ ...cell, statement: 's9' }, run)).toEqual([null, null, null]);
});
