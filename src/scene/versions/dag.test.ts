import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CommandDraft,
  leqTableRows,
  pendingChoices,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import { momentAt } from '../run/moment.ts';
import { seenVersions } from '../run/seenVersions.ts';
import type { Scene, SceneOptions, VersionDag } from '../shape/scene.ts';
import { projectDag } from './dagKept.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null };

function sceneAt(run: Timeline, step = run.steps.length, part = {}): Scene {
  return project(run, { step, fraction: 0 }, { selection: null, tableKey: null, ...part });
}

function alter(run: Timeline, draft: CommandDraft): Timeline {
  return doPending(play(run, draft), (choice) => choice.kind === 'merge' && choice.to === choice.from);
}

function drop(node: string, name: string): CommandDraft {
  return { kind: 'alter-table', node, ...TABLE, changes: [{ kind: 'drop', name }] };
}

function comment(node: string, text: string): CommandDraft {
  return { kind: 'alter-table', node, ...TABLE, changes: [{ kind: 'comment', comment: text }] };
}

function edges(scene: Scene): string[] {
  const name = (version: string): string =>
    scene.identities.find((identity) => identity.version === version)?.name ?? '?';
  return scene.dag.edges.map(
    (edge) =>
      `${name(edge.from)}>${name(edge.to)} ${edge.labels.join(', ')}${edge.overwritten ? ' (overwritten)' : ''}`,
  );
}

