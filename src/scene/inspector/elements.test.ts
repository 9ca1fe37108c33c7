import { expect, test } from 'vitest';
import { type CommandDraft, type Statement, stateAt, type Timeline } from '../../engine/index.ts';
import { play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import type { Selection } from '../shape/scene.ts';
import { inspectorOf } from './inspectorOf.ts';
import { inspectionText } from './inspectorText.test-support.ts';

const OPTIONS = { selection: null, tableKey: null, naming: 'lesson' } as const;
const ENTRY = 'A/0/memtable/00000001';

const textOf = (run: Timeline, selection: Selection, keys?: readonly string[]): string =>
  inspectionText(inspectorOf(run, { step: run.steps.length, fraction: 0 }, selection, OPTIONS), keys);

/** users(id, day, name, tags set, marks map, words list) with row 1 of day 5. */
function collections(): Timeline {
  const setup = usersRun().config.setup.map((statement): Statement => {
    if (statement.kind === 'create-table') {
      const more = { day: 'int', tags: 'set<text>', marks: 'map<text, int>', words: 'list<text>' };
      const columns = Object.entries(more).map(([name, type]) => ({
        name,
        type,
        kind: name === 'day' ? ('clustering_key' as const) : ('regular' as const),
      }));
      return { ...statement, columns: [...statement.columns, ...columns] };
    }
    return statement.kind === 'insert'
      ? {
          ...statement,
          key: { id: 1, day: 5 },
          values: { name: 'Ada', tags: ['red', 'blue'], marks: { go: 3 }, words: ['a', 'b'] },
        }
      : statement;
  });
  return usersRun({ setup });
}

const at = { node: 'A', ...TABLE, key: { id: 1, day: 5 }, consistency: 'ALL' } as const;
const did = (...drafts: readonly CommandDraft[]): Timeline =>
  drafts.reduce((run, draft) => settled(play(run, draft)), collections());

test('elements of collections are named and decoded, and rows by their keys', () => {
  expect(textOf(collections(), { kind: 'entry', entry: ENTRY }, ['facts', 'cells'])).toMatchInlineSnapshot(`
    "Entry: Row 1 in memtable of A
    It is stored at V0, as its table is.
    Facts
      Node: A→node
      Stored in: memtable
      Stored at: V0→version
      Its table is at: V0→version
      Key: 1 0x00000001
      Row marker: row 5 @3
    Cells (6)
      | Id | Means | Row | Value | Written | By
      | 0 | marks→cell ['go'] | 5 | 3 | @3 | write w→statement
      | 1 | name→cell | 5 | Ada | @3 | write w→statement
      | 2 | tags→cell 'blue' | 5 | 'blue' | @3 | write w→statement
      | 2 | tags→cell 'red' | 5 | 'red' | @3 | write w→statement
      | 3 | words→cell [0] | 5 | 'a' | @3 | write w→statement
      | 3 | words→cell [1] | 5 | 'b' | @3 | write w→statement"
  `);
  const deleted = did({ ...at, kind: 'delete', values: {} });
  expect(textOf(deleted, { kind: 'entry', entry: ENTRY }, ['facts', 'gone'])).toMatchInlineSnapshot(`
    "Entry: Row 1 in memtable of A
    It is stored at V0, as its table is.
    Facts
      Node: A→node
      Stored in: memtable
      Stored at: V0→version
      Its table is at: V0→version
      Key: 1 0x00000001
      Tombstones: row 5 deleted @1003
    Cells that did not stay (6)
      | Means | Value | By | Gone at | Why
      | marks→cell ['go'] 5 | 3 | write w→statement | Step 1→1 | deleted by write s1
      | name→cell 5 | Ada | write w→statement | Step 1→1 | deleted by write s1
      | tags→cell 'blue' 5 | 'blue' | write w→statement | Step 1→1 | deleted by write s1
      | tags→cell 'red' 5 | 'red' | write w→statement | Step 1→1 | deleted by write s1
      | words→cell [0] 5 | 'a' | write w→statement | Step 1→1 | deleted by write s1
      | words→cell [1] 5 | 'b' | write w→statement | Step 1→1 | deleted by write s1"
  `);
});

test('each element of a cell has its own part, headed by its name', () => {
  const run = did({ ...at, kind: 'update', values: { tags: ['green', 'red'] } });
  const cell = { kind: 'cell', entry: ENTRY, row: '00000005', column: 'tags' } as const;
  expect(textOf(run, cell)).toMatchInlineSnapshot(`
    "Cell: tags of row 1, 5

    Element 'green'
      Value: 'green'
      Bytes: none
      Written: @1003
      Written by: write s1→statement
      Written for: tags→column
      Stored in: Row 1 in memtable of A→entry
      Id: 2
      Stored at: V0→version
    Its fate on A (2)
      Step 1: A takes a write of row 1, 5 at version V0.
      Step 1: A keeps it in its memtable: box 2 in V0.
    Its fate on the other nodes (2)
      Step 2: C keeps it in its memtable: box 2 in V0.
      Step 3: B keeps it in its memtable: box 2 in V0.
    Where it is now (3)
      | Where | Version | Id | Holds
      | A→node memtable→entry | V0→version | 2 | tags = 'green'
      | B→node memtable→entry | V0→version | 2 | tags = 'green'
      | C→node memtable→entry | V0→version | 2 | tags = 'green'
    Element 'red'
      Value: 'red'
      Bytes: none
      Written: @1003
      Written by: write s1→statement
      Written for: tags→column
      Stored in: Row 1 in memtable of A→entry
      Id: 2
      Stored at: V0→version
    Its fate on A (2)
      Step 1: A takes a write of row 1, 5 at version V0.
      Step 1: A keeps it in its memtable: box 2 in V0.
    Its fate on the other nodes (2)
      Step 2: C keeps it in its memtable: box 2 in V0.
      Step 3: B keeps it in its memtable: box 2 in V0.
    Where it is now (3)
      | Where | Version | Id | Holds
      | A→node memtable→entry | V0→version | 2 | tags = 'red'
      | B→node memtable→entry | V0→version | 2 | tags = 'red'
      | C→node memtable→entry | V0→version | 2 | tags = 'red'
    Cells that did not stay (2)
      | Means | Value | By | Gone at | Why
      | tags→cell 'blue' 5 | 'blue' | write w→statement | Step 1→1 | overwritten by write s1
      | tags→cell 'red' 5 | 'red' | write w→statement | Step 1→1 | overwritten by write s1
    The id of tags, version by version
      | Version | Id | Kind | Current
      | V0→version | 2 | regular | yes"
  `);
  expect(textOf(run, { ...cell, statement: 'w' })).toMatchInlineSnapshot(`
    "Cell: tags of row 1, 5
    Row 1 in memtable of A no longer holds it.
    Element 'blue'
      Value: 'blue'
      Bytes: none
      Written: @3
      Written by: write w→statement
      Written for: tags→column
      Gone at: Step 1→1
      Why: overwritten by write s1
      Was stored in: Row 1 in memtable of A→entry
      Id: 2
      Was stored at: V0→version
    Its fate on A (1)
      It was written before the run begins.
      Step 1: A no longer has it in its memtable (overwritten by write s1).
    Its fate on the other nodes (2)
      Step 2: C no longer has it in its memtable (overwritten by write s1).
      Step 3: B no longer has it in its memtable (overwritten by write s1).
    Where it is now (0)
      No node has it.
    Element 'red'
      Value: 'red'
      Bytes: none
      Written: @3
      Written by: write w→statement
      Written for: tags→column
      Gone at: Step 1→1
      Why: overwritten by write s1
      Was stored in: Row 1 in memtable of A→entry
      Id: 2
      Was stored at: V0→version
    Its fate on A (1)
      It was written before the run begins.
      Step 1: A no longer has it in its memtable (overwritten by write s1).
    Its fate on the other nodes (2)
      Step 2: C no longer has it in its memtable (overwritten by write s1).
      Step 3: B no longer has it in its memtable (overwritten by write s1).
    Where it is now (0)
      No node has it.
    The id of tags, version by version
      | Version | Id | Kind | Current
      | V0→version | 2 | regular | yes"
  `);
});

test('an answer shows what it carries, in the version that was asked for', () => {
  const written = play(collections(), { ...at, kind: 'update', values: { name: 'Bob' }, consistency: 'ONE' });
  const toB = stateAt(written, written.steps.length).core.messages.find(({ to }) => to === 'B')?.key ?? '';
  const parted = settled(play(written, { kind: 'lose', message: toB }));
  const run = settled(play(parted, { kind: 'select', ...at, key: { id: 1 } }));
  const replies = run.steps.flatMap(({ state }) =>
    state.core.messages.flatMap((one) => (one.verb === 'READ_REPLY' && one.from === 'B' ? [one.key] : [])),
  );
  const told = [...new Set(replies)].map((message) => textOf(run, { kind: 'message', message }, ['content']));
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "Message: Answer, B to A

    What it carries
      Digest: 35a5f11d91f46b6122c062dc96985bd2
      Asked in version: V0→version
      Row: not in the reply
    Message: Answer, B to A

    What it carries
      Cells by column id, in the version that was asked for.
      Digest: 35a5f11d91f46b6122c062dc96985bd2
      Asked in version: V0→version
      Row: in the reply
      Row marker: row 5 @3
      | Id | Means | Row | Value | Written | By
      | 0 | marks ['go'] | 5 | 3 | @3 | write w→statement
      | 1 | name | 5 | Ada | @3 | write w→statement
      | 2 | tags 'blue' | 5 | 'blue' | @3 | write w→statement
      | 2 | tags 'red' | 5 | 'red' | @3 | write w→statement
      | 3 | words [0] | 5 | 'a' | @3 | write w→statement
      | 3 | words [1] | 5 | 'b' | @3 | write w→statement"
  `);
});
