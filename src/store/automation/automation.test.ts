import { expect, test } from 'vitest';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import { createAutomation, type SessionAutomation } from './automation.ts';

const table = { keyspace: FIRST_KEYSPACE, table: FIRST_TABLE };

const opened = (): SessionAutomation =>
  createAutomation(createSession({ seed: FIRST_SEED, config: firstScreen() }), () => Promise.resolve());

const addColumn = (page: SessionAutomation, node: string, name: string) =>
  page.do({ kind: 'alter-table', node, ...table, changes: [{ kind: 'add', name, type: 'text' }] });

const versionsOf = (page: SessionAutomation) =>
  page.state().nodes.map((node) => node.shards[0]?.tables[0]?.version);

test('a script adds two columns, settles, and reads the upgraded row', async () => {
  const page = opened();
  addColumn(page, 'A', 'email');
  addColumn(page, 'B', 'phone');
  expect(new Set(versionsOf(page)).size).toBe(3);
  await page.settle();
  expect(new Set(versionsOf(page)).size).toBe(1);
  const { statement } = page.do({ kind: 'select', node: 'A', ...table, key: { id: 1 }, consistency: 'ONE' });
  await page.settle();
  const result = page.state().results[statement ?? ''];
  expect(result?.status).toBe('ok');
  expect(result?.rows?.columns).toEqual(['id', 'email', 'name', 'phone']);
  expect(result?.rows?.rows.map((row) => row.map((cell) => cell.text))).toEqual([['1', null, 'Ada', null]]);
});

test('state and run are plain JSON, and a run loads as an object or as text', async () => {
  const page = opened();
  addColumn(page, 'A', 'email');
  await page.settle();
  const copy: unknown = JSON.parse(JSON.stringify(page.state()));
  expect(copy).toEqual(page.state());
  for (const run of [page.run(), JSON.stringify(page.run())]) {
    const other = opened();
    other.load(run);
    expect(other.hash()).toBe(page.hash());
  }
});

test('a message that is delivered by its id is not pending any more', () => {
  const page = opened();
  addColumn(page, 'A', 'email');
  const push = page.pending().find(({ kind, to }) => kind === 'message' && to === 'C');
  const { step } = page.deliver(push?.id ?? '');
  expect(step).toBe(3);
  expect(page.pending().map(({ id }) => id)).not.toContain(push?.id);
});

test('next, step, back and seek move the playhead and say where it is', () => {
  const page = opened();
  addColumn(page, 'A', 'email');
  expect(page.next().step).toBe(3);
  expect(page.step().step).toBe(4);
  expect(page.back().step).toBe(3);
  expect(page.seek(0)).toEqual({ branch: 0, step: 0, statement: null });
  expect(page.seek(2)).toEqual({ branch: 0, step: 2, statement: 's1' });
});

test.each<[string, (page: SessionAutomation) => unknown]>([
  ['an unknown node', (page) => addColumn(page, 'Q', 'email')],
  ['a column that exists', (page) => addColumn(page, 'A', 'name')],
  ['a choice that is gone', (page) => page.deliver('no such message')],
  ['a step beyond the run', (page) => page.seek(7)],
  ['text that is no JSON', (page) => page.load('{')],
  ['a run without a configuration', (page) => page.load('{"format":1}')],
  ['a command of no known kind', (page) => page.do(JSON.parse('{"kind":"dance"}'))],
])('%s is refused with a sentence, and nothing changes', (_name, refused) => {
  const page = opened();
  const before = page.run();
  expect(() => refused(page)).toThrow(/^\S+ .+ .+\.$/s);
  expect(page.run()).toEqual(before);
});

test('a script opens a sandbox or a surprise, and goes back; what is no configuration is refused', () => {
  const page = opened();
  const first = page.hash();
  page.open({ nodes: ['A', 'B'], shards: 2, setup: [] }, 9);
  expect(page.state().nodes.map((node) => node.shards.length)).toEqual([2, 2]);
  page.reopen();
  expect(page.hash()).toBe(first);
  expect(page.surprise(3).step).toBeGreaterThan(0);
  const before = page.hash();
  for (const wrong of [
    null,
    7,
    { nodes: 'ABC' },
    { shards: 'two' },
    { nodes: [] },
    { setup: [{ kind: 'fire' }] },
  ]) {
    expect(() => page.open(wrong as never)).toThrow(/\.$/);
  }
  expect(() => page.open({}, -1)).toThrow(/seed/);
  expect(page.hash()).toBe(before);
});
