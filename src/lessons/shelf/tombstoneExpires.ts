// E1: schema tombstones are thrown away after a while, on one node earlier than on another.

import type { Lesson } from '../lesson.ts';
import { DRAIN } from '../moves.ts';
import { TOMBSTONE_EXPIRES_EN } from '../texts/shelf.en.ts';
import { clusterWith, USERS_TABLE, users } from '../usersTable.ts';
import { ALL_PARTS } from './parts.ts';

export const tombstoneExpires: Lesson = {
  id: 'incident-tombstone',
  number: null,
  act: 'shelf',
  minutes: 1,
  seed: 1,
  config: clusterWith(USERS_TABLE, { nodes: ['A', 'B'] }),
  texts: TOMBSTONE_EXPIRES_EN,
  parts: ALL_PARTS,
  deep: true,
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      moves: [
        users.alter('A', '+nick text', 'add', 100),
        DRAIN,
        users.alter('A', '-nick', 'drop', 40_000),
        DRAIN,
      ],
      expects: { at: 'A Y, B Y', columns: { A: 'name' } },
      seconds: 12,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: { options: [{ at: 'A Y, B Y' }, { at: 'A Z, B Y' }], answer: 0 },
      expects: { at: 'A Y, B Y' },
      seconds: 20,
    },
    {
      id: 'same',
      chapter: 'agree',
      moves: [{ kind: 'expire-tombstones', node: 'A' }],
      expects: { at: 'A Y, B Y', broken: [] },
      seconds: 12,
    },
    {
      id: 'flips',
      chapter: 'switch',
      run: 'hashed',
      after: 'same',
      expects: { columns: { A: 'name', B: 'name' }, broken: ['I5'] },
      seconds: 15,
    },
  ],
  turns: [
    {
      id: 'hashed',
      protection: 'tombstonesOutOfHash',
      to: 'off',
      outcome: 'broken',
      protections: { tombstonesOutOfHash: false },
    },
  ],
};
