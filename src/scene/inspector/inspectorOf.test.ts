import { expect, test } from 'vitest';
import {
  type Command,
  type CommandDraft,
  pendingChoices,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import { seenVersions } from '../run/seenVersions.ts';
import type { Selection } from '../shape/scene.ts';
import { inspectorOf } from './inspectorOf.ts';
import { inspectionText } from './inspectorText.test-support.ts';

const OPTIONS = { selection: null, tableKey: null, naming: 'lesson' } as const;

function inspected(run: Timeline, selection: Selection | null, step = run.steps.length) {
  return inspectorOf(run, { step, fraction: 0 }, selection, OPTIONS);
}

const write: CommandDraft = {
  kind: 'insert',
  node: 'A',
  ...TABLE,
  key: { id: 2 },
  values: { name: 'Bob', email: 'b@x' },
  consistency: 'QUORUM',
};

/** A adds a column and writes it; the write reaches B before the news does. */
function writeBeforeNews(): Timeline {
  const changed = doPending(play(usersRun(), add('A', 'email')), (one) => one.kind === 'merge');
  const written = play(changed, write);
  return doPending(written, (one) => one.message?.verb === 'MUTATION' && one.to === 'B');
}

const versionAt = (run: Timeline, slot: number): string => seenVersions(run).list[slot]?.version ?? '';

test('a version tells its columns, what it contains and who has it', () => {
  const run = writeBeforeNews();
  const text = inspectionText(inspected(run, { kind: 'version', version: versionAt(run, 1) }), [
    'columns',
    'containment',
    'owners',
  ]);
  expect(text).toMatchInlineSnapshot(`
    "Schema version: Version X
    One node stands at X now.
    Columns (3)
      | Column | Kind | Id | Type | Dropped
      | id→column | partition key | 0 | int | –
      | email→column | regular | 0 | text | –
      | name→column | regular | 1 | text | –
    What it contains
      Contains: V0→version
      Contained in: none
      Side by side with: none
    Who has it
      | Node | Current | Registry | Held by
      | A→node | yes | loaded→registry synced | table users row 2, memtable→entry write s2→statement
      | B→node | – | loading→registry not synced | write s2→statement
      | C→node | – | not there | –"
  `);
});

test('the bytes of a version lead to its digest', () => {
  const run = writeBeforeNews();
  const version = versionAt(run, 1);
  const preimage = inspected(run, { kind: 'version', version }).sections.find(
    ({ key }) => key === 'preimage',
  );
  expect(
    inspectionText({ ...inspected(run, null), sections: preimage === undefined ? [] : [preimage] }),
  ).toContain(`Version: ${version}`);
});

test('a registry entry tells how it came to its states', () => {
  const run = writeBeforeNews();
  const selection = { kind: 'registry', node: 'B', shard: 0, version: versionAt(run, 1) } as const;
  expect(inspectionText(inspected(run, selection))).toMatchInlineSnapshot(`
    "Registry entry: X on B
    B has asked what X looks like. What it contains is not known to be merged there.
    Facts
      Schema version: X→version
      Node: B→node
      Load: loading
      Sync: not synced
      Asked of: A→node
      Pulled for: no
      Held by: write s2→statement
    Requests that wait for it (1)
      Waits: write s2. B asks A what X is.
    States so far (1)
      | At | Load | Sync | Held by
      changed Step 4→4 | loading | not synced | write s2→statement
    What happened (2)
      Step 4: B makes the write wait: it does not know version X.
      Step 4: B does not know version X: it asks A, the sender."
  `);
});

test('a registry entry lists each change of its states and of who holds it', () => {
  const run = settled(play(settled(writeBeforeNews()), drop));
  const selection = { kind: 'registry', node: 'B', shard: 0, version: versionAt(run, 1) } as const;
  expect(inspectionText(inspected(run, selection), ['states'])).toMatchInlineSnapshot(`
    "Registry entry: X on B
    B knows what X looks like. It is marked as merged there.
    States so far (3)
      | At | Load | Sync | Held by
      | Step 4→4 | loading | not synced | write s2→statement
      | Step 5→5 | loaded | synced | table users row 2, memtable→entry
      | Step 20→20 | loaded | synced | row 2, memtable→entry"
  `);
});

test('a node tells what it serves, knows and waits for', () => {
  const run = writeBeforeNews();
  const text = inspectionText(inspected(run, { kind: 'node', node: 'B' }));
  expect(text).toMatchInlineSnapshot(`
    "Node: Node B
    Its table users stands at V0.
    Facts
      State: up
      Digest: c7c5ff2e-8517-3f90-82dd-2fe25559a598
      Clock: 18.7 ms right
    Tables (1)
      | Table | Version | memtable | cache | sstables | commitlog
      | users | V0→version | 1 | 0 | 0 | 1
    Merge lock and waiting requests (1)
      Waits: write s2. B asks A what X is.
    Schema registry (2)
      | Version | Load | Sync | Held by
      | V0→registry | loaded | synced | table users row 1, memtable→entry
      | X→registry | loading | not synced | write s2→statement
    What gossip told (2)
      | Peer | Believed | Digest heard | Same | Pull set | Heard mine
      | A→node | up | c7c5 | yes | no | yes
      | C→node | up | c7c5 | yes | no | yes
    Prepared statements (0)
      none
    Statements it coordinates (0)
      none
    schema_keyspaces (1)
      | Cell | Value | Written
      | durable_writes | true | @2
      | strategy_class | org.apache.cassandra.locator.SimpleStrategy | @2
      | strategy_options | {} | @2
    schema_columnfamilies (1)
      | Cell | Value | Written
      | cf_id | de19a69e-e7ca-3f5b-8fbd-1900c593788a | @2
      | column_aliases | [] | @2
      | comment | '' | @2
      | comparator | org.apache.cassandra.db.marshal.CompositeType(org.apache.cassandra.db.marshal.UTF8Type) | @2
      | default_validator | org.apache.cassandra.db.marshal.BytesType | @2
      | gc_grace_seconds | 864000 | @2
      | is_dense | false | @2
      | key_aliases | ["id"] | @2
      | key_validator | org.apache.cassandra.db.marshal.Int32Type | @2
      | type | Standard | @2
    schema_columns (2)
      | Cell | Value | Written
      | type | partition_key | @2
      | validator | org.apache.cassandra.db.marshal.Int32Type | @2
      | Cell | Value | Written
      | component_index | 0 | @2
      | type | regular | @2
      | validator | org.apache.cassandra.db.marshal.UTF8Type | @2"
  `);
});

test('a statement tells its CQL, its outcome, its cost and its messages', () => {
  const run = writeBeforeNews();
  expect(inspectionText(inspected(run, { kind: 'statement', statement: 's2' }))).toMatchInlineSnapshot(`
    "Statement: write s2

    CQL
      INSERT INTO demo.users (id, name, email) VALUES (2, 'Bob', 'b@x');
    Facts
      Coordinator: A→node
      Given at: Step 3→3
      Timestamp: @2203 2.2 ms
      Consistency: QUORUM
      Id: s2
    Outcome
      The client has no answer yet.
    What it cost so far
      Definitions asked for (LOAD): 1 B, step 4→4
      Writes sent: 2 A, step 3→3
    Messages (3)
      | Message | Sent | State
      changed Write at X, A to B→message | Step 3→3 | delivered Step 4→4
      | Write at X, A to C→message | Step 3→3 | on the way
      | Question what X is, B to A→message | Step 4→4 | on the way
    What happened (10)
      Step 3: A takes a write of row 2 at version X.
      Step 3: A sends the write to B, at version X.
      Step 3: A sends the write to C, at version X.
      Step 3: A notes the write of row 2 in its commitlog.
      Step 3: A keeps row 2 in its memtable at version X.
      Step 3: A applies the write of row 2 under X.
      Step 3: A has applied the write itself: 1 confirmed, 2 needed.
      Step 4: B receives a write of version X from A.
      Step 4: B makes the write wait: it does not know version X.
      Step 4: B does not know version X: it asks A, the sender."
  `);
});

test('without a selection the step at the playhead is told', () => {
  const run = writeBeforeNews();
  expect(inspectionText(inspected(run, null))).toMatchInlineSnapshot(`
    "Step: Step 4
    B does not know version X: it asks A, the sender.
    Facts
      Time: 18.7 ms
      Command: deliver
      Message: Write at X, A to B→message
    What happens (4)
      B receives a write of version X from A.
      B makes the write wait: it does not know version X.
      B asks A for the definition of X.
      B does not know version X: it asks A, the sender."
  `);
});

/** B has the lock for a change of its own when the push comes; later a push is lost, and a link cut. */
test.each<readonly [find: (command: Command) => boolean, about: readonly string[]]>([
  [({ kind }) => kind === 'alter-table', ['Command: alter-table s1→statement', 'Node: A→node']],
  [
    (command) => command.kind === 'merge' && command.node === 'A',
    ['Command: merge', 'Merge of: +email s1→statement', 'Node: A→node'],
  ],
  [({ kind }) => kind === 'deliver', ['Command: deliver', 'Message: Push +email, A to B→message']],
  [
    (command) => command.kind === 'merge' && command.node === 'B' && command.merge.includes('s1'),
    ['Command: merge', 'Merge of: Push +email, A to B→message', 'Node: B→node'],
  ],
  [({ kind }) => kind === 'gossip', ['Command: gossip', 'Nodes: A→node B→node']],
  [({ kind }) => kind === 'lose', ['Command: lose', 'Message: Push −name, A to B→message']],
  [({ kind }) => kind === 'cut', ['Command: cut', 'Nodes: A→node C→node']],
])('a step names what it was about, and its lines lead nowhere else (%#)', (find, about) => {
  const pushed = doPending(
    play(usersRun(), add('A', 'email'), add('B', 'phone')),
    ({ message, to }) => message?.verb === 'DEFINITIONS_UPDATE' && to === 'B',
  );
  const news = settled(pushed);
  const lost = play(news, drop, { kind: 'cut', a: 'A', b: 'C' });
  const key = stateAt(lost, lost.steps.length).core.messages.find(({ to }) => to === 'B')?.key ?? '';
  const run = play(lost, { kind: 'lose', message: key });
  const step = run.steps.findIndex(({ command }) => find(command)) + 1;
  const inspection = inspected(run, null, step);
  const facts = inspectionText(inspection, ['facts']).split('\n').slice(4);
  expect(facts.map((line) => line.trim())).toEqual(about);
  expect(inspection.sections.flatMap(({ blocks }) => blocks).map(({ kind }) => kind)).not.toContain(
    'history',
  );
});

test('what the playhead has not reached is not told', () => {
  const run = writeBeforeNews();
  expect(inspected(run, { kind: 'version', version: versionAt(run, 1) }, 0).sections).toHaveLength(1);
  expect(inspected(run, { kind: 'statement', statement: 's1' }, 0).title).toBe('Not there');
  expect(stateAt(run, 0).core.messages).toEqual([]);
});

const drop: CommandDraft = {
  kind: 'alter-table',
  node: 'A',
  ...TABLE,
  changes: [{ kind: 'drop', name: 'name' }],
};
const read: CommandDraft = { kind: 'select', node: 'B', ...TABLE, key: { id: 1 }, consistency: 'ONE' };

/** Ada's cell moves when its row is read under X, and goes when its column is dropped. */
function movedAndDropped(): Timeline {
  const moved = settled(play(settled(play(usersRun(), add('B', 'email'))), read));
  const flushed = play(settled(play(moved, { kind: 'flush', node: 'B', ...TABLE })), read);
  return settled(play(settled(play(flushed, drop)), read));
}

test('a cell tells its whole fate', () => {
  const run = movedAndDropped();
  const before = run.steps.findIndex(({ command }) => command.kind === 'flush');
  const cell = { kind: 'cell', entry: 'B/0/memtable/00000001', row: 'row', column: 'name' } as const;
  expect(inspectionText(inspected(run, cell, before))).toMatchInlineSnapshot(`
    "Cell: name of row 1

    Facts
      Value: Ada
      Bytes: 0x416461
      Written: @3
      Written by: write w→statement
      Written for: name→column
      Stored in: Row 1 in memtable of B→entry
      Id: 1
      Stored at: X→version
    Its fate on B (2)
      It was written before the run begins.
      Step 11: B upgrades its memtable entry from V0 to X: the cell moves from box 0 to box 1.
      Step 11: B answers read s2 with it: name = Ada.
    Its fate on the other nodes (0)
      Nothing has touched it.
    Where it is now (3)
      | Where | Version | Id | Holds
      | A→node memtable→entry | V0→version | 0 | name = Ada
      | B→node memtable→entry | X→version | 1 | name = Ada
      | C→node memtable→entry | V0→version | 0 | name = Ada
    The id of name, version by version
      | Version | Id | Kind | Current
      | V0→version | 0 | regular | –
      | X→version | 1 | regular | yes"
  `);
  const onDisk = { ...cell, entry: 'B/0/sstable 1/00000001' };
  expect(inspectionText(inspected(run, onDisk))).toMatchInlineSnapshot(`
    "Cell: name of row 1

    Facts
      Value: Ada
      Bytes: 0x416461
      Written: @3
      Written by: write w→statement
      Written for: name→column
      Stored in: Row 1 in sstable 1 of B→entry
      Id: by name
    Its fate on B (6)
      It was written before the run begins.
      Step 11: B upgrades its memtable entry from V0 to X: the cell moves from box 0 to box 1.
      Step 11: B answers read s2 with it: name = Ada.
      Step 12: B writes it to sstable 1, under its name.
      Step 12: B has it in its cache too: box 1 in X.
      Step 13: B answers read s3 with it: name = Ada.
      Step 24: B no longer has it in its cache (name: no such column).
    Its fate on the other nodes (0)
      Nothing has touched it.
    Where it is now (3)
      | Where | Version | Id | Holds
      | A→node memtable→entry | V0→version | 0 | name = Ada
      | B→node sstable 1→entry | – | – | name = Ada
      | C→node memtable→entry | V0→version | 0 | name = Ada
    The id of name, version by version
      | Version | Id | Kind | Current
      | V0→version | 0 | regular | –
      | X→version | 1 | regular | –
      dead Y→version | not present |  | yes"
  `);
});

test('an entry tells its cells and what touched it', () => {
  const run = settled(play(usersRun(), add('B', 'email')));
  const entry = { kind: 'entry', entry: 'B/0/memtable/00000001' } as const;
  expect(inspectionText(inspected(run, entry))).toMatchInlineSnapshot(`
    "Entry: Row 1 in memtable of B
    It is stored at V0; its table is at X.
    Facts
      Node: B→node
      Stored in: memtable
      Stored at: V0→version
      Its table is at: X→version
      Key: 1 0x00000001
      Row marker: @3
    Cells (1)
      | Id | Means | Value | Written | By
      | 0 | name→cell | Ada | @3 | write w→statement
    Row 1 on B so far (0)
      Nothing has touched it since the run began."
  `);
  expect(inspected(run, { ...entry, entry: 'B/0/cache/00000001' }).title).toBe('Not there');
});

test('a column tells its ids and its drop time', () => {
  expect(
    inspectionText(inspected(movedAndDropped(), { kind: 'column', column: 'name' })),
  ).toMatchInlineSnapshot(`
    "Column: name
    2 versions of users so far have it.
    On the nodes now
      | Node | Version | Id | Kind | Type | Dropped
      dead A→node | Y→version | not present |  |  | @788361
      dead B→node | Y→version | not present |  |  | @788361
      dead C→node | Y→version | not present |  |  | @788361
    Statements about it (2)
      | Statement | At | Node | Timestamp
      | CREATE users→statement | before the run begins | A→node | @2
      | DROP name→statement | Step 14→14 | A→node | @788361
    Version by version
      | Version | At | Id | Kind | Type | Dropped
      | V0→version | Start→0 | 0 | regular | text | –
      | X→version | Step 2→2 | 1 | regular | text | –
      dead Y→version | Step 15→15 | not present |  |  | @788361"
  `);
});

test('a message tells what it carries and how it ended', () => {
  const run = writeBeforeNews();
  const push = inspected(run, { kind: 'message', message: 'DEFINITIONS_UPDATE A>B s1' });
  expect(inspectionText(push)).toMatchInlineSnapshot(`
    "Message: Push +email, A to B

    Facts
      Verb: DEFINITIONS_UPDATE
      From: A→node
      To: B→node
      Statement: +email s1→statement
      Sent: Step 1→1 on the way
    What it carries
      The rows of the system tables that +email wrote, and no others.
      | Cell | Value | Written
      | durable_writes | true | @1003
      | strategy_class | org.apache.cassandra.locator.SimpleStrategy | @1003
      | strategy_options | {} | @1003
      | Cell | Value | Written
      | cf_id | de19a69e-e7ca-3f5b-8fbd-1900c593788a | @1003
      | column_aliases | [] | @1003
      | comment | '' | @1003
      | comparator | org.apache.cassandra.db.marshal.CompositeType(org.apache.cassandra.db.marshal.UTF8Type) | @1003
      | default_validator | org.apache.cassandra.db.marshal.BytesType | @1003
      | gc_grace_seconds | 864000 | @1003
      | is_dense | false | @1003
      | key_aliases | ["id"] | @1003
      | key_validator | org.apache.cassandra.db.marshal.Int32Type | @1003
      | type | Standard | @1003
      | Cell | Value | Written
      | component_index | 0 | @1003
      | type | regular | @1003
      | validator | org.apache.cassandra.db.marshal.UTF8Type | @1003
      | Cell | Value | Written
      | type | partition_key | @1003
      | validator | org.apache.cassandra.db.marshal.Int32Type | @1003
      | Cell | Value | Written
      | component_index | 0 | @1003
      | type | regular | @1003
      | validator | org.apache.cassandra.db.marshal.UTF8Type | @1003
    What happened (1)
      Step 1: A sends +email to B."
  `);
  const mutation = run.steps[2]?.state.core.messages.find(
    ({ verb, to }) => verb === 'MUTATION' && to === 'B',
  );
  const sent = inspected(run, { kind: 'message', message: mutation?.key ?? '' });
  expect(inspectionText(sent)).toMatchInlineSnapshot(`
    "Message: Write at X, A to B

    Facts
      Verb: MUTATION
      From: A→node
      To: B→node
      Statement: write s2→statement
      Schema version: X→version
      Sent: Step 3→3 delivered Step 4→4
    What it carries
      Cells by column id: they mean nothing without the version.
      Key: 2
      Stored at: X→version
      Confirm to: A→node
      Row marker: @2203
      | Id | Means | Value | Written | By
      | 0 | email | b@x | @2203 | write s2→statement
      | 1 | name | Bob | @2203 | write s2→statement
    What happened (2)
      Step 3: A sends the write to B, at version X.
      Step 4: B receives a write of version X from A."
  `);
});

test('what deletes, or is a row without a cell, is told of a message and of an entry', () => {
  const gone = play(usersRun(), { ...write, kind: 'delete', key: { id: 1 }, values: {}, consistency: 'ONE' });
  const sent = pendingChoices(stateAt(gone, gone.steps.length)).find(
    ({ message }) => message?.verb === 'MUTATION',
  );
  const carried = inspectionText(inspected(gone, { kind: 'message', message: sent?.id ?? '' }));
  expect(carried).toMatch(/Tombstones: partition deleted @\d+\n/);
  expect(carried).toContain('It holds no cell.');
  const bare = play(usersRun(), { ...write, key: { id: 3 }, values: {} });
  const entry = project(bare, { step: bare.steps.length, fraction: 0 }, OPTIONS)
    .nodes.flatMap(({ sources }) => sources.flatMap(({ entries }) => entries))
    .find(({ row }) => row === '3');
  expect(inspectionText(inspected(bare, { kind: 'entry', entry: entry?.key ?? '' }))).toMatch(
    /Row marker: @\d+/,
  );
});

test('an entry of the registry that stands since the beginning is not said to be missing', () => {
  const run = usersRun();
  const registry = { kind: 'registry', node: 'B', shard: 0, version: versionAt(run, 0) } as const;
  const text = inspectionText(inspected(run, registry));
  expect(text).toContain('Nothing has happened to it since the run began.');
  expect(text).not.toContain('has not existed');
});

test('the messages of a statement are also those that others sent because of it, with the answers', () => {
  const lost = play(writeBeforeNews(), { kind: 'lose', message: 'DEFINITIONS_UPDATE A>B s1' });
  const run = settled(lost);
  const text = inspectionText(inspected(run, { kind: 'statement', statement: 's2' }), ['cost', 'messages']);
  expect(text).toMatchInlineSnapshot(`
    "Statement: write s2

    What it cost so far
      Definitions asked for (LOAD): 1 B, step 4→4
      Schema pulls (SYNC): 1 B, step 10→10
      Writes sent: 2 A, step 3→3
      Schema merges: 1 B, step 13→13
      Flushes of system tables: 1 B, step 13→13
      Digests announced: 1 B, step 13→13
    Messages (8)
      | Message | Sent | State
      | Write at X, A to B→message | Step 3→3 | delivered Step 4→4
      | Write at X, A to C→message | Step 3→3 | delivered Step 7→7
      | Question what X is, B to A→message | Step 4→4 | delivered Step 8→8
      | Confirmation, C to A→message | Step 7→7 | delivered Step 9→9
      | Definition of X, A to B→message | Step 8→8 | delivered Step 10→10
      | Request for all changes, B to A→message | Step 10→10 | delivered Step 12→12
      | All changes, A to B→message | Step 12→12 | delivered Step 13→13
      | Confirmation, B to A→message | Step 13→13 | delivered Step 14→14"
  `);
});

test('of the costs, merges that changed nothing stand right under the merges', () => {
  const asked = doPending(play(usersRun(), add('A', 'email')), (one) => one.kind === 'merge');
  const twice = settled(play(asked, { kind: 'duplicate', message: 'DEFINITIONS_UPDATE A>B s1' }));
  const text = inspectionText(inspected(twice, { kind: 'statement', statement: 's1' }), ['cost']);
  expect(text).toMatch(/Schema merges: 4 .*\n\s+of which changed nothing: 1 .*\n/);
});

test('without version tags a cell tells under whose name it was read', () => {
  const untagged = play(usersRun(), { kind: 'protect', protections: { versionTags: false } });
  const run = settled(play(settled(play(untagged, add('B', 'email'))), read));
  const cell = { kind: 'cell', entry: 'B/0/memtable/00000001', row: 'row', column: 'email' } as const;
  const told = inspected(run, cell);
  expect(told.lead).toBe('These bytes were written for name: here they stand for email.');
  expect(inspectionText(told)).toContain('with it as email = Ada: it was written for name.');
});
