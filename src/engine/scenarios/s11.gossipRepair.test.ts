// A push is lost and nobody writes: gossip finds the difference, waits a minute for pushes to land, and pulls.

import { expect, test } from 'vitest';
import type { Protections, SimEvent } from '../index.ts';
import type { Play } from './play.test-support.ts';
import { play } from './play.test-support.ts';

const MINUTE = 60_000_000;
const MISSED = 'DEFINITIONS_UPDATE A>C';

function timesOf(p: Play, kind: SimEvent['kind'], node: string): readonly number[] {
  return p.timeline.steps.flatMap((step) =>
    step.events.some((event) => event.kind === kind && 'node' in event && event.node === node)
      ? [step.state.notes.now]
      : [],
  );
}

/** Two nodes, so that nobody else can tell C; `before` may change C's life before the ALTER. */
function missed(protections: Partial<Protections> = {}, before: (p: Play) => Play = (p) => p) {
  return before(play({ nodes: ['A', 'C'], protections })).alter('A', 100, '+x int');
}

test('W10 C pulls a minute after it heard a different digest', () => {
  const heard = missed().lose(MISSED).gossip('A', 'C');
  expect(heard.pending()).toEqual(['timer pull C<A']);
  const at = heard.now;
  const end = heard.settle();
  expect(timesOf(end, 'schema-requested', 'C')).toEqual([at + MINUTE]);
  expect(end.definition('C')).toBe('pk int key, a int, x int');
  expect(end.version('C')).toBe(end.version('A'));
  expect(end.digest('C')).toBe(end.digest('A'));
  expect(end.everBroken()).toEqual([]);
});

test('W10 a node started less than a minute ago pulls at once', () => {
  const fresh = missed({}, (p) => p.operate('crash', 'C').operate('restart', 'C')).lose(MISSED);
  const heard = fresh.gossip('A', 'C');
  expect(heard.pending()).toContain('MIGRATION_REQUEST C>A gossip A');
  const end = heard.settle();
  expect(timesOf(end, 'schema-requested', 'C')[0]).toBe(heard.now);
  const grown = missed({}, (p) =>
    p.operate('crash', 'C').operate('restart', 'C').deliver('timer uptime C'),
  ).lose(MISSED);
  expect(grown.gossip('A', 'C').pending()).toContain('timer pull C<A');
});

test('W10 a push that arrives in between makes the pull needless', () => {
  const end = missed().gossip('A', 'C').wait(20_000_000).deliver(MISSED).settle();
  expect(timesOf(end, 'pull-not-needed', 'C')).toHaveLength(1);
  expect(end.events('schema-requested')).toEqual([]);
  expect(end.version('C')).toBe(end.version('A'));
});

test.each(['MIGRATION_REQUEST C>A', 'MIGRATION_REPLY A>C'])(
  'W10 a failed pull is not tried again: %s lost',
  (lost) => {
    const asked = missed().lose(MISSED).gossip('A', 'C').deliver('timer pull C<A');
    const failed = (lost.startsWith('MIGRATION_REQUEST') ? asked : asked.deliver('MIGRATION_REQUEST'))
      .lose(lost)
      .settle();
    expect(failed.definition('C')).toBe('pk int key, a int');
    expect(failed.pending()).toEqual([]);
    expect(failed.broken()['I6']).toMatchObject({ nodes: ['A', 'C'] });
    const later = failed.alter('A', 200_000_000, '"again').lose(MISSED).settle();
    expect(later.definition('C')).toBe('pk int key, a int, x int');
    expect(later.broken()).toEqual({});
  },
);

test('W10 the return of a peer considers a pull with the digest heard last', () => {
  const failed = missed()
    .lose(MISSED)
    .gossip('A', 'C')
    .deliver('timer pull C<A')
    .lose('MIGRATION_REQUEST')
    .settle();
  const healed = failed.append({ kind: 'cut', a: 'A', b: 'C' }).append({ kind: 'heal', a: 'A', b: 'C' });
  expect(healed.pending()).toContain('timer pull C<A');
  const end = healed.settle();
  expect(end.version('C')).toBe(end.version('A'));
  expect(end.broken()).toEqual({});
});

