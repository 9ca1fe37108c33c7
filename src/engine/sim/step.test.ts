// Faults as steps see them (SPEC F1-F4, M9, W10): what stops, breaks its connections; nothing is told to who is not there.

import { describe, expect, it } from 'vitest';
import type { Statement } from '../cql/statement.ts';
import { add, drop, insert, playScript } from '../laws/script.test-support.ts';
import { worldOf } from '../laws/world.test-support.ts';
import { itemsOf } from '../plain/buckets.ts';
import type { CommandDraft } from './command.ts';
import { pendingChoices } from './policy.ts';
import { setupOf } from './random/tables.ts';
import type { SimState } from './state.ts';
import type { Timeline } from './timeline.ts';
import { append, stateAt } from './timeline.ts';

const { config } = worldOf({ config: { setup: setupOf() } });

function endOf(timeline: Timeline): SimState {
  return stateAt(timeline, timeline.steps.length);
}
function rename(node: string, timestamp: number, from: string, to: string): CommandDraft {
  const table = { keyspace: 'ks', table: 't' } as const;
  return { kind: 'alter-table', node, timestamp, ...table, changes: [{ kind: 'rename', from, to }] };
}
function nodeOf(state: SimState, id: string): SimState['core']['nodes'][number] | undefined {
  return state.core.nodes.find((node) => node.id === id);
}

describe('announcements', () => {
  it('W10: a merge is not announced to a peer that is down; it hears of it when it is back', () => {
    const down = playScript(config, [{ kind: 'crash', node: 'B' }, add('A', 100, 'x'), 'merge A']);
    expect(nodeOf(endOf(down), 'A')?.announceTo).toEqual(['C']);
    const back = append(down, { kind: 'restart', node: 'B' });
    expect(back.ok && nodeOf(endOf(back.value), 'A')?.announceTo).toEqual(['B', 'C']);
  });

  it('W10: nor across a link that is cut', () => {
    const cut = playScript(config, [{ kind: 'cut', a: 'A', b: 'B' }, add('A', 100, 'x'), 'merge A']);
    expect(nodeOf(endOf(cut), 'A')?.announceTo).toEqual(['C']);
    const healed = append(cut, { kind: 'heal', a: 'A', b: 'B' });
    expect(healed.ok && nodeOf(endOf(healed.value), 'A')?.announceTo).toEqual(['B', 'C']);
  });

  it('N5: everything that is pending can be done', () => {
    const timeline = playScript(config, [
      add('A', 100, 'x'),
      'merge A',
      insert('A', 110, { x: 1 }),
      { kind: 'crash', node: 'B' },
      add('C', 120, 'y'),
      'merge C',
      { kind: 'cut', a: 'A', b: 'C' },
    ]);
    const choices = pendingChoices(endOf(timeline));
    expect(choices.length).toBeGreaterThan(0);
    for (const { command } of choices) {
      expect(append(timeline, command).ok).toBe(true);
    }
  });
});

describe('a node that aborts in a merge', () => {
  const [keyspace] = setupOf();
  const columns = ['pk', 'c0', 'c1'].map((name) => ({
    name,
    type: 'int',
    kind: name === 'pk' ? ('partition_key' as const) : ('clustering_key' as const),
  }));
  const table: Statement = {
    kind: 'create-table',
    id: 't',
    node: 'A',
    timestamp: 10,
    keyspace: 'ks',
    table: 't',
    columns,
  };
  const wide = worldOf({ config: { setup: keyspace === undefined ? [] : [keyspace, table] } }).config;
  const timeline = playScript(wide, [
    rename('A', 100, 'c1', 'k1'),
    'merge A',
    rename('B', 110, 'c1', 'k2'),
    'merge B',
    rename('C', 120, 'pk', 'k3'),
    'DEFINITIONS_UPDATE A>B',
  ]);
  const state = endOf(timeline);
  const aborted = timeline.steps
    .flatMap((step) => step.events)
    .find((event) => event.kind === 'node-aborted');

  it('M9: two names for one key position stop it', () => {
    expect(aborted?.kind === 'node-aborted' ? aborted.problem : 'nobody aborted').toMatch(
      /two columns, 'k1' among them, stand at position 1/,
    );
  });

  it('F4: what was on its way to it is lost, its peers see it down, and nothing is sent to it any more', () => {
    const id = aborted?.kind === 'node-aborted' ? aborted.node : '';
    expect(nodeOf(state, id)?.up).toBe(false);
    expect(state.core.messages.filter((message) => message.to === id)).toEqual([]);
    for (const peer of state.core.nodes.filter((node) => node.id !== id)) {
      expect(peer.gossip[id]?.alive).toBe(false);
      expect(peer.announceTo).not.toContain(id);
    }
  });
});

