// S12: the shards of a server switch one by one, and a mark that is set in between loses a cell.

import { stands } from '../goal.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { begin, DRAIN, deliver } from '../moves.ts';
import { TWO_SHARDS_EN } from '../texts/twoShards.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';

const { alter, insert, select } = users;

/** A row of shard 1. */
export const ROW_OF_SHARD_1 = 2;

const store = (id?: string) =>
  insert('A', ROW_OF_SHARD_1, { name: 'Bob', email: 'bob@x' }, id === undefined ? {} : { id, at: 2_000 });

export const twoShards: Lesson = {
  id: 'two-shards',
  number: 12,
  act: 'engineers',
  minutes: 3,
  seed: 1,
  config: clusterWith(usersWith([column('name')]), { nodes: ['A'], shards: 2 }),
  texts: TWO_SHARDS_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A/0 V0, A/1 V0' }, terms: ['shard'], seconds: 12 },
    {
      id: 'half',
      chapter: 'part',
      moves: [begin(alter('A', '+email text', 'email', 100)), ...deliver('merge A', 'publish A.0')],
      expects: { at: 'A/0 X, A/1 V0' },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: {
        options: [
          { entries: { [`A memtable ${ROW_OF_SHARD_1}`]: 'X email=bob@x name=Bob' } },
          { answers: { bob: 'ok' }, entries: { [`A memtable ${ROW_OF_SHARD_1}`]: 'V0 name=Bob' } },
          { entries: { [`A memtable ${ROW_OF_SHARD_1}`]: '' } },
          { answers: { bob: 'failed' } },
        ],
        answer: 1,
      },
      expects: { at: 'A/0 X, A/1 V0' },
      seconds: 25,
    },
    {
      id: 'gone',
      chapter: 'agree',
      moves: [store('bob')],
      expects: { answers: { bob: 'ok' }, broken: ['I2', 'I9', 'I13'] },
      seconds: 18,
    },
    {
      id: 'late',
      chapter: 'agree',
      moves: [DRAIN, select('A', ROW_OF_SHARD_1, { id: 'read', at: 20_000 })],
      expects: { at: 'A/0 X, A/1 X', answers: { read: `id=${ROW_OF_SHARD_1} email=- name=Bob` } },
      seconds: 15,
    },
    {
      id: 'fixed',
      chapter: 'switch',
      run: 'whole',
      after: 'late',
      expects: { answers: { read: `id=${ROW_OF_SHARD_1} email=bob@x name=Bob` }, broken: [] },
      seconds: 18,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 40 },
  ],
  turns: [
    {
      id: 'whole',
      protection: 'publishToAllShards',
      to: 'on',
      outcome: 'fixed',
      protections: { publishToAllShards: true },
    },
  ],
  challenge: {
    run: MAIN,
    after: 'half',
    goal: stands(({ entries }) =>
      entries('A', String(ROW_OF_SHARD_1)).some(({ cells }) => cells['email'] === 'bob@x'),
    ),
    may: [store()],
    hints: 1,
    solution: [...deliver('publish A.1'), store()],
    par: 2,
  },
};
