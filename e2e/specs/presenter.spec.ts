import { expect, test } from '../fixtures/app.ts';
import { findingsOf } from '../fixtures/axe.ts';

test('a remote with two keys: the lesson as a slide, notes in a second window, a blank screen, and out again', async ({
  app,
  page,
}) => {
  await page.goto('/?lesson=concurrent-add');
  await app.settled();
  const speaker = await page.context().newPage();
  await speaker.goto('/?speaker');
  await expect(speaker.getByRole('region', { name: 'On the slide' })).toContainText('Beat 1 of');

  await page.bringToFront();
  await page.keyboard.press('f');
  await expect(page.locator('html')).toHaveAttribute('data-presenting', '');
  await expect(page.getByRole('button', { name: 'Share' })).toBeHidden();
  await expect(page.getByRole('slider', { name: 'Time' })).toBeHidden();
  await page.keyboard.press('PageDown');
  // What adds a column is seen pressed where the lesson begins by it.
  await expect(page.getByRole('button', { name: 'Add column on A' })).toBeVisible();
  await expect(speaker.getByRole('region', { name: 'On the slide' })).toContainText('Beat 2 of');
  await expect(speaker.getByRole('timer')).toContainText(' of ');

  // The speaker's window goes on as well: the remote may be plugged into either.
  await speaker.bringToFront();
  await speaker.keyboard.press('PageDown');
  await speaker.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(speaker.getByRole('region', { name: 'To say' })).toContainText('The answer:');
  expect(await findingsOf(speaker)).toEqual([]);

  await page.bringToFront();
  await expect(page.getByRole('radio').first()).toBeVisible();
  expect(await findingsOf(page)).toEqual([]);
  await page.keyboard.press('.');
  await expect(page.getByText('The screen is blank. Any key shows it again.')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByText('The screen is blank. Any key shows it again.')).toBeHidden();
  // The key that ended the blank screen has done nothing else.
  await expect(page.getByRole('radio').first()).toBeVisible();
  // Somebody may point at the slide meanwhile: the two keys go on and back.
  await page.getByRole('radio', { name: /the newest change wins/ }).click();
  await expect(app.nextButton).toBeFocused();
  await page.getByRole('radio', { name: /the newest change wins/ }).focus();
  await page.keyboard.press('PageDown');
  await expect(app.lesson.getByText('It is: id, email, name, phone.')).toBeVisible();
  await app.history.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('3');
  await expect(page.getByRole('status').filter({ hasText: /^id, email, name, phone$/ })).toHaveCount(1);
  // A challenge can be tried on a slide: what it takes is there then, and only then.
  await expect(page.getByRole('button', { name: 'Add column on A' })).toBeHidden();
  await app.ask('beat', 15);
  await app.addColumn('A', 'email');
  await expect(app.lesson.getByRole('status')).toHaveText(/^one move/);
  await page.keyboard.press('F5');
  await expect(page.locator('html')).toHaveAttribute('data-presenting', '');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible();
  await speaker.close();
});
