import { expect, test } from 'vitest';
import { play } from '../scenarios/play.test-support.ts';
import type { Command } from './command.ts';
import type { Edit } from './edit.ts';
import { firstToldApart, rejoiningOf } from './parting.ts';
import type { Place } from './places.ts';
import { placesFor } from './places.ts';
import type { Rerun } from './rerun.ts';
import { rerun } from './rerun.ts';
import type { Timeline } from './timeline.ts';

const PUSH = 'DEFINITIONS_UPDATE A>B s1';

const kindsOf = ({ steps }: Timeline): readonly string[] =>
  steps.map(({ command }) =>
    'message' in command ? `${command.kind} ${command.message.slice(-6)}` : command.kind,
  );

const wordsOf = (command: Command | undefined): string =>
  command !== undefined && 'message' in command ? command.message.replace(/ .*/u, '') : (command?.kind ?? '');

function edited(timeline: Timeline, edit: Edit): Rerun {
  const done = rerun(timeline, edit);
  if (!done.ok) {
    throw new Error(done.problem);
  }
  return done.value;
}

function places(timeline: Timeline, seen: number): readonly Place[] {
  const found = placesFor(timeline, { message: PUSH, seen, mode: 'move', from: 0, to: 99 });
  if (!found.ok) {
    throw new Error(found.problem);
  }
  return found.value;
}

const sentences = (found: readonly Place[]) =>
  found.map((place) => (place.legal ? (place.own ? 'own' : 'legal') : place.problem));

test('N13 a place before the sending, after a crash and after a cut says why not', () => {
  const sent = play().flush('C').begin('A', 100, '+x int');
  const crashed = sent.deliver(PUSH).flush('C').operate('crash', 'B').flush('C').timeline;
  expect(sentences(places(crashed, 2))).toEqual([
    'A sends it at step 2.',
    'A sends it at step 2.',
    'own',
    'own',
    'legal',
    'B goes down at step 5: what was on its way to it is lost.',
    'B goes down at step 5: what was on its way to it is lost.',
  ]);
  const cut = sent.flush('C').append({ kind: 'cut', a: 'A', b: 'B' }).timeline;
  expect(sentences(places(cut, 3))).toEqual([
    'A sends it at step 2.',
    'A sends it at step 2.',
    'legal',
    'legal',
    'The link between A and B is cut at step 4: what was on it is lost.',
  ]);
  expect(rerun(crashed, { kind: 'deliver', message: PUSH, seen: 2, place: 5 })).toEqual({
    ok: false,
    problem: 'B goes down at step 5: what was on its way to it is lost.',
  });
});

test('N13 a message that a cut took may arrive before the cut instead', () => {
  const cut = play().begin('A', 100, '+x int').flush('C').append({ kind: 'cut', a: 'A', b: 'B' }).timeline;
  const { timeline, skipped, at } = edited(cut, { kind: 'deliver', message: PUSH, seen: 1, place: 2 });
  expect(kindsOf(timeline)).toEqual(['alter-table', 'flush', 'deliver A>B s1', 'cut']);
  expect([skipped, at]).toEqual([[], 3]);
});

test('N13 overtaking on a connection is allowed, and marked as what TCP would not do', () => {
  const two = play().begin('A', 100, '+x int').begin('A', 200, '+y int');
  const later = 'DEFINITIONS_UPDATE A>B s2';
  const run = two.deliver(PUSH).deliver(later).timeline;
  const found = placesFor(run, { message: later, seen: 3, mode: 'move', from: 2, to: 4 });
  expect(found).toEqual({
    ok: true,
    value: [
      { place: 2, legal: true, own: false, notTcp: true },
      { place: 3, legal: true, own: true, notTcp: false },
      { place: 4, legal: true, own: true, notTcp: false },
    ],
  });
});

test('N12 a second copy arrives where it was asked for, before or after the first', () => {
  const run = play().begin('A', 100, '+x int').flush('C').deliver(PUSH).flush('C').timeline;
  const before = edited(run, { kind: 'duplicate', message: PUSH, seen: 2, place: 1 });
  expect(kindsOf(before.timeline)).toEqual([
    'alter-table',
    'duplicate A>B s1',
    'deliver A>B s1',
    'flush',
    'deliver A>B s1',
    'flush',
  ]);
  const after = edited(run, { kind: 'duplicate', message: PUSH, seen: 2, place: 4 });
  expect(kindsOf(after.timeline)).toEqual([
    'alter-table',
    'flush',
    'duplicate A>B s1',
    'deliver A>B s1',
    'flush',
    'deliver A>B s1',
  ]);
  expect([before.at, after.at, before.skipped, after.skipped]).toEqual([3, 6, [], []]);
});

