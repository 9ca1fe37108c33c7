// Free movement in time: the scrubber, playing, speeds, jumps, bookmarks, undo and redo.

import { type AppPage, expect, test } from '../fixtures/app.ts';
import { add, agree, boxOf, part } from '../fixtures/loom.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const timePanel = (app: AppPage) => app.page.getByRole('dialog', { name: 'Time' });

async function openTime(app: AppPage): Promise<void> {
  await app.page.getByRole('button', { name: 'Time', exact: true }).click();
  await expect(timePanel(app)).toBeVisible();
}

const inTime = (app: AppPage, name: string) => timePanel(app).getByRole('button', { name, exact: true });

/** Where the scrubber's thumb stands for a share of the run; the rail is as wide as the thumb's centre goes. */
async function onRail(app: AppPage, share: number): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await boxOf(app.time);
  const thumb = 22;
  return { x: x + thumb / 2 + (width - thumb) * share, y: y + height / 2 };
}

test('a hand may stop between two steps, and is caught by a step that is near', async ({ app, page }) => {
  const steps = await agree(app);
  const [start, near, between] = [
    await onRail(app, 1),
    await onRail(app, 5 / steps),
    await onRail(app, 4.5 / steps),
  ];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(near.x, near.y, { steps: 5 });
  await expect(app.time).toHaveValue('5');
  await page.mouse.move(between.x, between.y, { steps: 3 });
  expect(Number(await app.time.inputValue())).toBeCloseTo(4.5, 1);
  await page.mouse.up();
  expect(await app.step()).toBe(4);
  await expect(app.time).toHaveAttribute('aria-valuetext', /^Step 4 of 14: /);

  // Keys go by whole steps from there.
  await app.time.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(app.time).toHaveValue('4');
  await page.keyboard.press('ArrowRight');
  await expect(app.time).toHaveValue('5');
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the scrubber is tapped', async ({ app, page }) => {
    const steps = await agree(app);
    const at = await onRail(app, 2 / steps);
    await page.touchscreen.tap(at.x, at.y);
    expect(await app.step()).toBe(2);
    await page.getByRole('button', { name: 'Back', exact: true }).tap();
    expect(await app.step()).toBe(1);
    await app.nextButton.tap();
    expect(await app.step()).toBe(2);
    // What the page says meanwhile does not lie over what is opened.
    await app.ask('do', add('C', 'city'));
    const kept = page.getByText('The old run is kept: Main.');
    await expect(kept).toBeVisible();
    await page.getByRole('button', { name: 'Time', exact: true }).tap();
    await timePanel(app).getByRole('radio', { name: 'Twice' }).tap();
    await expect(timePanel(app).getByRole('radio', { name: 'Twice' })).toBeChecked();
    await expect(kept).toBeVisible();
  });
});

test('the speed is chosen in words; instant plays the whole run without a way between pictures', async ({
  app,
  page,
}) => {
  const steps = await agree(app);
  await openTime(app);
  const speeds = timePanel(app).getByRole('group', { name: 'Speed' }).getByRole('radio');
  await expect(speeds).toHaveCount(8);
  await expect(timePanel(app).getByRole('radio', { name: /Natural/ })).toBeChecked();
  await timePanel(app).getByRole('radio', { name: 'Instant' }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Time/ })).toBeFocused();
  await app.seek(0);
  await app.play();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await app.step()).toBe(steps);
});

test('jumps go to changes of version and to messages of a node, by button and by key', async ({
  app,
  page,
}) => {
  await agree(app);
  await app.seek(0);
  for (const step of [2, 4, 5]) {
    await page.keyboard.press('Alt+ArrowRight');
    expect(await app.step()).toBe(step);
  }
  await page.keyboard.press('Alt+ArrowLeft');
  expect(await app.step()).toBe(4);

  await openTime(app);
  await inTime(app, 'Next message to C').click();
  expect(await app.step()).toBe(6);
  await inTime(app, 'Next message to C').click();
  expect(await app.step()).toBe(7);
  await inTime(app, 'To the version change before').click();
  expect(await app.step()).toBe(6);
  await inTime(app, 'To the next version change').click();
  expect(await app.step()).toBe(7);

  // Where there is none it is said, and one stays.
  await inTime(app, 'To the next broken promise').click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'No promise breaks after this step' }),
  ).toBeVisible();
  expect(await app.step()).toBe(7);
});

