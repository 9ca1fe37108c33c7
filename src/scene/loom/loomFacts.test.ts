import { describe, expect, test } from 'vitest';
import { type CommandDraft, pendingChoices, stateAt, type Timeline } from '../../engine/index.ts';
import { add, doPending, play, settled, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { Loom, SceneOptions } from '../shape/scene.ts';

function loomOf(run: Timeline, part: Partial<SceneOptions> = {}, step = run.steps.length): Loom {
  const options = { selection: null, tableKey: null, naming: 'lesson' as const, overscan: 50, ...part };
  return project(run, { step, fraction: 0 }, options).loom;
}

const VISITS: CommandDraft = {
  kind: 'create-table',
  node: 'A',
  keyspace: 'demo',
  table: 'visits',
  columns: [{ name: 'id', type: 'int', kind: 'partition_key' }],
};

describe('shards', () => {
  const run = settled(play(usersRun({ shards: 2 }), add('A', 'email')));
  const switched = loomOf(run).dots.filter((dot) => /^shard/.test(dot.fullText));

  test('each shard has a strip of its own, and its switch stands on it in the hue that it took', () => {
    const lane = loomOf(run).segments.filter((segment) => segment.node === 'A');
    expect(new Set(lane.map((segment) => segment.x)).size).toBe(2);
    expect(switched.length).toBeGreaterThan(0);
    for (const dot of switched) {
      const shard = Number(dot.fullText.slice('shard '.length));
      const strip = loomOf(run).segments.find((one) => one.node === dot.node && one.shard === shard);
      expect(dot.x).toBe((strip?.x ?? 0) + (strip?.w ?? 0) / 2);
      expect(dot.identity?.name).toBe('X');
    }
  });
});

test('a push that does not bring all of the version that it made is told by its change', () => {
  const merged = (run: Timeline) => doPending(run, ({ kind, to }) => kind === 'merge' && to === 'A');
  const toB = (run: Timeline, kind: 'deliver' | 'lose'): Timeline => {
    const { messages } = stateAt(run, run.steps.length).core;
    return play(run, { kind, message: messages.find(({ to }) => to === 'B')?.key ?? '' });
  };
  const start = play(usersRun({ nodes: ['A', 'B'] }), {
    kind: 'protect',
    protections: { alterWritesOnlyChanges: true },
  });
  const missed = toB(merged(play(start, add('A', 'phone'))), 'lose');
  const run = toB(merged(play(missed, add('A', 'email'))), 'deliver');
  expect(loomOf(run).dots.filter(({ fresh }) => fresh)).toMatchObject([{ fullText: 'merges +email' }]);
});

describe('another table', () => {
  const run = settled(play(usersRun(), VISITS));

  test('its versions lend neither hue nor name while this table is looked at', () => {
    const users = loomOf(run, { tableKey: { keyspace: 'demo', table: 'users' } });
    const visits = loomOf(run, { tableKey: { keyspace: 'demo', table: 'visits' } });
    const pushes = (loom: Loom) => loom.strokes.filter((one) => one.verb === 'DEFINITIONS_UPDATE');
    expect(pushes(users).map((one) => one.identity)).toEqual([null, null]);
    expect(pushes(visits).map((one) => one.identity?.name)).toEqual(['V0', 'V0']);
    const merges = (loom: Loom) =>
      loom.dots.map((dot) => dot.fullText).filter((text) => /^merges/.test(text));
    expect(merges(users)).toEqual(['merges +table visits', 'merges +table visits']);
    expect(merges(visits)).toEqual(['merges V0', 'merges V0']);
  });
});

describe('nine lanes of two shards', () => {
  const merges = (nodes: string, ...more: readonly CommandDraft[]): readonly string[] => {
    const run = settled(play(usersRun({ nodes: [...nodes], shards: 2 }), add('A', 'email'), ...more));
    return loomOf(run)
      .dots.filter(({ fullText }) => /^merges/.test(fullText))
      .map(({ text }) => text);
  };

  test('have no room for the whole words of a merge: whose schema it was is told in short, never cut off', () => {
    expect(new Set(merges('ABC', VISITS))).toEqual(new Set(['merges X', 'merges +table visits']));
    expect(new Set(merges('ABCDEFGHI', VISITS))).toEqual(new Set(['+ X', '+ visits']));
  });
});

describe('a client that waits in vain', () => {
  const row = { keyspace: 'demo', table: 'users', key: { id: 1 }, consistency: 'ALL' } as const;
  const write: CommandDraft = { kind: 'insert', node: 'A', ...row, values: { name: 'Eve' } };
  const read: CommandDraft = { kind: 'select', node: 'A', ...row };

  /** What the statement sends is lost, one message after the other, until its client is told. */
  const inVain = (draft: CommandDraft, nodes = 'ABC'): Timeline => {
    let run = play(usersRun({ nodes: [...nodes], replicationFactor: 3 }), draft);
    for (const { key } of stateAt(run, run.steps.length).core.messages) {
      run = play(run, { kind: 'lose', message: key });
      if (run.steps.at(-1)?.events.some(({ kind }) => kind === 'statement-ended')) return run;
    }
    return doPending(run, ({ id }) => /timeout/u.test(id));
  };

  test.each([
    [write, 'INSERT 1 times out'],
    [read, 'SELECT 1 fails'],
  ])('leaves a knot at its coordinator in the step in which it is told', (draft, words) => {
    const run = inVain(draft);
    const dots = loomOf(run).dots.filter(({ fresh }) => fresh);
    expect(dots.map(({ node, fullText, shape }) => [node, fullText, shape])).toEqual([['A', words, 'knot']]);
    expect(loomOf(run, {}, run.steps.length - 1).dots.map(({ fullText }) => fullText)).not.toContain(words);
  });

  test('a crash is told as one, and not as what it does to those who wait', () => {
    const run = play(usersRun(), write, { kind: 'crash', node: 'A' });
    expect(loomOf(run).dots.filter(({ fresh }) => fresh)).toMatchObject([{ node: 'A', fullText: 'crashes' }]);
  });

  test.each([
    ['ABC', 'INSERT 1 times out'],
    ['ABCDEFGHI', 'times out'],
  ])('between the lanes of %s there is room for "%s"', (nodes, words) => {
    expect(loomOf(inVain({ ...write, node: 'B' }, nodes)).dots.at(-1)?.text).toBe(words);
  });
});

describe('gossip', () => {
  const run = doPending(play(usersRun(), add('A', 'email')), (choice) => choice.kind === 'merge');
  const heard = doPending(run, (choice) => choice.kind === 'gossip' && choice.to === 'C');

  test('what a node hears is a thin line in one row, cut at the lane that it only crosses', () => {
    const [mark, ...others] = loomOf(heard).gossips;
    expect(others).toEqual([]);
    expect(mark).toMatchObject({ from: 'A', to: 'C', same: false, step: heard.steps.length });
    expect(mark?.pieces).toHaveLength(2);
    expect(new Set(mark?.pieces.flatMap((piece) => [piece.y1, piece.y2])).size).toBe(1);
    expect(loomOf(heard, {}, heard.steps.length - 1).gossips).toEqual([]);
  });

  test('a row of many draws only the first few', () => {
    const { gossips, rows } = loomOf(settled(run));
    for (const row of rows) {
      expect(
        gossips.filter((mark) => mark.head.y > row.y - 20 && mark.head.y < row.y + 20).length,
      ).toBeLessThan(5);
    }
    expect(gossips.length).toBeGreaterThan(1);
  });
});

describe('places for a delivery', () => {
  const run = settled(play(usersRun(), add('A', 'email'), add('B', 'phone')));

  test('there is one before every step and one for now, from top to bottom', () => {
    const { gaps } = loomOf(run);
    expect(gaps.map((gap) => gap.place)).toEqual(run.steps.map((_, i) => i).concat(run.steps.length));
    expect(gaps.map((gap) => gap.y)).toEqual(gaps.map((gap) => gap.y).toSorted((a, b) => a - b));
    expect(new Set(gaps.map((gap) => gap.y)).size).toBe(gaps.length);
  });

  test('where one has scrolled away from now, now is not among them', () => {
    const geometry = { width: 864, height: 120, rowHeight: 40, laneWidth: 36, gap: 32 };
    const { gaps, viewport } = loomOf(run, { geometry, scroll: 4, overscan: 0 });
    expect(gaps.at(-1)?.place).toBeLessThan(run.steps.length);
    expect(gaps.every((gap) => gap.y >= viewport.y - 40 && gap.y <= viewport.y + viewport.h)).toBe(true);
  });

  test('rows too low to aim at have none', () => {
    const geometry = { width: 864, height: 360, rowHeight: 8, laneWidth: 36, gap: 32 };
    expect(loomOf(run, { geometry }).gaps).toEqual([]);
  });
});

describe('what is held or lost on the way', () => {
  const run = doPending(play(usersRun(), add('A', 'email')), (choice) => choice.kind === 'merge');
  const toC = pendingChoices(stateAt(run, run.steps.length)).find((choice) => choice.to === 'C')?.id ?? '';

  test('a held message is marked on its stroke until it is released', () => {
    const held = (loom: Loom) => loom.strokes.filter((stroke) => stroke.held).map((stroke) => stroke.to);
    expect(held(loomOf(run, { held: [toC] }))).toEqual(['C']);
    expect(held(loomOf(run))).toEqual([]);
  });

  test('a push knows its version only after its sender has merged its own change', () => {
    const hue = (step: number) =>
      loomOf(run, {}, step).strokes.map((stroke) => stroke.identity?.name ?? 'none');
    expect(hue(1)).toEqual(['none', 'none']);
    expect(hue(2)).toEqual(['X', 'X']);
  });
});
