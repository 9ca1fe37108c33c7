/// <reference lib="dom" />

import type { Page } from '@playwright/test';
import type { Run } from '../../src/engine/index.ts';
import type {} from '../../src/store/automation.ts';

/** Opens a run; the time from when it has been replayed until the stage with it has been painted: when the next frame begins. */
export function load(page: Page, run: Run): Promise<number> {
  return page.evaluate(async (given) => {
    window.schemerge.load(given);
    const played = performance.now();
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    return performance.now() - played;
  }, JSON.stringify(run));
}
