// #25171, #24886: a pull releases its writer when one shard has switched and the other has not.

import { ROW_OF_SHARD_1 } from '../course/twoShards.ts';
import type { Lesson } from '../lesson.ts';
import { DRAIN, deliver, lose } from '../moves.ts';
import { SHARDS_PULLED_EN } from '../texts/shelf.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';
import { ALL_PARTS } from './parts.ts';

const ROW = `B memtable ${ROW_OF_SHARD_1}`;

export const shardsPulled: Lesson = {
  id: 'incident-25171',
  number: null,
  act: 'shelf',
  minutes: 2,
  seed: 1,
  config: clusterWith(usersWith([column('name')]), { nodes: ['A', 'B'], shards: 2 }),
  texts: SHARDS_PULLED_EN,
  parts: ALL_PARTS,
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      moves: [users.alter('A', '+email text', 'email', 100), ...lose('DEFINITIONS_UPDATE A>B')],
      expects: { at: 'A/0 X, A/1 X, B/0 V0, B/1 V0' },
      seconds: 12,
    },
    {
      id: 'waiting',
      chapter: 'part',
      moves: [
        users.insert(
          'A',
          ROW_OF_SHARD_1,
          { name: 'Bob', email: 'bob@x' },
          { id: 'bob', at: 2_000, level: 'ALL' },
        ),
        ...deliver('MUTATION A>B', 'GET_SCHEMA_VERSION', 'SCHEMA_VERSION_REPLY'),
        ...deliver('MIGRATION_REQUEST', 'MIGRATION_REPLY'),
      ],
      expects: { at: 'B/0 V0, B/1 V0', entries: { [ROW]: '' } },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: {
        options: [{ entries: { [ROW]: 'X email=bob@x name=Bob' } }, { entries: { [ROW]: 'V0 name=Bob' } }],
        answer: 1,
      },
      expects: { at: 'B/1 V0' },
      seconds: 20,
    },
    {
      id: 'lost',
      chapter: 'agree',
      moves: deliver('publish B.0'),
      expects: { at: 'B/0 X, B/1 V0', entries: { [ROW]: 'V0 name=Bob' } },
      seconds: 15,
    },
    {
      id: 'fixed',
      chapter: 'switch',
      run: 'whole',
      moves: [DRAIN],
      expects: { entries: { [ROW]: 'X email=bob@x name=Bob' }, answers: { bob: 'ok' }, broken: [] },
      seconds: 15,
    },
  ],
  turns: [
    {
      id: 'whole',
      protection: 'publishToAllShards',
      to: 'on',
      outcome: 'fixed',
      protections: { publishToAllShards: true },
      upTo: 'asked',
    },
  ],
};
