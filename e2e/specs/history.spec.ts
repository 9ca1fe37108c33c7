// The history as a list, and how much of it one sees: zoom, the whole run, and looking back without moving the playhead.

import { type AppPage, expect, test } from '../fixtures/app.ts';
import { add, agree, boxOf, LoomUnderHand } from '../fixtures/loom.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const zoom = (app: AppPage, name: string) =>
  app.page.getByRole('group', { name: 'Zoom of the history' }).getByRole('button', { name });

const backToNow = (app: AppPage) => app.page.getByRole('button', { name: 'Back to now' });

/** The first and the last step whose row can be seen. */
async function seen(app: AppPage): Promise<readonly [first: number, last: number]> {
  const list = await boxOf(app.history);
  const options = await app.history.getByRole('option').all();
  const rows = await Promise.all(
    options.map(async (option) => ({
      step: Number(await option.getAttribute('aria-posinset')) - 1,
      middle: await boxOf(option).then(({ y, height }) => y + height / 2),
    })),
  );
  const inside = rows.filter(({ middle }) => middle > list.y && middle < list.y + list.height);
  return [inside.at(0)?.step ?? -1, inside.at(-1)?.step ?? -1];
}

/** Nine columns, added here and there, and everything that follows from them. */
async function longRun(app: AppPage): Promise<number> {
  for (let i = 0; i < 9; i++) await app.ask('do', add('ABC'.charAt(i % 3), `c${i}`));
  await app.ask('settle');
  return app.steps();
}

test('each row is an option at its place in the whole, and the arrows seek', async ({ app, page }) => {
  const steps = await agree(app);
  const options = app.history.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-setsize', String(steps + 1));
  await expect(options.nth(3)).toHaveAttribute('aria-posinset', '4');
  await expect(options.nth(3)).toHaveAccessibleName(/^Step 3 of 14\. B accepts \+phone/);
  // Six quiet steps are one row, which says so.
  await expect(options.last()).toHaveAccessibleName(/^Steps 9 to 14 of 14\. 6 quiet steps\./);

  await app.history.focus();
  const pressed: readonly (readonly [key: string, step: number])[] = [
    ['ArrowUp', 8],
    ['ArrowUp', 7],
    ['ArrowDown', 8],
    ['Home', 0],
    ['ArrowUp', 0],
    ['ArrowDown', 1],
    ['PageDown', 9],
    ['PageUp', 1],
    ['End', steps],
  ];
  for (const [key, step] of pressed) {
    await page.keyboard.press(key);
    expect(await app.step(), `${key} leads to step ${step}`).toBe(step);
    await expect(app.history.getByRole('option', { selected: true })).toHaveCount(1);
    const id = await app.history.getByRole('option', { selected: true }).getAttribute('id');
    await expect(app.history).toHaveAttribute('aria-activedescendant', id ?? '');
  }
});

test('the halo of what has changed lies under all lines and heads', async ({ app, page }) => {
  await app.ask('lesson', 'write-before-news', 6);
  await app.settled();
  const kinds = await page
    .locator('.stroke > path:is(.halo, .line, .head)')
    .evaluateAll((all) => all.map((path) => path.getAttribute('class')));
  expect(kinds.filter((kind) => kind === 'halo').length).toBeGreaterThan(0);
  expect(kinds.indexOf('line')).toBeGreaterThan(kinds.lastIndexOf('halo'));
});

test('a row is chosen by a click or a tap', async ({ app, page }) => {
  await agree(app);
  const loom = new LoomUnderHand(app);
  const row = await boxOf(loom.row(4));
  // Between the lanes, beside every line.
  await page.mouse.click(row.x + 30, row.y + row.height / 2);
  expect(await app.step()).toBe(4);
  await expect(loom.row(4)).toHaveAttribute('aria-selected', 'true');
});

test('zoom shows more of the run in as much room, and the whole run at last', async ({ app }) => {
  const steps = await longRun(app);
  const near = await seen(app);
  expect(near[1]).toBe(steps);
  expect(near[0]).toBeGreaterThan(1);
  await expect(zoom(app, 'Zoom in')).toHaveAttribute('aria-disabled', 'true');

  await zoom(app, 'Zoom out').click();
  const middle = await seen(app);
  expect(middle[0]).toBeLessThan(near[0]);
  await zoom(app, 'Whole run').click();
  await expect(zoom(app, 'Whole run')).toHaveAttribute('aria-pressed', 'true');
  await expect(zoom(app, 'Zoom out')).toHaveAttribute('aria-disabled', 'true');
  expect((await seen(app))[0]).toBeLessThan(middle[0]);
  for (let press = 0; press < 3; press++) await zoom(app, 'Zoom in').click();
  expect(await seen(app)).toEqual(near);
  expect(await app.step()).toBe(steps);
});

test('the wheel looks back without moving the playhead, and Back to now returns', async ({ app, page }) => {
  const steps = await longRun(app);
  const now = await seen(app);
  await expect(backToNow(app)).toHaveCount(0);
  await app.history.hover();
  await page.mouse.wheel(0, -400);
  await expect(backToNow(app)).toBeVisible();
  expect((await seen(app))[1]).toBeLessThan(steps);
  expect(await app.step()).toBe(steps);
  // All the way up is the start and no further.
  await page.mouse.wheel(0, -100_000);
  await expect(app.history.getByRole('option', { name: /^Start of/ })).toBeVisible();
  await backToNow(app).press('Enter');
  expect(await seen(app)).toEqual(now);
  await expect(backToNow(app)).toHaveCount(0);
  await expect(app.nextButton).toBeFocused();

  // Moving the playhead is another way back.
  await page.mouse.wheel(0, -400);
  await expect(backToNow(app)).toBeVisible();
  await app.back();
  await expect(backToNow(app)).toHaveCount(0);
  expect((await seen(app))[1]).toBe(await app.step());
});

for (const hand of ['mouse', 'touch'] as const) {
  test.describe(`by ${hand}`, () => {
    test.use(
      hand === 'touch' ? { hasTouch: true, viewport: { width: 390, height: 844 } } : { hasTouch: false },
    );

    test('the tape is pulled down to look back', async ({ app }) => {
      const steps = await longRun(app);
      if (hand === 'touch') await app.tab('History').tap();
      await app.settled();
      const loom = new LoomUnderHand(app);
      const { x, y, height } = await boxOf(app.history);
      // Beside the first lane there is only tape.
      const from = { x: x + 12, y: y + height * 0.3 };
      await loom.drag({ hand, from, to: { ...from, y: from.y + 130 } });
      await expect(backToNow(app)).toBeVisible();
      expect((await seen(app))[1]).toBeLessThan(steps);
      // What was a drag was no click.
      expect(await app.step()).toBe(steps);
      await backToNow(app).click();
      expect((await seen(app))[1]).toBe(steps);
    });
  });
}

test('the buttons of the zoom and Back to now take no pointer', async ({ app, page }) => {
  await longRun(app);
  await zoom(app, 'Zoom out').focus();
  await page.keyboard.press('Enter');
  await expect(zoom(app, 'Zoom in')).not.toHaveAttribute('aria-disabled', 'true');
  await zoom(app, 'Whole run').focus();
  await page.keyboard.press('Space');
  await expect(zoom(app, 'Whole run')).toHaveAttribute('aria-pressed', 'true');
});
