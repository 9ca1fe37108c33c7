// The operator's hands: everything that the network, a node, a row and time take, once by finger on a phone and once without a
// pointer. What each did is told in the console of its node.

import type { Locator, Page } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';

/** How a control is pressed: a finger taps it, a keyboard goes there and presses Enter. */
type Hand = (control: Locator) => Promise<void>;

const byFinger: Hand = (control) => control.tap();
const byKey: Hand = async (control) => {
  await control.focus();
  await expect(control).toBeFocused();
  await control.press('Enter');
};

const network = (page: Page): Locator => page.getByRole('region', { name: 'Network' });

async function openFromMenu(page: Page, hand: Hand, name: string): Promise<void> {
  await hand(page.getByRole('button', { name: 'More views' }));
  await hand(page.getByRole('menuitem', { name }));
}

async function links(page: Page, hand: Hand, check: (radio: Locator) => Promise<void>): Promise<void> {
  const drawer = network(page);
  const link = drawer.getByRole('button', { name: 'Cut the link between A and C' });
  await hand(link);
  await expect(drawer.getByText('One link is cut: A–C. Messages take no other way.')).toBeVisible();
  await hand(drawer.getByRole('button', { name: 'Heal all' }));
  await check(drawer.getByRole('radio', { name: 'C in group 2' }));
  await hand(drawer.getByRole('button', { name: 'Partition' }));
  await expect(drawer.getByText('Parted into 2 groups: A and B; C.')).toBeVisible();
  await hand(drawer.getByRole('button', { name: 'Heal all' }));
  await expect(drawer.getByText('Every link works.')).toBeVisible();
}

/** Flush, compact, evict, the clock, crash and restart, each with the command that it is. */
async function node(app: AppPage, hand: Hand): Promise<void> {
  const { page } = app;
  await hand(app.node('A').getByRole('button', { name: 'More about A' }));
  const operate = page.getByRole('group', { name: 'Operate A' });
  for (const name of ['Flush memtable', 'Compact sstables', 'Evict cache']) {
    const control = operate.getByRole('button', { name });
    await expect(control).toHaveAccessibleDescription(/(flush|compact|evict) users/);
    await hand(control);
  }
  await hand(operate.getByRole('button', { name: 'Set clock' }));
  await app.dialog.getByLabel('Error in µs').fill('-3000');
  await hand(app.dialog.getByRole('button', { name: 'Set clock' }));
  await hand(operate.getByRole('button', { name: 'Crash' }));
  await hand(operate.getByRole('button', { name: 'Restart' }));
  await expect(operate.getByRole('button', { name: 'Crash' })).toBeVisible();
}

async function ring(page: Page, app: AppPage, hand: Hand): Promise<void> {
  const drawer = network(page);
  await hand(drawer.getByRole('button', { name: 'Add node D' }));
  await app.ask('settle');
  await expect(drawer.getByText(/^A, B, C and D share the keys/)).toBeVisible();
  await hand(drawer.getByRole('button', { name: 'Remove D' }));
  await app.ask('settle');
  await expect(drawer.getByText(/^A, B and C share the keys/)).toBeVisible();
}

async function expectEchoes(app: AppPage, hand: Hand): Promise<void> {
  await hand(app.node('A').getByRole('button', { name: 'CQL console on A' }));
  const log = app.page.getByRole('region', { name: 'Asked and answered on A' });
  for (const echo of [
    '-- cut the link between A and C',
    '-- heal the link between A and C',
    '-- flush users',
    '-- compact users',
    '-- evict the cache of users',
    '-- clock off by −3 ms',
    '-- crash',
    '-- restart',
  ]) {
    await expect(log).toContainText(echo);
  }
}

test('without a pointer: links, a partition, a node, the ring, time, and back again', async ({
  app,
  page,
}) => {
  await page.keyboard.press('w');
  await links(page, byKey, (radio) => radio.press('Space'));
  await ring(page, app, byKey);
  await byKey(network(page).getByRole('button', { name: 'Let 60 s pass' }));
  await expect(page.getByText(/^60 s passed/)).toBeVisible();
  await page.keyboard.press('Escape');
  await node(app, byKey);
  await page.keyboard.press('Escape');
  const end = await app.step();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await app.step()).toBeLessThan(end);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  expect(await app.step()).toBe(end);
  await expectEchoes(app, byKey);
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('on a phone: links, a line drawn, a node, the ring, time, and back again', async ({ app, page }) => {
    await openFromMenu(page, byFinger, 'Network');
    await links(page, byFinger, (radio) => radio.tap());
    await draw(page, network(page).locator('.network-picture svg'));
    await expect(network(page).getByText('Parted into 2 groups: A; B and C.')).toBeVisible();
    // Right behind a finger's way Chromium may take a tap for its end.
    await expect(async () => {
      await network(page).getByRole('button', { name: 'Heal all' }).tap({ timeout: 1_000 });
      await expect(network(page).getByText('Every link works.')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await ring(page, app, byFinger);
    await byFinger(network(page).getByRole('button', { name: 'Let 60 s pass' }));
    await expect(page.getByText(/^60 s passed/)).toBeVisible();
    await byFinger(network(page).getByRole('button', { name: 'Close' }));
    await node(app, byFinger);
    await byFinger(
      page.getByRole('region', { name: 'Inside a node' }).getByRole('button', { name: 'Close' }),
    );
    const end = await app.step();
    await byFinger(page.getByRole('button', { name: 'Time', exact: true }));
    await byFinger(page.getByRole('button', { name: 'Undo' }));
    expect(await app.step()).toBeLessThan(end);
    await byFinger(page.getByRole('button', { name: 'Redo' }));
    expect(await app.step()).toBe(end);
    await page.keyboard.press('Escape');
    await expectEchoes(app, byFinger);
  });
});

/** A finger goes across the picture, between the upper node and the two below. */
async function draw(page: Page, picture: Locator): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('The picture of the network is drawn.');
  const y = box.y + box.height / 2;
  const touch = await page.context().newCDPSession(page);
  const at = (x: number) => ({ touchPoints: [{ x, y }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(box.x + 10) });
  for (let i = 1; i <= 8; i++) {
    const x = box.x + 10 + ((box.width - 20) * i) / 8;
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(x) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
