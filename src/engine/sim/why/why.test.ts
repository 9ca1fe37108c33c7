// Why promises break, told of the runs that show each protection's lack: facts in their order, with the protection that is
// off; and from which step on nothing could keep them.

import { expect, test } from 'vitest';
import type { Protections } from '../../config/protections.ts';
import { play } from '../../scenarios/play.test-support.ts';
import type { PromiseId } from '../promise.ts';
import { checkPromises } from '../promises/promises.ts';
import { PROTECTION_TABLE } from '../protectionTable.ts';
import { protectionRun } from '../showcase/protectionRuns.ts';
import { playShowcase } from '../showcase/showcase.ts';
import type { Timeline } from '../timeline.ts';
import { append, fork, stateAt } from '../timeline.ts';
import type { Fact } from './reason.ts';
import { inevitableFrom } from './wayOut.ts';
import { breakAt, whyBroken } from './why.ts';

function runOf(id: keyof Protections): Timeline {
  const run = playShowcase(protectionRun(id));
  if (!run.ok) {
    throw new Error(run.problem);
  }
  return run.value;
}

function factText(fact: Fact): string {
  if (fact.kind === 'event') {
    const { event } = fact;
    return `event ${event.kind === 'stored' ? event.event.kind : event.kind} ${'node' in event ? event.node : ''}`.trim();
  }
  const { kind, ...rest } = fact;
  return [kind, ...Object.values(rest).filter((one) => typeof one === 'string' && one.length < 12)].join(' ');
}

function told(timeline: Timeline, promise: PromiseId): readonly string[] {
  const broken = breakAt(timeline, timeline.steps.length, promise);
  if (broken === null) {
    return ['held'];
  }
  const { step, proven, wayOut } = inevitableFrom(timeline, broken);
  const reasons = whyBroken(timeline, broken).map(
    (one) => `${one.step} ${factText(one.fact)}${one.off.length > 0 ? ` (off: ${one.off.join(', ')})` : ''}`,
  );
  return [
    `broken by ${broken.step}, inevitable from ${step}${proven ? '' : ' at the latest'}, way out ${wayOut?.length ?? '-'}`,
    ...reasons,
  ];
}