const OVERTAKING = [
  'MUTATION',
  'MUTATION',
  'GET_SCHEMA_VERSION',
  'GET_SCHEMA_VERSION',
  'SCHEMA_VERSION_REPLY',
  'SCHEMA_VERSION_REPLY',
  'MUTATION_DONE',
  'MUTATION_DONE',
] as const;

test('a jump finds the step at which a promise breaks', async ({ app, page }) => {
  const users = { keyspace: 'demo', table: 'users' } as const;
  const unprotected = { syncBeforeApply: 'convertToMine', syncedCheck: false } as const;
  await app.ask('do', { kind: 'protect', protections: unprotected });
  await app.ask('do', add('A', 'email'));
  const values = { email: 'bob@x' };
  await app.ask('do', { kind: 'insert', node: 'A', ...users, key: { id: 2 }, values, consistency: 'ALL' });
  // The write overtakes the news of its column: whoever has not heard confirms it and does not keep it.
  for (const verb of OVERTAKING) {
    const all = await app.ask('pending');
    await app.ask('deliver', all.find(({ message }) => message?.verb === verb)?.id ?? '');
  }
  await app.seek(0);
  await openTime(app);
  await inTime(app, 'To the next broken promise').click();
  await expect(page.getByRole('button', { name: 'Broken promise', exact: true })).toBeVisible();
  const at = await app.step();
  await app.ask('seek', at - 1);
  await expect(page.getByRole('button', { name: 'All promises hold' })).toBeVisible();
});

test('a bookmark remembers a moment by what happened there, also from another branch', async ({
  app,
  page,
}) => {
  await agree(app);
  await app.ask('seek', 5);
  await page.keyboard.press('m');
  await page.keyboard.press('m');
  await expect(page.getByRole('status')).toHaveText('Bookmarked: step 5.');
  await app.ask('seek', 2);
  await app.ask('do', add('C', 'city'));
  expect((await app.ask('branches')).length).toBe(2);

  await openTime(app);
  const bookmarks = timePanel(app).getByRole('region', { name: 'Bookmarks' });
  await bookmarks.getByRole('button', { name: /step 5.*B merges A’s change/ }).click();
  expect(await app.step()).toBe(5);
  await expect(app.branch.getByRole('radio', { checked: true })).toHaveText('Main');

  await app.ask('seek', 6);
  await bookmarks.getByRole('button', { name: 'Bookmark this moment' }).click();
  await expect(bookmarks.getByRole('listitem')).toHaveCount(2);
  await bookmarks
    .getByRole('button', { name: /^Remove bookmark/ })
    .first()
    .press('Enter');
  await expect(bookmarks.getByRole('listitem')).toHaveCount(1);
  await expect(bookmarks.getByRole('listitem').getByRole('button').first()).toBeFocused();
});

test('undo goes to before my last command, redo back, and nothing is deleted', async ({ app, page }) => {
  await part(app);
  const run = await app.ask('run');
  await page.keyboard.press('Control+z');
  expect(await app.step()).toBe(2);
  await page.keyboard.press('Control+z');
  expect(await app.step()).toBe(0);
  await page.keyboard.press('Control+Shift+Z');
  expect(await app.step()).toBe(2);
  await page.keyboard.press('Control+y');
  expect(await app.step()).toBe(4);
  expect(await app.ask('run')).toEqual(run);

  await openTime(app);
  await inTime(app, 'Undo').click();
  expect(await app.step()).toBe(2);
  await inTime(app, 'Redo').click();
  expect(await app.step()).toBe(4);
  await inTime(app, 'Let 1 s pass').click();
  await expect(app.narration()).toHaveText(/^Time passes: /);
});
