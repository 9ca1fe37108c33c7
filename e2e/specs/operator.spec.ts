// Being the network and the operator: links, partitions, what is on its way, time that passes, and what may be done to a
// node and to a row; each by a control with a role and a name.

import type { Locator } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';

const network = async (app: AppPage): Promise<Locator> => {
  await app.page.keyboard.press('w');
  const drawer = app.page.getByRole('region', { name: 'Network' });
  await expect(drawer.getByRole('heading', { name: 'On the way' })).toBeVisible();
  return drawer;
};

test('a link is cut and healed, and undo goes back to before it', async ({ app, page }) => {
  const drawer = await network(app);
  const link = drawer.getByRole('button', { name: 'Cut the link between A and C' });
  await link.click();
  await expect(link).toHaveAttribute('aria-pressed', 'true');
  await expect(drawer.getByText('One link is cut: A–C. Messages take no other way.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(link).toHaveAttribute('aria-pressed', 'false');
});

test('a partition by list is one action, and so is healing it', async ({ app, page }) => {
  const drawer = await network(app);
  await drawer.getByRole('radio', { name: 'C in group 2' }).check();
  await expect(drawer.getByText('2 links to cut, none to heal.')).toBeVisible();
  await drawer.getByRole('button', { name: 'Partition' }).click();
  await expect(drawer.getByText('Parted into 2 groups: A and B; C.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(drawer.getByText('Every link works.')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await drawer.getByRole('button', { name: 'Heal all' }).click();
  await expect(drawer.getByText('Every link works.')).toBeVisible();
});

test('a line drawn across the picture cuts the links that it crosses', async ({ app, page }) => {
  const drawer = await network(app);
  const box = await drawer.locator('.network-picture svg').boundingBox();
  if (box === null) throw new Error('The picture of the network is drawn.');
  await page.mouse.move(box.x + 10, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(drawer.getByText('Parted into 2 groups: A; B and C.')).toBeVisible();
});

test('what is on its way is held, doubled, lost and delivered from the list', async ({ app }) => {
  await app.addColumn('A', 'email');
  const drawer = await network(app);
  const toB = drawer.getByRole('group', { name: 'Push +email, A to B' });
  await toB.getByRole('button', { name: 'Hold' }).click();
  await expect(drawer.getByText('held back')).toBeVisible();
  await toB.getByRole('button', { name: 'Release' }).click();
  await toB.getByRole('button', { name: 'Duplicate' }).click();
  await expect(toB).toHaveCount(2);
  await toB.first().getByRole('button', { name: 'Lose' }).click();
  await toB.getByRole('button', { name: 'Deliver now' }).click();
  await expect(toB).toHaveCount(0);
  await drawer.getByRole('combobox', { name: 'Messages to' }).selectOption('C');
  await drawer.getByRole('button', { name: 'Hold all' }).click();
  await expect(drawer.getByText('held back')).toBeVisible();
});

test('time passes, and what fell due meanwhile is told', async ({ app, page }) => {
  await app.addColumn('A', 'email');
  const drawer = await network(app);
  await drawer.getByRole('button', { name: 'Let 1 s pass' }).click();
  await expect(page.getByText(/^1 s passed: 2 messages arrived/)).toBeVisible();
});

test('a node is crashed and restarted, its clock set, a column retyped', async ({ app, page }) => {
  await app.node('A').getByRole('button', { name: 'More about A' }).click();
  const operate = page.getByRole('group', { name: 'Operate A' });
  await operate.getByRole('button', { name: 'Set clock' }).click();
  await app.dialog.getByLabel('Error in µs').fill('5000');
  await expect(app.dialog.getByText(/carry stamps 5 ms ahead/)).toBeVisible();
  await app.dialog.getByRole('button', { name: 'Set clock' }).click();
  await expect(app.node('A').getByText(/\+5 ms/)).toBeVisible();
  await page.getByText(/^Columns \d+$/).click();
  await page.getByRole('button', { name: 'Change type of name on A' }).click();
  await app.dialog.getByLabel('New type').fill('blob');
  await app.dialog.getByRole('button', { name: 'Change type' }).click();
  await expect(app.column('A', 'name')).toHaveAttribute('aria-label', /blob/);
  await operate.getByRole('button', { name: 'Crash' }).click();
  await operate.getByRole('button', { name: 'Restart' }).click();
  await expect(operate.getByRole('button', { name: 'Crash' })).toBeVisible();
});

test('a node joins with the schema of the others, another leaves; who is down offers a restart', async ({
  app,
  page,
}) => {
  const drawer = await network(app);
  await drawer.getByRole('button', { name: 'Add node D' }).click();
  await expect(app.node('D').getByText('It has no table users now.')).toBeVisible();
  await expect(drawer.getByText(/^Joining: it has not everybody’s schema yet/)).toBeVisible();
  await expect(drawer.getByText(/^Node D is still joining: nodes come and go one at a time/)).toBeVisible();
  await app.ask('settle');
  await expect(drawer.getByText(/^A, B, C and D share the keys; 3 copies of each row/)).toBeVisible();
  await expect(app.column('D', 'name')).toBeVisible();
  await drawer.getByRole('button', { name: 'Remove B' }).click();
  await app.ask('settle');
  await expect(page.getByText('Node B has left.')).toBeVisible();
  await expect(app.node('B')).toHaveCount(0);
  await app.ask('do', { kind: 'crash', node: 'C' });
  await expect(app.node('C').getByRole('button', { name: 'Write on C' })).toHaveCount(0);
  await app.node('C').getByRole('button', { name: 'Restart C' }).click();
  await expect(app.node('C').getByRole('button', { name: 'Write on C' })).toBeVisible();
});
