import { describe, expect, test } from 'vitest';
import {
  type CommandDraft,
  type Config,
  type Statement,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { Scene, SceneOptions } from '../shape/scene.ts';
import { textOf } from '../text/describe.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null };

function sceneAt(run: Timeline, step = run.steps.length, part: Partial<SceneOptions> = {}): Scene {
  return project(run, { step, fraction: 0 }, { ...OPTIONS, ...part });
}

function alter(run: Timeline, draft: CommandDraft): Timeline {
  return settled(
    doPending(play(run, draft), (choice) => choice.kind === 'merge' && choice.to === choice.from),
  );
}

/** users with more columns; the row gets these values. */
function runWith(
  columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly kind?: 'static' | 'regular' | 'clustering_key';
  }[],
  row: { readonly key?: Record<string, number>; readonly values: Record<string, string | readonly string[]> },
  part: Partial<Config> = {},
): Timeline {
  const setup = usersRun().config.setup.map((statement): Statement => {
    if (statement.kind === 'create-table') {
      const more = columns.map(({ name, type, kind }) => ({
        name,
        type,
        kind: kind ?? ('regular' as const),
      }));
      return { ...statement, columns: [...statement.columns, ...more] };
    }
    return statement.kind === 'insert'
      ? { ...statement, key: { id: 1, ...row.key }, values: row.values }
      : statement;
  });
  return usersRun({ setup, ...part });
}

const read = (node: string, part: object = {}): CommandDraft => ({
  kind: 'select',
  node,
  ...TABLE,
  key: { id: 1 },
  consistency: 'ALL',
  ...part,
});

