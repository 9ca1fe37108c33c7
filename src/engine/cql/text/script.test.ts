// Reading CQL (SPEC Q1 to Q5): what is right by table, what is wrong with its place and remedy, and print and read as
// inverses.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CqlStatement } from './ast.ts';
import { printStatement } from './print.ts';
import { readScript } from './script.ts';

function one(text: string): CqlStatement {
  const [part] = readScript(text);
  if (part === undefined || !part.read.ok) {
    throw new Error(part?.read.ok === false ? part.read.problem.sentence : 'nothing was read');
  }
  return part.read.statement;
}

const problem = (text: string): string | undefined =>
  readScript(text)
    .flatMap(({ read }) => (read.ok ? [] : [read.problem.sentence]))
    .at(0);

describe('what is right', () => {
  test('Q2 CREATE TABLE with a compound key, statics and an order', () => {
    expect(
      one(`CREATE TABLE IF NOT EXISTS app.visits (
        user text, day timestamp, badge int static, -- one a user
        note text, PRIMARY KEY ((user), day)
      ) WITH CLUSTERING ORDER BY (day DESC) AND comment = 'who''s there' AND gc_grace_seconds = 10;`),
    ).toEqual({
      kind: 'create-table',
      name: { keyspace: 'app', table: 'visits' },
      ifNotExists: true,
      columns: [
        { name: 'user', type: 'text', isStatic: false },
        { name: 'day', type: 'timestamp', isStatic: false },
        { name: 'badge', type: 'int', isStatic: true },
        { name: 'note', type: 'text', isStatic: false },
      ],
      partitionKey: ['user'],
      clusteringKey: ['day'],
      descending: ['day'],
      comment: "who's there",
    });
  });

  test.each<[string, unknown]>([
    ['alter table users add email text', [{ kind: 'add', name: 'email', type: 'text' }]],
    [
      'ALTER TABLE users ADD (a int, "B" set<text> static)',
      [
        { kind: 'add', name: 'a', type: 'int' },
        { kind: 'add', name: 'B', type: 'set<text>', isStatic: true },
      ],
    ],
    [
      'ALTER TABLE users DROP phone, email',
      [
        { kind: 'drop', name: 'phone' },
        { kind: 'drop', name: 'email' },
      ],
    ],
    ['ALTER TABLE users ALTER age TYPE varint', [{ kind: 'type', name: 'age', type: 'varint' }]],
    ['ALTER TABLE users RENAME id TO key', [{ kind: 'rename', from: 'id', to: 'key' }]],
    ["ALTER TABLE users WITH comment = 'x'", [{ kind: 'comment', comment: 'x' }]],
  ])('Q2 %s', (text, changes) => {
    expect(one(text)).toMatchObject({
      kind: 'alter-table',
      name: { keyspace: null, table: 'users' },
      changes,
    });
  });

  test.each<[string, unknown]>([
    [
      "INSERT INTO users (id, name) VALUES (1, 'Ada') USING TIMESTAMP 90",
      { kind: 'insert', usingTimestamp: { literal: 90 } },
    ],
    [
      'UPDATE users USING TIMESTAMP -5 SET name = NULL WHERE id = 1',
      { kind: 'update', usingTimestamp: { literal: -5 } },
    ],
    ['DELETE phone FROM users WHERE id = 1', { kind: 'delete', columns: ['phone'] }],
    ['DELETE FROM users WHERE id = 1 AND day = 2', { kind: 'delete', columns: [] }],
    ['SELECT * FROM users WHERE id = 1', { kind: 'select', columns: null }],
    ['SELECT name, "Phone" FROM users WHERE id = 1', { kind: 'select', columns: ['name', 'Phone'] }],
    [
      'PREPARE ins AS INSERT INTO users (id, name) VALUES (?, ?)',
      { kind: 'prepare', statement: 'ins', markers: 2 },
    ],
    ["EXECUTE ins (1, 'Ada')", { kind: 'execute', terms: [1, 'Ada'] }],
    ["EXECUTE ins USING 1, 'Ada'", { kind: 'execute', terms: [1, 'Ada'] }],
    ["EXECUTE ins VALUES (1, 'Ada')", { kind: 'execute', terms: [1, 'Ada'] }],
    ["execute ins 1, 'Ada'", { kind: 'execute', terms: [1, 'Ada'] }],
    ['EXECUTE ins', { kind: 'execute', terms: [] }],
    ['EXECUTE ins ()', { kind: 'execute', terms: [] }],
    ['DESCRIBE FULL SCHEMA', { kind: 'describe-schema', keyspace: null }],
    ['DESC KEYSPACE demo', { kind: 'describe-schema', keyspace: 'demo' }],
    ['CONSISTENCY quorum', { kind: 'consistency', level: 'QUORUM' }],
    ['TRACING ON', { kind: 'tracing', on: true }],
    ['DESCRIBE TABLE users', { kind: 'describe-table' }],
    ['desc users', { kind: 'describe-table' }],
    ['DESCRIBE keyspaces', { kind: 'describe-keyspaces' }],
  ])('Q2 %s', (text, statement) => {
    expect(one(text)).toMatchObject(statement as object);
  });

  test('Q3 Q4 names and values of every kind', () => {
    const text =
      "INSERT INTO t (a) VALUES ([1, -2.5, 'x', true, null, 0xCAFE, 123e4567-e89b-12d3-a456-426614174000, {1, 2}, {'k': 1}, 12345678901234567890])";
    expect(one(text)).toMatchObject({
      values: [
        {
          term: {
            literal: [
              1,
              -2.5,
              'x',
              true,
              null,
              '0xCAFE',
              '123e4567-e89b-12d3-a456-426614174000',
              [1, 2],
              { k: 1 },
              '12345678901234567890',
            ],
          },
        },
      ],
    });
  });

  test('Q1 several statements, comments and blank ones; a wrong one hides no other', () => {
    const parts = readScript('USE demo; /* a; b */ ;\n-- x;\nSELEC 1;\nDESCRIBE TABLES // end');
    expect(parts.map(({ text, read }) => [text, read.ok])).toEqual([
      ['USE demo', true],
      ['SELEC 1', false],
      ['DESCRIBE TABLES', true],
    ]);
  });
});

