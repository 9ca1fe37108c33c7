// Nodes come and go: the one that comes takes its schema from the others first and its data after; the one that goes gives
// away what it has.

import { describe, expect, test } from 'vitest';
import { nextNodeName, replicasOf, ringOf, waitOfChange } from '../index.ts';
import { keysOf } from './keys.test-support.ts';
import type { Play } from './play.test-support.ts';
import { play } from './play.test-support.ts';

const core = (p: Play) => p.state.core;
const config = (p: Play) => core(p).config;
const add = (p: Play, node = 'D') => p.append({ kind: 'add-node', node });
const remove = (p: Play, node: string) => p.append({ kind: 'remove-node', node });
const ring = (p: Play) => p.deliver('ring ');
const hex = (key: number) => key.toString(16).padStart(8, '0');
const KEYS = Array.from({ length: 400 }, (_, i) => hex(i));

/** A key whose place on `from` a new node takes, with one replica. */
function keyMoving(p: Play, from: string, to: string): number {
  const after = {
    ...config(p),
    ring: { ...ringOf(config(p)), added: [to], members: [...config(p).nodes, to] },
  };
  return keysOf(from, config(p).nodes).find((key) => replicasOf(hex(key), after)[0] === to) ?? 0;
}

describe('a node that comes', () => {
  test('O1 starts with nothing, greets everybody, and owns nothing', () => {
    const p = add(play());
    const fresh = core(p).nodes.at(-1);
    expect(fresh).toMatchObject({ id: 'D', up: true, recentlyStarted: true, announceTo: ['A', 'B', 'C'] });
    expect(fresh?.digest).toBe('59adb24e-f3cd-3e02-97f0-5b395827453f');
    expect(config(p).nodes).toEqual(['A', 'B', 'C', 'D']);
    expect(ringOf(config(p)).members).toEqual(['A', 'B', 'C']);
    expect(p.pending()).toContain('gossip A>D');
    for (const key of KEYS) {
      expect(replicasOf(key, config(p))).toEqual(['A', 'B', 'C']);
    }
  });

  test('O1 O7 only while everybody is up, connected and no other comes or goes; nine in a run are the most', () => {
    const draft = { kind: 'add-node', node: 'D' } as const;
    expect(play().operate('crash', 'B').refusal(draft)).toMatch(/restart B or remove it first/);
    expect(play().append({ kind: 'cut', a: 'A', b: 'C' }).refusal(draft)).toMatch(
      /heal the link between A and C/,
    );
    expect(add(play()).refusal({ ...draft, node: 'E' })).toMatch(/D is still joining/);
    expect(play().refusal({ ...draft, node: 'B' })).toMatch(/another name/);
    expect(play().refusal({ ...draft, node: 'dd' })).toMatch(/one capital letter/);
    const full = play({ nodes: [...'ABCDEFGHI'], replicationFactor: 3 });
    expect(full.refusal({ ...draft, node: 'J' })).toMatch(/room for 9 nodes/);
    expect(nextNodeName(core(full))).toBeNull();
    expect(nextNodeName(core(play()))).toBe('D');
  });

  test('O2 pulls the schema at once, and is ready when every live peer has its digest', () => {
    const p = add(play().alter('A', 100, '+x int').drain());
    expect(waitOfChange(core(p))).toEqual({ for: 'digest', peer: 'A', heard: false });
    const told = p.gossip('A', 'D');
    expect(told.pending()).toContain('MIGRATION_REQUEST D>A gossip A');
    expect(waitOfChange(core(told))).toEqual({ for: 'digest', peer: 'A', heard: true });
    expect(told.refusal({ kind: 'ring', node: 'D', phase: 'schema' })).toMatch(/see what it waits for/);
    const pulled = told.deliver('MIGRATION_REQUEST').deliver('MIGRATION_REPLY');
    expect(pulled.definition('D')).toBe('pk int key, a int, x int');
    expect(pulled.version('D')).toBe(pulled.version('A'));
    expect(waitOfChange(core(pulled))).toEqual({ for: 'digest', peer: 'B', heard: false });
    const ready = pulled.gossip('B', 'D').gossip('C', 'D');
    expect(waitOfChange(core(ready))).toBeNull();
    expect(ready.pending()).toContain('ring D schema');
  });

  test('O2 without gossip pulls it is never ready', () => {
    const p = add(play({ protections: { gossipPull: false } })).settle();
    expect(waitOfChange(core(p))).toEqual({ for: 'digest', peer: 'A', heard: true });
    expect(ringOf(config(p)).members).toEqual(['A', 'B', 'C']);
  });

  test('O3 K4 joins the ring in the end, with what is now its own; at most one owner of a key loses it', () => {
    const before = play({ replicationFactor: 2 }).insert('A', 1, { a: 7 }).insert('B', 2, { a: 8 }).settle();
    const p = add(before).settle();
    expect(ringOf(config(p))).toEqual({
      founders: ['A', 'B', 'C'],
      added: ['D'],
      members: ['A', 'B', 'C', 'D'],
      change: null,
    });
    let moved = 0;
    for (const key of KEYS) {
      const [was, is] = [replicasOf(key, config(before)), replicasOf(key, config(p))];
      const lost = was.filter((node) => !is.includes(node));
      expect(lost.length).toBe(is.includes('D') ? 1 : 0);
      moved += lost.length;
    }
    expect(moved).toBeGreaterThan(KEYS.length / 4);
    expect(moved).toBeLessThan((KEYS.length * 3) / 4);
    expect(p.everBroken()).toEqual([]);
  });

  test('O4 while data moves a write needs its owner to come as well', () => {
    const start = play({ replicationFactor: 1 });
    const key = keyMoving(start, 'A', 'D');
    const joining = add(start).gossip('A', 'D').deliver('MIGRATION_REQUEST').deliver('MIGRATION_REPLY');
    const pending = ring(joining.gossip('B', 'D').gossip('C', 'D'));
    const written = pending.insert('A', key, { a: 5 });
    expect(written.pending()).toContain('MUTATION A>D s1 write');
    expect(waitOfChange(core(written))).toEqual({ for: 'writes', count: 1 });
    const done = written.deliver('MUTATION A>D').deliver('MUTATION_DONE D>A');
    expect(done.result('s1')).toMatchObject({ status: 'ok' });
    const read = done.settle().select('C', key, { id: 'r' }).settle();
    expect(read.rows('r')).toMatchObject([{ pk: String(key), a: expect.stringMatching(/^5@/) }]);
  });

  test('O5 data of an older version is streamed at the giver’s current one, and its taker loads and syncs it', () => {
    const start = play({ replicationFactor: 1 });
    const key = keyMoving(start, 'A', 'D');
    const old = start.insert('A', key, { a: 5 }).settle();
    const p = add(old).settle();
    const streamed = p.events('message-sent').filter(({ verb }) => verb === 'STREAM_MUTATION');
    expect(streamed).toMatchObject([{ from: 'A', to: 'D', version: p.version('A') }]);
    expect(Object.keys(p.entries('D'))).toHaveLength(1);
  });

  test('O5 a taker that missed a change asks the giver for it', () => {
    const start = play({ replicationFactor: 1, protections: { gossipPull: true } });
    const key = keyMoving(start, 'A', 'D');
    const ready = ring(
      add(start.insert('A', key, { a: 5 }).settle())
        .gossip('A', 'D')
        .deliver('MIGRATION_REQUEST')
        .deliver('MIGRATION_REPLY')
        .gossip('B', 'D')
        .gossip('C', 'D'),
    );
    const changed = ready.alter('A', 9_000_000_000, '+x int').lose('DEFINITIONS_UPDATE A>D');
    const streaming = ring(changed).deliver('STREAM_MUTATION A>D');
    expect(streaming.pending().join()).toMatch(/GET_SCHEMA_VERSION D\.0>A/);
    const end = streaming.drain();
    expect(end.definition('D')).toBe('pk int key, a int, x int');
    expect(end.broken()).toEqual({});
  });

  test('O7 a broken stream stops the node that joins; a restart tries again', () => {
    const start = play({ replicationFactor: 1 });
    const key = keyMoving(start, 'A', 'D');
    let p = add(start.insert('A', key, { a: 5 }).settle());
    while (!p.pending().some((id) => id.startsWith('STREAM_MUTATION'))) {
      p = p.next();
    }
    const broken = p.lose('STREAM_MUTATION A>D');
    expect(broken.events('ring-change-failed')).toMatchObject([
      { node: 'D', problem: 'the stream from A to D broke' },
    ]);
    expect(core(broken).nodes.at(-1)?.up).toBe(false);
    expect(waitOfChange(core(broken))).toEqual({ for: 'node', node: 'D' });
    const again = broken.operate('restart', 'D').settle();
    expect(ringOf(config(again)).members).toEqual(['A', 'B', 'C', 'D']);
    expect(Object.keys(again.entries('D'))).toHaveLength(1);
    const givenUp = remove(broken, 'D');
    expect(config(givenUp).nodes).toEqual(['A', 'B', 'C']);
    expect(ringOf(config(givenUp)).change).toBeNull();
  });
});

