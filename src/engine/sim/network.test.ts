// Messages in flight are a multiset (SPEC N5), links have no direction (F2), and time orders what is pending (N10).

import { describe, expect, it } from 'vitest';
import { replicasOf, shardOfKey } from '../cluster/placement.ts';
import { configOf } from '../config/config.ts';
import { add, insert, playScript } from '../laws/script.test-support.ts';
import { worldOf } from '../laws/world.test-support.ts';
import { PULL_DELAY, WRITE_TIMEOUT } from './delays.ts';
import { draw } from './draw.ts';
import { ledgersAt } from './ledger.ts';
import { findMessage, handles, linkOf, withMessages } from './network.ts';
import { pendingChoices } from './policy.ts';
import { setupOf } from './random/tables.ts';
import { append, stateAt } from './timeline.ts';

const { config } = worldOf({ config: { setup: setupOf() } });
const pushed = playScript(config, [add('A', 100, 'x')]);
const { messages } = stateAt(pushed, 1).core;

describe('messages in flight', () => {
  it('N5: copies of one message have handles of their own, and lie beside it whatever the order of sending', () => {
    const [first, second] = messages;
    const more = withMessages(messages, first === undefined ? [] : [first]);
    expect(handles(more)).toEqual([
      'DEFINITIONS_UPDATE A>B s1',
      'DEFINITIONS_UPDATE A>B s1~2',
      'DEFINITIONS_UPDATE A>C s1',
    ]);
    const turned = withMessages(second === undefined ? [] : [second], first === undefined ? [] : [first]);
    expect(turned).toEqual(messages);
    expect(findMessage(more, 'DEFINITIONS_UPDATE A>B s1~2')).toBe(1);
    expect(findMessage(more, 'DEFINITIONS_UPDATE A>B s1~3')).toBe(-1);
    expect(withMessages(messages, [])).toBe(messages);
  });

  it('F2: a link is one, whichever end is named first', () => {
    expect(linkOf('B', 'A')).toBe('A|B');
    expect(linkOf('A', 'B')).toBe('A|B');
  });

  it('N5: a copy delivered twice is taken once more, and changes nothing the second time', () => {
    const twice = playScript(config, [
      add('A', 100, 'x'),
      'merge A',
      { kind: 'duplicate', message: 'DEFINITIONS_UPDATE A>B s1' },
      'DEFINITIONS_UPDATE A>B',
      'DEFINITIONS_UPDATE A>B',
    ]);
    const merges = twice.steps
      .flatMap((step) => step.events)
      .flatMap((event) => (event.kind === 'schema-merged' && event.node === 'B' ? [event.changed] : []));
    expect(merges).toEqual([true, false]);
  });
});

describe('where a partition lives', () => {
  const keys = Array.from({ length: 300 }, (_, i) => i.toString(16).padStart(8, '0'));

  it('S1: every shard owns about its part of the keys, and one shard owns all', () => {
    const owned = [0, 0, 0, 0];
    for (const key of keys) {
      const shard = shardOfKey(key, 4);
      owned[shard] = (owned[shard] ?? 0) + 1;
      expect(shardOfKey(key, 1)).toBe(0);
    }
    expect(Math.min(...owned)).toBeGreaterThan(40);
  });

  it('S2: a key has as many replicas as asked for, each once, in ring order', () => {
    const ring = configOf({ nodes: ['A', 'B', 'C', 'D'], replicationFactor: 2 });
    const seen = new Set(keys.map((key) => replicasOf(key, ring).join('')));
    expect([...seen].sort()).toEqual(['AB', 'BC', 'CD', 'DA']);
    expect(replicasOf('00000001', { ...ring, replicationFactor: 4 })).toEqual(['A', 'B', 'C', 'D']);
  });
});

describe('virtual time', () => {
  it('N10: a draw depends on seed and key alone and stays below its bound', () => {
    expect(draw(7, 'x', 1_000)).toBe(draw(7, 'x', 1_000));
    const drawn = Array.from({ length: 200 }, (_, i) => draw(7, `key ${i}`, 10));
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([0, 9]);
    expect(draw(7, 'x', 0)).toBe(0);
  });

  it('N10: what is pending comes by due time; time-outs are due when their request has waited long enough', () => {
    const timeline = playScript(config, [add('A', 100, 'x'), 'merge A', insert('A', 2_000_000, { x: 1 })]);
    const choices = pendingChoices(stateAt(timeline, timeline.steps.length));
    const due = choices.map((choice) => choice.due);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(choices.find(({ id }) => id === 'timer write-timeout A s2')?.due).toBe(2_000_000 + WRITE_TIMEOUT);
  });

  it('N10: messages of one link keep their order', () => {
    for (let seed = 0; seed < 20; seed++) {
      const timeline = playScript({ ...config, latency: { base: 0, jitter: 50_000 } }, [
        add('A', 100 + seed, 'x'),
        add('A', 200 + seed, 'y'),
      ]);
      const ids = pendingChoices(stateAt(timeline, timeline.steps.length)).map(({ id }) => id);
      const toB = ids.filter((id) => id.startsWith('DEFINITIONS_UPDATE A>B'));
      expect(toB).toEqual(['DEFINITIONS_UPDATE A>B s1', 'DEFINITIONS_UPDATE A>B s2']);
    }
  });

  it('W10: a pull because of gossip is due one delay after the digest was heard', () => {
    const timeline = playScript(config, [
      add('A', 100, 'x'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      'gossip A>B',
    ]);
    const { now } = stateAt(timeline, timeline.steps.length).notes;
    const pull = pendingChoices(stateAt(timeline, timeline.steps.length)).find(
      ({ id }) => id === 'timer pull B<A',
    );
    expect(pull?.due).toBe(now + PULL_DELAY);
  });

  it('N4: a statement without id and timestamp gets a fresh id and its node’s clock, skew and all', () => {
    const skewed = playScript(config, [
      { kind: 'skew', node: 'B', micros: -500 },
      { kind: 'wait', micros: 10_000 },
    ]);
    const [a, b] = ['A', 'B'].map((node) => {
      const made = append(skewed, { kind: 'drop-table', node, keyspace: 'ks', table: 't' });
      return made.ok ? made.value.steps.at(-1)?.command : undefined;
    });
    expect(a).toMatchObject({ id: 's1' });
    const stampOf = (command: typeof a) =>
      command !== undefined && 'timestamp' in command ? command.timestamp : 0;
    expect(stampOf(a) - stampOf(b)).toBe(500);
    expect(stampOf(a)).toBeGreaterThan(stateAt(skewed, skewed.steps.length).notes.now);
  });
});

describe('ledgers', () => {
  it('N7: a change is charged its pushes, its merges and their flushes and announcements', () => {
    const timeline = playScript(config, [
      add('A', 100, 'x'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      'DEFINITIONS_UPDATE A>C',
    ]);
    expect(ledgersAt(timeline, 0)).toEqual({});
    expect(ledgersAt(timeline, 1)['s1']).toMatchObject({ pushes: 2, merges: 0 });
    expect(ledgersAt(timeline, timeline.steps.length)['s1']).toMatchObject({
      pushes: 2,
      merges: 3,
      emptyMerges: 0,
      schemaFlushes: 3,
      announcements: 3,
      loads: 0,
    });
  });
});
