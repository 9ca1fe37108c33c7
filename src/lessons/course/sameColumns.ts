// S7: a version is the hash of changes with their times. A hash of the definition alone lets one come back, with its marks.

import type { Command } from '../../engine/index.ts';
import { standsAfter } from '../goal.ts';
import type { Lesson } from '../lesson.ts';
import { DRAIN, deliver, lose } from '../moves.ts';
import { SAME_COLUMNS_EN } from '../texts/sameColumns.en.ts';
import { clusterWith, USERS_TABLE, users } from '../usersTable.ts';

const { alter, insert } = users;

const isDrop = (command: Command): boolean =>
  command.kind === 'drop-table' ||
  (command.kind === 'alter-table' && command.changes.some(({ kind }) => kind === 'drop'));

export const sameColumns: Lesson = {
  id: 'same-columns',
  number: 10,
  act: 'engineers',
  minutes: 4,
  seed: 1,
  config: clusterWith(USERS_TABLE, { nodes: ['A', 'B'] }),
  texts: SAME_COLUMNS_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  deep: true,
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A V0, B V0' }, seconds: 10 },
    {
      id: 'added',
      chapter: 'part',
      focus: 'B',
      moves: [
        alter('A', '+nick text', 'first', 100),
        ...deliver('DEFINITIONS_UPDATE A>B'),
        insert('B', 2, { nick: 'bo' }, { id: 'cold', at: 20_000 }),
        ...lose('MUTATION B>A'),
      ],
      expects: {
        at: 'A X, B X',
        entries: { 'B memtable 2': 'X nick=bo' },
        knows: { 'B X': 'LOADED SYNCED' },
      },
      seconds: 15,
    },
    {
      id: 'dropped',
      chapter: 'part',
      focus: 'B',
      moves: [alter('A', '-nick', 'drop', 30_000), ...deliver('DEFINITIONS_UPDATE A>B')],
      expects: {
        at: 'A Y, B Y',
        entries: { 'B memtable 2': 'X nick=bo' },
        knows: { 'B X': 'LOADED SYNCED' },
      },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      focus: 'B',
      ask: {
        options: [{ at: 'A X, B X' }, { at: 'A Z, B Y' }, { at: 'A X, B Y' }],
        answer: 1,
      },
      expects: { at: 'A Y, B Y' },
      seconds: 25,
    },
    {
      id: 'returned',
      chapter: 'agree',
      focus: 'B',
      moves: [alter('A', '+nick text', 'second', 60_000), ...lose('DEFINITIONS_UPDATE A>B')],
      expects: { at: 'A Z, B Y', columns: { A: 'name nick', B: 'name' } },
      seconds: 18,
    },
    {
      id: 'kept',
      chapter: 'agree',
      focus: 'B',
      moves: [insert('A', 1, { nick: 'addy' }, { id: 'nick', at: 70_000, level: 'ALL' }), DRAIN],
      expects: {
        at: 'A Z, B Z',
        entries: { 'B memtable 1': 'Z name=Ada nick=addy' },
        answers: { nick: 'ok' },
        broken: [],
      },
      seconds: 15,
    },
    {
      id: 'off',
      chapter: 'switch',
      run: 'weak',
      after: 'returned',
      focus: 'A',
      expects: { at: 'A V5, B V4', columns: { A: 'name nick', B: 'name' }, broken: ['I8', 'I16'] },
      seconds: 15,
    },
    {
      id: 'gone',
      chapter: 'switch',
      run: 'weak',
      after: 'kept',
      focus: 'B',
      expects: {
        at: 'A V5, B V4',
        answers: { nick: 'ok' },
        columns: { B: 'name' },
        knows: { 'B V5': 'LOADED SYNCED' },
        broken: ['I8', 'I9', 'I16'],
      },
      seconds: 20,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'weak',
      protection: 'versionHash',
      to: 'off',
      outcome: 'broken',
      protections: { versionHash: 'definition' },
    },
  ],
  challenge: {
    run: 'weak',
    after: 'dropped',
    goal: standsAfter<true>({
      first: true,
      // Of a table or a column that is dropped nobody keeps anything.
      next: (seen, { command }) => (isDrop(command) ? null : seen),
      isMet: ({ broken }) => broken().includes('I9'),
    }),
    may: [
      ...['A', 'B'].map((node) => alter(node, '+nick text')),
      insert('A', 1, { nick: 'addy' }, { level: 'ALL' }),
      insert('B', 1, { nick: 'addy' }, { level: 'ALL' }),
    ],
    mayLose: true,
    hints: 2,
    solution: [
      alter('A', '+nick text'),
      insert('A', 1, { nick: 'addy' }, { level: 'ALL' }),
      ...deliver('MUTATION A>B'),
    ],
    par: 3,
  },
};
