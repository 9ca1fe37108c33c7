// A sandbox of one's own, a surprise from a seed, the way back to the run before, and who hears what.

import type { Locator } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';

async function fromMenu(app: AppPage, item: string): Promise<Locator> {
  await app.press(app.page.getByRole('button', { name: 'More views' }));
  await app.press(app.page.getByRole('menuitem', { name: item }));
  return app.page.getByRole('region', { name: item });
}

test('a sandbox of four nodes and three tables opens, and the run before can be opened again', async ({
  app,
}) => {
  await app.addColumn('A', 'email');
  const setup = await fromMenu(app, 'New sandbox');
  await app.enter(setup.getByRole('spinbutton', { name: 'Nodes' }), '4');
  await expect(setup.getByRole('spinbutton', { name: 'Replicas of each row' })).toHaveValue('4');
  await setup.getByRole('checkbox', { name: /^visits/ }).check();
  await app.enter(
    setup.getByRole('textbox', { name: /^Your own schema/ }),
    'CREATE TABLE shop.orders (id int PRIMARY KEY, total int);',
  );
  await setup.getByRole('radio', { name: 'With the later fixes' }).check();
  await app.press(setup.getByRole('button', { name: 'Open sandbox' }));
  await expect(setup).toHaveCount(0);
  await expect(app.node('D')).toBeVisible();
  await expect(app.column('D', 'name')).toBeVisible();
  // Every table can be brought onto the stage.
  await app.page.getByRole('radio', { name: 'shop.orders' }).check();
  await expect(app.column('D', 'total')).toBeVisible();
  await app.page.getByRole('radio', { name: 'demo.visits' }).check();
  await expect(app.column('A', 'page')).toBeVisible();

  await app.press(app.page.getByRole('button', { name: 'Back to the run before' }));
  await expect(app.node('D')).toHaveCount(0);
  await expect(app.column('A', 'email')).toBeVisible();
});

test('what is wrong with a sandbox is told, and nothing is opened', async ({ app }) => {
  const setup = await fromMenu(app, 'New sandbox');
  await app.enter(setup.getByRole('spinbutton', { name: 'Nodes' }), '12');
  await app.press(setup.getByRole('button', { name: 'Open sandbox' }));
  await expect(setup.getByText('Nodes: a whole number from 1 to 9, please; 12 is not.')).toBeVisible();
  await app.enter(setup.getByRole('spinbutton', { name: 'Nodes' }), '2');
  await app.enter(
    setup.getByRole('textbox', { name: /^Your own schema/ }),
    'CREATE TABEL x (id int PRIMARY KEY);',
  );
  await app.press(setup.getByRole('button', { name: 'Open sandbox' }));
  await expect(setup.getByText(/^Your schema, line 1:8 /)).toBeVisible();
  await expect(app.node('C')).toHaveCount(1);
});

test('a surprise opens where two versions stand side by side, the same for the same seed', async ({
  app,
}) => {
  const hashes: unknown[] = [];
  for (let i = 0; i < 2; i++) {
    const setup = await fromMenu(app, 'New sandbox');
    await app.enter(setup.getByRole('spinbutton', { name: 'Seed of the surprise' }), '7');
    await app.press(setup.getByRole('button', { name: 'Surprise me' }));
    await expect(setup).toHaveCount(0);
    hashes.push(await app.ask('hash'));
  }
  expect(hashes[0]).toBe(hashes[1]);
  expect((await app.versions()).length).toBeGreaterThan(2);
  await expect(app.nextButton).toBeEnabled();
});

test('who hears what follows the playhead; a cell tells its whole sentence and selects its node', async ({
  app,
}) => {
  await app.addColumn('A', 'email');
  const drawer = await fromMenu(app, 'Who hears what');
  const beliefs = drawer.getByRole('table', { name: 'What each node believes of the others' });
  await expect(
    beliefs.getByRole('button', { name: /^A believes that B is up.*is not its own/ }),
  ).toBeVisible();
  await app.press(beliefs.getByRole('button', { name: /^B believes that A is up/ }));
  await expect(
    drawer.getByText(/^B believes that A is up\. The digest it last heard, \w{4}, is its own\.$/),
  ).toBeVisible();

  const versions = drawer.getByRole('table', { name: 'Which versions each shard knows' });
  await expect(versions.getByRole('button', { name: 'B: X is not known here' })).toBeVisible();
  await app.press(versions.getByRole('button', { name: /^A: X: loaded, synced; held by table/ }));
  await app.page.keyboard.press('ArrowLeft');
  await expect(versions.getByRole('button', { name: /^A: V0/ })).toBeFocused();
  await app.press(drawer.getByRole('button', { name: 'Close' }));
  await app.nextToTheEnd();
  const later = await fromMenu(app, 'Who hears what');
  await expect(later.getByText('Every digest heard is the hearer’s own.')).toBeVisible();
});
