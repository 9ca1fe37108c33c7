// Consoles in a session: what is typed becomes steps, what a console answered belongs to its place in the run tree.

import { describe, expect, test } from 'vitest';
import { inspect } from '../../engine/index.ts';
import { createAutomation } from '../automation/automation.ts';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import type { Session } from '../state/sessionState.ts';
import { shownState, timelineOf } from '../state/shown.ts';
import { consoleSessionAt, visibleLines } from './consoleLines.ts';

const open = (): Session => createSession({ seed: FIRST_SEED, config: firstScreen() });
const stepOf = (session: Session): number => session.store.getState().playhead.step;
const texts = (session: Session, node = 'A'): readonly string[] =>
  visibleLines(session.store.getState(), node).map(({ text, answer }) => `${answer.kind}: ${text}`);
const columns = (session: Session, node: number): readonly string[] =>
  (inspect(shownState(session.store.getState()), {}).nodes[node]?.shards[0]?.tables[0]?.columns ?? []).map(
    ({ name }) => name,
  );

describe('a text entered', () => {
  test('a script is done statement by statement; a schema change is merged by its own node', () => {
    const session = open();
    const entered = session.enter(
      'A',
      "USE demo; ALTER TABLE users ADD email text; INSERT INTO users (id, email) VALUES (7, 'x');",
    );
    expect(entered).toEqual({ done: 3, count: 3, rest: '', beyond: '', problem: null });
    const kinds = timelineOf(session.store.getState()).steps.map(({ command }) => command.kind);
    expect(kinds).toEqual(['alter-table', 'merge', 'insert']);
    expect(columns(session, 0)).toContain('email');
    expect(columns(session, 1)).not.toContain('email');
    expect(texts(session)).toEqual([
      'said: USE demo',
      'asked: ALTER TABLE users ADD email text',
      "asked: INSERT INTO users (id, email) VALUES (7, 'x')",
    ]);
  });

  test('what cannot be read stops the rest, says where in the text that is kept, and keeps it', () => {
    const session = open();
    const text =
      'ALTER TABLE users ADD email text;\n\nINSERT INTO users (id, email)\n  VALUES (7, Eve);\nUSE demo;';
    const { done, count, rest, problem } = session.enter('A', text);
    expect([done, count]).toEqual([1, 3]);
    expect(rest).toBe('INSERT INTO users (id, email)\n  VALUES (7, Eve);\nUSE demo;');
    expect(problem?.sentence).toBe(
      "line 2:14 expected a value, found 'Eve'. A text is written in single quotes: 'Eve'.",
    );
    expect(rest.slice(problem?.offset, (problem?.offset ?? 0) + (problem?.length ?? 0))).toBe('Eve');
    expect(stepOf(session)).toBe(2);
  });

  test.each([
    ['SELECT * FROM «usres» WHERE id = 1', 'unconfigured table demo.usres. Did you mean users? Node A has'],
    [
      'SELECT * FROM «dmo».users WHERE id = 1',
      "Keyspace 'dmo' does not exist. Did you mean demo? Node A has demo.",
    ],
    ['USE «deom»', "Keyspace 'deom' does not exist. Did you mean demo?"],
    [
      'SELECT * FROM «system».local WHERE key = 1',
      "Keyspace 'system' cannot be asked in CQL here: DESCRIBE tells",
    ],
    [
      'SELECT name, «nmae» FROM users WHERE id = 1',
      'Undefined column name nmae in table demo.users. Did you mean name? On node A it has id, name.',
    ],
    [
      'SELECT id FROM users WHERE «ids» = 1',
      'Undefined column name ids in table demo.users. Did you mean id?',
    ],
    [
      "SELECT * FROM users WHERE «name» = 'x'",
      'Non PRIMARY KEY name found in where clause: name columns of the key',
    ],
    [
      "INSERT INTO users (id,\n  «emial») VALUES (1, 'x')",
      'Undefined column name emial in table demo.users. On node A it has id, name.',
    ],
    [
      "INSERT INTO users «(name)» VALUES ('x')",
      'Missing mandatory PRIMARY KEY part id: the key of demo.users is id',
    ],
    [
      "INSERT INTO users (id, name) VALUES («'x'», 'y')",
      `Invalid STRING constant ('x') for "id" of type int: give a whole number between`,
    ],
    [
      'INSERT INTO users (id, name) VALUES (1, «2»)',
      'Invalid INTEGER constant (2) for "name" of type text: give text',
    ],
    ['UPDATE users SET «id» = 2 WHERE id = 1', 'PRIMARY KEY part id found in SET part: a key never changes'],
    [
      "UPDATE users SET name = 'x' WHERE id = «true»",
      'Invalid BOOLEAN constant (true) for "id" of type int: give',
    ],
    ['DELETE «id» FROM users WHERE id = 1', 'Invalid identifier id for deletion'],
    [
      'ALTER TABLE users ADD email text, «name» int',
      'Invalid column name name because it conflicts with an existing column',
    ],
    ['ALTER TABLE users DROP «emial»', 'Column emial was not found in table demo.users.'],
    ['ALTER TABLE users DROP «id»', 'Cannot drop PRIMARY KEY part id of demo.users.'],
    [
      'ALTER TABLE users ALTER name TYPE «int»',
      'Cannot change name from type text to type int: types are incompatible',
    ],
    [
      'ALTER TABLE users RENAME id TO «name»',
      'Cannot rename column id to name in table demo.users; another column',
    ],
    ['ALTER TABLE users RENAME «name» TO nick', 'Cannot rename non PRIMARY KEY part name of demo.users'],
    [
      'ALTER TABLE users ADD «s» int STATIC',
      'Static columns are only useful (and thus allowed) if the table has',
    ],
    ['ALTER TABLE users ADD n «counter»', 'Cannot add a counter column (n) in a non counter column family'],
    ['ALTER TABLE «user» ADD email text', 'unconfigured table demo.user. Did you mean users?'],
    ['CREATE TABLE «users» (id int PRIMARY KEY)', "Table 'demo.users' already exists on node A."],
    ['CREATE TABLE t (id int, PRIMARY KEY (id, «day»))', 'Unknown definition day referenced in PRIMARY KEY'],
    ['CREATE TABLE t («id» int STATIC PRIMARY KEY)', 'Static column id cannot be part of the PRIMARY KEY'],
    ['CREATE TABLE t (id «list<int>» PRIMARY KEY)', 'Invalid collection type for PRIMARY KEY component id'],
    ['CREATE KEYSPACE «demo»', "Keyspace 'demo' already exists on node A."],
    ['DROP TABLE «userz»', 'unconfigured table demo.userz. Did you mean users?'],
    ['DESCRIBE TABLE «userz»', 'unconfigured table demo.userz. Did you mean users?'],
    ['PREPARE p AS SELECT * FROM «userz» WHERE id = ?', 'unconfigured table demo.userz. Did you mean users?'],
    [
      'EXECUTE «nothing» (1)',
      'No statement nothing has been prepared on node A; there are ins. PREPARE it first.',
    ],
    ["EXECUTE ins (1, 'x', «2»)", 'Invalid amount of bind variables: ins takes 2'],
    ['EXECUTE «ins» (1)', 'Invalid amount of bind variables: ins takes 2'],
    ["EXECUTE ins USING «'x'», 'y'", `Invalid STRING constant ('x') for "id" of type int`],
  ] as const)('Q9 what the node refuses is told with its place: %s', (marked, sentence) => {
    const session = open();
    session.enter('A', 'PREPARE ins AS INSERT INTO users (id, name) VALUES (?, ?)');
    const before = stepOf(session);
    const text = marked.replace(/[«»]/gu, '');
    const { rest, problem, beyond } = session.enter('A', `DESCRIBE TABLES;\n ${text}; USE demo`);
    expect([rest, beyond]).toEqual([`${text}; USE demo`, 'USE demo']);
    const { offset = 0, length = 0 } = problem ?? {};
    expect(
      `${text.slice(0, offset)}«${text.slice(offset, offset + length)}»${text.slice(offset + length)}`,
    ).toBe(marked);
    const [, line, column, what] = /^line (\d+):(\d+) (.*)$/su.exec(problem?.sentence ?? '') ?? [];
    const ahead = text.slice(0, offset).split('\n');
    expect([Number(line), Number(column)]).toEqual([ahead.length, (ahead.at(-1)?.length ?? 0) + 1]);
    expect(what?.slice(0, sentence.length)).toBe(sentence);
    expect(stepOf(session)).toBe(before);
    expect(session.store.getState().problem).toBeNull();
  });

  test('the history of what was entered outlives time travel; blank texts are not kept', () => {
    const session = open();
    session.enter('A', 'ALTER TABLE users ADD email text;');
    session.enter('B', ' ;; ');
    session.seek(0);
    expect(session.store.getState().console.entered).toEqual([
      { node: 'A', text: 'ALTER TABLE users ADD email text;' },
    ]);
  });
});

