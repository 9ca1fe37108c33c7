import { expect, test } from 'vitest';
import { append, type CommandDraft, type Timeline } from '../../engine/index.ts';
import { add, must, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { mermaidOf } from './mermaid.ts';

const OPTIONS = { selection: null, tableKey: null, naming: 'lesson' } as const;

test('a run is a sequence diagram in the words of the page', () => {
  let run: Timeline = play(play(usersRun(), add('A', 'email')), add('B', 'phone'));
  run = must(append(run, { kind: 'lose', message: 'DEFINITIONS_UPDATE A>B s1' }));
  run = settled(
    play(run, { kind: 'cut', a: 'A', b: 'B' } as CommandDraft, { kind: 'wait', micros: 5 } as CommandDraft),
  );
  expect(mermaidOf(run, OPTIONS)).toMatchSnapshot();
});

test('names and values are only ever text of the diagram', () => {
  const run = play(usersRun(), {
    kind: 'alter-table',
    node: 'A',
    ...TABLE,
    changes: [{ kind: 'add', name: 'a; B->>C: no %% #x <b>', type: 'text' }],
  });
  const lines = mermaidOf(run, OPTIONS, { from: 0, to: 1 }).split('\n');
  expect(lines).toHaveLength(7);
  expect(lines[5]).toMatch(/^ {2}Note over A: [^;#<>%]*(?:#\d+;[^;#<>%]*)*$/);
});
