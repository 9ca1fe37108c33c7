// S8: two statements with one timestamp. Ties go by value, cell by cell, so that all agree even on what nobody asked for.

import type { NodeId } from '../../engine/index.ts';
import { standsAfter } from '../goal.ts';
import { type Lesson, MAIN } from '../lesson.ts';
import { deliver, skew, statementsOf } from '../moves.ts';
import { SAME_MICROSECOND_EN } from '../texts/sameMicrosecond.en.ts';
import { clusterWith, column, KEYSPACE } from '../usersTable.ts';

const { alter, insert } = statementsOf(KEYSPACE, 'visits', 'id');

const AS_A = '+badge int static';
const AS_B = '+badge text';

export const sameMicrosecond: Lesson = {
  id: 'same-microsecond',
  number: 11,
  act: 'engineers',
  minutes: 3,
  seed: 1,
  config: clusterWith(
    {
      name: 'visits',
      columns: [
        column('id', 'int', 'partition_key'),
        column('day', 'int', 'clustering_key'),
        column('place', 'text'),
      ],
      rows: [{ key: { id: 1, day: 1 }, values: { place: 'Oslo' } }],
    },
    { nodes: ['A', 'B'] },
  ),
  texts: SAME_MICROSECOND_EN,
  parts: ['history', 'time', 'versions', 'ids', 'hex', 'tags', 'verdict', 'data', 'sources', 'inside'],
  beats: [
    { id: 'start', chapter: 'setup', expects: { at: 'A V0, B V0' }, seconds: 10 },
    {
      id: 'tied',
      chapter: 'part',
      moves: [alter('A', AS_A, 'int', 100), alter('B', AS_B, 'text', 100)],
      expects: { at: 'A X, B Y', kinds: { 'A badge': 'int static', 'B badge': 'text regular' } },
      seconds: 15,
    },
    {
      id: 'asked',
      chapter: 'predict',
      ask: {
        options: [
          { kinds: { 'A badge': 'int static', 'B badge': 'int static' } },
          { kinds: { 'A badge': 'text regular', 'B badge': 'text regular' } },
          { kinds: { 'A badge': 'text static', 'B badge': 'text static' } },
          { kinds: { 'A badge': 'int static', 'B badge': 'text regular' } },
        ],
        answer: 2,
      },
      expects: { at: 'A X, B Y' },
      seconds: 25,
    },
    {
      id: 'mixed',
      chapter: 'agree',
      moves: deliver('DEFINITIONS_UPDATE A>B', 'DEFINITIONS_UPDATE B>A'),
      expects: { at: 'A Z, B Z', kinds: { 'A badge': 'text static', 'B badge': 'text static' }, broken: [] },
      seconds: 18,
    },
    {
      id: 'off',
      chapter: 'switch',
      run: 'first',
      after: 'mixed',
      expects: { kinds: { 'A badge': 'int static', 'B badge': 'text regular' } },
      seconds: 15,
    },
    {
      id: 'lost',
      chapter: 'switch',
      run: 'first',
      moves: [
        insert('A', { id: 1 }, { badge: 7 }, { id: 'badge', at: 200_000, level: 'ALL' }),
        ...deliver('MUTATION A>B', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B'),
        ...deliver('MIGRATION_REQUEST B>A', 'MIGRATION_REPLY A>B'),
      ],
      expects: { onTheWay: ['MUTATION_DONE B>A'], happens: ['cell-discarded'], broken: ['I2', 'I9'] },
      seconds: 18,
    },
    { id: 'challenge', chapter: 'challenge', expects: {}, seconds: 60 },
  ],
  turns: [
    {
      id: 'first',
      protection: 'deterministicTieBreak',
      to: 'off',
      outcome: 'broken',
      protections: { deterministicTieBreak: false },
    },
  ],
  challenge: {
    run: MAIN,
    goal: standsAfter<readonly NodeId[]>({
      first: [],
      next: (added, { command }) =>
        command.kind !== 'alter-table' ? added : [...new Set([...added, command.node])].sort(),
      isMet: ({ version, kindOf }, added) =>
        added.includes('A') &&
        added.includes('B') &&
        version('A') === version('B') &&
        kindOf('A', 'badge') === 'int static',
    }),
    may: [alter('A', AS_A), alter('B', AS_B), skew('A', 1), skew('B', 1)],
    hints: 2,
    solution: [alter('B', AS_B), alter('A', AS_A), ...deliver('DEFINITIONS_UPDATE A>B')],
    par: 3,
  },
};
