// From a projector to a narrow phone: nothing to scroll sideways, nothing cut, nothing too small, every control in reach.

import type { Locator, Page } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import { boxOf } from '../fixtures/loom.ts';

const VIEWPORTS = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'what a browser leaves of a small laptop', width: 1280, height: 600 },
  { name: 'tablet', width: 1024, height: 768 },
  { name: 'desktop at 200 % zoom', width: 720, height: 450 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'the narrowest', width: 320, height: 640 },
] as const;

const PANES = ['Nodes', 'History', 'Versions', 'Ids'] as const;
/** Below this width one pane is shown at a time. */
const ONE_PANE_BELOW = 1100;
const FONT_PX_MIN = 12;
const FONT_PX_MIN_PROJECTOR = 22;

async function agreeAndRead(app: AppPage): Promise<void> {
  for (const [node, name] of [
    ['A', 'email'],
    ['B', 'phone'],
  ] as const) {
    const changes = [{ kind: 'add', name, type: 'text' }] as const;
    await app.ask('do', { kind: 'alter-table', node, keyspace: 'demo', table: 'users', changes });
  }
  await app.ask('settle');
  const key = { id: 1 };
  await app.ask('do', {
    kind: 'select',
    node: 'B',
    keyspace: 'demo',
    table: 'users',
    key,
    consistency: 'ONE',
  });
  await app.settled();
}

/**
 * Looks at every piece of text that is shown: which are cut (by the window's side, or by a box that hides what does not
 * fit), and which are smaller than `least` pixels as drawn. Text that scrolls is not cut; text for screen readers only,
 * in boxes of one pixel, is not drawn; the tape of the drawn history is a window onto more by design.
 */
function problemsOfText(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((fontMin) => {
    const problems: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const scaleOf = (element: Element): number => {
      let product = 1;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { scale } = getComputedStyle(at);
        product *= scale === 'none' ? 1 : Number.parseFloat(scale);
      }
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      return matrix === null ? product : matrix.a;
    };
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const element = text.parentElement;
      const words = text.textContent?.trim() ?? '';
      if (element === null || words === '' || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      let hidden = box.width === 0;
      let scrolls = false;
      let cut = '';
      for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        const frame = at.getBoundingClientRect();
        if (style.clipPath !== 'none' || (frame.width <= 1 && frame.height <= 1)) hidden = true;
        if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) scrolls = true;
        if (scrolls || at instanceof SVGElement || !/hidden|clip/.test(style.overflow)) continue;
        if (box.left < frame.left - 1 || box.right > frame.right + 1) cut = 'sideways';
        if (box.top < frame.top - 2 || box.bottom > frame.bottom + 2) cut = 'in height';
      }
      // The skip link waits above the page until it has the focus.
      if (hidden || box.bottom < 0 || element.closest('svg.loom, [data-tape]') !== null) continue;
      if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) cut = 'by the window';
      if (cut !== '') problems.push(`cut ${cut}: "${words}"`);
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
      if (size < fontMin - 0.05) problems.push(`${size.toFixed(1)} px: "${words}"`);
    }
    return [...new Set(problems)];
  }, least);
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(
    () => document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth,
  );

/** The panes that the tab bar offers at this width; 'all' where there is none. */
async function panesOf(page: Page): Promise<readonly string[]> {
  const tabs = await page.getByRole('tab').allInnerTexts();
  return tabs.length === 0 ? ['all'] : tabs;
}

async function rightOf(part: Locator): Promise<number> {
  const { x, width } = await boxOf(part);
  return x + width;
}

