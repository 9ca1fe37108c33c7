// The verdict in words, told of stored runs: what is broken, why, where it is marked; and two runs beside each other.

import { expect, test } from 'vitest';
import {
  inevitableFrom,
  PROTECTIONS_2016,
  type Protections,
  playShowcase,
  protectionRun,
  rerun,
  type Timeline,
} from '../../engine/index.ts';
import { add, doPending, play, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import { breaksOf } from '../run/verdict.ts';
import type { SceneOptions } from '../shape/scene.ts';
import { besideOf } from './besideOf.ts';
import { switchesOf } from './switchesOf.ts';
import { breakOf, inevitableSentence, verdictOf } from './verdictOf.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null, naming: 'lesson' };

function runOf(id: keyof Protections): Timeline {
  const run = playShowcase(protectionRun(id));
  if (!run.ok) {
    throw new Error(run.problem);
  }
  return run.value;
}

/** What the drawer says at the step that breaks the first promise. */
function told(id: keyof Protections): readonly string[] {
  const run = runOf(id);
  const step = breaksOf(run, run.steps.length + 1).steps[0] ?? 0;
  const verdict = verdictOf(run, step, OPTIONS);
  return verdict.broken.flatMap((item) => {
    const view = breakOf(run, step, item.id, OPTIONS);
    return view === null
      ? []
      : [
          `BROKEN ${item.title}`,
          item.sentence,
          ...item.unmet,
          inevitableSentence(inevitableFrom(run, view.found), view.step),
          ...view.why.map((line) => `${line.stepText}: ${line.sentence} ${line.off}`.trim()),
          `at ${view.places.map(({ text }) => text).join(', ')}`,
        ];
  });
}

test('a broken promise says what, why, and from which step on nothing could keep it', () => {
  expect(told('syncBeforeApply').join('\n')).toMatchInlineSnapshot(`
    "BROKEN A write is applied only under a version that contains its own.
    B applied a write of X that its own version does not contain, and dropped email.
    Needed on: sync before apply and synced check at apply.
    From step 3 on no order of what was on its way could keep it.
    Step 2: A carries out +email: its version is now X.
    Step 3: The push of +email to B is lost.
    Step 7: B applies the write of X without merging X first. Off: sync before apply and synced check at apply.
    Step 7: B drops 'ada@x': its version has no column email.
    Step 7: B confirms the write.
    at Node B, Version X, INSERT 1
    BROKEN A replica keeps what it has confirmed.
    B confirmed email of row 1 and does not have it.
    Needed on: sync before apply and synced check at apply.
    From step 3 on no order of what was on its way could keep it.
    Step 2: A carries out +email: its version is now X.
    Step 3: The push of +email to B is lost.
    Step 7: B applies the write of X without merging X first. Off: sync before apply and synced check at apply.
    Step 7: B drops 'ada@x': its version has no column email.
    Step 7: B confirms the write.
    at Row 1 on B, INSERT 1"
  `);
  expect(told('versionTags').join('\n')).toMatchInlineSnapshot(`
    "BROKEN A value never appears under another column’s name.
    A read through B showed email = Ada, which was written for name.
    Needed on: version tags.
    From step 3 on no order of what was on its way could keep it.
    Step 2: A carries out +email: its version is now X.
    Step 3: B switches from V0 to X.
    Step 4: B reads the stored boxes by the ids of X, whatever they were stored under. Off: version tags.
    at Node B, Version X, SELECT 1"
  `);
  expect(told('droppedAt').join('\n')).toMatchInlineSnapshot(`
    "BROKEN A cell stamped at or before the recorded drop time is never shown.
    A read through A showed phone = 555, written @3: phone was dropped @1003.
    Needed on: drop times.
    From step 5 on no order of what was on its way could keep it.
    Step 2: A carries out −phone: its version is now X.
    Step 5: A carries out +phone: its version is now Y.
    Step 7: A reads a cell of phone from before its drop, and nothing filters it. Off: drop times.
    at Node A, Version Y, SELECT 1"
  `);
  expect(told('versionHash').join('\n')).toMatchInlineSnapshot(`
    "BROKEN A version never stands for two different schemas.
    V0 stands for different schema changes.
    Needed on: hash of mutations.
    From step 2 on no order of what was on its way could keep it.
    Step 2: A carries out +nick: its version is now X.
    Step 6: A carries out −nick: its version is V0 again. Off: hash of mutations.
    at Node A, Version V0
    BROKEN A version that was replaced never returns.
    A is at V0 again, after other changes.
    Needed on: hash of mutations.
    From step 2 on no order of what was on its way could keep it.
    Step 2: A carries out +nick: its version is now X.
    Step 6: A carries out −nick: its version is V0 again. Off: hash of mutations.
    at Node A, Version V0"
  `);
  expect(told('publishToAllShards').join('\n')).toMatchInlineSnapshot(`
    "BROKEN A write is applied only under a version that contains its own.
    A applied a write of X that its own version does not contain, and dropped email.
    Every node has one shard, or all shards switch before a version is marked synced.
    Until that step another order would have kept it.
    Step 3: Shard 0 of A switches from V0 to X.
    Step 5: Shard 1 of A has not switched to X yet. Off: publish to all shards first.
    Step 5: A marks X as merged: another of its shards has it.
    Step 5: A applies the write of X, which it has marked as merged.
    Step 5: Shard 1 of A drops '2@x': its version has no column email.
    Step 5: A confirms the write.
    at Node A, Version X, INSERT 2
    BROKEN A replica keeps what it has confirmed.
    A confirmed email of row 2 and does not have it.
    Every node has one shard, or all shards switch before a version is marked synced.
    Until that step another order would have kept it.
    Step 3: Shard 0 of A switches from V0 to X.
    Step 5: Shard 1 of A has not switched to X yet. Off: publish to all shards first.
    Step 5: A marks X as merged: another of its shards has it.
    Step 5: A applies the write of X, which it has marked as merged.
    Step 5: Shard 1 of A drops '2@x': its version has no column email.
    Step 5: A confirms the write.
    Step 5: A tells the client that the write is done.
    at Row 2 on A, INSERT 2
    BROKEN An acknowledged value is not lost.
    The client was told that email of row 2 is stored, and no node has it.
    Every node has one shard, or all shards switch before a version is marked synced.
    Until that step another order would have kept it.
    Step 3: Shard 0 of A switches from V0 to X.
    Step 5: Shard 1 of A has not switched to X yet. Off: publish to all shards first.
    Step 5: A marks X as merged: another of its shards has it.
    Step 5: A applies the write of X, which it has marked as merged.
    Step 5: Shard 1 of A drops '2@x': its version has no column email.
    Step 5: A confirms the write.
    Step 5: A tells the client that the write is done.
    at Row 2 on A, INSERT 2"
  `);
});

test('red stands where the witnesses are, and nowhere while all promises hold', () => {
  const marksAt = (id: keyof Protections) => {
    const run = runOf(id);
    const step = breaksOf(run, run.steps.length + 1).steps[0] ?? 0;
    const at = (one: number) => project(run, { step: one, fraction: 0 }, OPTIONS).promises.marks;
    expect(Object.values(at(step - 1)).flat()).toEqual([]);
    const { versions, ...marks } = at(step);
    return { ...marks, versions: versions.length };
  };
  expect(marksAt('versionTags')).toMatchInlineSnapshot(`
    {
      "boxes": [
        "B/0/memtable/00000001 row #0",
      ],
      "entries": [],
      "nodes": [
        "B",
      ],
      "shown": [
        "s2 email",
      ],
      "steps": [
        {
          "node": "B",
          "step": 4,
        },
      ],
      "versions": 1,
    }
  `);
  expect(marksAt('syncBeforeApply')).toMatchInlineSnapshot(`
    {
      "boxes": [],
      "entries": [
        "B/0/memtable/00000001",
      ],
      "nodes": [
        "B",
      ],
      "shown": [],
      "steps": [
        {
          "node": "B",
          "step": 7,
        },
      ],
      "versions": 1,
    }
  `);
});

/** A write overtakes the news of its column: first C, then B confirms it without keeping the value. */
function confirmedByTwo(): Timeline {
  const values = { city: 'x' };
  const protections = { ...PROTECTIONS_2016, syncBeforeApply: 'convertToMine', syncedCheck: false } as const;
  const altered = doPending(
    play(usersRun({ protections }), add('A', 'city')),
    ({ kind }) => kind === 'merge',
  );
  let run = play(altered, {
    kind: 'insert',
    node: 'A',
    ...TABLE,
    key: { id: 2 },
    values,
    consistency: 'ALL',
  });
  for (const verb of ['MUTATION', 'GET_SCHEMA_VERSION', 'SCHEMA_VERSION_REPLY']) {
    for (const node of ['C', 'B']) {
      run = doPending(
        run,
        ({ message }) => message?.verb === verb && [message.from, message.to].includes(node),
      );
    }
  }
  return run;
}

test('of two that break a promise each has its mark in its own step, and the story is of the first', () => {
  const run = confirmedByTwo();
  const end = run.steps.length;
  const marksAt = (one: Timeline, step: number) =>
    project(one, { step, fraction: 0 }, OPTIONS).promises.marks.steps;
  expect(marksAt(run, end - 1)).toEqual([{ node: 'C', step: end - 1 }]);
  expect(marksAt(run, end)).toEqual([
    { node: 'B', step: end },
    { node: 'C', step: end - 1 },
  ]);
  const [item] = verdictOf(run, end, OPTIONS).broken;
  expect(item?.sentence).toBe(
    'C applied a write of X that its own version does not contain, and dropped city.',
  );
  expect(breakOf(run, end, 'I2', OPTIONS)?.places[0]?.text).toBe('Node C');

  // Long after it the mark is out of sight, and stands nowhere else.
  const later = play(run, ...Array.from({ length: 60 }, () => ({ kind: 'wait', micros: 1 }) as const));
  expect(marksAt(later, end + 30)).toHaveLength(2);
  expect(marksAt(later, end + 60)).toEqual([]);
});

test('two runs beside each other: where they part, what breaks and what it costs', () => {
  const beside = (id: keyof Protections, value: unknown) => {
    const was = runOf(id);
    const made = rerun(was, { kind: 'protect', protections: { [id]: value } });
    if (!made.ok) {
      throw new Error(made.problem);
    }
    const view = besideOf({ was, is: made.value.timeline, parting: 1, skipped: 0, besides: 0 });
    return [
      view.title,
      ...view.breaks.map(
        (one) => `${one.title} ${view.wasName}: ${one.wasText}. ${view.isName}: ${one.isText}.`,
      ),
      ...view.counters.map((one) => `${one.name}: ${one.was} -> ${one.is}`),
    ];
  };
  expect(beside('versionTags', true)).toMatchInlineSnapshot(`
    [
      "The same commands, with and without “version tags”",
      "A value never appears under another column’s name. Without it: Broken at step 4. With it: Holds.",
      "entries upgraded: 0 -> 1",
    ]
  `);
  expect(beside('rememberSynced', true)).toMatchInlineSnapshot(`
    [
      "The same commands, with and without “remembering synced versions”",
      "A node pulls at most once for a version that it remembers. Without it: Broken at step 16. With it: Holds.",
      "pulls of a whole schema: 2 -> 0",
      "merges: 4 -> 2",
      "merges for nothing: 2 -> 0",
      "schema flushes: 4 -> 2",
      "announcements by gossip: 4 -> 2",
    ]
  `);
});

test('the panel has every protection once, and warns where the rules of 2016 can lose data', () => {
  const { config } = runOf('publishToAllShards');
  const view = switchesOf(config, config.protections);
  const ids = view.groups.flatMap(({ items }) => items.map(({ id }) => id));
  expect([...ids].sort()).toEqual(Object.keys(config.protections).sort());
  expect(view.preset).toBe('first');
  expect(view.warning).toMatch(/^With 2 shards the rules of 2016 can lose data/);
  const safe = { ...config.protections, publishToAllShards: true };
  expect(switchesOf(config, safe).warning).toBe('');
});
