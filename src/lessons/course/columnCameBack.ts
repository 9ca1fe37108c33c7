// S9: an ALTER of 2016 writes every column again, and so undoes a DROP that it has not heard of.

import type { Command, NodeId, TableChange } from '../../engine/index.ts';
import { standsAfter } from '../goal.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { deliver, skew } from '../moves.ts';
import { COLUMN_CAME_BACK_EN } from '../texts/columnCameBack.en.ts';
import { clusterWith, column, users, usersWith } from '../usersTable.ts';

const { alter, select } = users;

const SECOND = 1_000_000;
const BACK = 'email name phone';

/** Before A drops the column, after it, and after B has added one. */
type Phase = 'together' | 'dropped' | 'parted';

const isChange = (command: Command, node: NodeId, kind: TableChange['kind']): boolean =>
  command.kind === 'alter-table' &&
  command.node === node &&
  command.changes.some((change) => change.kind === kind);

export const columnCameBack: Lesson = {
  id: 'column-came-back',
  number: 8,
  act: 'losing',
  minutes: 3,
  seed: 1,
  config: clusterWith(
    usersWith([column('name'), column('phone')], [{ key: { id: 1 }, values: { name: 'Ada', phone: '555' } }]),
    { nodes: ['A', 'B'] },
  ),
  texts: COLUMN_CAME_BACK_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  beats: [
    {
      id: 'start',
      chapter: 'setup',
      expects: { at: 'A V0, B V0', columns: { A: 'name phone' } },
      seconds: 10,
    },
    {
      id: 'parted',
      chapter: 'part',
      moves: [alter('A', '-phone', 'drop', 100), alter('B', '+email text', 'add', 105)],
      expects: { at: 'A X, B Y', columns: { A: 'name', B: BACK } },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: {
        options: [
          { columns: { A: 'email name', B: 'email name' } },
          { columns: { A: BACK, B: BACK }, answers: { read: 'id=1 email=- name=Ada phone=555' } },
          { columns: { A: BACK, B: BACK }, answers: { read: 'id=1 email=- name=Ada phone=-' } },
          { columns: { A: 'name', B: BACK } },
        ],
        answer: 2,
      },
      expects: { at: 'A X, B Y' },
      seconds: 25,
    },
    {
      id: 'back',
      chapter: 'agree',
      moves: [
        ...deliver('DEFINITIONS_UPDATE A>B', 'DEFINITIONS_UPDATE B>A'),
        select('A', 1, { id: 'read', at: 30_000 }),
      ],
      expects: { at: 'A Z, B Z', answers: { read: 'id=1 email=- name=Ada phone=-' }, broken: [] },
      seconds: 20,
    },
    {
      id: 'fixed',
      chapter: 'switch',
      run: 'only',
      after: 'back',
      expects: {
        columns: { A: 'email name', B: 'email name' },
        answers: { read: 'id=1 email=- name=Ada' },
        broken: [],
      },
      seconds: 18,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 75 },
  ],
  turns: [
    {
      id: 'only',
      protection: 'alterWritesOnlyChanges',
      to: 'on',
      outcome: 'fixed',
      protections: { alterWritesOnlyChanges: true },
    },
  ],
  challenge: {
    run: MAIN,
    goal: standsAfter<Phase>({
      first: 'together',
      next: (phase, { command }) => {
        if (phase === 'parted') return phase;
        // Nothing may have arrived anywhere before B adds its column.
        if (command.kind === 'deliver') return null;
        if (isChange(command, 'B', 'add')) return phase === 'dropped' ? 'parted' : null;
        return isChange(command, 'A', 'drop') ? 'dropped' : phase;
      },
      isMet: ({ columns, version }, phase) =>
        phase === 'parted' && version('A') === version('B') && columns('A').join(' ') === 'email name',
    }),
    may: [
      ...['A', 'B'].flatMap((node) => [skew(node, SECOND), skew(node, -SECOND)]),
      alter('A', '-phone'),
      alter('B', '+email text'),
    ],
    hints: 2,
    solution: [
      skew('A', SECOND),
      alter('A', '-phone'),
      alter('B', '+email text'),
      ...deliver('DEFINITIONS_UPDATE A>B', 'DEFINITIONS_UPDATE B>A'),
    ],
    par: 5,
  },
};
