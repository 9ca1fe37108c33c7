// Promises and protections: a protection's lack is shown in one press, the broken promise tells its story and its steps can
// be gone to, an order that keeps it is opened, and a switch puts the same commands under new rules beside the old run.

import type { Locator } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import { add, read } from '../fixtures/runs.ts';

const drawerOf = (app: AppPage, name: string): Locator => app.page.getByRole('region', { name, exact: true });

async function fromMenu(app: AppPage, item: string): Promise<Locator> {
  await app.press(app.page.getByRole('button', { name: 'More views' }));
  await app.press(app.page.getByRole('menuitem', { name: item, exact: true }));
  return drawerOf(app, item);
}

test('a protection’s lack is seen at once, told step by step, and there is an order that keeps the promise', async ({
  app,
  page,
}) => {
  const protections = await fromMenu(app, 'Protections');
  await app.press(protections.getByRole('button', { name: 'Show me: sync before apply' }));
  const beside = protections.getByRole('region', { name: /^The same commands, with and without/ });
  await expect(beside.getByRole('row', { name: /A replica keeps what it has confirmed/ })).toContainText(
    'Broken at step 7',
  );
  await expect(app.node('B').getByText('Broken')).toBeVisible();
  await expect(page.getByRole('button', { name: '2 protections off' })).toBeVisible();

  await app.press(page.getByRole('button', { name: 'Broken promise', exact: true }));
  const verdict = drawerOf(app, 'Promises');
  const broken = verdict.getByRole('list', { name: '2 promises are broken.' });
  const story = broken.getByRole('listitem').filter({ hasText: 'The push of +email to B is lost.' }).first();
  await expect(story).toContainText(
    'B drops ‘ada@x’: its version has no column email.'.replace(/[‘’]/gu, "'"),
  );
  await expect(verdict.getByText(/^From step 3 on no order/)).toBeVisible();
  // The second one tells its own story, by keyboard.
  const second = verdict.getByRole('button', { name: /A replica keeps what it has confirmed/ });
  await second.focus();
  await page.keyboard.press('Enter');
  await expect(second).toHaveAttribute('aria-expanded', 'true');
  await app.press(verdict.getByRole('button', { name: 'Go to step 3' }).first());
  expect(await app.step()).toBe(3);
  await expect(verdict.getByText('All 16 promises hold.')).toBeVisible();
  await app.press(page.getByRole('button', { name: 'Next', exact: true }));
  await app.seek(7);
  await app.press(verdict.getByRole('button', { name: 'Show an order that keeps it' }).first());
  await expect(page.getByRole('button', { name: 'All promises hold' })).toBeVisible();

  // What 2016 did not promise opens as a run of its own.
  await verdict.getByText('Not promised in 2016').click();
  await app.press(verdict.getByRole('button', { name: 'Show: A dropped column returns' }));
  await expect(app.column('A', 'phone')).toBeVisible();
});

test('a switch puts the same commands under new rules beside the old run, or says that nothing needed it', async ({
  app,
  page,
}) => {
  await app.ask('do', add('A', 'email'));
  await app.ask('settle');
  await app.ask('do', read('B'));
  const protections = await fromMenu(app, 'Protections');
  const tags = protections.getByRole('switch', { name: /^version tags/i });
  await tags.focus();
  await page.keyboard.press('Space');
  await expect(tags).not.toBeChecked();
  const beside = protections.getByRole('region', { name: /^The same commands, with and without/ });
  await expect(beside).toContainText('They part at step 2.');
  await app.press(beside.getByRole('button', { name: 'Show the run with it' }));
  await expect(tags).toBeChecked();
  await app.press(beside.getByRole('button', { name: 'Show the run without it' }));
  await expect(page.getByRole('button', { name: 'Off: version tags' })).toBeVisible();
  // The cards show what is: all that differs stands beside, not in their place.
  await expect(app.node('B').getByRole('list', { name: /^Differences/ })).toHaveCount(0);
  await expect(app.node('B').getByRole('table').first()).toBeVisible();

  await app.press(tags);
  await expect(tags).toBeChecked();
  await app.press(protections.getByRole('switch', { name: /^drop times/i }));
  await expect(beside.getByRole('status')).toHaveText(
    'The same run, step for step: nothing in it needed this.',
  );
  await app.press(beside.getByRole('button', { name: 'Stop comparing' }));
  await expect(beside).toHaveCount(0);
  await protections.getByRole('radio', { name: '2016 merge' }).check({ force: true });
  await expect(page.getByRole('button', { name: 'Off: drop times' })).toHaveCount(0);
});
