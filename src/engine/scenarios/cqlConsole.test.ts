// A console on one node: what is typed becomes what is asked of the cluster, by the schema that this node has now.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerStatement,
  append,
  type CommandDraft,
  type ConsoleSession,
  completionsOf,
  NEW_CONSOLE,
  readScript,
  refusedPlace,
  spansOf,
} from '../index.ts';
import { type Play, play } from './play.test-support.ts';

interface Typed {
  readonly run: Play;
  readonly session: ConsoleSession;
  /** What the console answered, one text a statement. */
  readonly said: readonly string[];
}

const START = play({ table: [] });

/** Types a script into the console of a node; what it asks of the cluster is done at once, messages and merges too. */
function type(
  script: string,
  from: Pick<Typed, 'run' | 'session'> = { run: START, session: NEW_CONSOLE },
  node = 'A',
): Typed {
  let { run, session } = from;
  const said: string[] = [];
  for (const { read } of readScript(script)) {
    const answer = read.ok
      ? answerStatement(run.state.core, node, session, read.statement)
      : ({ ok: false, problem: read.problem.sentence } as const);
    if (!answer.ok) {
      said.push(answer.problem);
      continue;
    }
    const { command, text } = answer.value;
    session = answer.value.session;
    const asked = command === null ? { run, said: text ?? '' } : ask(run, command);
    run = asked.run;
    said.push(asked.said);
  }
  return { run, session, said };
}

function ask(run: Play, command: CommandDraft): { readonly run: Play; readonly said: string } {
  const refused = run.refusal(command);
  return refused === null ? { run: run.append(command).drain(), said: 'asked' } : { run, said: refused };
}

const SCHEMA = `CREATE KEYSPACE app WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 3};
  USE app;
  CREATE TABLE visits (
    user text, day int, badge int STATIC, note text, tags set<text>,
    PRIMARY KEY (user, day)
  ) WITH CLUSTERING ORDER BY (day DESC) AND comment = 'who''s there';`;

const made = type(SCHEMA);

/** A read typed into the console of a node, and the rows that it gave. */
function rows(typed: Typed, select: string, node = 'A'): unknown {
  const before = Object.keys(typed.run.inspection().results).length;
  const { run, said } = type(select, typed, node);
  expect(said).toEqual(['asked']);
  const results = Object.keys(run.inspection().results);
  expect(results.length).toBeGreaterThanOrEqual(before);
  return run.rows(results.at(-1) ?? '');
}

