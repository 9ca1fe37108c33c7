// S5: a schema change touches no row. Each is upgraded when it is read or written; the last of them lets a version go.

import { stands } from '../goal.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { deliver, lose } from '../moves.ts';
import { NOBODY_REWRITES_EN } from '../texts/nobodyRewrites.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';

const { alter, insert, select, flush, evict } = users;

/** All of them live on A alone. */
const [P1, P2, P3, P4] = [2, 3, 5, 6] as const;

const UNTOUCHED = {
  [`A memtable ${P1}`]: 'V0 name=Ada',
  [`A memtable ${P2}`]: 'V0 name=Bob',
  [`A cache ${P3}`]: 'V0 name=Cy',
  [`A sstable ${P4}`]: 'name=Di',
};

export const nobodyRewrites: Lesson = {
  id: 'nobody-rewrites',
  number: 3,
  act: 'agreeing',
  minutes: 4,
  seed: 1,
  config: clusterWith(
    usersWith(
      [column('name')],
      [
        { key: { id: P3 }, values: { name: 'Cy' } },
        { key: { id: P4 }, values: { name: 'Di' } },
      ],
    ),
    { nodes: ['A', 'C'], replicationFactor: 1 },
  ),
  texts: NOBODY_REWRITES_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources'],
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      focus: 'A',
      moves: [
        flush('A'),
        evict('A', P4),
        insert('A', P1, { name: 'Ada' }, { id: 'ada', at: 20 }),
        insert('A', P2, { name: 'Bob' }, { id: 'bob', at: 21 }),
      ],
      expects: { at: 'A V0, C V0', entries: UNTOUCHED },
      terms: ['memtable', 'cache'],
      seconds: 20,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: {
        options: [
          { entries: UNTOUCHED },
          { entries: { [`A memtable ${P1}`]: 'X name=Ada', [`A cache ${P3}`]: 'V0 name=Cy' } },
          { entries: { [`A memtable ${P1}`]: 'X name=Ada', [`A cache ${P3}`]: 'X name=Cy' } },
          { entries: { [`A memtable ${P1}`]: 'X name=Ada', [`A sstable ${P4}`]: 'X name=Di' } },
        ],
        answer: 0,
      },
      expects: { at: 'A V0, C V0' },
      seconds: 25,
    },
    {
      id: 'altered',
      chapter: 'part',
      moves: [alter('A', '+email text', 'email', 100), ...lose('DEFINITIONS_UPDATE A>C')],
      expects: { at: 'A X, C V0', entries: UNTOUCHED },
      seconds: 12,
    },
    {
      id: 'touched',
      chapter: 'agree',
      focus: 'A',
      moves: [select('A', P1, { id: 'two', at: 110 })],
      expects: {
        entries: { ...UNTOUCHED, [`A memtable ${P1}`]: 'X name=Ada' },
        answers: { two: `id=${P1} email=- name=Ada` },
        happens: ['entry-upgraded'],
      },
      seconds: 15,
    },
    {
      id: 'oldAsked',
      chapter: 'predict',
      ask: {
        options: [
          { entries: { [`A cache ${P3}`]: 'V0 name=Cy' } },
          { entries: { [`A cache ${P3}`]: 'X name=Cy' } },
          { entries: { [`A cache ${P3}`]: 'V0 name=Cy', [`A memtable ${P3}`]: 'X name=Cy' } },
        ],
        answer: 1,
      },
      expects: { at: 'A X, C V0' },
      seconds: 25,
    },
    {
      id: 'old',
      chapter: 'agree',
      moves: [select('C', P3, { id: 'five', at: 120 }), ...deliver('READ_DATA C>A', 'READ_REPLY A>C')],
      expects: {
        entries: { [`A cache ${P3}`]: 'X name=Cy' },
        answers: { five: `id=${P3} name=Cy` },
        broken: [],
      },
      seconds: 18,
    },
    {
      id: 'disk',
      chapter: 'agree',
      focus: 'A',
      moves: [select('A', P4, { id: 'six', at: 130 })],
      expects: {
        entries: { [`A sstable ${P4}`]: 'name=Di', [`A cache ${P4}`]: 'X name=Di' },
        answers: { six: `id=${P4} email=- name=Di` },
      },
      terms: ['sstable'],
      seconds: 15,
    },
    {
      id: 'forgotten',
      chapter: 'agree',
      focus: 'A',
      unveil: ['inside'],
      expects: { entries: { [`A memtable ${P2}`]: 'V0 name=Bob' }, knows: { 'A V0': 'LOADED SYNCED' } },
      seconds: 15,
    },
    {
      id: 'eager',
      chapter: 'switch',
      run: 'eager',
      after: 'altered',
      expects: {
        entries: {
          [`A memtable ${P1}`]: 'X name=Ada',
          [`A memtable ${P2}`]: 'X name=Bob',
          [`A cache ${P3}`]: 'X name=Cy',
        },
        costs: { upgradesAtMerge: 3 },
        broken: [],
      },
      seconds: 20,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'eager',
      protection: 'lazyUpgrade',
      to: 'off',
      outcome: 'cost',
      protections: { lazyUpgrade: false },
    },
  ],
  challenge: {
    run: MAIN,
    after: 'altered',
    goal: stands(
      ({ living, version, knownVersions, start }) =>
        living().includes('A') &&
        version('A') !== null &&
        !knownVersions('A').includes(start.version('C') ?? ''),
    ),
    may: [
      ...[P1, P2, P3, P4].flatMap((row) => [
        select('A', row),
        insert('A', row, { name: 'Eve' }),
        evict('A', row),
      ]),
      flush('A'),
      evict('A'),
    ],
    hints: 2,
    solution: [flush('A'), evict('A')],
    par: 2,
  },
};