for (const { name, width, height } of VIEWPORTS) {
  test(`${width}x${height}, ${name}: all there, nothing cut, nothing sideways`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await app.settled();
    const onePane = width < ONE_PANE_BELOW;
    await expect(page.getByRole('tablist', { name: 'Views' })).toBeVisible({ visible: onePane });
    for (const stage of ['at rest', 'agreed']) {
      if (stage === 'agreed') await agreeAndRead(app);
      for (const pane of await panesOf(page)) {
        if (pane !== 'all') {
          await page.getByRole('tab', { name: pane }).click();
          await app.settled();
        }
        const where = `${stage}, ${pane}`;
        expect.soft(await scrollsSideways(page), where).toBe(false);
        expect.soft(await problemsOfText(page, FONT_PX_MIN), where).toEqual([]);
        // A low window shows one pane at a time rather than parts of two.
        if (pane === 'Nodes') expect.soft(await rightOf(app.node('C')), where).toBeLessThan(width);
        if (pane === 'History') expect.soft((await boxOf(app.history)).height, where).toBeGreaterThan(100);
        await expect.soft(app.narration(), where).toBeInViewport({ ratio: 1 });
        await expect.soft(app.nextButton, where).toBeInViewport({ ratio: 1 });
      }
    }
    if (onePane) await page.getByRole('tab').first().click();
    // Next says all of what it will do.
    await app.ask('seek', 0);
    await app.settled();
    await expect(app.nextButton).toHaveAccessibleDescription('A accepts +email and tells B and C.');
    const isWhole = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean =>
      scrollWidth <= clientWidth && scrollHeight <= clientHeight;
    expect.soft(await page.getByText('A accepts +email and tells B and C.').evaluate(isWhole)).toBe(true);
    await app.ask('seek', await app.steps());
    await app.settled();
    // In reach: a click would land on the control and on nothing that lies over it.
    for (const node of ['A', 'B', 'C']) {
      for (const control of [
        `Add column on ${node}`,
        `Write on ${node}`,
        `Read on ${node}`,
        `More about ${node}`,
      ]) {
        await page.getByRole('button', { name: control }).click({ trial: true });
      }
    }
    await app.backButton.click({ trial: true });
    await page.getByRole('button', { name: 'Play' }).click({ trial: true });
  });

  test(`${width}x${height}, ${name}: every dialog fits and can be closed`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await agreeAndRead(app);
    for (const opener of ['Add column on A', 'Write on A', 'Read on A', 'Help']) {
      await page.getByRole('button', { name: opener }).click();
      const box = await app.dialog.boundingBox();
      expect.soft(box?.x, opener).toBeGreaterThanOrEqual(0);
      expect.soft((box?.x ?? 0) + (box?.width ?? 0), opener).toBeLessThanOrEqual(width);
      expect.soft((box?.y ?? 0) + (box?.height ?? 0), opener).toBeLessThanOrEqual(height);
      expect.soft(await problemsOfText(page, FONT_PX_MIN), opener).toEqual([]);
      await app.dialog.getByRole('button', { name: 'Close' }).click();
      await expect(app.dialog).toHaveCount(0);
    }
  });
}

test('nothing lies over what the first lesson offers: two cards alone, with history, with ids', async ({
  app,
  page,
}) => {
  await page.goto('./');
  await app.settled();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sandbox' })).toBeInViewport();
  for (const beat of [0, 2, 7]) {
    await app.ask('beat', beat);
    await app.settled();
    const offered = [page.getByRole('banner'), app.lesson, ...(beat === 0 ? [app.node('A')] : [])];
    for (const place of offered) {
      for (const control of await place.locator('a:visible, button:visible:not([aria-disabled])').all()) {
        await control.click({ trial: true, timeout: 10_000 });
      }
    }
  }
});

test('below 1100 px each tab shows its own pane and hides the others', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await agreeAndRead(app);
  const shown = {
    Nodes: app.node('A'),
    History: app.history,
    Versions: app.version('Z'),
    Ids: app.columnIds,
  } as const;
  for (const pane of PANES) {
    await app.tab(pane).click();
    await expect(app.tab(pane)).toHaveAttribute('aria-selected', 'true');
    for (const other of PANES) {
      await expect
        .soft(shown[other], `${other} under the tab ${pane}`)
        .toBeVisible({ visible: other === pane });
    }
    // Agreement is seen on every pane.
    await expect.soft(page.getByRole('region', { name: 'Agreement' }), pane).toBeVisible();
  }
});

