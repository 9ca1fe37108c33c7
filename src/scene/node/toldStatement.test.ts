import { describe, expect, test } from 'vitest';
import type { CommandDraft, Timeline } from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import type { SceneOptions } from '../shape/scene.ts';

const NOTHING: SceneOptions = { selection: null, tableKey: null };

const told = (run: Timeline, node: string, step = run.steps.length) =>
  project(run, { step, fraction: 0 }, NOTHING).nodes.find((card) => card.node === node)?.told ?? null;

const alter = (node: string, changes: Extract<CommandDraft, { kind: 'alter-table' }>['changes']) =>
  ({ kind: 'alter-table', node, ...TABLE, changes }) as const;

/** Given, and merged on its own node: the news is still on its way. */
const given = (run: Timeline, ...drafts: CommandDraft[]): Timeline =>
  drafts.reduce(
    (all, draft) => doPending(play(all, draft), ({ kind, from, to }) => kind === 'merge' && from === to),
    run,
  );

describe('what a client told a node', () => {
  const apart = given(usersRun(), add('A', 'email'), add('B', 'phone'));

  test('stands on the node that was told, and the column has just been added there', () => {
    expect(told(apart, 'A')).toEqual({
      table: 'ALTER TABLE demo.users',
      change: 'ADD email text',
      adds: true,
    });
    expect(told(apart, 'B')).toEqual({
      table: 'ALTER TABLE demo.users',
      change: 'ADD phone text',
      adds: true,
    });
    expect(told(apart, 'C')).toBeNull();
  });

  test('not before it was told', () => {
    const step = apart.steps.findIndex(({ command }) => command.kind === 'merge') + 1;
    expect(told(apart, 'A', step - 1)).toBeNull();
    expect(told(apart, 'A', step)).not.toBeNull();
  });

  test('when something else has happened, nobody presses any more', () => {
    const heard = doPending(apart, (choice) => choice.kind === 'message' && choice.to === 'C');
    expect([told(heard, 'A')?.adds, told(heard, 'B')?.adds]).toEqual([false, false]);
    const written = play(given(usersRun(), add('A', 'email')), {
      kind: 'insert',
      node: 'A',
      ...TABLE,
      key: { id: 2 },
      values: { name: 'Bob' },
      consistency: 'ONE',
    });
    expect(told(written, 'A')).toEqual({
      table: 'ALTER TABLE demo.users',
      change: 'ADD email text',
      adds: false,
    });
  });

  test('a version that came from another node is nobody’s wish', () => {
    const agreed = settled(apart);
    expect([told(agreed, 'A'), told(agreed, 'B'), told(agreed, 'C')]).toEqual([null, null, null]);
  });

  test('a drop presses nothing', () => {
    const run = given(usersRun(), alter('A', [{ kind: 'drop', name: 'name' }]));
    expect(told(run, 'A')).toEqual({ table: 'ALTER TABLE demo.users', change: 'DROP name', adds: false });
  });

  test('a version that comes back is told by each statement in its own time', () => {
    const run = given(
      usersRun({ protections: { ...usersRun().config.protections, versionHash: 'definition' } }),
      alter('A', [
        { kind: 'add', name: 'nick', type: 'text' },
        { kind: 'add', name: 'tag', type: 'text' },
      ]),
      alter('A', [{ kind: 'drop', name: 'nick' }]),
      alter('A', [{ kind: 'add', name: 'nick', type: 'text' }]),
    );
    const versionAt = (step: number) =>
      project(run, { step, fraction: 0 }, NOTHING).nodes[0]?.identity?.version;
    const merged = run.steps.flatMap(({ command }, i) => (command.kind === 'merge' ? [i + 1] : []));
    expect(versionAt(merged[0] ?? 0)).toBe(versionAt(merged[2] ?? 0));
    expect(merged.map((step) => told(run, 'A', step)?.change)).toEqual([
      'ADD (nick text, tag text)',
      'DROP nick',
      'ADD nick text',
    ]);
  });

  test('the change is told apart from a table whose name is quoted', () => {
    const setup = usersRun().config.setup.map((one) => ('table' in one ? { ...one, table: 'Users' } : one));
    const run = given(usersRun({ setup }), {
      ...alter('A', [{ kind: 'add', name: 'e mail', type: 'text' }]),
      table: 'Users',
    });
    expect(told(run, 'A')).toEqual({
      table: 'ALTER TABLE demo."Users"',
      change: 'ADD "e mail" text',
      adds: true,
    });
  });
});
