// S2: two nodes add a column each before either has heard of the other.

import { standsAfter } from '../goal.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { deliver } from '../moves.ts';
import { CONCURRENT_ADD_EN } from '../texts/concurrentAdd.en.ts';
import { clusterWith, USERS_TABLE, users } from '../usersTable.ts';

const { alter, insert, select } = users;

const PARTED = 'A X, B Y, C V0';

export const concurrentAdd: Lesson = {
  id: 'concurrent-add',
  number: 1,
  act: 'agreeing',
  minutes: 3,
  seed: 1,
  config: clusterWith(USERS_TABLE),
  texts: CONCURRENT_ADD_EN,
  parts: [],
  nodes: ['A', 'B'],
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      expects: {
        at: 'A V0, B V0, C V0',
        columns: { A: 'name', B: 'name' },
        entries: { 'A memtable 1': 'V0 name=Ada' },
      },
      seconds: 12,
    },
    {
      id: 'parted',
      chapter: 'part',
      moves: [alter('A', '+email text', 'email', 100), alter('B', '+phone text', 'phone', 105)],
      expects: { at: PARTED, columns: { A: 'email name', B: 'name phone' } },
      terms: ['version'],
      seconds: 10,
    },
    {
      id: 'news',
      chapter: 'part',
      fraction: 0.25,
      focus: 'loom',
      unveil: ['history', 'time'],
      expects: {
        at: PARTED,
        onTheWay: [
          'DEFINITIONS_UPDATE A>B',
          'DEFINITIONS_UPDATE A>C',
          'DEFINITIONS_UPDATE B>A',
          'DEFINITIONS_UPDATE B>C',
        ],
      },
      seconds: 8,
    },
    {
      id: 'asked',
      chapter: 'predict',
      fraction: 0.25,
      focus: 'loom',
      ask: {
        options: [
          { columns: { A: 'name phone' } },
          { columns: { A: 'email name' } },
          { columns: { A: 'email name phone' } },
          { columns: { A: '' } },
        ],
        answer: 2,
      },
      expects: { at: PARTED },
      seconds: 25,
    },
    {
      id: 'landed',
      chapter: 'agree',
      moves: deliver('DEFINITIONS_UPDATE B>A'),
      expects: { at: 'A Z, B Y, C V0', columns: { A: 'email name phone' } },
      seconds: 10,
    },
    {
      id: 'agreed',
      chapter: 'agree',
      moves: deliver('DEFINITIONS_UPDATE A>B'),
      expects: { at: 'A Z, B Z, C V0', columns: { B: 'email name phone' } },
      seconds: 10,
    },
    {
      id: 'order',
      chapter: 'agree',
      focus: 'dag',
      unveil: ['versions'],
      expects: { at: 'A Z, B Z, C V0' },
      terms: ['contains'],
      seconds: 12,
    },
    {
      id: 'boxes',
      chapter: 'agree',
      focus: 'ids',
      unveil: ['ids'],
      expects: { columns: { A: 'email name phone' }, entries: { 'A memtable 1': 'V0 name=Ada' } },
      seconds: 12,
    },
    { id: 'yours', chapter: 'agree', invites: true, expects: { at: 'A Z, B Z, C V0' }, seconds: 30 },
    {
      id: 'third',
      chapter: 'agree',
      focus: 'C',
      nodes: ['C'],
      unveil: ['hex', 'verdict'],
      expects: { at: 'C V0', onTheWay: ['DEFINITIONS_UPDATE A>C', 'DEFINITIONS_UPDATE B>C'] },
      seconds: 8,
    },
    {
      id: 'other',
      chapter: 'agree',
      focus: 'C',
      moves: deliver('DEFINITIONS_UPDATE B>C', 'DEFINITIONS_UPDATE A>C'),
      expects: { at: 'A Z, B Z, C Z', onTheWay: [], broken: [] },
      seconds: 12,
    },
    {
      id: 'off',
      chapter: 'switch',
      run: 'whole',
      after: 'parted',
      focus: 'A',
      unveil: ['data'],
      expects: { at: PARTED, broken: [] },
      seconds: 12,
    },
    {
      id: 'stored',
      chapter: 'switch',
      run: 'whole',
      focus: 'A',
      moves: [insert('A', 1, { email: 'ada@x' }, { id: 'ada', at: 110 })],
      expects: { entries: { 'A memtable 1': 'X email=ada@x name=Ada' }, answers: { ada: 'ok' }, broken: [] },
      seconds: 10,
    },
    {
      id: 'gone',
      chapter: 'switch',
      run: 'whole',
      focus: 'A',
      moves: deliver('DEFINITIONS_UPDATE B>A'),
      expects: { at: 'A Y', columns: { A: 'name phone' }, broken: ['I1', 'I3'] },
      seconds: 12,
    },
    {
      id: 'lost',
      chapter: 'switch',
      run: 'whole',
      focus: 'A',
      moves: [select('A', 1, { id: 'read', at: 120 })],
      expects: {
        answers: { read: 'id=1 name=Ada phone=-' },
        broken: ['I1', 'I9', 'I13'],
        happens: ['cell-discarded'],
      },
      seconds: 12,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'whole',
      protection: 'cellwiseMerge',
      to: 'off',
      outcome: 'broken',
      protections: { cellwiseMerge: false },
      upTo: 'parted',
    },
  ],
  challenge: {
    run: MAIN,
    goal: standsAfter<number>({
      first: 0,
      // Two columns are added, and nothing else is changed.
      next: (added, { command }) => {
        if (command.kind === 'drop-table' || command.kind === 'drop-keyspace') return null;
        if (command.kind !== 'alter-table') return added;
        return added < 2 && command.changes.every(({ kind }) => kind === 'add') ? added + 1 : null;
      },
      isMet: ({ start, version }) =>
        areDifferent([start.version('A'), version('A'), version('B'), version('C')]),
    }),
    may: ['A', 'B', 'C'].flatMap((node) => [alter(node, '+email text'), alter(node, '+phone text')]),
    hints: 2,
    solution: [
      alter('A', '+email text'),
      alter('B', '+phone text'),
      ...deliver('DEFINITIONS_UPDATE A>C', 'DEFINITIONS_UPDATE B>C'),
    ],
    par: 4,
  },
};

const areDifferent = (versions: readonly (string | null)[]): boolean =>
  new Set(versions).size === versions.length;
