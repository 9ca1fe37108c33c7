// window.schemerge, the page for scripts: every function, and that what is refused is refused in a sentence.

import type { CommandDraft, Run } from '../../src/engine/index.ts';
import { expect, regularColumns, test } from '../fixtures/app.ts';

const users = { keyspace: 'demo', table: 'users' } as const;

const add = (node: string, name: string): CommandDraft => ({
  kind: 'alter-table',
  node,
  ...users,
  changes: [{ kind: 'add', name, type: 'text' }],
});

const select = (node: string): CommandDraft => ({
  kind: 'select',
  node,
  ...users,
  key: { id: 1 },
  consistency: 'ALL',
});

/** A sentence that says what is wrong, and may go on to say what to do. */
const SENTENCE = /^\S+ .+ .+[.?]$/s;

test('it is there when the page is: who acts at once finds no page that is still waking up', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    let given: typeof window.schemerge;
    Object.defineProperty(window, 'schemerge', {
      get: () => given,
      set: (value: typeof window.schemerge) => {
        given = value;
        setTimeout(() => value.beat(2));
      },
    });
  });
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('data-beat', '2');
  await app.settled();
  await expect(app.narration()).toHaveText(/^Each sends its news/);
});

test('it has exactly the functions that are documented', async ({ app }) => {
  const names = await app.page.evaluate(() => Object.keys(window.schemerge).sort());
  for (const name of 'load do pending deliver step next back settle seek state hash run drawn'.split(' ')) {
    expect(names).toContain(name);
  }
});

test('a script adds, delivers by id, steps, settles and reads; the page shows it', async ({ app }) => {
  expect(await app.ask('do', add('A', 'email'))).toEqual({ branch: 0, step: 2, statement: 's1' });
  expect(await app.ask('do', add('B', 'phone'))).toEqual({ branch: 0, step: 4, statement: 's2' });
  await expect(app.version('Y')).toBeVisible();
  await expect(app.narration()).toHaveText('B merges its own change: V0 becomes Y.');

  const pending = await app.ask('pending');
  expect(pending.map(({ due }) => due)).toEqual(pending.map(({ due }) => due).toSorted((a, b) => a - b));
  const toC = pending.find(({ kind, from, to }) => kind === 'message' && from === 'B' && to === 'C');
  expect((await app.ask('deliver', toC?.id ?? '')).step).toBe(5);
  expect((await app.ask('pending')).map(({ id }) => id)).not.toContain(toC?.id);
  await expect(app.message(/\+phone, B to C/)).toHaveCount(0);

  expect((await app.ask('step')).step).toBe(6);
  expect((await app.ask('next')).step).toBe(7);
  expect((await app.ask('back')).step).toBe(6);
  await expect(app.page.locator('html')).toHaveAttribute('data-step', '6');
  await expect(app.page.locator('html')).toHaveAttribute('data-branch', '0');

  const { step } = await app.ask('settle');
  expect(step).toBe(await app.steps());
  await expect(app.page.locator('html')).toHaveAttribute('data-settled', 'true');
  expect(await app.ask('pending')).toEqual([]);
  expect((await app.tables()).map(regularColumns)).toEqual(Array(3).fill(['email', 'name', 'phone']));

  const { statement } = await app.ask('do', select('B'));
  await app.ask('settle');
  const { results } = await app.state();
  expect(results[statement ?? '']?.status).toBe('ok');
  expect(results[statement ?? '']?.rows?.columns).toEqual(['id', 'email', 'name', 'phone']);
  await expect(app.answer('B').getByRole('cell')).toHaveText(['1', '–', 'Ada', '–']);
});

test('seek goes to any step and the hash knows the state', async ({ app }) => {
  const start = await app.ask('hash');
  await app.ask('do', add('A', 'email'));
  await app.ask('settle');
  const end = await app.ask('hash');
  expect(end).not.toBe(start);
  expect(await app.ask('seek', 0)).toEqual({ branch: 0, step: 0, statement: null });
  expect(await app.ask('hash')).toBe(start);
  expect((await app.state()).hash).toBe(start);
  await app.ask('seek', await app.steps());
  expect(await app.ask('hash')).toBe(end);
});

test('state and run are plain JSON', async ({ app }) => {
  await app.ask('do', add('A', 'email'));
  const [state, text] = await app.page.evaluate(() => [
    window.schemerge.state(),
    JSON.stringify(window.schemerge.state()),
  ]);
  expect(JSON.parse(text)).toEqual(state);
  expect(state.nodes.map(({ id, up }) => ({ id, up }))).toEqual(
    ['A', 'B', 'C'].map((id) => ({ id, up: true })),
  );
  expect(state.nodes[0]?.shards[0]?.registry.map(({ load, sync }) => ({ load, sync }))).toContainEqual({
    load: 'LOADED',
    sync: 'SYNCED',
  });
  expect(state.promises.length).toBeGreaterThan(9);
  const run = await app.ask('run');
  expect(JSON.parse(JSON.stringify(run))).toEqual(run);
});

