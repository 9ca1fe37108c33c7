// Every drawer, panel and dialog, with something in it, in every theme on a desk and on a phone: nothing for axe to find,
// nothing to scroll sideways, nothing under the least size of type.

import type { Locator, Page } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import { findingsOf } from '../fixtures/axe.ts';
import { add, agreeAndRead, openCluster, part, visitsSetup } from '../fixtures/runs.ts';

const THEMES = ['Light', 'Dark', 'Projector'] as const;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const FONT_PX_MIN = 12;
const FONT_PX_MIN_PROJECTOR = 22;
/** The projector's type is for a projected picture: on a phone it is as large as there is room for. */
const PROJECTOR_FROM = 700;

type Theme = (typeof THEMES)[number];

/** What has been opened over the page, or beside it: the page under it is looked at elsewhere, and once with drawers. */
const OPENED = ['dialog', '[role="dialog"]', '[role="menu"]', '[aria-labelledby="drawer-title"]'];

/** What a theme changes is colour, and on a projector size: only rules about those are asked again. */
async function axe(app: AppPage, theme: Theme, whole: boolean): Promise<readonly string[]> {
  const within: string[] = [];
  if (!whole) {
    for (const each of OPENED) if ((await app.page.locator(each).count()) > 0) within.push(each);
  }
  const rules = theme === 'Light' ? [] : ['color-contrast', 'target-size'];
  return findingsOf(app.page, { within, rules });
}

/** Text that is drawn smaller than `least` px; that for screen readers only is not drawn. */
function smallText(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((min) => {
    const found = new Set<string>();
    // How much an element's box is scaled by all around it; null where it is not drawn. Each element is asked once.
    const scales = new Map<Element, number | null>();
    const scaleOf = (element: Element | null): number | null => {
      if (element === null) return 1;
      const known = scales.get(element);
      if (known !== undefined) return known;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const around = scaleOf(element.parentElement);
      const isClipped = style.clipPath !== 'none' || (box.width <= 1 && box.height <= 1);
      const own = style.scale === 'none' ? 1 : Number.parseFloat(style.scale);
      const scale = around === null || isClipped ? null : around * own;
      scales.set(element, scale);
      return scale;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const element = text.parentElement;
      const words = text.textContent?.trim() ?? '';
      if (element === null || words === '' || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      const drawn = scaleOf(element);
      if (drawn === null) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? drawn) : drawn;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < min - 0.05) found.add(`${size.toFixed(1)} px: "${words.slice(0, 60)}"`);
    }
    return [...found];
  }, least);
}

/** The page scrolls sideways, or a part of it does that has no frame of its own for that. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth || document.body.scrollWidth > innerWidth
      ? [`the page is ${scrollWidth} px wide in a window of ${innerWidth}`]
      : [];
  });

async function look(app: AppPage, theme: Theme, where: string, whole = false): Promise<void> {
  await app.settled();
  expect.soft(await axe(app, theme, whole), where).toEqual([]);
  expect.soft(await sideways(app.page), where).toEqual([]);
  const wide = (app.page.viewportSize()?.width ?? 0) >= PROJECTOR_FROM;
  const least = theme === 'Projector' && wide ? FONT_PX_MIN_PROJECTOR : FONT_PX_MIN;
  expect.soft(await smallText(app.page, least), where).toEqual([]);
}

const drawerOf = (app: AppPage, title: string): Locator =>
  app.page.getByRole('region', { name: title, exact: true });

async function openDrawer(app: AppPage, title: string): Promise<void> {
  await app.page.getByRole('button', { name: 'More views' }).click();
  await app.page.getByRole('menuitem', { name: title }).click();
  await expect(drawerOf(app, title)).toBeVisible();
}

/** Unfolds whatever is folded, so that all of it is looked at. */
const unfoldAll = (drawer: Locator): Promise<void> =>
  drawer.evaluate((element) => {
    for (const fold of element.querySelectorAll('details')) fold.open = true;
  });

/**
 * Every theme and every size once; all of both take five minutes, which a run of everything has not:
 * SCHEMERGE_LOOKS=all asks for them.
 */
const isLookedAt = (theme: Theme, width: number): boolean =>
  process.env['SCHEMERGE_LOOKS'] === 'all' || (theme === 'Dark') === width < 1000;

