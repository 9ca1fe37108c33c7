// S4: a write under X meets a row at Y. Neither version contains the other; merging first keeps both cells.

import type { Command } from '../../engine/index.ts';
import { standsAfter } from '../goal.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { DRAIN, deliver, lose } from '../moves.ts';
import { NEITHER_NEWER_EN } from '../texts/neitherNewer.en.ts';
import { clusterWith, USERS_TABLE, users } from '../usersTable.ts';

const { alter, insert, select } = users;

/** B knows what X is, and stores the row. */
const ASKED_AND_STORED = deliver('MUTATION A>B', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B');

/** Gossip, what timers begin, and any other change. */
const NOT_USED: ReadonlySet<Command['kind']> = new Set([
  'gossip',
  'fire',
  'alter-table',
  'create-table',
  'drop-table',
  'drop-keyspace',
]);

const ALL_THREE = 'Z email=ada@x name=Ada phone=555';

export const neitherNewer: Lesson = {
  id: 'neither-newer',
  number: 5,
  act: 'writing',
  minutes: 4,
  seed: 1,
  config: clusterWith(USERS_TABLE, { nodes: ['A', 'B'] }),
  texts: NEITHER_NEWER_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A V0, B V0' }, seconds: 8 },
    {
      id: 'parted',
      chapter: 'part',
      focus: 'loom',
      moves: [
        alter('A', '+email text', 'email', 100),
        alter('B', '+phone text', 'phone', 105),
        ...lose('DEFINITIONS_UPDATE A>B', 'DEFINITIONS_UPDATE B>A'),
      ],
      expects: { at: 'A X, B Y', onTheWay: [] },
      seconds: 12,
    },
    {
      id: 'phone',
      chapter: 'part',
      focus: 'B',
      moves: [insert('B', 1, { phone: '555' }, { id: 'five', at: 200 }), ...lose('MUTATION B>A')],
      expects: { entries: { 'B memtable 1': 'Y name=Ada phone=555' }, answers: { five: 'ok' } },
      seconds: 12,
    },
    {
      id: 'email',
      chapter: 'part',
      focus: 'A',
      moves: [insert('A', 1, { email: 'ada@x' }, { id: 'ada', at: 210, level: 'ALL' })],
      expects: { entries: { 'A memtable 1': 'X email=ada@x name=Ada' }, onTheWay: ['MUTATION A>B'] },
      seconds: 12,
    },
    {
      id: 'asked',
      chapter: 'predict',
      focus: 'B',
      ask: {
        options: [
          { entries: { 'B memtable 1': 'X email=ada@x name=Ada' } },
          { entries: { 'B memtable 1': 'Y name=Ada phone=555' } },
          { entries: { 'B memtable 1': ALL_THREE } },
          { entries: { 'B memtable 1': 'Y name=Ada phone=555', 'B cache 1': 'X email=ada@x name=Ada' } },
        ],
        answer: 2,
      },
      expects: { at: 'A X, B Y' },
      seconds: 25,
    },
    {
      id: 'met',
      chapter: 'agree',
      focus: 'B',
      moves: [DRAIN],
      expects: { at: 'A X, B Z', entries: { 'B memtable 1': ALL_THREE }, answers: { ada: 'ok' }, broken: [] },
      seconds: 20,
    },
    {
      id: 'shapeAsked',
      chapter: 'predict',
      focus: 'A',
      ask: {
        options: [
          { answers: { read: 'id=1 email=ada@x name=Ada phone=555' } },
          { answers: { read: 'id=1 email=ada@x name=Ada' } },
        ],
        answer: 1,
      },
      expects: { at: 'A X, B Z' },
      seconds: 20,
    },
    {
      id: 'shape',
      chapter: 'agree',
      focus: 'A',
      moves: [select('A', 1, { id: 'read', at: 400_000, level: 'ALL' }), DRAIN],
      expects: { at: 'A X, B Z', answers: { read: 'id=1 email=ada@x name=Ada' }, broken: [] },
      seconds: 15,
    },
    {
      id: 'mine',
      chapter: 'switch',
      run: 'mine',
      focus: 'B',
      moves: ASKED_AND_STORED,
      expects: {
        entries: { 'B memtable 1': 'Y name=Ada phone=555' },
        onTheWay: ['MUTATION_DONE B>A'],
        happens: ['cell-discarded'],
        broken: ['I2', 'I9'],
      },
      seconds: 18,
    },
    {
      id: 'theirs',
      chapter: 'switch',
      run: 'theirs',
      focus: 'B',
      moves: ASKED_AND_STORED,
      expects: {
        at: 'B X',
        columns: { B: 'email name' },
        entries: { 'B memtable 1': 'X email=ada@x name=Ada' },
        broken: ['I1', 'I9', 'I13'],
      },
      seconds: 18,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'mine',
      protection: 'syncBeforeApply',
      to: 'off',
      outcome: 'broken',
      protections: { syncBeforeApply: 'convertToMine', syncedCheck: false },
      upTo: 'email',
    },
    {
      id: 'theirs',
      protection: 'syncBeforeApply',
      to: 'off',
      outcome: 'broken',
      protections: { syncBeforeApply: 'adoptIncoming' },
      upTo: 'email',
    },
  ],
  challenge: {
    run: MAIN,
    after: 'shape',
    goal: standsAfter<true>({
      first: true,
      next: (seen, { command: { kind } }) => (NOT_USED.has(kind) ? null : seen),
      isMet: ({ version }) => version('A') === version('B'),
    }),
    may: ['A', 'B'].flatMap((node) => [insert(node, 1, { name: 'Ada' }), select(node, 1, { level: 'ALL' })]),
    hints: 2,
    solution: [
      insert('B', 1, { name: 'Ada' }),
      ...deliver('MUTATION B>A', 'GET_SCHEMA_VERSION A', 'SCHEMA_VERSION_REPLY B>A'),
      ...deliver('MIGRATION_REQUEST A>B', 'MIGRATION_REPLY B>A'),
    ],
    par: 6,
  },
};
