// Whatever is typed into a console: no exception, no hang, every refusal a sentence with a place or a remedy, and what is
// refused changes nothing. `npm run fuzz:cql` types a hundred thousand texts; here it is a sample.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stateHash } from '../../engine/index.ts';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import type { Session } from '../state/sessionState.ts';
import { shownState } from '../state/shown.ts';

const RUNS = Number(process.env['SCHEMERGE_FUZZ'] ?? 400);
const STEPS_KEPT = 60;

const word = fc.constantFrom(
  ...'SELECT INSERT INTO UPDATE DELETE FROM ALTER TABLE CREATE DROP ADD TYPE RENAME TO WITH comment WHERE AND SET VALUES USING TIMESTAMP PREPARE AS EXECUTE CONSISTENCY QUORUM TRACING ON DESCRIBE HELP CLEAR USE KEYSPACE PRIMARY KEY STATIC'.split(
    ' ',
  ),
  ...'users demo id name email phone ins int text set<text> * ? = ( ) , ; . { } [ ] : < > -- /* */ $$'.split(
    ' ',
  ),
  ...[
    "'",
    '"',
    "'Ada'",
    '1',
    '-1',
    '1e999',
    '99999999999999999999',
    '0xzz',
    '0xcafe',
    '\n',
    '\0',
    '🜁',
    "''",
    'NaN',
  ],
);
/** Statements that mean something, with a hole or two that may not. */
const hole = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'users',
      'id',
      'name',
      'email',
      'phone',
      '1',
      '2',
      "'x'",
      'int',
      'text',
      'set<text>',
      '?',
      'null',
    ),
  },
  word,
  fc.string({ maxLength: 6 }),
);
const shape = fc
  .tuple(
    fc.constantFrom(
      'ALTER TABLE users ADD _ _',
      'ALTER TABLE users DROP _',
      'ALTER TABLE users ALTER _ TYPE _',
      'ALTER TABLE users RENAME _ TO _',
      'CREATE TABLE demo._ (_ _ PRIMARY KEY, _ _)',
      'DROP TABLE _',
      'INSERT INTO users (id, _) VALUES (_, _)',
      'UPDATE users SET _ = _ WHERE id = _',
      'UPDATE users USING TIMESTAMP _ SET name = _ WHERE id = 1',
      'DELETE _ FROM users WHERE id = _',
      'SELECT _ FROM _ WHERE id = _',
      'PREPARE ins AS INSERT INTO users (id, name) VALUES (?, _)',
      'EXECUTE ins (_, _)',
      'CONSISTENCY _',
      'USE _',
      'DESCRIBE TABLE _',
      'DESCRIBE KEYSPACE _',
      'EXECUTE ins USING _, _',
      'CREATE KEYSPACE _ WITH replication = {_: _}',
      'CREATE TABLE demo._ (_ _, _ date, PRIMARY KEY ((_), _)) WITH gc_grace_seconds = _',
      'PREPARE upd AS UPDATE users USING TIMESTAMP ? SET _ = ? WHERE id = ?',
      'EXECUTE upd (_, _, _)',
    ),
    fc.array(hole, { minLength: 5, maxLength: 5 }),
  )
  .map(([text, holes]) => holes.reduce((filled, one) => filled.replace('_', () => one), text));
/** What moves the run on, so that the next text meets another state. */
const sound = fc.constantFrom(
  'ALTER TABLE users ADD email text',
  'ALTER TABLE users DROP email',
  'ALTER TABLE users ADD phone int',
  "INSERT INTO users (id, name) VALUES (1, 'x')",
  'SELECT * FROM users WHERE id = 1',
  'PREPARE ins AS INSERT INTO users (id, name) VALUES (?, ?)',
  'CONSISTENCY ALL',
  'DESCRIBE TABLES',
  'DESCRIBE SCHEMA',
);
const statement = fc.oneof(
  { weight: 2, arbitrary: sound },
  { weight: 3, arbitrary: shape },
  { weight: 2, arbitrary: fc.array(word, { maxLength: 10 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }) },
);
const text = fc.array(statement, { minLength: 1, maxLength: 3 }).map((all) => all.join('; '));
const moves = fc.constantFrom('stay', 'next', 'next', 'settle', 'back', 'restart');

/** A place, then a sentence that ends. */
const SENTENCE = /^line \d+:\d+ \S.*[.!?']$/su;

function move(session: Session, how: string): void {
  if (how === 'next') session.next();
  if (how === 'settle') session.settle();
  if (how === 'back') session.back();
}

test(`${RUNS} texts typed into a console at states of all kinds`, { timeout: 60_000 + RUNS * 20 }, () => {
  const open = () => createSession({ seed: FIRST_SEED, config: firstScreen() });
  let session = open();
  let refused = 0;
  let done = 0;
  fc.assert(
    fc.property(fc.constantFrom('A', 'B', 'C'), text, moves, (node, typed, how) => {
      const { playhead, branches } = session.store.getState();
      if (how === 'restart' || playhead.step > STEPS_KEPT || branches.length > 4) {
        session = open();
      }
      const before = shownState(session.store.getState());
      const outcome = session.enter(node, typed);
      done += outcome.done;
      if (outcome.problem !== null) {
        refused += 1;
        const { sentence, offset, length } = outcome.problem;
        expect(outcome.rest.endsWith(outcome.beyond)).toBe(true);
        expect(sentence).toMatch(SENTENCE);
        expect(sentence.length).toBeGreaterThan(8);
        expect(typed.endsWith(outcome.rest)).toBe(true);
        expect(offset).toBeLessThanOrEqual(outcome.rest.length);
        expect(offset + length).toBeLessThanOrEqual(outcome.rest.length);
        if (outcome.done === 0) {
          expect(stateHash(shownState(session.store.getState()).core)).toBe(stateHash(before.core));
        }
      } else {
        expect(outcome.rest).toBe('');
      }
      move(session, how);
    }),
    { seed: 20_160_208, numRuns: RUNS, endOnFailure: true },
  );
  // A sample that never gets anything done, or never gets it wrong, would show nothing.
  expect(done).toBeGreaterThan(RUNS / 20);
  expect(refused).toBeGreaterThan(RUNS / 20);
});
