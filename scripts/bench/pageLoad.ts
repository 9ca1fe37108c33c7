/// <reference lib="dom" />

import type { Page } from '@playwright/test';
import type { Run } from '../../src/engine/index.ts';
import type {} from '../../src/store/automation/automation.ts';

/**
 * Opens a run; the time in ms from when it has been replayed until the page's thread has painted the stage with it: the
 * task after the frame that shows it.
 */
export function load(page: Page, run: Run): Promise<number> {
  return page.evaluate(async (given) => {
    window.schemerge.load(given);
    const played = performance.now();
    await new Promise(requestAnimationFrame);
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
    return performance.now() - played;
  }, JSON.stringify(run));
}