describe('node card', () => {
  test('a box has a number, not a name: ids shift twice, an old reader still gets what it asked for', () => {
    const start = runWith([{ name: 'phone', type: 'text' }], { values: { name: 'Ada', phone: '555' } });
    const v0 = sceneAt(start).identities[0]?.version ?? '';
    const grown = alter(alter(start, add('A', 'nick')), add('A', 'email'));
    const asked = settled(play(grown, read('A', { schemaVersion: v0 })));
    expect(sceneAt(asked).narration.sentence).toBe('A answers the client: id = 1, name = Ada, phone = 555.');
    const entry = sceneAt(asked).nodes[0]?.sources[0]?.entries[0];
    expect(entry?.rows[0]?.boxes.map((box) => `${box.index}:${box.text}`)).toEqual([
      '0:–',
      '1:Ada',
      '2:–',
      '3:555',
    ]);
    expect(entry).toMatchObject({
      caption: 'Row 1 in memtable of A, stored at version V2',
      means: 'means email, name, nick, phone',
    });
    expect(textOf(sceneAt(asked))).toMatchSnapshot();
  });

  test('a dropped column leaves the strip in that step and is gone in the next', () => {
    const start = runWith([{ name: 'phone', type: 'text' }], { values: { name: 'Ada', phone: '555' } });
    const dropped = play(start, {
      kind: 'alter-table',
      node: 'A',
      ...TABLE,
      changes: [{ kind: 'drop', name: 'name' }],
    });
    const merged = doPending(dropped, (choice) => choice.kind === 'merge');
    const chips = (step: number) =>
      sceneAt(merged, step).nodes[0]?.columns.map((chip) => [chip.name, chip.id, chip.change]);
    expect(chips(2)).toEqual([
      ['id', 0, 'none'],
      ['name', 0, 'leaving'],
      ['phone', 0, 'moved'],
    ]);
    const chip = sceneAt(merged, 2).nodes[0]?.columns[1];
    expect(chip?.reason).toBe('not in this version');
    const later = play(merged, { kind: 'wait', micros: 5 });
    expect(sceneAt(later, 3).nodes[0]?.columns.map((one) => one.name)).toEqual(['id', 'phone']);
  });

  test('an sstable shows names inside and no version', () => {
    const flushed = play(usersRun(), { kind: 'flush', node: 'A', ...TABLE });
    const sources = sceneAt(flushed).nodes[0]?.sources ?? [];
    const table = sources.find((source) => source.kind === 'sstable');
    expect(table).toMatchObject({ title: 'sstable 1', key: '0/sstable 1' });
    expect(table?.entries[0]).toMatchObject({
      row: '1',
      identity: null,
      stale: false,
      changed: true,
      caption: 'Row 1 in sstable 1 of A, stored by column names',
    });
    expect(table?.entries[0]?.rows[0]?.boxes).toMatchObject([{ index: null, name: 'name', text: 'Ada' }]);
    expect(sources.find((source) => source.kind === 'memtable')?.entries).toEqual([]);
  });

  test('static cells, clustering keys and collections have their own places', () => {
    const start = runWith(
      [
        { name: 'day', type: 'int', kind: 'clustering_key' },
        { name: 'badge', type: 'text', kind: 'static' },
        { name: 'tags', type: 'set<text>' },
      ],
      { key: { day: 7 }, values: { name: 'Ada', badge: 'gold', tags: ['a', 'b'] } },
    );
    const entry = sceneAt(start).nodes[0]?.sources[0]?.entries[0];
    expect(entry?.static.map((box) => [box.index, box.text])).toEqual([[0, 'gold']]);
    expect(entry?.rows).toMatchObject([
      { clustering: '7', boxes: [{ text: 'Ada' }, { text: '2 elements' }] },
    ]);
    expect(entry?.means).toBe('means badge, name, tags');
    // Static columns have ids of their own: box 0 means another column in each vector.
    const stored = 'Row 1 in memtable of A, stored at version V0';
    expect(entry?.staticCaption).toBe(`${stored}, static cells; means badge`);
    expect(entry?.rows[0]?.caption).toBe(`${stored}, clustering key 7; means name, tags`);
  });

  test('a registry says who holds a version', () => {
    const scene = sceneAt(
      doPending(play(usersRun(), add('A', 'email')), (choice) => choice.kind === 'merge'),
    );
    expect(scene.nodes[0]?.registry.map((row) => row.sentence).toSorted()).toEqual([
      'V0: loaded, synced; held by 1 entry',
      'V1: loaded, synced; held by table',
    ]);
  });

  test('system rows show names, texts and timestamps', () => {
    const rows = sceneAt(usersRun()).nodes[0]?.systemRows ?? [];
    const name = rows.find((row) => row.row === 'demo, users, name');
    expect(name?.systemTable).toBe('schema_columns');
    expect(name?.cells.find((cell) => cell.name === 'type')).toMatchObject({
      text: 'regular',
      ts: 2,
      dead: false,
    });
    expect(rows.every((row) => row.cells.every((cell) => !/[^\x20-\x7e×]/.test(cell.text)))).toBe(true);
  });

  test('an unchanged node has no halo, and keeps its parts as the same objects', () => {
    const run = play(usersRun(), { kind: 'wait', micros: 5 }, { kind: 'wait', micros: 5 });
    const [one, two] = [sceneAt(run, 1), sceneAt(run, 2)];
    expect(one.nodes.every((card) => !card.changed.any)).toBe(true);
    expect(two.nodes[0]?.sources).toBe(one.nodes[0]?.sources);
    expect(two.nodes[0]?.systemRows.some((row) => row.changed)).toBe(false);
  });

  test('rules that change while a node does not are seen on its card', () => {
    const run = play(
      usersRun(),
      { kind: 'wait', micros: 5 },
      { kind: 'protect', protections: { versionTags: false } },
    );
    const [tagged, untagged] = [1, 2].map((step) => sceneAt(run, step).nodes[0]?.sources[0]?.entries[0]);
    expect([tagged?.identity?.name, untagged?.identity]).toEqual(['V0', null]);
    expect(untagged?.caption).toBe('Row 1 in memtable of A, without a version tag');
  });

  test('a version is held by who holds it: not by a coordinator that need not', () => {
    const write: CommandDraft = {
      kind: 'insert',
      node: 'A',
      ...TABLE,
      key: { id: 2 },
      values: {},
      consistency: 'ALL',
    };
    const held = (coordinatorHoldsSchema: boolean): readonly string[] | undefined => {
      const rules: CommandDraft = { kind: 'protect', protections: { coordinatorHoldsSchema } };
      return sceneAt(play(usersRun(), rules, write)).nodes[0]?.registry[0]?.holders;
    };
    expect(held(true)).toEqual(['table', 'write s1 that it coordinates', '2 entries']);
    expect(held(false)).toEqual(['table', '2 entries']);
  });

  test('of two tables in one registry the versions of the one that is not shown bear its name', () => {
    const visits: CommandDraft = {
      kind: 'create-table',
      node: 'A',
      keyspace: 'demo',
      table: 'visits',
      columns: [{ name: 'id', type: 'int', kind: 'partition_key' }],
    };
    const run = doPending(play(usersRun(), visits), ({ kind, to }) => kind === 'merge' && to === 'A');
    const names = (table: string): readonly string[] =>
      sceneAt(run, run.steps.length, { tableKey: { keyspace: 'demo', table } })
        .nodes[0]?.registry.map(({ identity }) => identity.name)
        .toSorted() ?? [];
    expect(names('users')).toEqual(['V0', 'V0 of visits']);
    expect(names('visits')).toEqual(['V0', 'V0 of users']);
  });

  test('a prepared statement of a dropped table is not said to have lost a column', () => {
    const run = play(
      usersRun(),
      { kind: 'prepare', node: 'A', ...TABLE, name: 'p' },
      { kind: 'drop-table', node: 'A', ...TABLE },
    );
    const card = sceneAt(doPending(run, ({ kind, to }) => kind === 'merge' && to === 'A')).nodes[0];
    expect(card?.prepared.map(({ sentence }) => sentence)).toEqual([
      'p, to be prepared again: its table changed',
    ]);
  });

  test('a clock that is off says by how much', () => {
    const run = play(usersRun(), { kind: 'skew', node: 'B', micros: 5_000 });
    expect(sceneAt(run).nodes.map((card) => card.clock)).toEqual([
      expect.not.stringContaining('('),
      expect.stringMatching(/\(\+5 ms\)$/),
      expect.not.stringContaining('('),
    ]);
  });

  test('with several shards each has its sources, its lane and its own version', () => {
    const run = play(usersRun({ shards: 2 }), add('A', 'email'));
    const merged = doPending(run, (choice) => choice.kind === 'merge');
    const half = doPending(merged, (choice) => choice.kind === 'publish');
    const card = sceneAt(half).nodes[0];
    expect(card?.mixed).toBe(true);
    expect(new Set(card?.shards.map((one) => one.identity?.name))).toEqual(new Set(['V0', 'V1']));
    expect(card?.sources.map((source) => source.title)).toContain('memtable, shard 1');
    const segments = sceneAt(half).loom.segments.filter((one) => one.node === 'A');
    expect(new Set(segments.map((one) => one.x)).size).toBe(2);
    expect(stateAt(half, half.steps.length).core.nodes[0]?.shards).toHaveLength(2);
  });

  test('selection marks the column, the entry, the node and the message', () => {
    const run = play(usersRun(), add('A', 'email'));
    const entry = sceneAt(run).nodes[0]?.sources[0]?.entries[0]?.key ?? '';
    const message = sceneAt(run).inFlight[0]?.message ?? '';
    const selected = (selection: SceneOptions['selection']) => sceneAt(run, 1, { selection });
    expect(selected({ kind: 'entry', entry }).nodes[0]?.sources[0]?.entries[0]?.selected).toBe(true);
    expect(selected({ kind: 'node', node: 'B' }).nodes.map((card) => card.selected)).toEqual([
      false,
      true,
      false,
    ]);
    const byColumn = selected({ kind: 'column', column: 'name' });
    expect(byColumn.nodes[2]?.columns.map((chip) => chip.selected)).toEqual([false, true]);
    const byMessage = selected({ kind: 'message', message });
    expect(byMessage.inFlight.filter((item) => item.selected)).toHaveLength(1);
    expect(byMessage.loom.strokes.filter((stroke) => stroke.selected)).toHaveLength(1);
  });
});
