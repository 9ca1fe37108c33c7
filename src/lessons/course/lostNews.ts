// S11: a push is lost and nobody writes. Gossip finds the difference, waits a minute for news to land, and pulls.

import { standsAfter } from '../goal.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { crash, deliver, lose, restart, SETTLE } from '../moves.ts';
import { LOST_NEWS_EN } from '../texts/lostNews.en.ts';
import { clusterWith, USERS_TABLE, users } from '../usersTable.ts';

const { alter, insert } = users;

const SECOND = 1_000_000;
const gossip = (from: string, to: string) => ({ kind: 'gossip', from, to }) as const;

export const lostNews: Lesson = {
  id: 'lost-news',
  number: 6,
  act: 'writing',
  minutes: 4,
  seed: 1,
  config: clusterWith(USERS_TABLE),
  texts: LOST_NEWS_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A V0, B V0, C V0' }, seconds: 10 },
    {
      id: 'lost',
      chapter: 'part',
      focus: 'loom',
      moves: [alter('A', '+email text', 'email', 100), ...lose('DEFINITIONS_UPDATE A>C')],
      expects: { at: 'A X, B V0, C V0', onTheWay: ['DEFINITIONS_UPDATE A>B'], timers: [] },
      seconds: 12,
    },
    {
      id: 'asked',
      chapter: 'predict',
      focus: 'C',
      ask: {
        options: [
          { at: 'C V0', timers: [] },
          { at: 'C V0', onTheWay: ['DEFINITIONS_UPDATE A>B', 'DEFINITIONS_UPDATE A>C'] },
          { onTheWay: ['DEFINITIONS_UPDATE A>B', 'MIGRATION_REQUEST C>A'] },
          { at: 'C V0', timers: ['timer pull B<A', 'timer pull C<A'], onTheWay: ['DEFINITIONS_UPDATE A>B'] },
        ],
        answer: 3,
      },
      expects: { at: 'A X, B V0, C V0' },
      seconds: 25,
    },
    {
      id: 'heard',
      chapter: 'agree',
      focus: 'B',
      moves: [gossip('A', 'B'), gossip('A', 'C')],
      expects: { at: 'A X, B V0, C V0', timers: ['timer pull B<A', 'timer pull C<A'] },
      terms: ['gossip', 'digest'],
      seconds: 18,
    },
    {
      id: 'patient',
      chapter: 'agree',
      moves: deliver('DEFINITIONS_UPDATE A>B', 'timer pull B<A'),
      expects: { at: 'A X, B X, C V0', happens: ['pull-not-needed'] },
      seconds: 15,
    },
    {
      id: 'pulled',
      chapter: 'agree',
      focus: 'C',
      moves: deliver('timer pull C<A', 'MIGRATION_REQUEST C>A', 'MIGRATION_REPLY A>C'),
      expects: { at: 'A X, B X, C X', costs: { gossipPulls: 1 }, broken: [] },
      terms: ['pull'],
      seconds: 18,
    },
    {
      id: 'unpulled',
      chapter: 'switch',
      run: 'unpulled',
      focus: 'C',
      moves: [SETTLE],
      expects: { at: 'A X, B X, C V0', onTheWay: [], timers: [], broken: ['I6'] },
      seconds: 18,
    },
    {
      id: 'hasty',
      chapter: 'switch',
      run: 'hasty',
      after: 'heard',
      expects: {
        at: 'A X, B X, C V0',
        onTheWay: ['DEFINITIONS_UPDATE A>B', 'MIGRATION_REQUEST C>A'],
        costs: { gossipPulls: 2 },
      },
      seconds: 18,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'unpulled',
      protection: 'gossipPull',
      to: 'off',
      outcome: 'broken',
      protections: { gossipPull: false },
    },
    { id: 'hasty', protection: 'pullDelay', to: 'off', outcome: 'cost', protections: { pullDelay: false } },
  ],
  challenge: {
    run: MAIN,
    after: 'lost',
    goal: standsAfter<true>({
      first: true,
      next: (seen, { elapsed }) => (elapsed < 5 * SECOND ? seen : null),
      isMet: ({ version }) => version('C') === version('A'),
    }),
    may: [insert('A', 1, { email: 'ada@x' }), alter('A', '"hello'), crash('C'), restart('C')],
    hints: 2,
    solution: [alter('A', '"hello'), ...deliver('DEFINITIONS_UPDATE A>C')],
    par: 2,
  },
};