test('a script types into a console too; what is refused is thrown', () => {
  const automation = createAutomation(open(), async () => undefined);
  expect(automation.cql('A', 'ALTER TABLE users ADD email text; TRACING ON')).toMatchObject({ step: 2 });
  expect(() => automation.cql('A', 'TRACING MAYBE')).toThrow('line 1:9 expected ON or OFF');
});

describe('a console in time', () => {
  test('going back shows it as it was then, with what it remembered then', () => {
    const session = open();
    session.enter('A', 'CONSISTENCY QUORUM; ALTER TABLE users ADD email text; CONSISTENCY ALL; TRACING ON');
    const settings = () => consoleSessionAt(session.store.getState(), 'A');
    expect(settings()).toMatchObject({ consistency: 'ALL', tracing: true });
    session.seek(1);
    expect(settings()).toMatchObject({ consistency: 'QUORUM', tracing: false });
    expect(texts(session)).toEqual(['said: CONSISTENCY QUORUM', 'asked: ALTER TABLE users ADD email text']);
    session.seek(0);
    expect(texts(session)).toEqual(['said: CONSISTENCY QUORUM']);
    session.end();
    expect(texts(session)).toHaveLength(4);
    expect(texts(session, 'B')).toEqual([]);
  });

  test('acting in the past branches off: each branch has its own lines, and the old ones are kept', () => {
    const session = open();
    session.enter('A', 'ALTER TABLE users ADD email text; CONSISTENCY ALL');
    session.seek(0);
    session.enter('A', 'ALTER TABLE users ADD phone text');
    expect(texts(session)).toEqual(['asked: ALTER TABLE users ADD phone text']);
    expect(consoleSessionAt(session.store.getState(), 'A').consistency).toBe('ONE');
    session.switchBranch(0);
    session.end();
    expect(texts(session)).toEqual(['asked: ALTER TABLE users ADD email text', 'said: CONSISTENCY ALL']);
  });

  test('undo and redo are moves in time: a statement goes and comes back with its line', () => {
    const session = open();
    session.enter('A', 'ALTER TABLE users ADD email text');
    session.undo();
    expect([stepOf(session), texts(session)]).toEqual([0, []]);
    session.redo();
    expect(texts(session)).toEqual(['asked: ALTER TABLE users ADD email text']);
  });

  test('a statement that an edit of the past plays again keeps the words in which it was typed', () => {
    const session = open();
    session.enter('B', 'ALTER TABLE users ADD phone text');
    session.enter('A', 'PREPARE ins AS INSERT INTO users (id, name) VALUES (?, ?)');
    expect(session.edit({ kind: 'remove', step: 1 }).ok).toBe(true);
    session.end();
    expect(session.store.getState().current).toBe(1);
    expect(texts(session)).toEqual(['asked: PREPARE ins AS INSERT INTO users (id, name) VALUES (?, ?)']);
    expect(session.enter('A', "EXECUTE ins (5, 'Eve')").problem).toBeNull();
  });

  test('a prepared statement that was not prepared yet is unknown there', () => {
    const session = open();
    session.enter('A', 'PREPARE ins AS INSERT INTO users (id, name) VALUES (?, ?)');
    session.seek(0);
    expect(session.enter('A', "EXECUTE ins (5, 'Eve')").problem?.sentence).toContain('PREPARE it first.');
  });
});