describe('version DAG', () => {
  test('concurrent additions stand side by side under one that contains both', () => {
    const run = settled(alter(alter(usersRun(), add('A', 'email')), add('B', 'phone')));
    const scene = sceneAt(run);
    expect(edges(scene)).toEqual(['V0>V1 +email', 'V0>V2 +phone', 'V1>V3 +phone', 'V2>V3 +email']);
    expect(scene.dag.nodes.at(-1)?.label).toBe(
      'V3. Contains V1 and V2. Columns id, email, name, phone. Current on A, B, C.',
    );
    expect(scene.dag.description).toContain('V3 contains all others.');
    expect(scene.dag.description.length).toBeLessThanOrEqual(5);
  });

  test('a drop that a later unaware ALTER undid is marked as overwritten', () => {
    const run = settled(alter(alter(usersRun(), drop('A', 'name')), add('B', 'phone')));
    const scene = sceneAt(run);
    expect(scene.nodes[0]?.columns.map((chip) => chip.name)).toEqual(['id', 'name', 'phone']);
    const undone = edges(scene).filter((edge) => edge.includes('overwritten'));
    expect(undone).toHaveLength(1);
    expect(undone[0]).toMatch(/^V1>V3 \+name, \+phone \(overwritten\)$/);
    expect(edges(scene)).toContain('V2>V3 drop time of name');
  });

  test('an ALTER that rewrites everything may contain another without its change', () => {
    const run = settled(alter(alter(usersRun(), comment('A', 'people')), add('B', 'phone')));
    expect(edges(sceneAt(run))).toEqual(['V0>V1 comment', 'V1>V2 +phone, comment (overwritten)']);
  });

  test('who drops or adds again what they know of overwrites nothing', () => {
    const grown = settled(alter(usersRun(), add('A', 'phone')));
    const dropped = settled(alter(grown, drop('B', 'phone')));
    const back = settled(alter(dropped, add('C', 'phone')));
    expect(edges(sceneAt(back))).toEqual(['V0>V1 +phone', 'V1>V2 −phone', 'V2>V3 +phone']);
  });

  test('what a version has never heard of is not overwritten, however often others write it again', () => {
    const apart = alter(alter(alter(usersRun(), add('A', 'email')), add('B', 'phone')), add('B', 'nick'));
    const merged = doPending(apart, (choice) => choice.id === 'DEFINITIONS_UPDATE A>B s1');
    expect(edges(sceneAt(merged))).toEqual([
      'V0>V1 +email',
      'V0>V2 +phone',
      'V2>V3 +nick',
      'V1>V4 +nick, +phone',
      'V3>V4 +email',
    ]);
  });

  test('of a change that was taken over and written again as it was, it is told where it is undone', () => {
    const told = alter(alter(usersRun(), comment('A', 'people')), add('A', 'email'));
    const run = settled(alter(told, add('B', 'phone')));
    const undone = edges(sceneAt(run)).filter((edge) => edge.includes('overwritten'));
    expect(undone).toEqual(['V1>V3 +phone, comment (overwritten)', 'V2>V4 +phone, comment (overwritten)']);
  });

  test('where columns are only added nothing is overwritten, in whatever order nodes hear of them', () => {
    const nodes = ['A', 'B', 'C'] as const;
    const move = fc.oneof(
      fc.record({ add: fc.constantFrom(...nodes) }),
      fc.record({ at: fc.nat({ max: 7 }) }),
    );
    fc.assert(
      fc.property(fc.array(move, { minLength: 4, maxLength: 24 }), (moves) => {
        let run = usersRun();
        for (const [i, one] of moves.entries()) {
          if ('add' in one) {
            run = play(run, add(one.add, `c${i}`));
          } else {
            const choices = pendingChoices(stateAt(run, run.steps.length));
            const choice = choices[one.at % Math.max(1, choices.length)];
            run = choice === undefined ? run : play(run, choice.command);
          }
        }
        expect(edges(sceneAt(settled(run))).filter((edge) => edge.includes('overwritten'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('a version that lands between two others takes their edge away, and nothing moves', () => {
    // An ALTER that did not know of the comment wrote it again, and its node merges first.
    const asked = play(usersRun(), comment('A', 'people'), add('B', 'phone'));
    const first = doPending(asked, (choice) => choice.kind === 'merge' && choice.to === 'B');
    const late = doPending(first, (choice) => choice.kind === 'merge' && choice.to === 'A');
    const [before, after] = [sceneAt(first).dag, sceneAt(late).dag];
    expect(edges(sceneAt(first))).toEqual(['V0>V1 +phone']);
    expect(edges(sceneAt(late))).toEqual(['V2>V1 +phone, comment (overwritten)', 'V0>V2 comment']);
    expect(after.gone.map((edge) => edge.key)).toEqual(before.edges.map((edge) => edge.key));
    expect(after.edges.map((edge) => edge.changed)).toEqual([true, true]);
    expect(after.nodes.map((node) => node.layer)).toEqual([0, 1, 0.5]);
    expect(after.nodes.slice(0, 2).map(({ column, layer }) => [column, layer])).toEqual(
      before.nodes.map(({ column, layer }) => [column, layer]),
    );
    expect(sceneAt(settled(late)).dag.gone).toEqual([]);
  });

  describe('a dropped table', () => {
    const dropTable = (node: string): CommandDraft => ({ kind: 'drop-table', node, ...TABLE });
    const createTable = (node: string): CommandDraft => ({
      kind: 'create-table',
      node,
      ...TABLE,
      columns: [
        { name: 'id', type: 'int', kind: 'partition_key' },
        { name: 'nick', type: 'text', kind: 'regular' },
      ],
    });
    const labels = (run: Timeline): string[] => sceneAt(run).dag.nodes.map((node) => node.label);

    test('is a node that contains what the dropper saw, with the flags of those who have heard', () => {
      const grown = settled(alter(usersRun(), add('A', 'email')));
      const dropped = alter(grown, dropTable('A'));
      expect(labels(dropped)).toEqual([
        'V0. Columns id, name. Current nowhere.',
        'V1. Contains V0. Columns id, email, name. Current on B, C.',
        'Table users dropped. Contains V1. No columns: the table is gone. Current on A.',
      ]);
      expect(sceneAt(dropped).dag.edges.at(-1)).toMatchObject({ labels: ['−users'], hard: false });
      expect(labels(settled(dropped)).at(-1)).toMatch(/Current on A, B, C\.$/);
      expect(sceneAt(settled(dropped)).identities.map((one) => one.name)).toEqual(['V0', 'V1']);
      expect(sceneAt(dropped).nodes.map((card) => card.absent)).toEqual(['dropped', '', '']);
    });

    test('a new table of that name stands below it, behind a hard edge, and its ids come from nowhere', () => {
      const dropped = settled(alter(usersRun(), dropTable('A')));
      const scene = sceneAt(settled(alter(dropped, createTable('B'))));
      expect(scene.dag.edges.map(({ labels: texts, hard }) => [...texts, hard])).toEqual([
        ['−users', false],
        ['created anew', '+nick', true],
      ]);
      expect(scene.dag.nodes.at(-1)?.label).toBe(
        'V1. Contains “dropped”. Columns id, nick. Current on A, B, C.',
      );
      expect(scene.ids?.note).toBe('Created after a drop: no id comes from an earlier table.');
      const [v0, v1] = scene.identities;
      const picked = sceneAt(settled(alter(dropped, createTable('B'))), undefined, {
        pair: { from: v0?.version ?? '', to: v1?.version ?? '' },
      });
      expect(picked.ids?.groups[0]?.ribbons.map(({ name, state }) => [name, state])).toEqual([
        ['name', 'dropped'],
        ['nick', 'added'],
      ]);
      expect(picked.ids?.example).toBeNull();
    });

    test('an ALTER that did not know of it brings the table back, and the drop is overwritten', () => {
      const asked = play(usersRun(), dropTable('A'), add('B', 'phone'));
      const scene = sceneAt(settled(asked));
      const back = scene.dag.edges.find(({ from }) => from.startsWith('dropped'));
      expect(back).toMatchObject({ overwritten: true, lost: ['−users'], hard: false });
      expect(back?.labels.slice(0, 1)).toEqual(['+users']);
    });

    test('columns that the dropper did not know of are left over, and make it another point', () => {
      const apart = alter(usersRun(), add('B', 'phone'));
      const scene = sceneAt(settled(play(alter(apart, dropTable('A')))));
      const drops = scene.dag.nodes.filter(({ identity }) => identity.dropped);
      expect(drops.map(({ identity }) => identity.name)).toEqual(['dropped', 'dropped 2']);
      expect(drops[1]?.label).toContain('its drop did not reach column phone.');
    });

    test('whoever stands at it knows what it contains; others do not know it', () => {
      const dropped = alter(usersRun(), dropTable('A'));
      const ghosts = (node: string): boolean[] =>
        sceneAt(dropped, undefined, { selection: { kind: 'node', node } }).dag.nodes.map((one) => one.ghost);
      expect(ghosts('A')).toEqual([false, false]);
      expect(ghosts('B')).toEqual([false, true]);
    });
  });

  test('shards that stand apart have a flag each', () => {
    const run = play(usersRun({ shards: 2 }), add('A', 'email'));
    const merged = doPending(run, (choice) => choice.kind === 'merge' && choice.to === 'A');
    const half = doPending(merged, (choice) => choice.kind === 'publish' && choice.to === 'A');
    const flags = sceneAt(half).dag.nodes.map((node) => node.flags.map((flag) => flag.key));
    expect(flags).toEqual([['A/1', 'B', 'C'], ['A/0']]);
    expect(sceneAt(half).dag.nodes[1]?.label).toContain('Current on shard 0 of A.');
  });

  test('what changes nothing but time is an edge of timestamps', () => {
    const run = settled(alter(usersRun(), comment('A', '')));
    expect(edges(sceneAt(run))).toEqual(['V0>V1 timestamps only']);
  });

  test('versions that the selected node does not know are ghosts', () => {
    const run = alter(alter(usersRun(), add('A', 'email')), add('B', 'phone'));
    const selected = sceneAt(run, run.steps.length, { selection: { kind: 'node', node: 'A' } });
    expect(selected.dag.nodes.map((node) => node.ghost)).toEqual([false, false, true]);
  });

  test('a version that is being asked for is not known yet', () => {
    const row = { keyspace: 'demo', table: 'users', key: { id: 1 }, consistency: 'ALL' } as const;
    const write: CommandDraft = { kind: 'insert', node: 'A', ...row, values: { email: 'ada@x' } };
    const sent = play(alter(usersRun({ nodes: ['A', 'B'] }), add('A', 'email')), write);
    const isGhost = (run: Timeline): boolean | undefined =>
      sceneAt(run, run.steps.length, { selection: { kind: 'node', node: 'B' } }).dag.nodes[1]?.ghost;
    const asked = doPending(sent, ({ message }) => message?.verb === 'MUTATION');
    const answered = ['GET_SCHEMA_VERSION', 'SCHEMA_VERSION_REPLY'].reduce(
      (run, verb) => doPending(run, ({ message }) => message?.verb === verb),
      asked,
    );
    expect([sent, asked, answered].map(isGhost)).toEqual([true, true, false]);
  });

  test('a version that the playhead has not reached is not there', () => {
    const run = settled(alter(alter(usersRun(), add('A', 'email')), add('B', 'phone')));
    expect(sceneAt(run, 0).dag.nodes.map((node) => node.identity.name)).toEqual(['V0']);
    expect(sceneAt(run, 2).dag.nodes.map((node) => node.identity.name)).toEqual(['V0', 'V1']);
    expect(sceneAt(run, 2).dag.nodes[1]?.changed).toBe(true);
  });

  test('no two versions stand in one place, and each stands below what was there and is contained in it', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
    const grown = names.reduce((run, name, i) => alter(run, add('ABC'[i % 3] ?? 'A', name)), usersRun());
    const { nodes } = sceneAt(settled(grown)).dag;
    const places = nodes.map((node) => `${node.column}/${node.layer}`);
    expect(new Set(places).size).toBe(places.length);
    for (const node of nodes) {
      for (const parent of node.parents) {
        expect(nodes.find((one) => one.key === parent)?.layer).toBeLessThan(node.layer);
      }
    }
  });

  test('edges are the transitive reduction of contains, and places never move', () => {
    const change = fc.record({
      node: fc.constantFrom('A', 'B', 'C'),
      what: fc.constantFrom('a', 'b', 'c', 'd'),
      isDrop: fc.boolean(),
      deliveries: fc.array(fc.nat(9), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let run = usersRun();
        const places = new Map<string, string>();
        const look = (): VersionDag => {
          const moment = momentAt(run, { step: run.steps.length, fraction: 0 }, OPTIONS);
          const dag = projectDag(moment, null);
          for (const node of dag.nodes) {
            const place = `${node.column} ${node.layer}`;
            expect(places.get(node.key) ?? place).toBe(place);
            places.set(node.key, place);
          }
          return dag;
        };
        for (const { node, what, isDrop, deliveries } of changes) {
          const owner = stateAt(run, run.steps.length).core.nodes.find((one) => one.id === node);
          const tables = Object.values(owner?.shards[0]?.tables ?? {});
          const has = tables.some(({ schema }) => schema.columns.some((column) => column.name === what));
          if (isDrop === has) {
            run = alter(run, isDrop ? drop(node, what) : add(node, what));
          }
          look();
          for (const pick of deliveries) {
            const choices = pendingChoices(stateAt(run, run.steps.length));
            const choice = choices[pick % Math.max(1, choices.length)];
            run = choice === undefined ? run : play(run, choice.command);
            look();
          }
        }
        const dag = look();
        const seen = seenVersions(run).list;
        const below = new Set(dag.edges.map((edge) => `${edge.from}>${edge.to}`));
        const reaches = (from: string, to: string): boolean =>
          dag.edges.some((edge) => edge.from === from && (edge.to === to || reaches(edge.to, to)));
        for (const a of seen) {
          for (const b of seen) {
            if (a !== b) {
              const contained = leqTableRows(a.schema.ghost.rows, b.schema.ghost.rows);
              expect(reaches(a.version, b.version)).toBe(contained);
            }
          }
        }
        for (const edge of dag.edges) {
          const others = dag.edges.filter((one) => one !== edge);
          const around = others.some((one) => one.from === edge.from && reaches(one.to, edge.to));
          expect(around, [...below].join(' ')).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