describe('Q6 from text to the cluster', () => {
  test('Q6 a pasted schema makes keyspace and table on every node', () => {
    expect(made.said).toEqual(['asked', 'Keyspace app is in use.', 'asked']);
    const columns = made.run.inspection().nodes[2]?.shards[0]?.tables[0]?.columns;
    expect(columns?.map(({ name, kind, id }) => `${name} ${kind} ${id}`)).toEqual([
      'user partition_key 0',
      'day clustering_key 0',
      'badge static 0',
      'note regular 0',
      'tags regular 1',
    ]);
  });

  test('Q6 rows are written, changed, deleted and read by their keys', () => {
    const written = type(
      `CONSISTENCY ALL;
       INSERT INTO visits (user, day, note, tags) VALUES ('ada', 1, 'hello', {'b', 'a'}) USING TIMESTAMP 500;
       UPDATE visits USING TIMESTAMP 501 SET badge = 7 WHERE user = 'ada';
       INSERT INTO app.visits (user, day, note) VALUES ('ada', 2, 'again') USING TIMESTAMP 502;
       DELETE note FROM visits USING TIMESTAMP 503 WHERE user = 'ada' AND day = 2;`,
      made,
    );
    expect(written.said).toEqual(['Consistency level set to ALL.', 'asked', 'asked', 'asked', 'asked']);
    expect(rows(written, "SELECT * FROM visits WHERE user = 'ada' AND day = 1", 'B')).toEqual([
      { user: 'ada', day: '1', badge: '7@501', note: 'hello@500', tags: "{'a', 'b'}@500" },
    ]);
    const gone = type("DELETE FROM visits USING TIMESTAMP 600 WHERE user = 'ada'", written);
    expect(rows(gone, "SELECT note FROM visits WHERE user = 'ada'")).toEqual([]);
  });

  test('W9 Q6 a prepared statement keeps its schema while only a comment changes', () => {
    const prepared = type(
      "PREPARE ins AS INSERT INTO visits (user, day, note) VALUES (?, ?, ?); ALTER TABLE visits WITH comment = 'x'; EXECUTE ins ('bob', 3, 'hi')",
      made,
    );
    expect(prepared.said).toEqual(['asked', 'asked', 'asked']);
    expect(rows(prepared, "SELECT note FROM visits WHERE user = 'bob' AND day = 3")).toMatchObject([
      { note: expect.stringContaining('hi') },
    ]);
  });

  test('Q6 DESCRIBE TABLE prints what would make the table as this node knows it', () => {
    const { said } = type('DESCRIBE TABLE visits', made);
    const again = type(`CREATE KEYSPACE app; ${said[0]}`);
    expect(said[0]).toContain("WITH CLUSTERING ORDER BY (day DESC) AND comment = 'who''s there';");
    expect(again.run.inspection().nodes[0]?.shards[0]?.tables[0]?.columns).toEqual(
      made.run.inspection().nodes[0]?.shards[0]?.tables[0]?.columns,
    );
  });

  test('Q6 DESCRIBE KEYSPACES and TABLES name what this node knows', () => {
    expect(type('DESCRIBE KEYSPACES; DESC TABLES', made).said).toEqual(['app\nks', 'app.visits']);
    expect(type('CREATE KEYSPACE other; DESCRIBE KEYSPACES', made).said.at(-1)).toBe('app\nks\nother');
  });

  test('Q6 DESCRIBE SCHEMA is a script that makes the same tables again', () => {
    const [told] = type('DESCRIBE KEYSPACE app', made).said;
    expect(told).toMatch(/^CREATE KEYSPACE app;\n\nCREATE TABLE app\.visits \(/u);
    expect(type('DESCRIBE SCHEMA', made).said[0]).toMatch(/CREATE KEYSPACE ks;$/u);
    expect(type('DESCRIBE KEYSPACE nix', made).said[0]).toMatch(/^Keyspace 'nix' does not exist/u);
    expect(type('CREATE KEYSPACE IF NOT EXISTS app; DROP KEYSPACE IF EXISTS nix', made).said).toEqual([
      'Keyspace app is there already: nothing to do.',
      'There is no keyspace nix on node A: nothing to do.',
    ]);
  });

  test('Q6 a console asks by what its own node knows', () => {
    const changes = [{ kind: 'add', name: 'phone', type: 'text' }] as const;
    const run = made.run
      .append({ kind: 'alter-table', node: 'A', keyspace: 'app', table: 'visits', changes })
      .deliver('merge A');
    const from = { run, session: NEW_CONSOLE };
    const select = "SELECT phone FROM visits WHERE user = 'x'";
    expect(type(select, from, 'A').said).toEqual(['asked']);
    expect(type(select, from, 'C').said).toEqual([
      'Undefined column name phone in table app.visits. On node C it has user, day, badge, note, tags.',
    ]);
  });
});

describe('Q6 what is refused', () => {
  test.each([
    [
      'SELECT * FROM users WHERE id = 1',
      'unconfigured table app.users. Node A has app.visits: create it first, or wait until A has heard of it.',
    ],
    [
      "INSERT INTO visits (user, day, age) VALUES ('a', 1, 2)",
      'Undefined column name age in table app.visits. Did you mean badge? On node A it has user, day, badge, note, tags.',
    ],
    [
      "SELECT * FROM visits WHERE note = 'x'",
      'Non PRIMARY KEY note found in where clause: name columns of the key of app.visits, user, day.',
    ],
    ["EXECUTE ins ('a')", 'No statement ins has been prepared on node A. PREPARE it first.'],
    [
      'CREATE TABLE t (a int, PRIMARY KEY (b))',
      'Unknown definition b referenced in PRIMARY KEY: add a column b, or leave it out of the key.',
    ],
    ['CREATE TABLE t (a int, PRIMARY KEY (a, a))', 'The column a stands twice in PRIMARY KEY: name it once.'],
  ])('Q6 %s', (text, sentence) => {
    const { said, run } = type(text, made);
    expect(said).toEqual([sentence]);
    expect(run).toBe(made.run);
  });

  test.each([
    [
      "INSERT INTO visits (user, day,\n  «aeg») VALUES ('a', 1, 2)",
      'line 2:3 Undefined column name aeg in table app.visits.',
    ],
    ["DELETE note FROM visits «WHERE user = 'a'»", 'line 1:25 Missing mandatory PRIMARY KEY part day:'],
    [
      "UPDATE visits SET tags = «'x'» WHERE user = 'a' AND day = 1",
      `line 1:26 Invalid STRING constant ('x') for "tags"`,
    ],
    ['EXECUTE ins («7»)', 'line 1:14 Invalid INTEGER constant (7) for "user" of type text'],
  ])('Q9 the place of what is refused: %s', (marked, told) => {
    const from = type('PREPARE ins AS SELECT * FROM visits WHERE user = ?', made);
    const text = marked.replace(/[«»]/gu, '');
    const [part] = readScript(text);
    if (part === undefined || !part.read.ok) throw new Error('this should be read');
    const answer = answerStatement(from.run.state.core, 'A', from.session, part.read.statement);
    const command = answer.ok ? answer.value.command : null;
    const refused = !answer.ok ? answer : command === null ? null : append(from.run.timeline, command);
    if (refused === null || refused.ok) throw new Error('this should be refused');
    const { sentence, place } = refusedPlace(part, from.session, refused);
    expect(sentence.slice(0, told.length)).toBe(told);
    const end = place.offset + place.length;
    expect(`${text.slice(0, place.offset)}«${text.slice(place.offset, end)}»${text.slice(end)}`).toBe(marked);
  });

  test('Q6 too few values for a prepared statement', () => {
    const { said } = type('PREPARE g AS SELECT * FROM visits WHERE user = ?; EXECUTE g ()', made);
    expect(said[1]).toBe(
      "Invalid amount of bind variables: g takes 1, one value for each '?', and 0 are given.",
    );
  });

  test('Q6 IF NOT EXISTS and IF EXISTS have nothing to do', () => {
    const { said } = type(
      'CREATE TABLE IF NOT EXISTS visits (a int PRIMARY KEY); DROP TABLE IF EXISTS users',
      made,
    );
    expect(said).toEqual([
      'visits is there already: nothing to do.',
      'There is no users on node A: nothing to do.',
    ]);
  });
});

describe('Q7 help while typing', () => {
  const tables = [
    { keyspace: 'app', table: 'visits', columns: ['user', 'day', 'Note'] },
    { keyspace: 'app', table: 'users', columns: ['id'] },
  ];
  test.each<[string, readonly string[]]>([
    ['SEL', ['SELECT']],
    ['INSERT INTO v', ['visits']],
    ['INSERT INTO visits (us', ['user', 'USING TIMESTAMP']],
    ['SELECT * FROM visits WHERE d', ['day']],
    ['SELECT * FROM visits WHERE day = 1 AND n', []],
    ['ALTER TABLE users ADD age in', ['int']],
    ['USE app; CONS', ['CONSISTENCY']],
    ['SELECT', []],
  ])('Q7 %s', (text, words) => {
    expect(completionsOf(text, tables).words).toEqual(words);
  });

  test('Q7 spans, joined, give the text again, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom("'", '"', '-', '/', '*', '$', 'a', ' ', '\n') }),
        ),
        (text) => {
          expect(
            spansOf(text)
              .map((span) => span.text)
              .join(''),
          ).toBe(text);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });

  test('Q7 a comment, a word, a name and a text have colours of their own', () => {
    expect(spansOf("SELECT a -- x\n'b'").map(({ kind }) => kind)).toEqual([
      'keyword',
      'blank',
      'name',
      'comment',
      'text',
    ]);
  });
});
