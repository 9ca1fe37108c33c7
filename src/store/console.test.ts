// Consoles in a session: what is typed becomes steps, what a console answered belongs to its place in the run tree.

import { describe, expect, test } from 'vitest';
import { inspect } from '../engine/index.ts';
import { createAutomation } from './automation.ts';
import { consoleSessionAt, visibleLines } from './consoleLines.ts';
import { FIRST_SEED, firstScreen } from './firstScreen.ts';
import { createSession } from './session.ts';
import type { Session } from './sessionState.ts';
import { shownState, timelineOf } from './shown.ts';

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
    expect(entered).toEqual({ done: 3, count: 3, rest: '', problem: null });
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
    ['SELECT * FROM nowhere WHERE id = 1', /^unconfigured table nowhere: node A knows demo\.users\.$/],
    ['ALTER TABLE users DROP nothing', /nothing/],
    ["INSERT INTO users (id, name) VALUES ('x', 'y')", /id/],
  ])('what the node refuses is told in its words and marks the statement: %s', (text, sentence) => {
    const session = open();
    const { rest, problem } = session.enter('A', `${text}; USE demo`);
    expect(rest).toBe(`${text}; USE demo`);
    expect(problem?.sentence).toMatch(sentence);
    expect(problem).toMatchObject({ offset: 0, length: text.length });
    expect(stepOf(session)).toBe(0);
    expect(texts(session)).toEqual([`refused: ${text}`]);
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