test('between a phone and the whole stage the scrubber keeps its room', async ({ app, page }) => {
  await agreeAndRead(app);
  // A tablet held upright, and a screen of 1440 px at 200 %.
  for (const [width, height] of [
    [768, 1024],
    [720, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    const [scrubber, orders] = [page.getByRole('slider'), page.getByRole('button', { name: 'All orders' })];
    await expect.poll(async () => (await scrubber.boundingBox())?.width, `${width} px`).toBeGreaterThan(120);
    expect((await orders.boundingBox())?.height, `${width} px`).toBeLessThan(60);
  }
});

test('a drawer does not make the page longer', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1440, height: 900 });
  await agreeAndRead(app);
  await page.getByRole('button', { name: 'More views' }).click();
  await page.getByRole('menuitem', { name: 'Compare' }).click();
  const compare = page.getByRole('region', { name: 'Compare' });
  await compare.getByRole('radio', { name: 'Moments' }).check({ force: true });
  // Longer than the window, so it scrolls in itself.
  await expect(compare.getByText('A gains column email.')).toBeAttached();
  const beyond = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(beyond).toBeLessThanOrEqual(0);
});

test('a projector is read from five metres: nothing under 22 px at 1280x720', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await app.chooseTheme('Projector');
  // At rest a card shows all that it has: nothing of it fades.
  const hidden = (await page.locator('.card-body').all()).map((body) =>
    body.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  );
  expect(await Promise.all(hidden)).toEqual([0, 0, 0]);
  await agreeAndRead(app);
  expect.soft(await scrollsSideways(page)).toBe(false);
  expect(await problemsOfText(page, FONT_PX_MIN_PROJECTOR)).toEqual([]);
  // What a card has no room for is told.
  await app.ask('do', {
    kind: 'insert',
    node: 'A',
    keyspace: 'demo',
    table: 'users',
    key: { id: 2 },
    values: { name: 'Bob' },
    consistency: 'ONE',
  });
  await expect(app.node('A').getByText('1 more in More')).toBeVisible();
  // A slide of a lesson: the sentence about the row is whole, and there is air under the buttons.
  await app.ask('lesson', 'concurrent-add', 7);
  await expect(page.getByText('Without version tags the row would say')).toBeInViewport({ ratio: 1 });
  const next = await app.nextButton.boundingBox();
  expect((next?.y ?? 0) + (next?.height ?? 0)).toBeLessThan(716);
  // Beside other runs and a broken promise the scrubber is no stump.
  await app.ask('lesson', 'write-before-news', 12);
  await expect.poll(async () => (await page.getByRole('slider').boundingBox())?.width).toBeGreaterThan(360);
});

test('a broken promise in a lesson leaves a phone all controls of its head', async ({ app, page }) => {
  await app.ask('lesson', 'concurrent-add', 14);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await app.settled();
    for (const name of ['Broken promise', 'Help', 'More views']) {
      const control = page.getByRole('banner').getByRole('button', { name });
      await expect(control, `${name} at ${width}`).toBeInViewport({ ratio: 1 });
      await control.click({ trial: true, timeout: 10_000 });
    }
    const overflowing = await page
      .getByRole('banner')
      .evaluate((banner) =>
        [...banner.querySelectorAll<HTMLElement>('a, button')]
          .filter((control) => control.checkVisibility() && control.scrollWidth > control.clientWidth + 1)
          .map((control) => control.textContent),
      );
    expect(overflowing, `words wider than their control at ${width}`).toEqual([]);
    expect(await scrollsSideways(page), `${width}`).toBe(false);
  }
});

test('what a browser leaves of a laptop of 900 px holds three layers of versions, four ids and a row at once', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 789 });
  await app.ask('lesson', 'boxes-have-numbers', 3);
  for (const version of ['V0', 'Y']) await expect(app.version(version)).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('Without version tags the row would say')).toBeInViewport({ ratio: 1 });
});