test('I17 I18 each broken promise is explained by the facts of its run', () => {
  const all = PROTECTION_TABLE.flatMap(({ id, outcome }) => {
    const run = runOf(id);
    return (outcome.kind === 'broken' ? outcome.promises : []).map(
      (promise) => [`${id} ${promise}`, told(run, promise as PromiseId)] as const,
    );
  });
  expect(Object.fromEntries(all)).toMatchInlineSnapshot(`
    {
      "alterWritesOnlyChanges I13": [
        "broken by 7, inevitable from 5, way out 12",
        "2 made A s1",
        "3 confirmed A s2",
        "3 acknowledged A s2",
        "4 event statement-received B",
        "5 rewritten A B name (off: alterWritesOnlyChanges)",
        "6 event message-lost",
        "7 event cell-discarded A",
      ],
      "alterWritesOnlyChanges I9": [
        "broken by 7, inevitable from 4, way out 9",
        "2 made A s1",
        "3 confirmed A s2",
        "3 acknowledged A s2",
        "4 event statement-received B",
        "5 rewritten A B name (off: alterWritesOnlyChanges)",
        "7 event cell-discarded A",
      ],
      "cellwiseMerge I1": [
        "broken by 5, inevitable from 4, way out 8",
        "2 event version-synced A",
        "5 undone A B  (off: cellwiseMerge)",
      ],
      "cellwiseMerge I9": [
        "broken by 6, inevitable from 4, way out 9",
        "2 made A s1",
        "3 confirmed A s2",
        "3 acknowledged A s2",
        "4 event statement-received B",
        "5 undone A B email (off: cellwiseMerge)",
        "6 event cell-discarded A",
      ],
      "coordinatorHoldsSchema I10": [
        "broken by 10, inevitable from 8, way out 9",
        "4 event message-sent",
        "8 event version-forgotten A (off: coordinatorHoldsSchema)",
        "10 event version-not-found A",
      ],
      "coordinatorHoldsSchema I7": [
        "broken by 8, inevitable from 8, way out 9",
        "4 event statement-received A",
        "8 event version-forgotten A (off: coordinatorHoldsSchema)",
      ],
      "deterministicTieBreak I2": [
        "broken by 12, inevitable from 3, way out 85",
        "2 tie s1 s2 (off: deterministicTieBreak)",
        "3 made A s1",
        "5 push-lost B s1",
        "12 marked B pull A (off: deterministicTieBreak)",
        "12 applied-marked B s3",
        "12 event cell-discarded B",
        "12 confirmed B s3",
      ],
      "droppedAt I15": [
        "broken by 7, inevitable from 5, way out 5",
        "2 made A s1",
        "5 made A s2",
        "7 shown-undropped A phone (off: droppedAt)",
      ],
      "gossipPull I6": [
        "broken by 4, inevitable from 3, way out 3",
        "2 made A s1",
        "3 event message-lost",
        "4 not-asked B A (off: gossipPull)",
      ],
      "mergeLock I3": [
        "broken by 9, inevitable from 8, way out 12",
        "7 made A s2",
        "8 event entry-upgraded A",
        "9 merges-crossed A (off: mergeLock)",
      ],
      "publishToAllShards I2": [
        "broken by 5, inevitable from 5, way out 2",
        "3 event schema-switched A",
        "5 shard-behind A (off: publishToAllShards)",
        "5 marked A shard",
        "5 applied-marked A s3",
        "5 event cell-discarded A",
        "5 confirmed A s3",
      ],
      "publishToAllShards I9": [
        "broken by 5, inevitable from 5, way out 2",
        "3 event schema-switched A",
        "5 shard-behind A (off: publishToAllShards)",
        "5 marked A shard",
        "5 applied-marked A s3",
        "5 event cell-discarded A",
        "5 confirmed A s3",
        "5 acknowledged A s3",
      ],
      "schemaFlushedBeforeUse I9": [
        "broken by 5, inevitable from 2, way out 11",
        "2 made A s1",
        "3 confirmed A s2",
        "3 acknowledged A s2",
        "4 unflushed A (off: schemaFlushedBeforeUse)",
        "5 event operated",
        "5 event cell-discarded A",
      ],
      "syncBeforeApply I2": [
        "broken by 7, inevitable from 3, way out 6",
        "2 made A s1",
        "3 push-lost B s1",
        "7 applied-unmerged B s2 (off: syncBeforeApply, syncedCheck)",
        "7 event cell-discarded B",
        "7 confirmed B s2",
      ],
      "syncBeforeApply I9": [
        "broken by 7, inevitable from 3, way out 6",
        "2 made A s1",
        "3 push-lost B s1",
        "7 applied-unmerged B s2 (off: syncBeforeApply, syncedCheck)",
        "7 event cell-discarded B",
        "7 confirmed B s2",
      ],
      "syncSource I10": [
        "held",
      ],
      "syncSource I2": [
        "broken by 13, inevitable from 12, way out 12",
        "2 made A s1",
        "4 push-lost C s1",
        "13 marked C pull B (off: syncSource)",
        "13 applied-marked C s2",
        "13 event cell-discarded C",
        "13 confirmed C s2",
      ],
      "syncSource I9": [
        "broken by 13, inevitable from 12, way out 12",
        "2 made A s1",
        "4 push-lost C s1",
        "5 acknowledged A s2",
        "13 marked C pull B (off: syncSource)",
        "13 applied-marked C s2",
        "13 event cell-discarded C",
        "13 confirmed C s2",
      ],
      "syncedCheck I2": [
        "broken by 7, inevitable from 3, way out 6",
        "2 made A s1",
        "3 push-lost B s1",
        "7 applied-unmerged B s2 (off: syncBeforeApply, syncedCheck)",
        "7 event cell-discarded B",
        "7 confirmed B s2",
      ],
      "syncedCheck I9": [
        "broken by 7, inevitable from 3, way out 6",
        "2 made A s1",
        "3 push-lost B s1",
        "7 applied-unmerged B s2 (off: syncBeforeApply, syncedCheck)",
        "7 event cell-discarded B",
        "7 confirmed B s2",
      ],
      "tombstonesOutOfHash I5": [
        "broken by 4, inevitable from 2, way out 5",
        "2 made A s1",
        "4 event operated",
        "4 tombstones-hashed (off: tombstonesOutOfHash)",
      ],
      "versionHash I16": [
        "broken by 6, inevitable from 2, way out 12",
        "2 made A s1",
        "6 made-again A s3 (off: versionHash)",
      ],
      "versionHash I8": [
        "broken by 6, inevitable from 2, way out 12",
        "2 made A s1",
        "6 made-again A s3 (off: versionHash)",
      ],
      "versionHash I9": [
        "broken by 12, inevitable from 10, way out 8",
        "2 made A s1",
        "3 marked B merge (off: versionHash)",
        "9 made-again A s4 (off: versionHash)",
        "12 applied-marked B s5",
        "12 event cell-discarded B",
        "12 confirmed B s5",
      ],
      "versionTags I14": [
        "broken by 4, inevitable from 3, way out 4",
        "2 made A s1",
        "3 event schema-switched B",
        "4 read-untagged B (off: versionTags)",
      ],
    }
  `);
});

test('I17 S4: a table that takes over an incoming definition', () => {
  const end = play({ nodes: ['A', 'B'], protections: { syncBeforeApply: 'adoptIncoming' } })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .alter('B', 105, '+y int')
    .lose('DEFINITIONS_UPDATE B>A')
    .insert('B', 1, { y: 5 }, { at: 106, id: 'wy' })
    .lose('MUTATION B>A')
    .insert('A', 2, { x: 9 }, { at: 110, id: 'wx', consistency: 'ALL' })
    .drain()
    .select('B', 1);
  expect([told(end.timeline, 'I1'), told(end.timeline, 'I9')]).toMatchInlineSnapshot(`
    [
      [
        "broken by 12, inevitable from 6, way out 16",
        "12 event version-synced B",
        "12 adopted B (off: syncBeforeApply)",
      ],
      [
        "broken by 14, inevitable from 12, way out 14",
        "5 made B s2",
        "7 confirmed B wy",
        "7 acknowledged B wy",
        "12 adopted B (off: syncBeforeApply)",
        "14 event cell-discarded B",
      ],
    ]
  `);
});

test('I18 the way out that is found keeps the promise, and from the step on none is found', () => {
  for (const { id, outcome } of PROTECTION_TABLE) {
    const run = runOf(id);
    for (const promise of outcome.kind === 'broken' ? (outcome.promises as readonly PromiseId[]) : []) {
      const broken = breakAt(run, run.steps.length, promise);
      const found = broken === null ? null : inevitableFrom(run, broken);
      if (found?.wayOut) {
        const kept = found.wayOut.reduce<Timeline>(
          (line, command) => {
            const next = append(line, command);
            return next.ok ? next.value : line;
          },
          fork(run, found.step - 1),
        );
        const end = stateAt(kept, kept.steps.length).core;
        expect([id, promise, checkPromises(end).find((one) => one.id === promise)?.held]).toEqual([
          id,
          promise,
          true,
        ]);
      }
    }
  }
});
