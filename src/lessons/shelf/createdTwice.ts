// #420: two nodes create one table at the same moment.

import { configOf } from '../../engine/index.ts';
import type { Lesson } from '../lesson.ts';
import { crash, type Move, restart, SETTLE } from '../moves.ts';
import { CREATED_TWICE_EN } from '../texts/shelf.en.ts';
import { column, KEYSPACE, USERS, users } from '../usersTable.ts';
import { ALL_PARTS } from './parts.ts';

const create = (node: string, id: string, timestamp: number): Move => ({
  kind: 'create-table',
  node,
  id,
  timestamp,
  keyspace: KEYSPACE,
  table: USERS,
  columns: [column('id', 'int', 'partition_key'), column('name')],
});

export const createdTwice: Lesson = {
  id: 'incident-420',
  number: null,
  act: 'shelf',
  minutes: 2,
  seed: 1,
  config: configOf({
    nodes: ['A', 'B', 'C'],
    setup: [{ kind: 'create-keyspace', id: 'setup-1', node: 'A', timestamp: 1, keyspace: KEYSPACE }],
  }),
  texts: CREATED_TWICE_EN,
  parts: ALL_PARTS,
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A -, B -, C -' }, seconds: 8 },
    {
      id: 'made',
      chapter: 'part',
      moves: [
        create('A', 'first', 100),
        create('B', 'second', 101),
        users.insert('A', 1, { name: 'Ada' }, { id: 'ada', at: 110 }),
        users.insert('B', 2, { name: 'Bob' }, { id: 'bob', at: 111 }),
      ],
      expects: { at: 'A V0, B X, C -', answers: { ada: 'ok', bob: 'ok' } },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: { options: [{ at: 'A X, B X' }, { at: 'A V0, B X' }], answer: 1 },
      expects: { at: 'A V0, B X' },
      seconds: 25,
    },
    {
      id: 'split',
      chapter: 'agree',
      moves: [SETTLE],
      expects: { at: 'A V0, B X', onTheWay: [], broken: ['I6'] },
      seconds: 15,
    },
    {
      id: 'restarted',
      chapter: 'agree',
      moves: [crash('A'), restart('A')],
      expects: { at: 'A X, B X', entries: { 'A memtable 1': '' } },
      seconds: 15,
    },
  ],
  turns: [],
};
