import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CommandDraft,
  fork,
  pendingChoices,
  stateAt,
  stateHash,
  type Timeline,
} from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { identitiesOf } from '../run/identity.ts';
import type { Identity, SceneOptions } from '../shape/scene.ts';
import { compareOf } from './compareOf.ts';
import type { CompareView } from './comparison.ts';
import { type Asked, sidesOf } from './sidesOf.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null, naming: 'lesson' };

const alter = (run: Timeline, draft: CommandDraft): Timeline =>
  doPending(play(run, draft), (choice) => choice.kind === 'merge' && choice.to === choice.from);

const push = (run: Timeline, from: string, to: string): Timeline =>
  doPending(
    run,
    ({ message }) => message?.verb === 'DEFINITIONS_UPDATE' && message.from === from && message.to === to,
  );

const lose = (run: Timeline, from: string, to: string): Timeline => {
  const choice = pendingChoices(stateAt(run, run.steps.length)).find(
    ({ message }) => message?.from === from && message.to === to,
  );
  return play(run, { kind: 'lose', message: choice?.message?.key ?? '' });
};

function compared(asked: Asked, step: number, ...runs: readonly Timeline[]): CompareView {
  const branches = runs.map((timeline, i) => ({
    name: i === 0 ? 'Main' : `Branch ${i}`,
    timeline,
    from: null,
  }));
  const sides = sidesOf(asked, { branches, current: 0, step });
  if (sides === null) {
    throw new Error('There are no such sides.');
  }
  const known = runs.reduce<Identity[]>((all, run) => [...identitiesOf(run, { known: all }).list], []);
  return compareOf(sides, { ...OPTIONS, known });
}

const told = (view: CompareView): string =>
  [view.summary, view.parting, ...view.differences.map((one) => `  ${one.sentence}`)]
    .filter((line) => line !== '')
    .join('\n');

const table = (view: CompareView): string =>
  view.cards
    .flatMap((card) => [
      card.title,
      ...card.changes.map((change) => `  ${change.what}: ${change.was} -> ${change.is}`),
    ])
    .join('\n');

/** A at X (+email), B at Y (+phone), nothing delivered. */
const parted = alter(alter(usersRun(), add('A', 'email')), add('B', 'phone'));

test('the count above is that of the rows below, and the sentences between account for each of them', () => {
  const end = parted.steps.length;
  for (const asked of [
    { kind: 'nodes', a: 'A', b: 'B' },
    { kind: 'moments', a: 0, b: end },
  ] as const) {
    const view = compared(asked, end, parted);
    const rows = view.cards.flatMap((card) => card.changes).length;
    const places = view.differences.map(({ sentence }) =>
      Number(/in (\d+) places\.$/u.exec(sentence)?.[1] ?? 1),
    );
    expect(Number.parseInt(view.summary, 10)).toBe(rows);
    expect(places.reduce((sum, count) => sum + count, 0)).toBe(rows);
  }
});