for (const { width, height } of SIZES) {
  for (const theme of THEMES.filter((one) => isLookedAt(one, width))) {
    test.describe(`${width}x${height}, ${theme}`, () => {
      test.use({ viewport: { width, height } });

      test.beforeEach(async ({ app }) => {
        await app.chooseTheme(theme);
        await agreeAndRead(app);
      });

      test('every drawer', async ({ app }) => {
        const { version } = (await app.tables())[0] ?? { version: '' };
        for (const title of [
          'Inspector',
          'Event log',
          'Compare',
          'Legend',
          'What is true here',
          'In words',
        ]) {
          if (title === 'Inspector') await app.ask('select', { kind: 'version', version });
          await openDrawer(app, title);
          await unfoldAll(drawerOf(app, title));
          await look(app, theme, title, title === 'Inspector' && theme === 'Light' && width > height);
        }
        await drawerOf(app, 'In words').getByRole('button', { name: 'Close' }).click();
        await app.page.getByRole('button', { name: 'More about B' }).click();
        await unfoldAll(drawerOf(app, 'Inside a node'));
        await look(app, theme, 'Inside a node');
      });

      test('every panel and dialog', async ({ app, page }) => {
        await app.seek(4);
        await app.page.getByRole('button', { name: 'Time', exact: true }).click();
        await app.dialog.getByRole('button', { name: 'Bookmark this moment' }).click();
        await look(app, theme, 'Time');
        await page.keyboard.press('Escape');
        await expect(app.dialog).toHaveCount(0);
        await page.getByRole('button', { name: 'More views' }).click();
        await look(app, theme, 'the menu');
        await page.keyboard.press('Escape');
        for (const opener of [
          'Add column on A',
          'Drop column email on A',
          'Write on A',
          'Read on A',
          'Help',
        ]) {
          await page.getByRole('button', { name: opener, exact: true }).focus();
          await page.keyboard.press('Enter');
          await expect(app.dialog).toBeVisible();
          for (const fold of await app.dialog.getByText('More', { exact: true }).all()) await fold.click();
          await look(app, theme, opener);
          await page.keyboard.press('Escape');
          await expect(app.dialog).toHaveCount(0);
        }
        await page.keyboard.press('/');
        await expect(app.dialog).toBeVisible();
        await look(app, theme, 'the palette');
        await page.keyboard.press('Escape');
        await page.keyboard.press('s');
        await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
        await look(app, theme, 'Share');
      });
    });
  }
}

for (const theme of THEMES) {
  test(`${theme}: branches, broken promises, several tables, nine nodes, four shards`, async ({ app }) => {
    await app.page.setViewportSize({ width: 1440, height: 900 });
    await app.chooseTheme(theme);
    await part(app);
    await app.lose(/\+email, A to C/);
    await app.back();
    await app.deliver(/\+phone, B to C/);
    await expect(app.branch).toBeVisible();
    await look(app, theme, 'two branches and a notice');

    await openCluster(app, { protections: { versionTags: false }, more: visitsSetup });
    await app.ask('do', add('A', 'email'));
    await app.ask('settle');
    await app.read('A');
    await expect(app.page.getByRole('button', { name: 'Broken promise' })).toBeVisible();
    await look(app, theme, 'a broken promise, two tables');
    await app.page.getByRole('button', { name: 'Broken promise' }).click();
    await look(app, theme, 'the promise that is broken');
    await app.page.keyboard.press('Escape');

    await openCluster(app, { nodes: 'ABCDEFGHI', shards: 4 });
    await app.ask('do', add('A', 'email'));
    await look(app, theme, 'nine nodes with four shards');
  });

  test(`${theme}: every pane on a phone`, async ({ app }) => {
    await app.page.setViewportSize({ width: 390, height: 844 });
    await app.chooseTheme(theme);
    await part(app);
    await app.ask('select', { kind: 'node', node: 'A' });
    for (const pane of ['Nodes', 'History', 'Versions', 'Ids'] as const) {
      await app.tab(pane).click();
      if (pane === 'History') await app.message(/\+email, A to B/).click();
      await look(app, theme, pane);
      if (pane === 'History') await app.page.getByRole('button', { name: 'Let go of the message' }).click();
    }
  });
}
