import { expect, test } from 'vitest';
import type { CommandDraft, Timeline } from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import type { Selection } from '../shape/scene.ts';
import { inspectorOf } from './inspectorOf.ts';
import { inspectionText } from './inspectorText.test-support.ts';

const OPTIONS = { selection: null, tableKey: null, naming: 'lesson' } as const;
const ROW = '00000001';

const textOf = (run: Timeline, selection: Selection, keys?: readonly string[]): string =>
  inspectionText(inspectorOf(run, { step: run.steps.length, fraction: 0 }, selection, OPTIONS), keys);

const goneFrom = (run: Timeline, entry: string): readonly string[] =>
  textOf(run, { kind: 'entry', entry: `${entry}/${ROW}` }, ['gone'])
    .split('\n')
    .filter((line) => /^ {2}(?:\||changed) (?!Means)/u.test(line))
    .map((line) => line.replace(/^ {2}(?:\||changed) /u, ''));

const at = (node: string) => ({ node, ...TABLE, key: { id: 1 }, consistency: 'ONE' }) as const;
const read = (node: string): CommandDraft => ({ kind: 'select', ...at(node) });
const write = (node: string, values: Readonly<Record<string, string | null>>): CommandDraft => ({
  kind: 'update',
  ...at(node),
  values,
});
const remove = (node: string, values: Readonly<Record<string, null>>): CommandDraft => ({
  kind: 'delete',
  ...at(node),
  values,
});
const drop = (name: string): CommandDraft => ({
  kind: 'alter-table',
  node: 'A',
  ...TABLE,
  changes: [{ kind: 'drop', name }],
});
const flush: CommandDraft = { kind: 'flush', node: 'A', ...TABLE };

const after = (...drafts: readonly CommandDraft[]): Timeline =>
  drafts.reduce((run, draft) => settled(play(run, draft)), usersRun());

/** Bob overtakes Eve on the way to B. */
function overtaken(): Timeline {
  const written = play(usersRun(), write('A', { name: 'Eve' }), write('A', { name: 'Bob' }));
  return ['s2', 's1'].reduce(
    (run, id) =>
      doPending(
        run,
        ({ message }) => message?.verb === 'MUTATION' && message.to === 'B' && message.statement === id,
      ),
    written,
  );
}

const removed = after(remove('A', {}));

test.each<readonly [why: string, run: Timeline, entry: string, gone: readonly string[]]>([
  [
    'its column is dropped',
    after(drop('name'), read('B')),
    'B/0/memtable',
    ['name→cell | Ada | write w→statement | Step 11→11 | name: no such column'],
  ],
  [
    'its column is dropped and comes again',
    after(drop('name'), add('A', 'name'), read('A')),
    'A/0/memtable',
    ['name→cell | Ada | write w→statement | Step 21→21 | written @3, name dropped @1003'],
  ],
  [
    'another write',
    after(write('B', { name: 'Bob' })),
    'C/0/memtable',
    ['name→cell | Ada | write w→statement | Step 2→2 | overwritten by write s1'],
  ],
  [
    'a deleted cell',
    after(remove('A', { name: null })),
    'A/0/memtable',
    ['name→cell | Ada | write w→statement | Step 1→1 | deleted by write s1'],
  ],
  [
    'a deleted row',
    removed,
    'A/0/memtable',
    ['name→cell | Ada | write w→statement | Step 1→1 | deleted by write s1'],
  ],
  [
    'a write that is overtaken',
    overtaken(),
    'B/0/memtable',
    [
      'name→cell | Ada | write w→statement | Step 3→3 | overwritten by write s2',
      'name→cell | Eve | write s1→statement | Step 4→4 | not stored: outranked by write s2',
    ],
  ],
  [
    'a flush',
    after(flush),
    'A/0/memtable',
    ['name→cell | Ada | write w→statement | Step 1→1 | written to sstable 1'],
  ],
  [
    'an eviction',
    after(flush, { kind: 'evict', node: 'A', ...TABLE, key: { id: 1 } }),
    'A/0/cache',
    ['name→cell | Ada | write w→statement | Step 2→2 | evicted'],
  ],
  [
    'a flush of what overwrites',
    after(flush, write('A', { name: 'Bob' }), flush),
    'A/0/cache',
    ['name→cell | Ada | write w→statement | Step 7→7 | overwritten by write s1'],
  ],
  [
    'a crash',
    after({ kind: 'crash', node: 'A' }),
    'A/0/memtable',
    ['name→cell | Ada | write w→statement | Step 1→1 | A crashed'],
  ],
  [
    'nothing: its commitlog brings it back',
    after({ kind: 'crash', node: 'A' }, { kind: 'restart', node: 'A' }),
    'A/0/memtable',
    [],
  ],
  [
    'a dropped table',
    after({ kind: 'drop-table', node: 'A', ...TABLE }),
    'B/0/memtable',
    ['name→cell | Ada | write w→statement | Step 3→3 | the table was dropped'],
  ],
  [
    'a compaction',
    after(flush, write('A', { name: 'Bob' }), flush, { kind: 'compact', node: 'A', ...TABLE }),
    'A/0/sstable 1',
    ['name→cell | Ada | write w→statement | Step 8→8 | overwritten by write s1'],
  ],
  [
    'a compaction of several',
    after(flush, write('A', { name: 'Bob' }), flush, { kind: 'compact', node: 'A', ...TABLE }),
    'A/0/sstable 2',
    ['name→cell | Bob | write s1→statement | Step 8→8 | rewritten to sstable 1'],
  ],
])('an entry lists what it lost: %s', (_why, run, entry, gone) => {
  expect(goneFrom(run, entry)).toEqual(gone);
});

