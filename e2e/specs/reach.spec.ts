// Drawers and panels on every size of window: where the focus goes and comes back to, what they are called, and that
// nothing has to be scrolled sideways.

import type { Page } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import { add, agree, agreeAndRead, part } from '../fixtures/runs.ts';

const DRAWERS = ['Inspector', 'Event log', 'Compare', 'Legend', 'In words'] as const;

const drawer = (app: AppPage, title: string) => app.page.getByRole('region', { name: title, exact: true });

async function open(app: AppPage, title: string): Promise<void> {
  await app.page.getByRole('button', { name: 'More views' }).click();
  await app.page.getByRole('menuitem', { name: title, exact: true }).click();
  await expect(drawer(app, title)).toBeVisible();
}

/** By how many px the page is wider than its window. */
const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth);

for (const { width, height } of [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 720, height: 450 },
]) {
  test(`${width}x${height}: no pane, drawer or panel is wider than the window, and a drawer has all of it`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await part(app);
    for (const pane of ['Nodes', 'History', 'Versions', 'Ids'] as const) {
      await app.tab(pane).click();
      await app.settled();
      expect.soft(await tooWide(page), pane).toBeLessThanOrEqual(0);
    }
    await app.tab('Nodes').click();
    for (const title of DRAWERS) {
      await open(app, title);
      await app.settled();
      expect.soft(await tooWide(page), title).toBeLessThanOrEqual(0);
      const box = await drawer(app, title).boundingBox();
      expect.soft(box, title).toMatchObject({ x: 0, width });
      await drawer(app, title).getByRole('button', { name: 'Close' }).click();
      await expect(drawer(app, title)).toHaveCount(0);
    }
    await page.getByRole('button', { name: 'More about B' }).click();
    await app.settled();
    expect.soft(await tooWide(page), 'Inside a node').toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Time', exact: true }).click();
    const panel = await app.dialog.boundingBox();
    expect.soft(await tooWide(page), 'Time').toBeLessThanOrEqual(0);
    expect.soft(panel?.x, 'Time').toBeGreaterThanOrEqual(0);
    expect.soft((panel?.x ?? 0) + (panel?.width ?? 0), 'Time').toBeLessThanOrEqual(width);
    await page.keyboard.press('Escape');
    // With branches Play keeps its place on the line of Next.
    await app.ask('seek', 2);
    await app.ask('do', add('C', 'city'));
    await app.settled();
    const [play, next] = await Promise.all(
      [page.getByRole('button', { name: 'Play' }), app.nextButton].map((one) => one.boundingBox()),
    );
    expect.soft(Math.abs((play?.y ?? 0) - (next?.y ?? 0)), 'Play').toBeLessThan(4);
  });
}

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`${width}x${height}: a drawer takes the focus to its title and gives it back`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await agree(app);
    const menu = page.getByRole('button', { name: 'More views' });
    for (const title of DRAWERS) {
      await open(app, title);
      await expect(drawer(app, title).getByRole('heading', { level: 2 }), title).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(drawer(app, title)).toHaveCount(0);
      await expect(menu, title).toBeFocused();
    }
    // From a card, and by the button that closes.
    const more = page.getByRole('button', { name: 'More about C' });
    await more.click();
    await expect(drawer(app, 'Inside a node').getByRole('heading', { level: 2 })).toBeFocused();
    await drawer(app, 'Inside a node').getByRole('button', { name: 'Close' }).click();
    await expect(more).toBeFocused();
    // Whoever goes on from one to the next comes back to where the first was opened.
    await more.click();
    await open(app, 'Legend');
    await page.keyboard.press('Escape');
    await expect(drawer(app, 'Legend')).toHaveCount(0);
    await expect(more).toBeFocused();
  });
}

test('dialogs and panels give the focus back to what opened them', async ({ app, page }) => {
  await agree(app);
  for (const name of ['Add column on A', 'Write on B', 'Read on C', 'Help', 'Time']) {
    const opener = page.getByRole('button', { name, exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(app.dialog, name).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.dialog, name).toHaveCount(0);
    await expect(opener, name).toBeFocused();
  }
});

test.describe('just opened', () => {
  test.use({ fresh: true });

  test('loading moves no focus; the first Tab skips past the header to Next', async ({ app, page }) => {
    await expect(app.nextButton).toBeVisible();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the lesson' })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Skip to the lesson' })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(app.nextButton).toBeFocused();
  });
});

test('beside a drawer on a desk the stage stays in use; under one on a phone it is out of reach', async ({
  app,
  page,
}) => {
  await agree(app);
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(app, 'Event log');
  await app.node('A').getByRole('button', { name: 'Node A' }).click();
  await expect(drawer(app, 'Event log')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => app.node('A').evaluate((card) => card.closest('[inert]') !== null)).toBe(true);
  await expect(page.getByRole('main')).toBeVisible();
  await app.backButton.click();
  await expect(drawer(app, 'Event log')).toBeVisible();
});

test('the contract of names: transport, and what every drawer is', async ({ app, page }) => {
  await agreeAndRead(app);
  const steps = await app.steps();
  await expect(page.getByRole('region', { name: 'Transport' })).toMatchAriaSnapshot(`
    - region "Transport":
      - button "Play"
      - slider "Time": "${steps}"
      - paragraph: /${steps} \\/ ${steps}/
      - button "Time"
  `);
  await expect(page.getByRole('region', { name: 'Lesson' })).toMatchAriaSnapshot(`
    - region "Lesson":
      - paragraph: "B touches row 1: name moves from box 0 to box 1."
      - button "Next" [disabled]
      - button "Back"
  `);
  for (const title of DRAWERS) {
    await open(app, title);
    await expect(drawer(app, title)).toMatchAriaSnapshot(`
      - region "${title}":
        - heading "${title}" [level=2]
        - button "Close"
    `);
  }
  await page.getByRole('button', { name: 'More about B' }).click();
  await expect(drawer(app, 'Inside a node')).toMatchAriaSnapshot(`
    - region "Inside a node":
      - heading "Inside a node" [level=2]
      - button "Close"
      - group "Node":
        - button "A"
        - button "B" [pressed]
        - button "C"
      - heading "Node B" [level=3]
  `);
});

test('a cell is told with the box that it lies in, although the box is named below it', async ({ app }) => {
  await agreeAndRead(app);
  const cells = app.entry('B', '1').getByRole('cell');
  const heads = await cells.evaluateAll((all) =>
    all.map((cell) => {
      const head = document.getElementById(cell.getAttribute('headers') ?? '');
      return head?.ariaLabel ?? head?.textContent ?? 'none';
    }),
  );
  expect(heads).toEqual(['box 0', 'box 1', 'box 2']);
});
