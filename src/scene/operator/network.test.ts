// The network as it is at a step, its picture, the commands that make another one of it, and what each command is called.

import { describe, expect, it } from 'vitest';
import { add, play, settled, usersRun } from '../firstMinute.test-support.ts';
import { commandText } from '../narration/commandText.ts';
import {
  healCommands,
  networkOf,
  partitionCommands,
  partitionSentence,
  strokeCommands,
  strokeSentence,
} from './network.ts';
import { crossedLinks, linkAt, nodeAt, ringPlace } from './networkGeometry.ts';
import { passedSentence, pendingOf } from './networkPending.ts';

const options = { selection: null, tableKey: null };
const end = (run: ReturnType<typeof usersRun>) => ({ step: run.steps.length, fraction: 0 });
const viewOf = (run: ReturnType<typeof usersRun>) => networkOf(run, end(run), options);
const cut = (a: string, b: string) => ({ kind: 'cut', a, b }) as const;

describe('the network', () => {
  it('names its links, what is on them, and the groups into which cuts part it', () => {
    const pushed = play(usersRun(), add('A', 'email'));
    expect(viewOf(pushed).links.map(({ sentence }) => sentence)).toEqual([
      'The link between A and B works; one message is on it.',
      'The link between A and C works; one message is on it.',
      'The link between B and C works.',
    ]);
    expect(viewOf(pushed).sentence).toBe('Every link works.');
    const one = play(pushed, cut('A', 'C'));
    expect(viewOf(one).sentence).toBe('One link is cut: A–C. Messages take no other way.');
    expect(viewOf(one).groups).toEqual([['A', 'B', 'C']]);
    expect(
      viewOf(one)
        .links.filter(({ changed }) => changed)
        .map(({ key }) => key),
    ).toEqual(['A|C']);
    const parted = play(one, cut('B', 'C'));
    expect(viewOf(parted).sentence).toBe('Parted into 2 groups: A and B; C.');
    expect(viewOf(parted).nodes.map(({ group }) => group)).toEqual([0, 0, 1]);
  });

  it('becomes exactly the groups that were asked for, by cuts and heals, and whole again', () => {
    const run = play(usersRun(), cut('A', 'B'));
    const commands = partitionCommands(viewOf(run), { A: 0, B: 0, C: 1 });
    expect(commands.map(commandText)).toEqual(['heal A–B', 'cut A–C', 'cut B–C']);
    expect(partitionSentence(commands)).toBe('2 links to cut, one to heal.');
    const parted = commands.reduce((timeline, command) => play(timeline, command), run);
    expect(viewOf(parted).groups).toEqual([['A', 'B'], ['C']]);
    const healed = healCommands(viewOf(parted)).reduce(
      (timeline, command) => play(timeline, command),
      parted,
    );
    expect(viewOf(healed).sentence).toBe('Every link works.');
    expect(healCommands(viewOf(healed))).toEqual([]);
  });

  it('a line cuts the links that it crosses and no others; none twice', () => {
    const view = viewOf(usersRun());
    const [top] = view.nodes;
    const y = (top?.y ?? 0) + 40;
    const crossed = crossedLinks(view.links, [
      { x: 0, y },
      { x: 360, y },
    ]);
    expect(crossed).toEqual(['A|B', 'A|C']);
    expect(strokeSentence(view, crossed)).toBe('Let go to cut A–B and A–C.');
    expect(strokeCommands(viewOf(play(usersRun(), cut('A', 'B'))), crossed)).toEqual([cut('A', 'C')]);
    expect(strokeSentence(view, [])).toBe('Draw across links to cut them.');
    expect(crossedLinks(view.links, [{ x: 0, y: 0 }])).toEqual([]);
  });

  it('finds the link and the node at a point, and keeps all nodes in the picture', () => {
    const { links, nodes } = viewOf(usersRun());
    const [link] = links;
    const middle = {
      x: ((link?.from.x ?? 0) + (link?.to.x ?? 0)) / 2,
      y: ((link?.from.y ?? 0) + (link?.to.y ?? 0)) / 2,
    };
    expect(linkAt(links, middle)).toBe('A|B');
    expect(linkAt(links, { x: 0, y: 0 })).toBe(null);
    expect(nodeAt(nodes, { x: nodes[1]?.x ?? 0, y: nodes[1]?.y ?? 0 })).toBe('B');
    expect(nodeAt(nodes, { x: 0, y: 0 })).toBe(null);
    for (let count = 1; count <= 9; count++) {
      const places = Array.from({ length: count }, (_, i) => ringPlace(i, count));
      expect(places.every(({ x, y }) => x >= 20 && x <= 340 && y >= 20 && y <= 212)).toBe(true);
      expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    }
  });
});

