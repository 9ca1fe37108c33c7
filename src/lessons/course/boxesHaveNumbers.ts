// S1: ids shift when columns come, and a row stays readable because it says at which version it is stored.

import type { StatementId } from '../../engine/index.ts';
import { standsAfter } from '../goal.ts';
import type { Lesson } from '../lesson.ts';
import { deliver } from '../moves.ts';
import { BOXES_HAVE_NUMBERS_EN } from '../texts/boxesHaveNumbers.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';

const { alter, select } = users;

/** Reads after a column was added. */
type Reads = { readonly added: boolean; readonly reads: readonly StatementId[] };

const STORED = { 'A memtable 1': 'V0 name=Ada phone=555' };
const RIGHT = 'id=1 email=- name=Ada nick=- phone=555';
const WRONG = 'id=1 email=Ada name=555 nick=- phone=-';

export const boxesHaveNumbers: Lesson = {
  id: 'boxes-have-numbers',
  number: 2,
  act: 'agreeing',
  minutes: 3,
  seed: 1,
  config: clusterWith(
    usersWith([column('name'), column('phone')], [{ key: { id: 1 }, values: { name: 'Ada', phone: '555' } }]),
    { nodes: ['A', 'B'] },
  ),
  texts: BOXES_HAVE_NUMBERS_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict'],
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      focus: 'A',
      expects: { at: 'A V0, B V0', entries: STORED },
      seconds: 15,
    },
    {
      id: 'nick',
      chapter: 'part',
      focus: 'ids',
      moves: [alter('A', '+nick text', 'nick', 100), ...deliver('DEFINITIONS_UPDATE A>B')],
      expects: { at: 'A X, B X', columns: { A: 'name nick phone' } },
      terms: ['column-id'],
      seconds: 15,
    },
    {
      id: 'email',
      chapter: 'part',
      focus: 'ids',
      moves: [alter('A', '+email text', 'email', 200), ...deliver('DEFINITIONS_UPDATE A>B')],
      expects: { at: 'A Y, B Y', columns: { A: 'email name nick phone' } },
      seconds: 15,
    },
    { id: 'boxes', chapter: 'part', focus: 'A', expects: { entries: STORED }, seconds: 12 },
    {
      id: 'asked',
      chapter: 'predict',
      unveil: ['data'],
      ask: {
        options: [
          { answers: { read: RIGHT } },
          { answers: { read: WRONG } },
          { answers: { read: 'id=1 email=- name=- nick=- phone=-' } },
          { answers: { read: 'failed' } },
        ],
        answer: 0,
      },
      expects: { entries: STORED },
      seconds: 25,
    },
    {
      id: 'read',
      chapter: 'agree',
      focus: 'A',
      moves: [select('A', 1, { id: 'read', at: 300 })],
      expects: {
        answers: { read: RIGHT },
        entries: { 'A memtable 1': 'Y name=Ada phone=555' },
        happens: ['entry-upgraded'],
        broken: [],
      },
      terms: ['upgrade'],
      seconds: 20,
    },
    {
      id: 'off',
      chapter: 'switch',
      run: 'untagged',
      after: 'boxes',
      expects: { at: 'A Y, B Y', broken: [] },
      seconds: 12,
    },
    {
      id: 'misread',
      chapter: 'switch',
      run: 'untagged',
      after: 'read',
      expects: { answers: { read: WRONG }, broken: ['I14'] },
      seconds: 20,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'untagged',
      protection: 'versionTags',
      to: 'off',
      outcome: 'broken',
      protections: { versionTags: false },
    },
  ],
  challenge: {
    run: 'untagged',
    goal: standsAfter<Reads>({
      first: { added: false, reads: [] },
      next: ({ added, reads }, { command }) => ({
        added: added || command.kind === 'alter-table',
        reads: added && command.kind === 'select' ? [...reads, command.id] : reads,
      }),
      isMet: ({ answer, broken }, { reads }) =>
        reads.some((read) => answer(read)?.['name'] === 'Ada' && answer(read)?.['phone'] === '555') &&
        broken().length === 0,
    }),
    may: [
      ...['A', 'B'].flatMap((node) => ['email', 'nick', 'zip'].map((name) => alter(node, `+${name} text`))),
      ...['A', 'B'].map((node) => select(node, 1)),
    ],
    hints: 2,
    solution: [alter('A', '+zip text'), select('A', 1)],
    par: 2,
  },
};