describe('what is wrong, and where', () => {
  test('Q1 a text beyond the limits', () => {
    expect(problem(' '.repeat(100_001))).toBe(
      'line 1:1 this text has 100001 characters; the most is 100000. Paste it in parts.',
    );
    expect(problem('USE demo;\n'.repeat(501))).toBe(
      'line 501:1 there are more than 500 statements. Paste them in parts.',
    );
  });

  test.each([
    [
      'SELEC * FROM users',
      "line 1:1 expected a statement, for example SELECT, INSERT or ALTER TABLE, found 'SELEC'. Did you mean SELECT?",
    ],
    [
      'ALTER TABLE users\n  ADDD email text',
      "line 2:3 expected ADD, DROP, ALTER, RENAME or WITH, found 'ADDD'. Did you mean ADD?",
    ],
    [
      'ALTER TABLE users ADD email',
      'line 1:28 expected a type, for example text or int, found the end of the statement.',
    ],
    ['ALTER TABLE users ADD email strng', "line 1:29 'strng' is not a CQL type. Did you mean 'text'?"],
    [
      'ALTER TABLE users ADD select text',
      'line 1:23 expected a column name, found SELECT, a word of CQL itself. Write "select" in double quotes if it is a name.',
    ],
    [
      "INSERT INTO users (id) VALUES (1, 'x')",
      'line 1:31 Unmatched column names/values: there are 1 names and 2 values. Give one value for each name.',
    ],
    [
      'INSERT INTO users (id, name) VALUES (1, Ada)',
      "line 1:41 expected a value, found 'Ada'. A text is written in single quotes: 'Ada'.",
    ],
    [
      'INSERT INTO users (id, name) VALUES (1, "Ada")',
      'line 1:41 "Ada" is a name: a text is written in single quotes, \'Ada\'.',
    ],
    ["INSERT INTO users (id, name) VALUES (1, 'Ada)", "line 1:41 this text does not end: close it with '."],
    [
      'SELECT * FROM users',
      'line 1:20 a read needs the partition: add WHERE with a value for every column of the partition key.',
    ],
    [
      'SELECT * FROM users WHERE id > 1',
      'line 1:30 only = is modelled in WHERE: give the beginning of the key to mean all rows below it.',
    ],
    [
      'CREATE TABLE t (a int)',
      'line 1:22 No PRIMARY KEY specified (exactly one required): write PRIMARY KEY behind a column, or PRIMARY KEY (name) among them.',
    ],
    [
      'CREATE TABLE t (a int PRIMARY KEY, b list<set<int>>)',
      "line 1:38 A collection inside a collection must be frozen: write 'frozen<set<int>>' instead of 'set<int>'.",
    ],
    [
      'INSERT INTO t (a) VALUES (?)',
      "line 1:27 a '?' stands only in a prepared statement: PREPARE name AS …, then EXECUTE name (values).",
    ],
    [
      'CREATE INDEX ON users (name)',
      'line 1:8 CREATE INDEX is not modelled here: there are no secondary indexes: read by the key, or make a second table that has the column in its key.',
    ],
    ['SELECT * FROM users WHERE id = 1 x', "line 1:34 expected ';' or the end of the statement, found 'x'."],
    [
      'CONSISTENCY QUORM',
      "line 1:13 expected a consistency level: ONE, QUORUM, ALL, found 'QUORM'. Did you mean QUORUM?",
    ],
    [
      'BEGIN UNLOGGED BATCH INSERT INTO t (a) VALUES (1)',
      'line 1:1 BEGIN BATCH is not modelled here: there is no batchlog: give the statements one by one, without it and without APPLY BATCH.',
    ],
    [
      'TRUNCATE users',
      'line 1:1 TRUNCATE is not modelled here: DELETE the partitions, or DROP the table and CREATE it again.',
    ],
    [
      'CREATE TYPE address (street text)',
      'line 1:8 CREATE TYPE is not modelled here: there are no user types: use a tuple, or one column for each field.',
    ],
    [
      'DROP MATERIALIZED VIEW v',
      'line 1:6 DROP MATERIALIZED VIEW is not modelled here: there are no views: make a second table and write to both.',
    ],
    [
      'INSERT INTO t (a) VALUES (1) USING TTL 60',
      'line 1:36 TTL is not modelled here: leave it out, and delete the row when it has had its time.',
    ],
    [
      'EXECUTE ins (1) USING TIMESTAMP 5',
      'line 1:23 TIMESTAMP belongs to the prepared statement: PREPARE ins AS … USING TIMESTAMP ?, then EXECUTE it with one value more.',
    ],
    [
      'EXECUTE ins USING TIMESTAMP 5',
      'line 1:19 TIMESTAMP belongs to the prepared statement: PREPARE ins AS … USING TIMESTAMP ?, then EXECUTE it with one value more.',
    ],
    [
      'INSERT INTO t (a) VALUES (uuid())',
      'line 1:27 functions such as uuid() are not modelled here: write the value itself, for example 123e4567-e89b-42d3-a456-426614174000.',
    ],
    [
      'DESCRIBE CLUSTER',
      'line 1:10 DESCRIBE CLUSTER is not modelled here: there are DESCRIBE SCHEMA, KEYSPACES, KEYSPACE, TABLES and TABLE.',
    ],
    [
      'ALTER TABLE t ADD IF NOT EXISTS a int',
      'line 1:19 IF is not taken in ALTER TABLE here, it came later: leave it out; what is there already is refused.',
    ],
    ['SELECT § FROM t', "line 1:8 '§' has no place in CQL: remove it."],
  ])('Q1 %s', (text, sentence) => {
    expect(problem(text)).toBe(sentence);
  });
});