test('a cell whose column came again is asked for by who wrote it, and tells why it is gone', () => {
  const run = after(flush, drop('name'), add('A', 'name'), read('A'), write('A', { name: 'Bob' }));
  const cell = { kind: 'cell', entry: `A/0/cache/${ROW}`, row: 'row', column: 'name' } as const;
  expect(textOf(run, { ...cell, statement: 'w' })).toMatchInlineSnapshot(`
    "Cell: name of row 1
    Row 1 in cache of A no longer holds it.
    Facts
      Value: Ada
      Bytes: 0x416461
      Written: @3
      Written by: write w→statement
      Written for: name→column
      Gone at: Step 22→22
      Why: written @3, name dropped @1003
      Was stored in: Row 1 in cache of A→entry
      Id: 0
      Was stored at: V0→version
    Its fate on A (3)
      It was written before the run begins.
      Step 1: A writes it to sstable 1, under its name.
      Step 1: A has it in its cache too: box 0 in V0.
      Step 22: A no longer has it in its cache (written @3, name dropped @1003).
    Its fate on the other nodes (2)
      Step 24: B no longer has it in its memtable (written @3, name dropped @1003).
      Step 25: C no longer has it in its memtable (written @3, name dropped @1003).
    Where it is now (1)
      | Where | Version | Id | Holds
      | A→node sstable 1→entry | – | – | name = Ada
    The id of name, version by version
      | Version | Id | Kind | Current
      | V0→version | 0 | regular | –
      dead X→version | not present |  | –
      | Y→version | 0 | regular | yes"
  `);
  expect(
    textOf(run, { ...cell, entry: `A/0/memtable/${ROW}`, statement: 's4' }, ['facts ']),
  ).toMatchInlineSnapshot(`
    "Cell: name of row 1

    Facts
      Value: Bob
      Bytes: 0x426f62
      Written: @1602403
      Written by: write s4→statement
      Written for: name→column
      Stored in: Row 1 in memtable of A→entry
      Id: 0
      Stored at: Y→version"
  `);
  expect(textOf(run, cell)).toBe(textOf(run, { ...cell, statement: 'w' }));
});

test('an overwritten cell stands below the one that lies in its box', () => {
  const run = after(write('B', { name: 'Bob' }));
  const cell = { kind: 'cell', entry: `C/0/memtable/${ROW}`, row: 'row', column: 'name' } as const;
  expect(textOf(run, cell, ['facts ', 'gone'])).toMatchInlineSnapshot(`
    "Cell: name of row 1

    Facts
      Value: Bob
      Bytes: 0x426f62
      Written: @1003
      Written by: write s1→statement
      Written for: name→column
      Stored in: Row 1 in memtable of C→entry
      Id: 0
      Stored at: V0→version
    Cells that did not stay (1)
      | Means | Value | By | Gone at | Why
      | name→cell | Ada | write w→statement | Step 2→2 | overwritten by write s1"
  `);
  expect(
    textOf(run, { ...cell, statement: 'w' }, ['facts ', 'fate ', 'fate elsewhere ', 'now ']),
  ).toMatchInlineSnapshot(`
    "Cell: name of row 1
    Row 1 in memtable of C no longer holds it.
    Facts
      Value: Ada
      Bytes: 0x416461
      Written: @3
      Written by: write w→statement
      Written for: name→column
      Gone at: Step 2→2
      Why: overwritten by write s1
      Was stored in: Row 1 in memtable of C→entry
      Id: 0
      Was stored at: V0→version
    Its fate on C (1)
      It was written before the run begins.
      Step 2: C no longer has it in its memtable (overwritten by write s1).
    Its fate on the other nodes (2)
      Step 1: B no longer has it in its memtable (overwritten by write s1).
      Step 3: A no longer has it in its memtable (overwritten by write s1).
    Where it is now (0)
      No node has it."
  `);
});

test('a crash, a restart and a repair are told of a cell, place by place', () => {
  const lost = play(after(write('A', { name: 'Bob' })), { kind: 'flush', node: 'B', ...TABLE });
  const run = [
    { kind: 'crash', node: 'B' },
    { kind: 'restart', node: 'B' },
    read('B'),
    { kind: 'compact', node: 'B', ...TABLE },
  ].reduce<Timeline>((one, draft) => settled(play(one, draft as CommandDraft)), lost);
  const cell = { kind: 'cell', entry: `B/0/cache/${ROW}`, row: 'row', column: 'name' } as const;
  expect(textOf(run, cell, ['fate '])).toMatchInlineSnapshot(`
    "Cell: name of row 1

    Its fate on B (8)
      Step 1: A takes a write of row 1 at version V0.
      Step 3: B keeps it in its memtable: box 0 in V0.
      Step 6: B writes it to sstable 1, under its name.
      Step 6: B has it in its cache too: box 0 in V0.
      Step 7: B no longer has it in its cache (B crashed).
      Step 14: B reads it from an sstable by its name: box 0 in V0.
      Step 14: B answers read s2 with it: name = Bob.
      Step 14: B has it in its cache too: box 0 in V0."
  `);
});

test('an entry that has gone tells when, and still leads to its cells', () => {
  const run = after(flush);
  const text = textOf(run, { kind: 'entry', entry: `A/0/memtable/${ROW}` });
  expect(text).toMatchInlineSnapshot(`
    "Entry: Row 1 in memtable of A
    It went in step 1.
    Cells that did not stay (1)
      | Means | Value | By | Gone at | Why
      changed name→cell | Ada | write w→statement | Step 1→1 | written to sstable 1
    Row 1 on A so far (1)
      Step 1: A writes one row from its memtable to an sstable."
  `);
  expect(textOf(run, { kind: 'entry', entry: `A/0/cache/0000000f` })).toMatch(/^Entry: Not there/u);
});