describe('two nodes', () => {
  test('at a start are the same, and say by which digest', () => {
    const view = compared({ kind: 'nodes', a: 'A', b: 'B' }, 0, usersRun());
    expect(view.same).toBe(true);
    expect(view.summary).toMatch(
      /^A and B show no difference in this table: one schema, digest [0-9a-f]{8}, and entries that look alike\.$/,
    );
    expect(view.differences).toEqual([]);
    expect(view.cards).toEqual([]);
  });

  test('that parted differ in their version and lack each other’s column', () => {
    const view = compared({ kind: 'nodes', a: 'A', b: 'B' }, parted.steps.length, parted);
    expect(told(view)).toMatchInlineSnapshot(`
      "12 differences between A and B
        A is at X, B at Y.
        name has id 1 on A, 0 on B.
        A lacks phone.
        B lacks email.
        The registries of A and B differ in 2 places.
        The system rows of A and B differ in 6 places."
    `);
    expect(table(view)).toMatchInlineSnapshot(`
      "A and B
        version: X -> Y
        column name: id 1, text -> id 0, text
        column phone: not there -> id 1, text
        column email: id 0, text -> not there
        registry: Y: not there -> loaded, synced; held by table
        registry: X: loaded, synced; held by table -> not there
        schema_keyspaces: demo: 3 cells @1003 -> 3 cells @2203
        schema_columnfamilies: demo, users: 10 cells @1003 -> 10 cells @2203
        schema_columns: demo, users, id: 2 cells @1003 -> 2 cells @2203
        schema_columns: demo, users, name: 3 cells @1003 -> 3 cells @2203
        schema_columns: demo, users, phone: not there -> component_index = 0 @2203, type = regular @2203, validator = org.apache.cassandra.db.marshal.UTF8Type @2203
        schema_columns: demo, users, email: component_index = 0 @1003, type = regular @1003, validator = org.apache.cassandra.db.marshal.UTF8Type @1003 -> not there"
    `);
  });

  test('an item selects what it is about', () => {
    const view = compared({ kind: 'nodes', a: 'A', b: 'B' }, parted.steps.length, parted);
    expect(view.differences.map((one) => one.selection?.kind)).toContain('column');
    const version = view.differences.find((one) => one.selection?.kind === 'version');
    expect(version?.sentence).toBe('A is at X, B at Y.');
  });
});

describe('two moments', () => {
  test('what became of the cluster', () => {
    const run = settled(push(push(parted, 'B', 'A'), 'A', 'B'));
    const view = compared({ kind: 'moments', a: 0, b: parted.steps.length }, 0, run);
    expect(told(view)).toMatchInlineSnapshot(`
      "29 differences between the start and step 4
        A goes from V0 to X.
        B goes from V0 to Y.
        A gains column email.
        name moves from id 0 to 1 on A.
        B gains column phone.
        ADD email on A: not asked, then done.
        ADD phone on B: not asked, then done.
        Push +email, A to B: on the way only at step 4.
        Push +email, A to C: on the way only at step 4.
        Push +phone, B to A: on the way only at step 4.
        Push +phone, B to C: on the way only at step 4.
        A: its registry changes in 2 places.
        B: its registry changes in 2 places.
        A: its gossip view changes in 2 places.
        B: its gossip view changes in 2 places.
        A: its system rows change in 5 places.
        B: its system rows change in 5 places."
    `);
  });

  test('a moment and itself are the same state', () => {
    expect(compared({ kind: 'moments', a: 2, b: 2 }, 0, parted).summary).toMatch(
      /^Same state: the hashes are equal, [0-9a-f]{8}\.$/,
    );
  });

  test('a moment that does not exist is not compared', () => {
    const tree = { branches: [{ name: 'Main', timeline: parted, from: null }], current: 0, step: 0 };
    expect(sidesOf({ kind: 'moments', a: 0, b: 99 }, tree)).toBeNull();
    expect(sidesOf({ kind: 'nodes', a: 'A', b: 'Q' }, tree)).toBeNull();
    expect(sidesOf({ kind: 'branches', a: 0, b: 1 }, tree)).toBeNull();
  });
});

