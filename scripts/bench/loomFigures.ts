/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// How long the history of 5,000 events takes to be painted, and what stands in the document then. Right after a page has
// opened the browser readies a process for the next one, beside it; whoever opens a run has looked at the page first.

import type { Browser } from '@playwright/test';
import { toRun } from '../../src/engine/index.ts';
import { opened } from './openingFigures.ts';
import { load } from './pageLoad.ts';
import { line, spread } from './print.ts';
import { grow } from './runs.ts';

const OPENINGS = 7;
const LOOKED_AT_MS = 3_000;

export async function loomFigures(browser: Browser, address: string): Promise<void> {
  const { timeline } = grow(5_000, 4);
  const { hash: _hash, trail: _trail, ...run } = toRun(timeline);
  const atOnce: number[] = [];
  const later: number[] = [];
  let nodes = '';
  for (let i = 0; i < OPENINGS; i++) {
    for (const waits of [false, true]) {
      const page = await opened(browser, address, false);
      if (waits) await page.waitForTimeout(LOOKED_AT_MS);
      (waits ? later : atOnce).push(await load(page, run));
      nodes = await page.evaluate(() => {
        const count = (of: string): number => document.querySelectorAll(of).length;
        return `${count('*')} on the page, ${count('.loom-frame *')} in the history`;
      });
      await page.context().close();
    }
  }
  const what = `Loom of 5,000 events (${run.commands.length} steps), first paint`;
  line(`${what}, page open for ${LOOKED_AT_MS / 1000} s`, spread(later));
  line('  in a page that has opened this moment', spread(atOnce));
  line('DOM nodes then', nodes);
}
