// Statements that were clicked, as CQL (SPEC Q8).

import { describe, expect, test } from 'vitest';
import {
  answerStatement,
  type Command,
  type Literal,
  NEW_CONSOLE,
  readScript,
  type Statement,
  statementCql,
} from '../index.ts';
import { play } from '../scenarios/play.test-support.ts';
import { CONSOLE_HELP } from './consoleHelp.ts';

const TABLE = [
  { name: 'id', type: 'int', kind: 'partition_key' },
  { name: 'bio', type: 'text', kind: 'regular' },
  { name: 'photo', type: 'blob', kind: 'regular' },
  { name: 'tags', type: 'set<text>', kind: 'regular' },
  { name: 'ages', type: 'map<int, varint>', kind: 'regular' },
  { name: 'pair', type: 'tuple<int, text>', kind: 'regular' },
] as const;

const ROLES = { partition_key: ' key', regular: '' };
const core = play({
  table: TABLE.map(({ name, type, kind }) => `${name} ${type.replace(' ', '')}${ROLES[kind]}`),
}).state.core;
const on = { node: 'A', keyspace: 'ks', table: 't', id: 's9', timestamp: 500 };
const insert = (values: Readonly<Record<string, Literal>>): Statement => ({
  ...on,
  kind: 'insert',
  key: { id: 1 },
  values,
  consistency: 'ONE',
});

describe('Q8 what was clicked', () => {
  test.each([
    [{ bio: '12345678901234567890' }, "(id, bio) VALUES (1, '12345678901234567890')"],
    [{ bio: '0xcafe', photo: '0xcafe' }, "(id, bio, photo) VALUES (1, '0xcafe', 0xcafe)"],
    [{ tags: ['b', '0x1'] }, "(id, tags) VALUES (1, {'b', '0x1'})"],
    [{ ages: { '7': '12345678901234567890' } }, '(id, ages) VALUES (1, {7: 12345678901234567890})'],
    [{ pair: [1, '0x2'] }, "(id, pair) VALUES (1, (1, '0x2'))"],
    [{ unknown: "it's" }, "(id, unknown) VALUES (1, 'it''s')"],
  ])('Q8 values are written by their column’s type: %j', (values, text) => {
    expect(statementCql(insert(values), core)).toBe(`INSERT INTO ks.t ${text};`);
  });

  test('Q8 every kind of statement, and what is typed as it stands asks for the same', () => {
    const given: readonly Statement[] = [
      insert({ bio: 'x', tags: ['a'], ages: { '1': 2 }, pair: [3, 'c'], photo: '0xab' }),
      {
        ...on,
        kind: 'update',
        key: { id: 1 },
        values: { bio: null },
        consistency: 'ONE',
        usingTimestamp: true,
      },
      { ...on, kind: 'delete', key: { id: 1 }, values: { bio: null }, consistency: 'ONE' },
      { ...on, kind: 'delete', key: { id: 1 }, values: {}, consistency: 'ONE' },
      { ...on, kind: 'select', key: { id: 1 }, columns: ['bio'], consistency: 'ONE' },
      { ...on, kind: 'select', key: { id: 1 }, consistency: 'ONE' },
      { ...on, kind: 'alter-table', changes: [{ kind: 'add', name: 'Up', type: 'int', isStatic: true }] },
      { ...on, kind: 'alter-table', changes: [{ kind: 'drop', name: 'bio' }] },
      { ...on, kind: 'drop-table' },
      { ...on, kind: 'create-table', table: 't2', columns: TABLE, comment: 'c' },
    ];
    const typed = given.map((statement): Partial<Command> | null => {
      const [part] = readScript(statementCql(statement, core));
      if (part?.read.ok !== true) return null;
      const answer = answerStatement(core, 'A', NEW_CONSOLE, part.read.statement);
      return answer.ok ? answer.value.command : null;
    });
    expect(typed).toEqual(
      given.map(({ id: _id, timestamp, ...rest }) =>
        'usingTimestamp' in rest ? { ...rest, timestamp } : rest,
      ),
    );
  });

  test('Q8 changes of several kinds in one statement are all told', () => {
    const changes = [
      { kind: 'add', name: 'a', type: 'int' },
      { kind: 'add', name: 'b', type: 'int' },
      { kind: 'drop', name: 'bio' },
    ] as const;
    expect(statementCql({ ...on, kind: 'alter-table', changes }, core)).toBe(
      'ALTER TABLE ks.t ADD (a int, b int) DROP bio;',
    );
  });

  test('Q8 PREPARE keeps no text of its own', () => {
    expect(statementCql({ ...on, kind: 'prepare', name: 'ins' }, core)).toBe('-- prepare ins on ks.t');
  });
});

describe('Q2 HELP', () => {
  test('Q2 every example of HELP can be typed as it stands', () => {
    const parts = readScript(CONSOLE_HELP);
    expect(parts.filter(({ read }) => !read.ok)).toEqual([]);
    expect(parts.length).toBeGreaterThan(20);
  });

  test('Q2 HELP answers with the list, CLEAR with nothing', () => {
    const answers = readScript('HELP; clear').map(({ read }) =>
      read.ok ? answerStatement(core, 'A', NEW_CONSOLE, read.statement) : null,
    );
    expect(answers).toMatchObject([
      { ok: true, value: { command: null, text: CONSOLE_HELP } },
      { ok: true, value: { command: null, text: null } },
    ]);
  });
});

test('Q1 every part of a script knows where it begins', () => {
  const text = 'USE demo; /* a */\n  SELEC 1;\n-- x\nDESCRIBE TABLES';
  for (const part of readScript(text)) {
    expect(text.slice(part.offset, part.offset + part.text.length)).toBe(part.text);
  }
});

const users = { id: 's1', node: 'A', timestamp: 7, keyspace: 'demo', table: 'Users' } as const;

test.each<readonly [Statement, string]>([
  [
    {
      ...users,
      kind: 'create-table',
      columns: [
        { name: 'id', type: 'int', kind: 'partition_key' },
        { name: 'day', type: 'date', kind: 'clustering_key', descending: true },
        { name: 'badge', type: 'text', kind: 'static' },
      ],
    },
    'CREATE TABLE demo."Users" (\n  id int,\n  day date,\n  badge text STATIC,\n  PRIMARY KEY (id, day)\n) WITH CLUSTERING ORDER BY (day DESC);',
  ],
  [
    { ...users, kind: 'alter-table', changes: [{ kind: 'add', name: 'a"b', type: 'text', isStatic: true }] },
    'ALTER TABLE demo."Users" ADD "a""b" text STATIC;',
  ],
  [
    {
      ...users,
      kind: 'update',
      key: { id: 1 },
      values: { name: "O'Hara", tags: ['a'] },
      consistency: 'ONE',
      usingTimestamp: true,
    },
    `UPDATE demo."Users" USING TIMESTAMP 7 SET name = 'O''Hara', tags = ['a'] WHERE id = 1;`,
  ],
  [
    { ...users, kind: 'delete', key: { id: 1 }, values: {}, consistency: 'ONE' },
    'DELETE FROM demo."Users" WHERE id = 1;',
  ],
  [
    { ...users, kind: 'select', key: { id: 1 }, columns: ['name'], consistency: 'ONE' },
    'SELECT name FROM demo."Users" WHERE id = 1;',
  ],
  [{ ...users, kind: 'prepare', name: 'ins' }, '-- prepare ins on demo."Users"'],
])('Q8 a statement reads as CQL without its table at hand: %#', (statement, cql) => {
  expect(statementCql(statement, null)).toBe(cql);
});
