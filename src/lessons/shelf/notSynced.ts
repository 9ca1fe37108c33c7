// #1258: a pull that shard 0 leads is not noted on the shard that asked.

import { FIDELITY } from '../../engine/index.ts';
import { ROW_OF_SHARD_1 } from '../course/twoShards.ts';
import type { Lesson } from '../lesson.ts';
import { DRAIN } from '../moves.ts';
import { NOT_SYNCED_EN } from '../texts/shelf.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';
import { ALL_PARTS } from './parts.ts';

export const notSynced: Lesson = {
  id: 'incident-1258',
  number: null,
  act: 'shelf',
  minutes: 1,
  seed: 1,
  config: clusterWith(usersWith([column('name')]), {
    nodes: ['A', 'B'],
    shards: 2,
    fidelity: { ...FIDELITY, shardZeroSyncBug: true },
  }),
  texts: NOT_SYNCED_EN,
  parts: ALL_PARTS,
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      moves: [users.prepare('A', 'ins', 'ins'), users.alter('A', '"people', 'comment', 100), DRAIN],
      expects: { at: 'A/0 X, A/1 X, B/0 X, B/1 X' },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: {
        options: [
          { entries: { [`B memtable ${ROW_OF_SHARD_1}`]: 'X name=Bob' } },
          { entries: { [`B memtable ${ROW_OF_SHARD_1}`]: '' } },
        ],
        answer: 1,
      },
      expects: { at: 'B/1 X' },
      seconds: 20,
    },
    {
      id: 'refused',
      chapter: 'agree',
      moves: [
        users.insert(
          'A',
          ROW_OF_SHARD_1,
          { name: 'Bob' },
          { id: 'bob', level: 'ALL', prepared: 'ins', shard: 1 },
        ),
        DRAIN,
      ],
      expects: { costs: { loads: 1, pulls: 1 }, entries: { [`B memtable ${ROW_OF_SHARD_1}`]: '' } },
      seconds: 20,
    },
  ],
  turns: [],
};
