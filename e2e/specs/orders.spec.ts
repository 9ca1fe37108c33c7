// Asking for all orders: a search in its worker, the verdict, runs that are opened on the stage, the state graph by keyboard, and
// two things in both orders.

import type { Locator } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import { findingsOf } from '../fixtures/axe.ts';
import { add, alter } from '../fixtures/runs.ts';

const region = (app: AppPage): Locator => app.page.getByRole('region', { name: 'All orders', exact: true });

/** Two concurrent ADDs that can be given at any moment, asked from the start of the run. */
async function openOrders(app: AppPage): Promise<Locator> {
  await app.ask('do', add('A', 'email'));
  await app.ask('do', add('B', 'phone'));
  await app.seek(0);
  await app.press(app.page.getByRole('button', { name: 'All orders', exact: true }));
  await expect(region(app)).toBeVisible();
  return region(app);
}

test('every order of two ADDs: a verdict, its endings, and any state to go to, by keyboard too', async ({
  app,
}) => {
  const orders = await openOrders(app);
  await app.press(orders.getByRole('button', { name: 'Search every order' }));
  await expect(orders.getByText(/^[\d,]+ states, \d+ endings, every promise holds\.$/)).toBeVisible();
  await expect(orders.getByText('2 different endings.')).toBeVisible();
  await expect(orders.getByRole('button', { name: /^Open a run: All nodes agree on/ })).toHaveCount(2);

  const graph = orders.getByRole('region', { name: 'Every state' });
  await graph
    .getByRole('button', { name: /^ALTER TABLE demo\.users ADD email text;: to state \d+$/ })
    .press('Enter');
  await expect(graph.getByRole('status')).toContainText(/1 step from there/);
  await graph.getByRole('button', { name: 'Go there' }).press('Enter');
  await expect(graph.getByRole('status')).toContainText('The stage is here.');
  await expect(app.branch, 'the run that was there begins so: no branch is needed').toHaveCount(0);

  await app.press(orders.getByRole('button', { name: /^Open a run: All nodes agree on/ }).first());
  await expect(app.branch).toBeVisible();
  const digests = await app.tables();
  expect(new Set(digests.map(({ version }) => version)).size).toBe(1);

  expect(await findingsOf(app.page, { within: ['.drawer'] })).toEqual([]);
  expect(app.complaints).toEqual([]);
});

test('without sync the shortest run that loses a value is found and opened at the step that breaks the promise', async ({
  app,
}) => {
  await app.ask('do', {
    kind: 'protect',
    protections: { syncBeforeApply: 'convertToMine', syncedCheck: false },
  });
  await app.page.keyboard.press('o');
  const orders = region(app);
  const field = orders.getByRole('textbox', { name: 'CQL that may be given at any moment' });
  await app.enter(field, 'ALTER TABEL demo.users ADD email text');
  await app.press(orders.getByRole('button', { name: 'Add', exact: true }));
  await expect(orders.getByRole('alert')).toContainText('TABLE');
  await app.enter(field, 'ALTER TABLE demo.users ADD email text');
  await app.press(orders.getByRole('button', { name: 'Add', exact: true }));
  await app.enter(field, 'ALTER TABLE demo.users ADD phone text');
  await app.press(orders.getByRole('button', { name: 'Add', exact: true }));
  await app.press(orders.getByRole('button', { name: /^Remove ALTER TABLE demo\.users ADD phone/ }));
  await app.press(orders.getByRole('button', { name: /^Remove ALTER TABLE demo\.users ADD email/ }));
  const found = await app.page.evaluate(async () => {
    const t = { keyspace: 'demo', table: 'users' } as const;
    return window.schemerge.explore({
      queue: [
        { kind: 'alter-table', node: 'A', ...t, changes: [{ kind: 'add', name: 'email', type: 'text' }] },
        { kind: 'insert', node: 'A', ...t, key: { id: 1 }, values: { email: 'a@b' }, consistency: 'ONE' },
      ],
      losses: 1,
    });
  });
  const broken = found.breaks.find(({ promise }) => promise === 'I9');
  expect(broken?.commands).toHaveLength(broken?.depth ?? -1);
  const { step } = await app.ask('follow', broken?.commands ?? [], 'I9 broken');
  expect(step).toBe(1 + (broken?.depth ?? 0));
  await expect(app.page.getByRole('button', { name: /broken/i }).first()).toBeVisible();

  await app.seek(1);
  await orders.getByRole('combobox', { name: 'Messages lost' }).selectOption('1');
  await app.press(orders.getByRole('button', { name: 'Search every order' }));
  await expect(orders.getByText(/^Broken in 6 steps: /).first()).toBeVisible();
  await app.press(
    orders.getByRole('button', { name: 'Open this run: A replica keeps what it has confirmed.' }),
  );
  await expect
    .poll(async () => (await app.ask('state')).promises.find(({ id }) => id === 'I9')?.held)
    .toBe(false);
});

test('an ending that shows what 2016 did not promise leads to its entry in the list, by keyboard', async ({
  app,
}) => {
  await app.ask('do', alter('A', [{ kind: 'comment', comment: 'people' }]));
  await app.ask('do', add('B', 'email'));
  await app.seek(0);
  await app.page.keyboard.press('o');
  const orders = region(app);
  await app.press(orders.getByRole('button', { name: 'Search every order' }));
  const name = orders.getByRole('button', { name: 'A comment is lost: what 2016 did not promise' });
  await name.first().press('Enter');
  const entry = app.page.getByRole('heading', { name: 'A comment is lost' });
  await expect(entry).toBeFocused();
  await expect(entry).toBeInViewport();
  expect(app.complaints).toEqual([]);
});

test('on a phone: two pushes in both orders end in one state, and nothing scrolls sideways', async ({
  app,
}) => {
  await app.page.setViewportSize({ width: 320, height: 640 });
  await app.ask('do', add('A', 'email'));
  await app.press(app.page.getByRole('button', { name: 'All orders', exact: true }));
  const square = region(app).getByRole('region', { name: 'Two things, both orders' });
  await expect(square.getByRole('status')).toHaveText('Equal: both orders end in the very same state.');
  const width = await app.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);
  await app.press(square.getByRole('button', { name: /^Open: / }).first());
  expect((await app.ask('run')).commands.length).toBeGreaterThan(2);
});
