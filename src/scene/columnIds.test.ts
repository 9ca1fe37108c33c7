import { describe, expect, test } from 'vitest';
import type { CommandDraft, Timeline } from '../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from './firstMinute.test-support.ts';
import { project } from './project.ts';
import type { ColumnIdsView } from './scene.ts';

function alter(run: Timeline, draft: CommandDraft): Timeline {
  return doPending(play(run, draft), (choice) => choice.kind === 'merge' && choice.to === choice.from);
}

function idsAt(run: Timeline, part = {}): ColumnIdsView | null {
  return project(run, { step: run.steps.length, fraction: 0 }, { selection: null, tableKey: null, ...part })
    .ids;
}

function ends(ids: ColumnIdsView | null): string[] {
  return (ids?.groups ?? []).flatMap((group) =>
    group.ribbons.map((one) => `${one.name} ${one.fromId ?? '·'}→${one.toId ?? '·'} ${one.state}`),
  );
}

describe('column ids', () => {
  test('adding email moves name from 0 to 1', () => {
    const ids = idsAt(alter(usersRun(), add('A', 'email')));
    expect(ends(ids)).toEqual(['name 0→1 moved', 'email ·→0 added']);
    expect(ids?.caption).toBe('name moves from 0 to 1, email is added at 0');
    expect(ids?.picked).toBe(false);
  });

  test('a dropped column ends, and what stood after it moves up', () => {
    const grown = settled(alter(usersRun(), add('A', 'phone')));
    const ids = idsAt(
      alter(grown, { kind: 'alter-table', node: 'A', ...TABLE, changes: [{ kind: 'drop', name: 'name' }] }),
    );
    expect(ends(ids)).toEqual(['name 0→· dropped', 'phone 1→0 moved']);
    const [dropped] = ids?.groups[0]?.ribbons ?? [];
    expect(dropped).toMatchObject({ right: null, toType: null, fromType: 'text' });
  });

  test('any two versions can be picked, also backwards', () => {
    const run = alter(usersRun(), add('A', 'email'));
    const shown = idsAt(run);
    const pair = { from: shown?.to.version ?? '', to: shown?.from.version ?? '' };
    const ids = idsAt(run, { pair });
    expect(ids).toMatchObject({ picked: true, from: { name: 'V1' }, to: { name: 'V0' } });
    expect(ends(ids)).toEqual(['email 0→· dropped', 'name 1→0 moved']);
  });

  test('a picked version that the playhead has not reached falls back to the last edge', () => {
    const run = alter(usersRun(), add('A', 'email'));
    const pair = { from: idsAt(run)?.from.version ?? '', to: idsAt(run)?.to.version ?? '' };
    const scene = project(run, { step: 0, fraction: 0 }, { selection: null, tableKey: null, pair });
    expect(scene.ids).toMatchObject({
      picked: false,
      from: { name: 'V0' },
      to: { name: 'V0' },
      caption: 'all ids stay',
    });
  });

  test('static and regular ids are counted apart', () => {
    const setup = usersRun().config.setup.map((statement) =>
      statement.kind === 'create-table'
        ? {
            ...statement,
            columns: [
              ...statement.columns,
              { name: 'day', type: 'int', kind: 'clustering_key' as const },
              { name: 'badge', type: 'text', kind: 'static' as const },
            ],
          }
        : statement.kind === 'insert'
          ? { ...statement, key: { id: 1, day: 7 } }
          : statement,
    );
    const ids = idsAt(alter(usersRun({ setup }), add('A', 'email')));
    expect(ids?.groups.map((group) => group.kind)).toEqual(['static', 'regular']);
    expect(ends(ids)).toEqual(['badge 0→0 kept', 'name 0→1 moved', 'email ·→0 added']);
    const [first, second] = ids?.groups ?? [];
    expect((first?.y ?? 0) + (first?.h ?? 0)).toBeLessThan(second?.y ?? 0);
  });

  test('the example says what the box would be taken for', () => {
    const ids = idsAt(alter(usersRun(), add('A', 'email')));
    expect(ids?.example).toMatchObject({
      title: 'Row 1 on A',
      from: { name: 'V0' },
      to: { name: 'V1' },
      sentence: 'Without its version the row would say: email = Ada.',
    });
    expect(ids?.example?.before.map((box) => box.text)).toEqual(['Ada']);
    expect(ids?.example?.after.map((box) => box.text)).toEqual(['–', 'Ada']);
  });

  test('a column that sorts after all others misleads nobody', () => {
    const ids = idsAt(alter(usersRun(), add('A', 'phone')));
    expect(ids?.example?.sentence).toBe('');
    expect(ids?.caption).toBe('phone is added at 1');
  });

  test('the selected column is in focus', () => {
    const run = alter(usersRun(), add('A', 'email'));
    const ids = idsAt(run, { selection: { kind: 'column', column: 'name' } });
    expect(ids?.groups[0]?.ribbons.map((one) => one.focus)).toEqual([true, false]);
  });

  test('ribbons are closed outlines without broken numbers', () => {
    const paths = idsAt(alter(usersRun(), add('A', 'email')))?.groups.flatMap((group) =>
      group.ribbons.map((one) => one.path),
    );
    expect(paths).toHaveLength(2);
    for (const path of paths ?? []) {
      expect(path).toMatch(/^M[-\d.]+ [-\d.]+[HACM\d .,-]+Z$/);
      expect(path).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