test('a run that was saved loads to the same hash, as an object and as text, in a page opened anew', async ({
  app,
}) => {
  await app.ask('do', add('A', 'email'));
  await app.ask('do', add('B', 'phone'));
  await app.ask('do', { kind: 'lose', message: (await app.ask('pending'))[0]?.message?.key ?? '' });
  await app.ask('do', { kind: 'crash', node: 'C' });
  await app.ask('do', { kind: 'restart', node: 'C' });
  await app.ask('do', { kind: 'flush', node: 'A', ...users });
  await app.ask('settle');
  const [run, hash] = [await app.ask('run'), await app.ask('hash')];
  expect(run.hash).toBe(hash);

  await app.open();
  expect(await app.steps()).toBe(0);
  expect((await app.ask('load', run)).step).toBe(run.commands.length);
  expect(await app.ask('hash')).toBe(hash);
  await app.ask('seek', 0);
  await app.ask('load', JSON.stringify(run));
  expect(await app.ask('hash')).toBe(hash);
  expect(await app.ask('run')).toEqual(run);
});

test.describe('what is refused', () => {
  const wrongRuns: readonly (readonly [string, (run: Run) => unknown])[] = [
    ['text that is no JSON', () => '{"format":'],
    ['an empty text', () => ''],
    ['a number', () => 7],
    ['null', () => null],
    ['an array', () => []],
    ['another format', (run) => ({ ...run, format: 99 })],
    ['no configuration', ({ config: _config, ...run }) => run],
    ['a hash that is not reached', (run) => ({ ...run, hash: '0'.repeat(32) })],
    ['a command of no known kind', (run) => ({ ...run, commands: [{ kind: 'dance' }], hash: undefined })],
    ['a command that cannot be done', (run) => ({ ...run, commands: [...run.commands, ...run.commands] })],
    ['text cut in the middle', (run) => JSON.stringify(run).slice(0, 300)],
  ];

  test('a run that is wrong leaves the run on the screen as it is', async ({ app }) => {
    await app.ask('do', add('A', 'email'));
    await app.ask('next');
    const [run, hash, step] = [await app.ask('run'), await app.ask('hash'), await app.step()];
    const stage = await app.page.getByRole('main').ariaSnapshot();
    for (const [what, wrong] of wrongRuns) {
      const refusal = await app.refusal('load', wrong(run));
      expect.soft(refusal, what).toMatch(SENTENCE);
      expect.soft(await app.ask('run'), what).toEqual(run);
      expect.soft(await app.ask('hash'), what).toBe(hash);
      expect.soft(await app.step(), what).toBe(step);
    }
    expect(await app.page.getByRole('main').ariaSnapshot()).toBe(stage);
  });

  const wrongCalls: readonly (readonly ['do' | 'deliver' | 'seek', unknown])[] = [
    ['do', add('Q', 'email')],
    ['do', add('A', 'name')],
    ['do', { kind: 'alter-table', node: 'A', ...users, changes: [{ kind: 'drop', name: 'id' }] }],
    ['do', { kind: 'alter-table', node: 'A', ...users, changes: [{ kind: 'add', name: 'x', type: 'txt' }] }],
    [
      'do',
      {
        kind: 'alter-table',
        node: 'A',
        ...users,
        changes: [{ kind: 'add', name: 'x', type: 'int', isStatic: true }],
      },
    ],
    ['do', { ...select('A'), timestamp: 1e300 }],
    ['do', { kind: 'deliver', message: 'gone' }],
    ['do', { kind: 'crash', node: 'Z' }],
    ['do', { kind: 'dance' }],
    ['do', null],
    ['do', undefined],
    ['do', 'SELECT 1'],
    ['deliver', 'gone'],
    ['deliver', undefined],
    ['seek', -1],
    ['seek', 1],
    ['seek', 0.5],
    ['seek', 'now'],
  ];

  test('a call that makes no sense is an Error with a sentence, and nothing happens', async ({ app }) => {
    const run = await app.ask('run');
    for (const [call, argument] of wrongCalls) {
      const what = `${call} ${JSON.stringify(argument)}`;
      expect.soft(await app.refusal(call, argument), what).toMatch(SENTENCE);
      expect.soft(await app.ask('run'), what).toEqual(run);
    }
    expect(await app.step()).toBe(0);
  });

  test('a picture of what is no view is refused with the views that there are', async ({ app }) => {
    const said = await app.page.evaluate(() =>
      window.schemerge.exportSvg('cards' as 'ids').catch((error: Error) => error.message),
    );
    expect(said).toBe('There is no view “cards”: there are page, stage, versions, ids.');
    expect(await app.page.evaluate(() => window.schemerge.exportSvg('ids'))).toMatch(/^<svg /);
  });

  test('names from outside are only ever text', async ({ app }) => {
    const run = await app.ask('run');
    const text = JSON.stringify(run).replaceAll('Ada', '<img src=x onerror=alert(1)>');
    const { hash: _hash, ...wicked } = JSON.parse(text);
    await app.ask('load', wicked);
    await expect(app.entry('A', '1').getByRole('cell')).toHaveText(['<img src=x onerror=alert(1)>']);
    await expect(app.page.getByRole('img', { name: 'x' })).toHaveCount(0);
    expect(await app.page.evaluate(() => document.images.length)).toBe(0);
  });
});
