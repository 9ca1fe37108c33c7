import { expect, test } from 'vitest';
import { play } from '../scenarios/play.test-support.ts';
import { inspect } from './inspect.ts';

const run = play({ table: ['pk int key', 'ck text clustering', 's int static', 'a int', 'tags set<text>'] })
  .insert('A', { pk: 1, ck: 'k' }, { s: 5, a: 7, tags: ['x'] }, { at: 100, consistency: 'ALL', id: 'w' })
  .drain()
  .flush('B')
  .evict('B');

test('N11 a state is told as plain JSON: it survives being written and read', () => {
  const inspection = inspect(run.state);
  expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
});

test('N11 cells go by name, with text for bytes, whatever source they lie in', () => {
  const tables = inspect(run.state).nodes.map((node) => node.shards[0]?.tables[0]);
  const named = [
    { column: 's', kind: 'static', clustering: '', value: '5', ts: 100 },
    { column: 'a', kind: 'regular', clustering: '6b', value: '7', ts: 100 },
    { column: 'tags[78]', kind: 'regular', clustering: '6b', value: '0x', ts: 100 },
  ];
  expect(tables[0]?.entries).toEqual([
    { source: 'memtable', key: '00000001', version: tables[0]?.version, cells: named },
  ]);
  expect(tables[1]?.entries).toEqual([{ source: 'sstable', key: '00000001', version: null, cells: named }]);
  expect(tables[0]?.columns.map(({ kind, id, name, type }) => `${kind} ${id} ${name} ${type}`)).toEqual([
    'partition_key 0 pk int',
    'clustering_key 0 ck text',
    'static 0 s int',
    'regular 0 a int',
    'regular 1 tags set<text>',
  ]);
});

test('N6 everything that happened is an event, and none of them makes anything happen again', () => {
  const kinds = new Set(run.timeline.steps.flatMap((step) => step.events.map((event) => event.kind)));
  for (const kind of [
    'statement-received',
    'message-sent',
    'message-delivered',
    'mutation-applied',
    'write-acknowledged',
    'statement-ended',
    'stored',
    'operated',
  ] as const) {
    expect([...kinds]).toContain(kind);
  }
  const silent = { ...run.timeline, steps: run.timeline.steps.map((step) => ({ ...step, events: [] })) };
  expect(inspect(silent.steps.at(-1)?.state ?? silent.start)).toEqual(inspect(run.state));
});
