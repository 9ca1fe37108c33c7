import { describe, expect, test } from 'vitest';
import type { CommandDraft, Timeline } from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { ColumnIdsView } from '../shape/scene.ts';

function alter(run: Timeline, draft: CommandDraft): Timeline {
  return doPending(play(run, draft), (choice) => choice.kind === 'merge' && choice.to === choice.from);
}

function idsAt(run: Timeline, part = {}): ColumnIdsView | null {
  return project(run, { step: run.steps.length, fraction: 0 }, { selection: null, tableKey: null, ...part })
    .ids;
}

function drop(node: string, name: string): CommandDraft {
  return { kind: 'alter-table', node, ...TABLE, changes: [{ kind: 'drop', name }] };
}

function ends(ids: ColumnIdsView | null): string[] {
  return (ids?.groups ?? []).flatMap((group) =>
    group.ribbons.map((one) => `${one.name} ${one.fromId ?? '·'}→${one.toId ?? '·'} ${one.state}`),
  );
}

const OPTIONS = { selection: null, tableKey: null } as const;

describe('column ids', () => {
  test('adding email moves name from 0 to 1', () => {
    const ids = idsAt(alter(usersRun(), add('A', 'email')));
    expect(ends(ids)).toEqual(['name 0→1 moved', 'email ·→0 added']);
    expect(ids?.caption).toBe('name moves from 0 to 1, email is added at 0');
    expect(ids?.picked).toBe(false);
  });

  test('a dropped column ends, and what stood after it moves up', () => {
    const grown = settled(alter(usersRun(), add('A', 'phone')));
    const ids = idsAt(alter(grown, drop('A', 'name')));
    expect(ends(ids)).toEqual(['name 0→· dropped', 'phone 1→0 moved']);
    const [dropped, moved] = ids?.groups[0]?.ribbons ?? [];
    expect(dropped).toMatchObject({ mark: 'dropped', label: 'name, text, is dropped from 0' });
    expect(moved).toMatchObject({ mark: '', label: 'phone, text, moves from 1 to 0' });
  });

  test('a column whose type changes says both types', () => {
    const grown = settled(alter(usersRun(), add('A', 'age', 'int')));
    const changes = [{ kind: 'type', name: 'age', type: 'varint' }] as const;
    const ids = idsAt(settled(alter(grown, { kind: 'alter-table', node: 'A', ...TABLE, changes })));
    expect(ids?.groups[0]?.ribbons[0]).toMatchObject({
      state: 'kept',
      mark: 'int → varint',
      label: 'age, int → varint, stays at 0',
    });
  });

  test('keys are told in words, and so is a pair of which neither contains the other', () => {
    const run = settled(alter(alter(usersRun(), add('A', 'email')), add('B', 'phone')));
    expect(idsAt(run)).toMatchObject({ keys: 'Key id: its place never changes.', note: '' });
    const [, x, y] = project(run, { step: run.steps.length, fraction: 0 }, OPTIONS).identities;
    const apart = idsAt(run, { pair: { from: x?.version, to: y?.version } });
    expect(apart).toMatchObject({
      note: 'V1 and V2 stand side by side: neither contains the other.',
      caption: 'email is in V1 only, name moves from 1 to 0, phone is in V2 only',
    });
    // Nobody has dropped the one or, there, added the other.
    const [email, , phone] = apart?.groups[0]?.ribbons ?? [];
    expect(email).toMatchObject({ mark: 'only in V1', label: 'email, text, is in V1 only, at 0' });
    expect(phone).toMatchObject({ mark: 'only in V2', label: 'phone, text, is in V2 only, at 1' });
  });

  test('any two versions can be picked, also backwards', () => {
    const run = alter(usersRun(), add('A', 'email'));
    const shown = idsAt(run);
    const pair = { from: shown?.to.version ?? '', to: shown?.from.version ?? '' };
    const ids = idsAt(run, { pair });
    expect(ids).toMatchObject({ picked: true, from: { name: 'V1' }, to: { name: 'V0' } });
    expect(ends(ids)).toEqual(['email 0→· only', 'name 1→0 moved']);
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
    expect(ids?.example?.vectors.map(({ kind, after }) => [kind, after.map((box) => box.text)])).toEqual([
      ['static', ['–']],
      ['regular', ['–', 'Ada']],
    ]);
  });

  test('the example says what the box would be taken for', () => {
    const ids = idsAt(alter(usersRun(), add('A', 'email')));
    expect(ids?.example).toMatchObject({
      title: 'Row 1 on A, once it is touched',
      from: { name: 'V0' },
      to: { name: 'V1' },
      untagged: {
        real: false,
        as: { name: 'V1' },
        wrong: true,
        sentence: 'Without version tags the row would say: email = Ada.',
        boxes: [{ index: 0, text: 'Ada', name: 'email', written: 'name', wrong: true }],
      },
    });
    expect(ids?.example?.vectors[0]?.before.map((box) => box.text)).toEqual(['Ada']);
    expect(ids?.example?.vectors[0]?.after.map((box) => box.text)).toEqual(['–', 'Ada']);
  });

  test('a column that sorts after all others misleads nobody', () => {
    const ids = idsAt(alter(usersRun(), add('A', 'phone')));
    expect(ids?.example?.untagged).toMatchObject({ wrong: false, boxes: [{ name: 'name', wrong: false }] });
    expect(ids?.caption).toBe('phone is added at 1');
  });

  test('with version tags off it is what is really read, and the value is that of the answer', () => {
    const off = play(usersRun(), { kind: 'protect', protections: { versionTags: false } });
    const run = settled(alter(off, add('A', 'email')));
    expect(idsAt(run)?.example).toMatchObject({
      from: { name: 'V1' },
      to: { name: 'V1' },
      untagged: { real: true, wrong: true, sentence: 'Version tags are off: the row says email = Ada.' },
    });
    const read = settled(
      play(run, { kind: 'select', node: 'A', ...TABLE, key: { id: 1 }, consistency: 'ONE' }),
    );
    const results = read.steps
      .flatMap((step) => step.events)
      .flatMap((event) => (event.kind === 'statement-ended' ? (event.result.rows ?? []) : []));
    expect(results).toMatchObject([
      { columns: ['id', 'email', 'name'], rows: [[{}, { text: 'Ada', column: 'name' }, { text: null }]] },
    ]);
  });

  describe('a conversion is the engine’s own: what was written before the drop stays behind', () => {
    const write = (node: string, phone: string | number): CommandDraft => ({
      kind: 'insert',
      node,
      ...TABLE,
      key: { id: 1 },
      values: { phone },
      consistency: 'ALL',
    });
    const read: CommandDraft = {
      kind: 'select',
      node: 'B',
      ...TABLE,
      key: { id: 1 },
      consistency: 'ONE',
    };
    const phoned = settled(play(settled(alter(usersRun(), add('A', 'phone'))), write('A', '555')));
    const again = (type: string) =>
      settled(alter(settled(alter(phoned, drop('A', 'phone'))), add('A', 'phone', type)));
    const text = again('text');
    const int = again('int');
    test.each([
      ['before anybody touches it', text, 'Row 1 on A, once it is touched'],
      ['upgraded by a read', play(text, read), 'Row 1 on B, upgraded in this step'],
      ['by a write, which is not what the conversion made', play(text, write('B', '42')), 'WRITE'],
      ['by a write at another type', play(int, write('B', 42)), 'WRITE'],
      [
        'by a write, some steps ago',
        settled(play(int, write('B', 42))),
        /^Row 1 on [ABC], upgraded at step \d+$/,
      ],
    ])('%s', (_when, run, title) => {
      const example = idsAt(run)?.example;
      const wanted = title === 'WRITE' ? 'Row 1 on B, upgraded just before this write' : title;
      expect(example?.title).toMatch(wanted);
      expect(example?.vectors[0]?.before.map((box) => box.text)).toEqual(['Ada', '555']);
      expect(example?.vectors[0]?.after.map((box) => box.text)).toEqual(['Ada', '–']);
    });
  });

  test('the selected entry goes before all others', () => {
    const two = settled(
      play(usersRun(), {
        kind: 'insert',
        node: 'B',
        ...TABLE,
        key: { id: 2 },
        values: { name: 'Bob' },
        consistency: 'ALL',
      }),
    );
    const run = settled(alter(two, add('A', 'email')));
    const entry = 'C/0/memtable/00000002';
    const ids = idsAt(run, { selection: { kind: 'entry', entry } });
    expect(ids?.example?.title).toBe('Row 2 on C, once it is touched');
    expect(ids?.example?.vectors[0]?.before.map((box) => box.text)).toEqual(['Bob']);
  });

  test('the selected column is in focus', () => {
    const run = alter(usersRun(), add('A', 'email'));
    const ids = idsAt(run, { selection: { kind: 'column', column: 'name' } });
    expect(ids?.groups[0]?.ribbons.map((one) => one.focus)).toEqual([true, false]);
  });
});
