/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// What it takes to open the page, cold; and, beside it, what the same browser on the same machine takes to open less.

import type { Browser, Page } from '@playwright/test';
import type {} from '../../src/store/automation/automation.ts';
import { line, spread } from './print.ts';

const OPENINGS = 7;
const VIEWPORT = { width: 1440, height: 900 };

/** A page of its own, cold: nothing cached, ready when scripts may drive it. */
export async function opened(browser: Browser, address: string, moves: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    reducedMotion: moves ? 'no-preference' : 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset['settled'] === 'true');
  return page;
}

const firstPaint = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);

/** When an address first shows something in a browser that runs none of its scripts. */
async function drawnWithoutScripts(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: VIEWPORT, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  let drawn = await firstPaint(page);
  while (drawn === undefined) drawn = await firstPaint(page);
  await context.close();
  return drawn;
}

/** Presses Next at once; the time until the page has taken the step. */
function firstPress(page: Page): Promise<number> {
  return page.getByRole('button', { name: /^Next/ }).evaluate((button) => {
    const root = document.documentElement;
    const before = root.dataset['step'];
    const began = performance.now();
    if (button instanceof HTMLElement) button.click();
    return new Promise<number>((done) => {
      const look = (): void => {
        if (root.dataset['step'] === before) requestAnimationFrame(look);
        else done(performance.now() - began);
      };
      look();
    });
  });
}

export async function openingFigures(browser: Browser, address: string): Promise<void> {
  const text: number[] = [];
  const still: number[] = [];
  const drawn: number[] = [];
  const usable: number[] = [];
  const pressed: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    text.push(await drawnWithoutScripts(browser, `${address}robots.txt`));
    still.push(await drawnWithoutScripts(browser, address));
    const page = await opened(browser, address, false);
    usable.push(await page.evaluate(() => performance.now()));
    pressed.push(await firstPress(page));
    drawn.push((await firstPaint(page)) ?? Number.NaN);
    await page.context().close();
  }
  line('For comparison: a line of text drawn, cold, localhost', spread(text));
  line('For comparison: the first screen drawn, without any script', spread(still));
  line(`First screen drawn, cold, localhost (${OPENINGS} openings)`, spread(drawn));
  line('First screen usable: every press is answered', spread(usable));
  line('  and a press on Next then, until the step is taken', spread(pressed));
}
