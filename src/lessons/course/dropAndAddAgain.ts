// S6: a column is dropped and added again. The recorded drop time filters what was written before it.

import { type Lesson, MAIN } from '../lesson.ts';
import { deliver } from '../moves.ts';
import { DROP_AND_ADD_AGAIN_EN } from '../texts/dropAndAddAgain.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';

const { alter, insert, select } = users;

const EMPTY = 'id=2 name=Bob phone=-';
const OLD = 'id=2 name=Bob phone=222';

export const dropAndAddAgain: Lesson = {
  id: 'drop-and-add-again',
  number: 7,
  act: 'losing',
  minutes: 4,
  seed: 1,
  config: clusterWith(
    usersWith(
      [column('name'), column('phone')],
      [
        { key: { id: 1 }, values: { name: 'Ada', phone: '111' } },
        { key: { id: 2 }, values: { name: 'Bob', phone: '222' } },
      ],
    ),
    { nodes: ['A', 'B'] },
  ),
  texts: DROP_AND_ADD_AGAIN_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      focus: 'A',
      expects: {
        entries: { 'A memtable 1': 'V0 name=Ada phone=111', 'A memtable 2': 'V0 name=Bob phone=222' },
      },
      seconds: 12,
    },
    {
      id: 'dropped',
      chapter: 'part',
      moves: [alter('A', '-phone', 'drop', 100), ...deliver('DEFINITIONS_UPDATE A>B')],
      expects: {
        at: 'A X, B X',
        columns: { A: 'name' },
        entries: { 'A memtable 1': 'V0 name=Ada phone=111', 'A memtable 2': 'V0 name=Bob phone=222' },
      },
      seconds: 15,
    },
    {
      id: 'touched',
      chapter: 'part',
      focus: 'A',
      moves: [select('A', 1, { id: 'ada', at: 110 })],
      expects: { entries: { 'A memtable 1': 'X name=Ada' }, happens: ['cell-discarded'] },
      seconds: 15,
    },
    {
      id: 'again',
      chapter: 'part',
      moves: [alter('A', '+phone text', 'add', 120), ...deliver('DEFINITIONS_UPDATE A>B')],
      expects: {
        at: 'A Y, B Y',
        columns: { A: 'name phone' },
        entries: { 'A memtable 2': 'V0 name=Bob phone=222' },
      },
      seconds: 12,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: {
        options: [
          { answers: { bob: EMPTY }, broken: [] },
          { answers: { bob: OLD } },
          { answers: { bob: 'failed' } },
          { answers: { bob: OLD }, broken: ['I15'] },
        ],
        answer: 0,
      },
      expects: { at: 'A Y, B Y' },
      seconds: 25,
    },
    {
      id: 'read',
      chapter: 'agree',
      focus: 'A',
      moves: [select('A', 2, { id: 'bob', at: 130 })],
      expects: { answers: { bob: EMPTY }, entries: { 'A memtable 2': 'Y name=Bob' }, broken: [] },
      terms: ['drop-time'],
      seconds: 18,
    },
    {
      id: 'off',
      chapter: 'switch',
      run: 'forgetful',
      after: 'again',
      expects: { at: 'A Y, B Y', broken: [] },
      seconds: 10,
    },
    {
      id: 'back',
      chapter: 'switch',
      run: 'forgetful',
      after: 'read',
      expects: { answers: { bob: OLD }, entries: { 'A memtable 1': 'X name=Ada' }, broken: ['I15'] },
      seconds: 20,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 75 },
  ],
  turns: [
    {
      id: 'forgetful',
      protection: 'droppedAt',
      to: 'off',
      outcome: 'broken',
      protections: { droppedAt: false },
    },
  ],
  challenge: {
    run: MAIN,
    after: 'start',
    goal: ({ commands, answerOf }) => {
      const dropped = commands.findIndex(
        (command) => command.kind === 'alter-table' && command.changes.some(({ kind }) => kind === 'drop'),
      );
      const written = commands
        .slice(0, Math.max(0, dropped))
        .flatMap((command) => (command.kind === 'insert' ? [String(command.values['phone'])] : []));
      return commands
        .slice(dropped)
        .some((command) => command.kind === 'select' && written.includes(answerOf(command)?.['phone'] ?? ''));
    },
    may: [
      insert('A', 2, { phone: '999' }, { at: 90_000_000, using: true }),
      insert('A', 2, { phone: '999' }),
      alter('A', '-phone'),
      alter('A', '+phone text'),
      select('A', 2),
    ],
    hints: 2,
    solution: [
      insert('A', 2, { phone: '999' }, { at: 90_000_000, using: true }),
      alter('A', '-phone'),
      alter('A', '+phone text'),
      select('A', 2),
    ],
    par: 4,
  },
};