describe('a node that goes', () => {
  test('O6 gives away what only it has, and is gone', () => {
    const start = play({ replicationFactor: 1 });
    const [key = 0] = keysOf('C', ['A', 'B', 'C']);
    const written = start.insert('A', key, { a: 5 }, { id: 'w' }).settle();
    const leaving = remove(written, 'C');
    expect(leaving.events('ring-pending')).toMatchObject([{ node: 'C', change: 'leave' }]);
    const end = leaving.settle();
    expect(config(end).nodes).toEqual(['A', 'B']);
    expect(core(end).nodes.map(({ gossip }) => Object.keys(gossip))).toEqual([['B'], ['A']]);
    expect(end.everBroken()).toEqual([]);
    const read = end.select('A', key, { id: 'r' }).settle();
    expect(read.rows('r')).toMatchObject([{ pk: String(key), a: expect.stringMatching(/^5@/) }]);
    expect(end.refusal({ kind: 'add-node', node: 'C' })).toMatch(/is or was a node C/);
    expect(end.refusal({ kind: 'crash', node: 'C' })).toBe('There is no node C; there are A, B.');
  });

  test('O6 one that is down is taken out: others give what it had, and what only it had is lost', () => {
    const two = play({ replicationFactor: 2 })
      .insert('A', 1, { a: 5 }, { consistency: 'ALL', id: 'w' })
      .settle();
    const owner = replicasOf(hex(1), config(two))[0] ?? '';
    const others = ['A', 'B', 'C'].filter((node) => node !== owner);
    const kept = remove(two.operate('crash', owner).settle(), owner).settle();
    expect(config(kept).nodes).toEqual(others);
    expect(kept.broken()).toEqual({});
    for (const node of others) {
      expect(Object.keys(kept.entries(node))).toHaveLength(1);
    }
    const one = play({ replicationFactor: 1 });
    const [key = 0] = keysOf('C', ['A', 'B', 'C']);
    const lost = remove(
      one.insert('A', key, { a: 5 }, { id: 'w' }).settle().operate('crash', 'C'),
      'C',
    ).settle();
    expect(lost.broken()).toHaveProperty('I13');
  });

  test('O6 the last node stays, and so does one while another is missing', () => {
    const draft = { kind: 'remove-node', node: 'A' } as const;
    expect(play({ nodes: ['A'] }).refusal(draft)).toMatch(/the last one/);
    expect(play().operate('crash', 'B').refusal(draft)).toMatch(/restart B/);
    expect(play().refusal({ ...draft, node: 'Q' })).toMatch(/no node Q/);
  });

  test('O6 with fewer nodes than copies asked for, ALL cannot be met any more', () => {
    const p = remove(play(), 'C').settle().insert('A', 1, { a: 1 }, { id: 'w', consistency: 'ALL' });
    expect(p.result('w')).toMatchObject({
      status: 'unavailable',
      problem: 'ALL needs 3 of 3 replicas; node A sees 2 of them up.',
    });
    const quorum = p.insert('A', 1, { a: 1 }, { id: 'v', consistency: 'QUORUM' }).settle();
    expect(quorum.result('v')).toMatchObject({ status: 'ok' });
  });

  test('O7 when a node stops meanwhile, who leaves stays', () => {
    const p = remove(play({ replicationFactor: 1 }), 'C').operate('crash', 'B');
    expect(p.events('ring-change-failed')).toMatchObject([{ node: 'C', problem: 'node B is down' }]);
    expect(ringOf(config(p))).toMatchObject({ members: ['A', 'B', 'C'], change: null });
  });
});
