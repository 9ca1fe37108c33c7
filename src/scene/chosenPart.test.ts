import { expect, test } from 'vitest';
import { chosenPart } from './chosenPart.ts';
import { add, play, settled, usersRun } from './firstMinute.test-support.ts';
import { project } from './project.ts';
import type { Selection } from './scene.ts';

function chosen(selection: Selection): readonly (string | null)[] {
  const run = settled(play(usersRun(), add('A', 'email')));
  const scene = project(run, { step: run.steps.length, fraction: 0 }, { selection, tableKey: null });
  return scene.nodes.map((card) => {
    const part = chosenPart(card, selection);
    if (part === null) {
      return null;
    }
    return part.kind === 'column'
      ? `column ${part.column.name}`
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