const name = fc.oneof(
  fc.constantFrom('id', 'name', 'select', 'Email', 'a"b', 'two words', 'é'),
  fc.string({ minLength: 1, maxLength: 8 }),
);
const literal = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.string({ maxLength: 6 }),
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((n) => (Object.is(n, -0) || (Number.isInteger(n) && !Number.isSafeInteger(n)) ? 0 : n)),
    fc.boolean(),
    fc.constantFrom(null, '0xcafe', '12345678901234567890', "it's"),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 4 }), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const type = fc.constantFrom('int', 'text', 'set<text>', 'map<text, frozen<list<int>>>', 'tuple<int, text>');
const tableName = fc.record({ keyspace: fc.option(name), table: name });
const term = fc.oneof(literal.map((value) => ({ literal: value })));
const assignments = fc.uniqueArray(fc.record({ column: name, term }), {
  minLength: 1,
  maxLength: 4,
  selector: ({ column }) => column,
});
const usingTimestamp = fc.option(fc.maxSafeInteger().map((value) => ({ literal: value })));
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
const added = fc
  .record({ name, type, isStatic: fc.boolean() })
  .map(({ isStatic, ...rest }) => ({ kind: 'add', ...rest, ...(isStatic ? { isStatic } : {}) }));
const changes = fc.oneof(
  fc.array(added, { minLength: 1, maxLength: 3 }),
  names.map((list) => list.map((one_) => ({ kind: 'drop', name: one_ }))),
  fc.record({ kind: fc.constant('type'), name, type }).map((change) => [change]),
  fc.array(fc.record({ kind: fc.constant('rename'), from: name, to: name }), { minLength: 1, maxLength: 2 }),
  fc.string().map((comment) => [{ kind: 'comment', comment }]),
);
const statement = fc.oneof(
  fc.record({ kind: fc.constant('insert'), name: tableName, values: assignments, usingTimestamp }),
  fc.record({
    kind: fc.constant('update'),
    name: tableName,
    values: assignments,
    where: assignments,
    usingTimestamp,
  }),
  fc.record({
    kind: fc.constant('delete'),
    name: tableName,
    columns: fc.oneof(fc.constant([]), names),
    where: assignments,
    usingTimestamp,
  }),
  fc.record({ kind: fc.constant('select'), name: tableName, columns: fc.option(names), where: assignments }),
  fc.record({ kind: fc.constant('alter-table'), name: tableName, changes }),
  fc.record({ kind: fc.constant('use'), keyspace: name }),
  fc.record({ kind: fc.constant('execute'), statement: name, terms: fc.array(literal, { maxLength: 3 }) }),
  fc
    .record({
      kind: fc.constant('create-table'),
      name: tableName,
      ifNotExists: fc.boolean(),
      columns: fc.uniqueArray(fc.record({ name, type, isStatic: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
        selector: (column) => column.name,
      }),
      partitionKey: names,
      clusteringKey: fc.oneof(fc.constant([]), names),
      comment: fc.option(fc.string()),
    })
    .chain((table) => fc.record({ ...recordOf(table), descending: fc.subarray([...table.clusteringKey]) })),
);

function recordOf<T extends object>(values: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fc.constant(value)])) as {
    [K in keyof T]: fc.Arbitrary<T[K]>;
  };
}

