// The edge of S6: a cell that is later than the drop survives only where nobody touched its row in between.

import type { Lesson } from '../lesson.ts';
import { DRAIN, deliver } from '../moves.ts';
import { REPLICAS_DIVERGE_EN } from '../texts/shelf.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';
import { ALL_PARTS } from './parts.ts';

export const replicasDiverge: Lesson = {
  id: 'incident-divergence',
  number: null,
  act: 'shelf',
  minutes: 2,
  seed: 1,
  config: clusterWith(usersWith([column('name'), column('phone')])),
  texts: REPLICAS_DIVERGE_EN,
  parts: ALL_PARTS,
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      focus: 'loom',
      moves: [users.alter('A', '-phone', 'drop', 100), ...deliver('DEFINITIONS_UPDATE A>B')],
      expects: { at: 'A X, B X, C V0' },
      seconds: 10,
    },
    {
      id: 'written',
      chapter: 'part',
      focus: 'B',
      moves: [
        users.insert('C', 2, { name: 'Bob', phone: '555' }, { id: 'bob', at: 20_000, level: 'ALL' }),
        ...deliver('MUTATION C>A', 'MUTATION C>B', 'GET_SCHEMA_VERSION', 'SCHEMA_VERSION_REPLY'),
        ...deliver('MIGRATION_REQUEST', 'MIGRATION_REPLY', 'MUTATION_DONE'),
      ],
      expects: {
        answers: { bob: 'ok' },
        entries: { 'A memtable 2': 'X name=Bob', 'C memtable 2': 'V0 name=Bob phone=555' },
      },
      seconds: 18,
    },
    {
      id: 'asked',
      chapter: 'predict',
      focus: 'B',
      ask: {
        options: [
          { answers: { read: 'id=2 name=Bob phone=-' } },
          { answers: { read: 'id=2 name=Bob phone=555' } },
        ],
        answer: 1,
      },
      expects: { at: 'A X, B X, C V0' },
      seconds: 25,
    },
    {
      id: 'differ',
      chapter: 'agree',
      focus: 'B',
      moves: [
        ...deliver('DEFINITIONS_UPDATE A>C'),
        users.alter('A', '+phone text', 'add', 120_000),
        ...deliver('DEFINITIONS_UPDATE A>'),
        users.select('C', 2, { id: 'read', at: 200_000 }),
        users.select('A', 2, { id: 'other', at: 210_000 }),
      ],
      expects: {
        at: 'A Y, B Y, C Y',
        answers: { read: 'id=2 name=Bob phone=555', other: 'id=2 name=Bob phone=-' },
        broken: ['I9'],
      },
      seconds: 20,
    },
    {
      id: 'repaired',
      chapter: 'agree',
      focus: 'C',
      moves: [users.select('A', 2, { id: 'all', at: 220_000, level: 'ALL' }), DRAIN],
      expects: { answers: { all: 'id=2 name=Bob phone=555' }, broken: [] },
      seconds: 15,
    },
  ],
  turns: [],
};