it('C5: two names for the first clustering position stop nobody; the key grows by one', () => {
  const timeline = playScript(config, [
    rename('A', 100, 'ck', 'k1'),
    'merge A',
    rename('B', 110, 'ck', 'k2'),
    'merge B',
    'DEFINITIONS_UPDATE A>B',
  ]);
  const b = nodeOf(endOf(timeline), 'B');
  const table = Object.values(b?.shards[0]?.tables ?? {}).find((one) => one.schema.table === 't');
  const key = table?.schema.columns.filter((column) => column.kind === 'clustering_key');
  expect(key?.map((column) => [column.name, column.id])).toEqual([
    ['k1', 0],
    ['k2', 1],
  ]);
  expect(b?.up).toBe(true);
});

describe('deletes', () => {
  it('E5: a DELETE of a cell needs its row, and is refused without it', () => {
    const table = { keyspace: 'ks', table: 't', node: 'A', timestamp: 100 } as const;
    const cell: CommandDraft = {
      kind: 'delete',
      ...table,
      key: { pk: 1 },
      values: { b: null },
      consistency: 'ONE',
    };
    const timeline = playScript(config, []);
    const refused = append(timeline, cell);
    expect(refused.ok ? '' : refused.problem).toMatch(
      /^Missing mandatory PRIMARY KEY part ck: the key of ks\.t is pk, ck; give ck a value\.$/,
    );
    expect(append(timeline, { ...cell, values: { s: null } }).ok).toBe(true);
    expect(append(timeline, { ...cell, values: {} }).ok).toBe(true);
  });

  it('E5: a DELETE deletes the columns it names, whatever stands beside the name', () => {
    const table = { keyspace: 'ks', table: 't', node: 'A' } as const;
    const key = { pk: 1, ck: 0 };
    const timeline = playScript(config, [
      insert('A', 100, { b: 1, d: 2 }),
      { kind: 'delete', ...table, timestamp: 110, key, values: { b: 5 }, consistency: 'ONE' },
      { kind: 'select', ...table, timestamp: 120, key, consistency: 'ONE' },
    ]);
    const rows = nodeOf(endOf(timeline), 'A')?.results['s3']?.rows;
    expect(rows?.columns.map((name, i) => [name, rows.rows[0]?.[i]?.text])).toEqual([
      ['pk', '1'],
      ['ck', '0'],
      ['s', null],
      ['b', null],
      ['d', '2'],
    ]);
  });
});

describe('a write meets a DROP', () => {
  it('I9 is not promised then: a write stamped later than a DROP, from a node that missed it, is confirmed and discarded', () => {
    const timeline = playScript(config, [
      drop('B', 100, 'b'),
      'merge B',
      'lose DEFINITIONS_UPDATE B>A',
      insert('A', 110, { b: 1 }),
      'MUTATION A>B',
      'GET_SCHEMA_VERSION B.0>A',
      'SCHEMA_VERSION_REPLY A>B',
      'MIGRATION_REQUEST B>A',
      'MIGRATION_REPLY A>B',
    ]);
    const discarded = timeline.steps
      .flatMap((step) => step.events)
      .find((event) => event.kind === 'stored' && event.event.kind === 'cell-discarded');
    expect(discarded).toBeDefined();
    expect(itemsOf(nodeOf(endOf(timeline), 'B')?.confirmations ?? [])).toHaveLength(1);
  });
});