describe('what is on its way', () => {
  it('is told soonest first, with when each is due, what is held and what Next does', () => {
    const run = play(usersRun(), add('A', 'email'));
    const [first] = pendingOf(run, end(run), options).rows;
    const view = pendingOf(run, end(run), { ...options, held: [first?.message ?? ''] });
    expect(view.sentence).toMatch(/things may happen next, soonest first\.$/);
    const lines = view.rows.map((row) => `${row.next ? '> ' : ''}${row.text}; ${row.due}`);
    expect(lines).toMatchInlineSnapshot(`
      [
        "> A merges its own change; due in 200 µs",
        "Push +email, A to B; due in 10.3 ms",
        "Push +email, A to C; due in 19.9 ms",
      ]
    `);
  });

  it('what happened while time passed is told in one sentence', () => {
    const run = play(usersRun(), add('A', 'email'));
    const later = settled(run);
    expect(passedSentence(later, { from: run.steps.length, to: later.steps.length })).toMatchInlineSnapshot(
      `"794.5 ms passed: 2 messages arrived, one merge was done and nodes told their digests 6 times."`,
    );
    const quiet = play(later, { kind: 'wait', micros: 1_000_000 });
    expect(passedSentence(quiet, { from: later.steps.length, to: quiet.steps.length })).toBe(
      '1 s passed: nothing was due.',
    );
  });
});

it('every command has a line of its own', () => {
  const table = { keyspace: 'demo', table: 'users' };
  expect(
    [
      { kind: 'flush', node: 'A', ...table } as const,
      { kind: 'compact', node: 'A', ...table } as const,
      { kind: 'evict', node: 'A', ...table } as const,
      { kind: 'evict', node: 'A', ...table, key: { id: 1 } } as const,
      { kind: 'crash', node: 'A' } as const,
      { kind: 'restart', node: 'A' } as const,
      { kind: 'expire-tombstones', node: 'A' } as const,
      cut('A', 'B'),
      { kind: 'heal', a: 'A', b: 'B' } as const,
      { kind: 'skew', node: 'A', micros: -5_000 } as const,
      { kind: 'wait', micros: 1_000_000 } as const,
      { kind: 'protect', protections: { syncedCheck: false } } as const,
      { kind: 'lose', message: 'DEFINITIONS_UPDATE A>B s1' } as const,
      { kind: 'fire', timer: 'pull B<A' } as const,
      { kind: 'gossip', from: 'A', to: 'B' } as const,
      { kind: 'merge', node: 'B', merge: 's1' } as const,
      { kind: 'publish', node: 'B', merge: 's1', shard: 1 } as const,
    ].map(commandText),
  ).toMatchInlineSnapshot(`
    [
      "flush users on A",
      "compact users on A",
      "evict users from cache on A",
      "evict row 1 of users from cache on A",
      "crash A",
      "restart A",
      "expire schema tombstones on A",
      "cut A–B",
      "heal A–B",
      "set clock of A -5000 µs off",
      "let 1 s pass",
      "set the synced check = off",
      "lose DEFINITIONS_UPDATE A>B s1",
      "fire pull B<A",
      "gossip A to B",
      "merge on B",
      "switch shard 1 of B",
    ]
  `);
});