test('W10 gossipPull off: C stays behind until the first write of the new version syncs it', () => {
  const behind = missed({ gossipPull: false }).lose(MISSED).settle();
  expect(behind.definition('C')).toBe('pk int key, a int');
  expect(Object.keys(behind.broken())).toEqual(['I6']);
  const end = behind.insert('A', 1, { x: 9 }, { id: 'w', consistency: 'ALL' }).settle();
  expect(end.cost('w')).toMatchObject({ loads: 1, pulls: 1 });
  expect(end.definition('C')).toBe('pk int key, a int, x int');
  expect(end.broken()).toEqual({});
});

test('W10 two nodes that differ pull from each other', () => {
  const end = play({ nodes: ['A', 'C'] })
    .alter('A', 100, '+x int')
    .alter('C', 105, '+y int')
    .lose('DEFINITIONS_UPDATE')
    .settle();
  const first = end.events('schema-requested').map(({ node, peer }) => `${node}<${peer}`);
  expect(first).toContain('A<C');
  expect(end.definition('A')).toBe('pk int key, a int, x int, y int');
  expect(end.version('C')).toBe(end.version('A'));
  expect(end.everBroken()).toEqual([]);
});

test('W10 settles: the late node starts one timer for every peer that announces; only the first pulls', () => {
  const split = play().alter('A', 100, '+x int').lose(MISSED).deliver('DEFINITIONS_UPDATE A>B');
  const heard = split.gossip('A', 'C').gossip('B', 'C');
  expect(heard.pending().filter((id) => id.startsWith('timer'))).toEqual([
    'timer pull C<A',
    'timer pull C<B',
  ]);
  const end = heard.settle();
  expect(end.events('schema-requested').map(({ node, peer }) => [node, peer])).toEqual([['C', 'A']]);
  expect(end.events('pull-not-needed').map(({ node, peer }) => [node, peer])).toEqual([['C', 'B']]);
});

test('W10 settles: nobody pulls from a node that announces nothing new', () => {
  const split = play({ nodes: ['A', 'C'] })
    .alter('C', 100, '+x int')
    .lose('DEFINITIONS_UPDATE C>A')
    .gossip('C', 'A');
  const only = split.deliver('timer pull A<C').drain();
  expect(only.events('schema-requested').map(({ node, peer }) => [node, peer])).toEqual([['A', 'C']]);
  expect(timesOf(only, 'pull-scheduled', 'C')).toEqual([]);
});

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Every node alters at once; digests travel before pushes and replies do. Then all pulls that this leads to. */
function storm(n: number, pullDelay: boolean) {
  const nodes = NAMES.slice(0, n);
  let p = play({ nodes, protections: { pullDelay } });
  for (const [i, node] of nodes.entries()) {
    p = p.alter(node, 100 + i, `+x${i} int`);
  }
  for (const from of nodes) {
    for (const to of nodes) {
      p = from === to ? p : p.gossip(from, to);
    }
  }
  return p;
}

test.each([2, 3, 4, 5])(
  'W10 pullDelay off: %i nodes that alter at once pull from each other all at once',
  (n) => {
    const off = storm(n, false);
    expect(off.events('schema-requested')).toHaveLength(n * (n - 1));
    expect(off.events('schema-requested').every(({ version }) => version === null)).toBe(true);
    const on = storm(n, true).settle();
    expect(on.events('schema-requested')).toEqual([]);
    expect(new Set(NAMES.slice(0, n).map((node) => on.digest(node))).size).toBe(1);
  },
);

test.each([2, 3, 4, 5])(
  'W10 pullDelay off: one ALTER on one of %i nodes costs a pull by every node from every node that knew before it',
  (n) => {
    const nodes = NAMES.slice(0, n);
    let p = play({ nodes, protections: { pullDelay: false } })
      .alter('A', 100, '+x int')
      .lose('DEFINITIONS_UPDATE A>');
    for (const [i, node] of nodes.entries()) {
      for (const later of nodes.slice(i + 1)) {
        p = p.gossip(node, later);
      }
      const next = nodes[i + 1];
      p = next === undefined ? p : p.deliver(`MIGRATION_REQUEST ${next}>`, 'MIGRATION_REPLY');
    }
    expect(p.events('schema-requested')).toHaveLength((n * (n - 1)) / 2);
  },
);