describe('laws', () => {
  test('Q5 what is printed reads as the same statement', () => {
    fc.assert(
      fc.property(statement, (given) => {
        expect(one(printStatement(given as CqlStatement))).toEqual(given);
      }),
      { seed: 20_160_208, numRuns: 1_000 },
    );
  });

  const pieces = fc.constantFrom(
    'SELECT',
    'INSERT INTO',
    'ALTER TABLE',
    'users',
    'ADD',
    'VALUES',
    'WHERE',
    'USING TIMESTAMP',
    'PRIMARY KEY',
    'text',
    '(',
    ')',
    ',',
    '=',
    '?',
    '{',
    '}',
    '[',
    ']',
    ':',
    "'",
    '"',
    ';',
    '--',
    '/*',
    '*/',
    '$$',
    '<',
    '>',
    '\n',
    '1',
    '-2.5e9',
    '0x',
    'null',
    '.',
    '*',
  );
  test('Q1 any text is read without an exception, and every problem has a place inside it', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 14 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { read } of readScript(text)) {
          if (!read.ok) {
            const { sentence, place } = read.problem;
            expect(sentence).toMatch(/^line \d+:\d+ \S.*[.?]$/su);
            expect(place.offset).toBeLessThanOrEqual(text.length);
            expect(place.offset + place.length).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { seed: 20_160_208, numRuns: 3_000 },
    );
  });
});
