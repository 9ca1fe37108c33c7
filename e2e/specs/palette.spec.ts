// The palette, the help, and whose keys single letters are.

import { type AppPage, expect, test } from '../fixtures/app.ts';
import { agree } from '../fixtures/loom.ts';

const palette = (app: AppPage) => app.page.getByRole('dialog', { name: 'Find something to do' });

test('the palette finds by parts of a name, goes to a step by its number, and says when there is nothing', async ({
  app,
  page,
}) => {
  await agree(app);
  await page.keyboard.press('/');
  const field = palette(app).getByRole('combobox', { name: 'What to do' });
  const options = palette(app).getByRole('option');
  await expect(field).toBeFocused();
  await field.fill('to start');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(palette(app)).toHaveCount(0);
  await expect.poll(() => app.step()).toBe(0);

  await page.keyboard.press('Control+k');
  await field.fill('5');
  await expect(options.first()).toHaveText('Go to step 5');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.step()).toBe(5);

  await page.keyboard.press('/');
  await field.fill('next message');
  await expect(options).toHaveText(['Next message to A', 'Next message to B', 'Next message to C']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(2)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.step()).toBe(6);

  await page.keyboard.press('/');
  await field.fill('no such thing');
  await expect(palette(app).getByText(/Nothing here is called that/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(app)).toHaveCount(0);
});

test('a button of the stage is found by its name and pressed', async ({ app, page }) => {
  await page.keyboard.press('/');
  await palette(app).getByRole('combobox').fill('write on b');
  await palette(app).getByRole('option', { name: 'Write on B' }).click();
  await expect(page.getByRole('dialog', { name: 'Write' })).toBeVisible();
});

test('single letters can be turned off, for good; all other keys stay', async ({ app, page }) => {
  const steps = await agree(app);
  await page.keyboard.press('?');
  const letters = app.dialog.getByRole('checkbox', { name: /Single letters/ });
  await expect(letters).toBeChecked();
  await letters.uncheck();
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  for (const key of ['/', '?', 'p', 'm']) await page.keyboard.press(key);
  await expect(app.dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  expect(await app.step()).toBeLessThan(steps);

  await app.open();
  await page.keyboard.press('/');
  await expect(app.dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Help' }).click();
  await letters.check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(palette(app)).toBeVisible();
});
