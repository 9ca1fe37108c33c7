/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Figures of the built page in Chromium. Each says what it was taken of; nothing is asserted.

import type { Browser, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { toRun } from '../../src/engine/index.ts';
import type {} from '../../src/store/automation/automation.ts';
import { loomFigures } from './loomFigures.ts';
import { opened, openingFigures } from './openingFigures.ts';
import { load } from './pageLoad.ts';
import { line, spread } from './print.ts';
import { crowd } from './runs.ts';
import { stepFigures } from './stepFigures.ts';
import { drawerFigures, workerFigures } from './workerFigures.ts';

const FRAMES = 600;

interface FramesSeen {
  readonly times: readonly number[];
  readonly flying: number;
  readonly steps: number;
}

/** Frames while one presses Next as soon as the picture stands still, or while the page plays by itself. */
function framesOf(page: Page, plays: boolean): Promise<FramesSeen> {
  return page.evaluate(
    ([count, byItself]) => {
      const { schemerge } = window;
      const flying = schemerge.state().pending.length;
      const root = document.documentElement;
      return new Promise<FramesSeen>((done) => {
        const times: number[] = [];
        let last = performance.now();
        const first = Number(root.dataset['step']);
        const frame = (now: number): void => {
          times.push(now - last);
          last = now;
          if (!byItself && root.dataset['settled'] === 'true') schemerge.next();
          if (times.length < count) requestAnimationFrame(frame);
          else done({ times: times.slice(1), flying, steps: Number(root.dataset['step']) - first });
        };
        requestAnimationFrame(frame);
      });
    },
    [FRAMES, plays] as const,
  );
}

async function frames(browser: Browser, address: string): Promise<void> {
  const timeline = crowd(100, 100);
  const { hash: _hash, trail: _trail, ...run } = toRun(timeline);
  for (const plays of [true, false]) {
    const page = await opened(browser, address, true);
    await load(page, run);
    if (plays) await page.getByRole('button', { name: 'Play', exact: true }).click();
    const { times, flying, steps } = await framesOf(page, plays);
    const slow = times.filter((time) => time > 17.5).length;
    line(
      `Frames: 9 nodes, ${flying} pending, 100 versions, ${plays ? 'playing' : 'pressing Next without a pause'}, ${steps} steps`,
      `${spread(times)}; ${slow} of ${times.length} late`,
    );
    await page.context().close();
  }
}

const [address = '', executablePath = '', ...args] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args });
console.log(`Chromium ${browser.version()}, headless, 1440 x 900.`);
await openingFigures(browser, address);
await stepFigures(browser, address);
await loomFigures(browser, address);
await frames(browser, address);
// Where no lesson is open, the drawer can be.
await drawerFigures(await opened(browser, `${address}?sandbox`, false));
await workerFigures(await opened(browser, address, false));
await browser.close();
