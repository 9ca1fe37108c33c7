// S6: a column is dropped and added again. The recorded drop time filters what was written before it.

import type { Core, NodeId, StatementId } from '../../engine/index.ts';
import { standsAfter } from '../goal.ts';
import { lensOf } from '../lens.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { deliver } from '../moves.ts';
import { DROP_AND_ADD_AGAIN_EN } from '../texts/dropAndAddAgain.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';

const { alter, insert, select } = users;

const EMPTY = 'id=2 name=Bob phone=-';
const OLD = 'id=2 name=Bob phone=222';

/**
 * Numbers that were written before any node had dropped the column; nodes that have: a drop that a node has not merged yet
 * is none there; and reads on such nodes since then.
 */
type Numbers = {
  readonly written: readonly string[];
  readonly dropped: readonly NodeId[];
  readonly reads: readonly StatementId[];
};

const nodesWithoutPhone = (core: Core): readonly NodeId[] =>
  core.nodes.flatMap(({ id }) => (lensOf(core).columns(id).includes('phone') ? [] : [id]));

export const dropAndAddAgain: Lesson = {
  id: 'drop-and-add-again',
  number: 7,
  act: 'losing',
  minutes: 4,
  seed: 1,
  config: clusterWith(
    usersWith(
      [column('name'), column('phone')],
      [
        { key: { id: 1 }, values: { name: 'Ada', phone: '111' } },
        { key: { id: 2 }, values: { name: 'Bob', phone: '222' } },
      ],
    ),
    { nodes: ['A', 'B'] },
  ),
  texts: DROP_AND_ADD_AGAIN_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      focus: 'A',
      expects: {
        entries: { 'A memtable 1': 'V0 name=Ada phone=111', 'A memtable 2': 'V0 name=Bob phone=222' },
      },
      seconds: 12,
    },
    {
      id: 'dropped',
      chapter: 'part',
      moves: [alter('A', '-phone', 'drop', 100), ...deliver('DEFINITIONS_UPDATE A>B')],
      expects: {
        at: 'A X, B X',
        columns: { A: 'name' },
        entries: { 'A memtable 1': 'V0 name=Ada phone=111', 'A memtable 2': 'V0 name=Bob phone=222' },
      },
      seconds: 15,
    },
    {
      id: 'touched',
      chapter: 'part',
      focus: 'A',
      moves: [select('A', 1, { id: 'ada', at: 110 })],
      expects: { entries: { 'A memtable 1': 'X name=Ada' }, happens: ['cell-discarded'] },
      seconds: 15,
    },
    {
      id: 'again',
      chapter: 'part',
      moves: [alter('A', '+phone text', 'add', 120), ...deliver('DEFINITIONS_UPDATE A>B')],
      expects: {
        at: 'A Y, B Y',
        columns: { A: 'name phone' },
        entries: { 'A memtable 2': 'V0 name=Bob phone=222' },
      },
      seconds: 12,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: {
        options: [
          { answers: { bob: EMPTY }, broken: [] },
          { answers: { bob: OLD } },
          { answers: { bob: 'failed' } },
          { answers: { bob: OLD }, broken: ['I15'] },
        ],
        answer: 0,
      },
      expects: { at: 'A Y, B Y' },
      seconds: 25,
    },
    {
      id: 'read',
      chapter: 'agree',
      focus: 'A',
      moves: [select('A', 2, { id: 'bob', at: 130 })],
      expects: { answers: { bob: EMPTY }, entries: { 'A memtable 2': 'Y name=Bob' }, broken: [] },
      terms: ['drop-time'],
      seconds: 18,
    },
    {
      id: 'off',
      chapter: 'switch',
      run: 'forgetful',
      after: 'again',
      expects: { at: 'A Y, B Y', broken: [] },
      seconds: 10,
    },
    {
      id: 'back',
      chapter: 'switch',
      run: 'forgetful',
      after: 'read',
      expects: { answers: { bob: OLD }, entries: { 'A memtable 1': 'X name=Ada' }, broken: ['I15'] },
      seconds: 20,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 75 },
  ],
  turns: [
    {
      id: 'forgetful',
      protection: 'droppedAt',
      to: 'off',
      outcome: 'broken',
      protections: { droppedAt: false },
    },
  ],
  challenge: {
    run: MAIN,
    after: 'start',
    goal: standsAfter<Numbers>({
      first: { written: [], dropped: [], reads: [] },
      next: ({ written, dropped, reads }, { command, core }) => ({
        written:
          dropped.length === 0 && command.kind === 'insert'
            ? [...written, String(command.values['phone'] ?? '')]
            : written,
        dropped: [...new Set([...dropped, ...nodesWithoutPhone(core)])].sort(),
        reads: command.kind === 'select' && dropped.includes(command.node) ? [...reads, command.id] : reads,
      }),
      isMet: ({ answer }, { written, reads }) =>
        reads.some((read) => written.includes(answer(read)?.['phone'] ?? 'none')),
    }),
    may: [
      insert('A', 2, { phone: '999' }, { at: 90_000_000, using: true }),
      insert('A', 2, { phone: '999' }),
      alter('A', '-phone'),
      alter('A', '+phone text'),
      select('A', 2),
    ],
    hints: 2,
    solution: [
      insert('A', 2, { phone: '999' }, { at: 90_000_000, using: true }),
      alter('A', '-phone'),
      alter('A', '+phone text'),
      select('A', 2),
    ],
    par: 4,
  },
};
