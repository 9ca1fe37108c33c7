// #3393: a write is forwarded by a node that has loaded its version and not merged it yet.

import type { Lesson } from '../lesson.ts';
import { DRAIN, deliver, lose } from '../moves.ts';
import { FORWARDED_EN } from '../texts/shelf.en.ts';
import { clusterWith, USERS_TABLE, users } from '../usersTable.ts';
import { ALL_PARTS } from './parts.ts';

const WHOLE = 'X email=bob@x name=Bob';

export const forwarded: Lesson = {
  id: 'incident-3393',
  number: null,
  act: 'shelf',
  minutes: 2,
  seed: 1,
  config: clusterWith(USERS_TABLE, {
    nodes: ['A', 'F', 'B'],
    dataCentres: { A: 'dc1', F: 'dc2', B: 'dc2' },
  }),
  texts: FORWARDED_EN,
  parts: ALL_PARTS,
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A V0, F V0, B V0' }, seconds: 10 },
    {
      id: 'written',
      chapter: 'part',
      focus: 'loom',
      moves: [
        users.alter('A', '+email text', 'email', 100),
        ...lose('DEFINITIONS_UPDATE A>'),
        users.insert('A', 2, { name: 'Bob', email: 'bob@x' }, { id: 'bob', at: 200, level: 'ALL' }),
        ...deliver('MUTATION A>F'),
      ],
      expects: { at: 'A X, F V0, B V0', knows: { 'F X': 'LOADING NOT_SYNCED' } },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      focus: 'F',
      moves: deliver('GET_SCHEMA_VERSION F', 'SCHEMA_VERSION_REPLY A>F'),
      ask: {
        options: [{ entries: { 'B memtable 2': WHOLE } }, { entries: { 'B memtable 2': 'V0 name=Bob' } }],
        answer: 1,
      },
      expects: { at: 'F V0', knows: { 'F X': 'LOADED SYNCING' } },
      seconds: 25,
    },
    {
      id: 'lost',
      chapter: 'agree',
      focus: 'B',
      moves: [
        ...deliver('MUTATION F>B', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY F>B'),
        ...deliver('MIGRATION_REQUEST B>F', 'MIGRATION_REPLY F>B'),
        DRAIN,
      ],
      expects: { answers: { bob: 'ok' }, broken: ['I2', 'I9'] },
      seconds: 18,
    },
    {
      id: 'fixed',
      chapter: 'switch',
      run: 'asked',
      focus: 'B',
      moves: [DRAIN],
      expects: { answers: { bob: 'ok' }, entries: { 'B memtable 2': WHOLE }, broken: [] },
      seconds: 15,
    },
  ],
  turns: [
    {
      id: 'asked',
      protection: 'syncSource',
      to: 'on',
      outcome: 'fixed',
      protections: { syncSource: 'coordinator' },
      upTo: 'asked',
    },
  ],
};