describe('two branches', () => {
  const delivered = push(parted, 'A', 'C');
  const lost = lose(parted, 'A', 'C');

  test('part where their commands do, and differ from then on', () => {
    const view = compared({ kind: 'branches', a: 0, b: 1 }, delivered.steps.length, delivered, lost);
    expect(told(view)).toMatchInlineSnapshot(`
      "12 differences between Main and Branch 1
      They part after step 4.
        C is at X in Main, at V0 in Branch 1.
        name on C has id 1 in Main, 0 in Branch 1.
        C lacks email in Branch 1.
        C: its registry differs in 2 places.
        C: its gossip view differs in 2 places.
        C: its system rows differ in 5 places."
    `);
    expect(view.is.at).toBe('after step 5');
  });

  test('before they part they are the same state', () => {
    const view = compared({ kind: 'branches', a: 0, b: 1 }, 2, delivered, lost);
    expect(view.same).toBe(true);
  });

  test('that rejoin are the same state', () => {
    const one = push(push(parted, 'A', 'B'), 'B', 'A');
    const other = push(push(parted, 'B', 'A'), 'A', 'B');
    expect(compared({ kind: 'branches', a: 0, b: 1 }, one.steps.length, one, other).summary).toMatch(
      /^Same state/,
    );
  });

  test('a branch that is shorter says that it is at its end', () => {
    const view = compared({ kind: 'branches', a: 0, b: 1 }, 9, settled(delivered), lost);
    expect(view.was.at).toBe('after step 9');
    expect(view.is.at).toBe('after step 5, its last');
  });

  test('its versions are named as on the screen, new ones after them', () => {
    const other = alter(fork(parted, 0), add('C', 'nick'));
    const view = compared({ kind: 'branches', a: 0, b: 1 }, 2, parted, other);
    const version = view.cards.flatMap((card) => card.changes).find((one) => one.isIdentity?.name === 'Z');
    expect(version?.node).toBe('C');
  });
});

describe('laws', () => {
  const write: CommandDraft = {
    kind: 'insert',
    node: 'A',
    ...TABLE,
    key: { id: 2 },
    values: { name: 'Bob' },
    consistency: 'ONE',
  };
  const run = settled(play(settled(push(push(parted, 'B', 'A'), 'A', 'B')), write));

  test('there are differences exactly when the hashes differ', () => {
    const steps = fc.integer({ min: 0, max: run.steps.length });
    fc.assert(
      fc.property(steps, steps, (a, b) => {
        const view = compared({ kind: 'moments', a, b }, 0, run);
        const equal = stateHash(stateAt(run, a).core) === stateHash(stateAt(run, b).core);
        expect(view.same).toBe(equal);
        expect(view.differences.length === 0).toBe(equal);
        for (const one of view.differences) {
          expect(one.sentence).toMatch(/^\S.*\.$/u);
          expect(one.sentence).not.toMatch(/[{}]|undefined|null|newer|outdated| {2}/u);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('keys are unique, and every difference has its row on a card', () => {
    for (let a = 0; a < run.steps.length; a += 3) {
      const view = compared({ kind: 'moments', a, b: run.steps.length }, 0, run);
      const keys = view.differences.map((one) => one.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const card of view.cards) {
        const rows = card.changes.map((change) => change.key);
        expect(new Set(rows).size).toBe(rows.length);
      }
    }
  });
});

test('a row that only one side has deleted: the other side is said to have no deletion', () => {
  const asked = play(usersRun(), {
    kind: 'delete',
    node: 'A',
    ...TABLE,
    key: { id: 1 },
    values: {},
    consistency: 'ONE',
  });
  const { differences } = compared({ kind: 'nodes', a: 'A', b: 'B' }, asked.steps.length, asked);
  const [deleted] = differences.filter(({ sentence }) => /deletions/u.test(sentence));
  expect(deleted?.sentence).toMatch(/^deletions of row 1, memtable: deleted @\d+ on A, none on B\.$/);
});

test('an INSERT without values is a difference: the row that it says to be there', () => {
  const missed = play(usersRun({ nodes: ['A', 'B'] }), {
    kind: 'insert',
    node: 'A',
    ...TABLE,
    key: { id: 1 },
    values: {},
    consistency: 'ONE',
  });
  const { differences } = compared({ kind: 'nodes', a: 'A', b: 'B' }, missed.steps.length, missed);
  const told = differences.map(({ sentence }) => sentence).filter((sentence) => /markers/u.test(sentence));
  expect(told).toEqual([expect.stringMatching(/^row markers of row 1, memtable: @\d+ on A, @3 on B\.$/u)]);
});