test('N12 what needed the message that is lost is left out with the reason, and all else is as it was', () => {
  const run = play().begin('A', 100, '+x int').deliver(PUSH).alter('B', 110, '-x').flush('C').timeline;
  const { timeline, skipped, from, at } = edited(run, { kind: 'lose', message: PUSH, seen: 1, place: 2 });
  expect(kindsOf(timeline)).toEqual(['alter-table', 'lose A>B s1', 'flush']);
  expect([from, at]).toEqual([1, 2]);
  expect(skipped.map(({ step, command, problem }) => [step, command.kind, problem])).toMatchInlineSnapshot(`
    [
      [
        3,
        "alter-table",
        "Column x was not found in table ks.t. On node B it has pk, a.",
      ],
      [
        4,
        "merge",
        "No merge ddl s2 waits for its turn on node B.",
      ],
    ]
  `);
});

test('N12 under other protections the runs part where they first look different', () => {
  const run = play().alter('A', 100, '+x int').alter('B', 105, '+y int').drain().timeline;
  const { from, at, timeline } = edited(run, { kind: 'protect', protections: { cellwiseMerge: false } });
  expect(timeline.config.protections.cellwiseMerge).toBe(false);
  expect(timeline.steps.map(({ command }) => command)).not.toEqual([]);
  expect(from).toBeGreaterThan(1);
  expect(at).toBe(from + 1);
  const nothing = edited(run, { kind: 'protect', protections: { pullDelay: true } });
  expect([nothing.from, nothing.skipped]).toEqual([run.steps.length, []]);
});

test('N15 what only the new rules send comes when it is due, between the old commands and after them', () => {
  const missed = play({ protections: { syncBeforeApply: 'convertToMine', syncedCheck: false } })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .deliver('DEFINITIONS_UPDATE A>C')
    .insert('A', 1, { x: 9 }, { at: 110, id: 'w', consistency: 'ALL' });
  const run = missed.drain().wait(1_000_000).select('B', 1, { id: 'r' });
  expect(run.rows('r')).toEqual([{ pk: '1', a: null }]);
  const { timeline, besides, skipped, from } = edited(run.timeline, {
    kind: 'protect',
    protections: { syncBeforeApply: 'on' },
  });
  expect(skipped).toEqual([]);
  // B asks A what X is and for all its changes, and then applies the write: before the second that passes.
  expect(besides.map((step) => wordsOf(timeline.steps[step - 1]?.command))).toMatchInlineSnapshot(`
    [
      "MIGRATION_REQUEST",
      "MIGRATION_REPLY",
      "MUTATION_DONE",
      "gossip",
      "gossip",
    ]
  `);
  const read = timeline.steps.at(-1)?.state.core.nodes[1]?.results['r'];
  expect(read?.rows?.rows[0]?.map(({ text }) => text)).toEqual(['1', null, '9']);
  expect(firstToldApart(run.timeline, timeline)).toBe(from + 1);
});

test('N15 one rule for another that the run never asks for gives the same run, step for step', () => {
  const run = play().alter('A', 100, '+x int').drain().timeline;
  const other = edited(run, { kind: 'protect', protections: { droppedAt: false } });
  expect([firstToldApart(run, other.timeline), other.besides, other.skipped]).toEqual([null, [], []]);
  const hashed = edited(run, { kind: 'protect', protections: { versionHash: 'definition' } });
  expect(firstToldApart(run, hashed.timeline)).toBe(null);
});

test('N14 a run that comes to an old state again shares the rest of the old run', () => {
  const written = play().insert('A', 1, { a: 7 }, { at: 50 }).drain();
  const from = written.timeline.steps.length;
  const run = written.flush('A').flush('B').alter('A', 100, '+x int').drain().timeline;
  const moved = edited(run, { kind: 'move', step: from + 1, place: from + 2 });
  expect(moved.from).toBe(from);
  expect(kindsOf(moved.timeline)).toEqual(kindsOf(run));
  expect(moved.timeline.steps[from]).not.toEqual(run.steps[from]);
  expect(moved.timeline.steps[from + 2]).toBe(run.steps[from + 2]);
  expect(rejoiningOf(moved.timeline, run, from)).toEqual({ a: from + 2, b: from + 2 });
});
