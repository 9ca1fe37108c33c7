// S10: a prepared statement keeps an old version alive on its coordinator only; replicas learn it and forget it each time.

import type { StatementId } from '../../engine/index.ts';
import { standsAfter } from '../goal.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { crash, DRAIN, deliver, restart } from '../moves.ts';
import { ASKING_AGAIN_EN } from '../texts/askingAgain.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';

const { alter, insert, prepare, select } = users;

const write = (row: number, id?: string) =>
  insert('A', row, { name: 'Ada' }, { ...(id === undefined ? {} : { id }), level: 'ALL', prepared: 'ins' });

export const askingAgain: Lesson = {
  id: 'asking-again',
  number: 9,
  act: 'losing',
  minutes: 3,
  seed: 1,
  config: clusterWith(usersWith([column('name')]), { nodes: ['A', 'B'] }),
  texts: ASKING_AGAIN_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A V0, B V0' }, seconds: 10 },
    {
      id: 'prepared',
      chapter: 'part',
      focus: 'A',
      moves: [prepare('A', 'ins', 'ins')],
      expects: { knows: { 'A V0': 'LOADED SYNCED' } },
      terms: ['prepared'],
      seconds: 12,
    },
    {
      id: 'commented',
      chapter: 'part',
      moves: [alter('A', '"people', 'comment', 100), DRAIN],
      expects: { at: 'A X, B X', columns: { A: 'name' }, knows: { 'A V0': 'LOADED SYNCED' } },
      seconds: 15,
    },
    {
      id: 'restarted',
      chapter: 'part',
      focus: 'B',
      moves: [crash('B'), restart('B'), DRAIN],
      expects: { at: 'A X, B X', knows: { 'B V0': '', 'B X': 'LOADED SYNCED' } },
      seconds: 12,
    },
    {
      id: 'asked',
      chapter: 'predict',
      focus: 'B',
      ask: {
        options: [
          { costs: { loads: 0, pulls: 0 } },
          { costs: { loads: 1, pulls: 1 } },
          { costs: { loads: 5, pulls: 0 } },
          { costs: { loads: 5, pulls: 5 } },
        ],
        answer: 3,
      },
      expects: { at: 'A X, B X' },
      seconds: 25,
    },
    {
      id: 'again',
      chapter: 'agree',
      focus: 'B',
      moves: [1, 2, 3, 4, 5].flatMap((row) => [write(row, `w${row}`), DRAIN]),
      expects: { costs: { loads: 5, pulls: 5, emptyMerges: 5 }, knows: { 'B V0': '' }, broken: [] },
      seconds: 20,
    },
    {
      id: 'grace',
      chapter: 'switch',
      run: 'graceful',
      after: 'again',
      expects: { costs: { loads: 1, pulls: 1 }, broken: [] },
      seconds: 18,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'graceful',
      protection: 'registryGrace',
      to: 'on',
      outcome: 'cost',
      protections: { registryGrace: true },
    },
  ],
  challenge: {
    run: MAIN,
    after: 'restarted',
    goal: standsAfter<readonly StatementId[]>({
      // Rows that were written with the statement.
      first: [],
      // A request that was sent is on its way, until it arrives.
      next: (written, { command, core }) =>
        core.messages.some(({ verb }) => verb === 'GET_SCHEMA_VERSION' || verb === 'MIGRATION_REQUEST')
          ? null
          : command.kind === 'insert' && command.prepared === 'ins'
            ? [...written, command.id]
            : written,
      isMet: ({ hasConfirmed }, written) => written.some((statement) => hasConfirmed('B', statement)),
    }),
    may: [
      write(7),
      prepare('A', 'ins'),
      alter('A', '+email text'),
      alter('A', '"other'),
      select('A', 7),
      crash('A'),
    ],
    hints: 2,
    solution: [prepare('A', 'ins'), write(7), ...deliver('MUTATION A>B')],
    par: 3,
  },
};
