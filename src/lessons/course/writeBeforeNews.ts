// S3, the core: a write of a version that its receiver has not heard of. LOAD, then SYNC, then apply.

import { stands } from '../goal.ts';
import type { Lesson } from '../lesson.ts';
import { crash, DRAIN, deliver, lose } from '../moves.ts';
import { WRITE_BEFORE_NEWS_EN } from '../texts/writeBeforeNews.en.ts';
import { clusterWith, USERS_TABLE, users } from '../usersTable.ts';

const { alter, insert } = users;

const WHOLE = 'X email=bob@x name=Bob';
const BOTH_OFF = { syncBeforeApply: 'convertToMine', syncedCheck: false } as const;

export const writeBeforeNews: Lesson = {
  id: 'write-before-news',
  number: 4,
  act: 'writing',
  minutes: 5,
  seed: 1,
  config: clusterWith(USERS_TABLE),
  texts: WRITE_BEFORE_NEWS_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources'],
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A V0, B V0, C V0' }, seconds: 10 },
    {
      id: 'lost',
      chapter: 'part',
      focus: 'loom',
      moves: [alter('A', '+email text', 'email', 100), ...lose('DEFINITIONS_UPDATE A>')],
      expects: { at: 'A X, B V0, C V0', onTheWay: [] },
      terms: ['push'],
      seconds: 15,
    },
    {
      id: 'write',
      chapter: 'part',
      moves: [insert('A', 2, { name: 'Bob', email: 'bob@x' }, { id: 'bob', at: 200, level: 'QUORUM' })],
      expects: { entries: { 'A memtable 2': WHOLE }, onTheWay: ['MUTATION A>B', 'MUTATION A>C'] },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      focus: 'B',
      ask: {
        options: [
          { answers: { bob: 'timeout' }, knows: { 'B X': '' } },
          { entries: { 'B memtable 2': 'V0 name=Bob' } },
          { knows: { 'B X': 'LOADING NOT_SYNCED' }, entries: { 'B memtable 2': '' } },
          { entries: { 'B memtable 2': WHOLE }, at: 'B V0' },
        ],
        answer: 2,
      },
      expects: { at: 'A X, B V0, C V0' },
      seconds: 25,
    },
    {
      id: 'load',
      chapter: 'agree',
      focus: 'B',
      unveil: ['inside'],
      moves: deliver('MUTATION A>B'),
      expects: { knows: { 'B X': 'LOADING NOT_SYNCED' }, happens: ['version-requested'] },
      terms: ['load'],
      seconds: 15,
    },
    {
      id: 'loaded',
      chapter: 'agree',
      focus: 'B',
      moves: deliver('GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B'),
      expects: { at: 'B V0', knows: { 'B X': 'LOADED SYNCING' }, entries: { 'B memtable 2': '' } },
      seconds: 15,
    },
    {
      id: 'pull',
      chapter: 'agree',
      focus: 'B',
      expects: { onTheWay: ['MIGRATION_REQUEST B>A', 'MUTATION A>C'] },
      terms: ['sync'],
      seconds: 15,
    },
    {
      id: 'synced',
      chapter: 'agree',
      focus: 'B',
      moves: deliver('MIGRATION_REQUEST B>A', 'MIGRATION_REPLY A>B'),
      expects: {
        at: 'A X, B X, C V0',
        entries: { 'B memtable 2': WHOLE },
        knows: { 'B X': 'LOADED SYNCED' },
      },
      seconds: 18,
    },
    {
      id: 'done',
      chapter: 'agree',
      moves: deliver('MUTATION_DONE B>A'),
      expects: { answers: { bob: 'ok' }, costs: { loads: 1, pulls: 1 } },
      terms: ['quorum'],
      seconds: 12,
    },
    {
      id: 'all',
      chapter: 'agree',
      focus: 'C',
      moves: [DRAIN],
      expects: { at: 'A X, B X, C X', entries: { 'C memtable 2': WHOLE }, broken: [] },
      seconds: 12,
    },
    {
      id: 'refused',
      chapter: 'switch',
      focus: 'B',
      run: 'unsynced',
      moves: deliver('MUTATION A>B', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B'),
      expects: { at: 'B V0', entries: { 'B memtable 2': '' }, happens: ['mutation-refused'] },
      seconds: 18,
    },
    {
      id: 'timeout',
      chapter: 'switch',
      run: 'unsynced',
      moves: [
        ...deliver('MUTATION A>C', 'GET_SCHEMA_VERSION C', 'SCHEMA_VERSION_REPLY A>C'),
        ...deliver('timer write-timeout'),
      ],
      expects: { answers: { bob: 'timeout' }, broken: [] },
      seconds: 15,
    },
    {
      id: 'dropped',
      chapter: 'switch',
      focus: 'B',
      run: 'unchecked',
      moves: deliver('MUTATION A>B', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B'),
      expects: {
        at: 'B V0',
        entries: { 'B memtable 2': 'V0 name=Bob' },
        happens: ['cell-discarded'],
        broken: ['I2', 'I9'],
      },
      seconds: 18,
    },
    {
      id: 'confirmed',
      chapter: 'switch',
      focus: 'B',
      run: 'unchecked',
      moves: deliver('MUTATION_DONE B>A'),
      expects: { answers: { bob: 'ok' }, entries: { 'B memtable 2': 'V0 name=Bob' }, broken: ['I2', 'I9'] },
      seconds: 15,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'unsynced',
      protection: 'syncBeforeApply',
      to: 'off',
      outcome: 'cost',
      protections: { syncBeforeApply: 'convertToMine' },
      upTo: 'write',
    },
    {
      id: 'unchecked',
      protection: 'syncedCheck',
      to: 'off',
      outcome: 'broken',
      protections: BOTH_OFF,
      upTo: 'write',
    },
  ],
  challenge: {
    run: 'unchecked',
    after: 'write',
    goal: stands(
      ({ status, living, entries }) =>
        status('bob') === 'ok' &&
        living().every((node) => entries(node, '2').every(({ cells }) => cells['email'] === undefined)),
    ),
    may: ['A', 'B', 'C'].map(crash),
    mayLose: true,
    hints: 2,
    solution: [
      ...deliver('MUTATION A>B', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B', 'MUTATION_DONE B>A'),
      crash('A'),
    ],
    par: 5,
  },
};
