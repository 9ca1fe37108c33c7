/// <reference lib="dom" />
// Figures of the explorer in the page's worker, and of the page's frames meanwhile.

import type { Page } from '@playwright/test';
import type {} from '../../src/store/automation.ts';

/** The lesson's size first: 3 nodes, 3 concurrent ADDs. The first search of a page also starts the worker. */
const SIZES: readonly { readonly losses: number; readonly statesMax: number }[] = [
  { losses: 0, statesMax: 1_000_000 },
  { losses: 0, statesMax: 1_000_000 },
  { losses: 1, statesMax: 1_000_000 },
  { losses: 2, statesMax: 1_000_000 },
];

export async function workerFigures(page: Page, line: (what: string, figure: string) => void): Promise<void> {
  for (const [i, { losses, statesMax }] of SIZES.entries()) {
    const seen = await page.evaluate(
      async (ask) => {
        const { config } = window.schemerge.run();
        const created = config.setup.find((statement) => statement.kind === 'create-table');
        const table = {
          keyspace: created?.keyspace ?? '',
          table: created?.kind === 'create-table' ? created.table : '',
        };
        let frames = 0;
        let over = false;
        const frame = (): void => {
          frames += 1;
          if (!over) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
        const began = performance.now();
        const found = await window.schemerge.explore({
          ...ask,
          queue: ['A', 'B', 'C'].map((node, n) => ({
            kind: 'alter-table',
            node,
            ...table,
            changes: [{ kind: 'add', name: `n${n}`, type: 'int' }],
          })),
        });
        const ms = performance.now() - began;
        over = true;
        return {
          ms,
          fps: (frames / ms) * 1_000,
          states: found.states,
          bytes: found.bytes,
          complete: found.complete,
        };
      },
      { losses, statesMax },
    );
    const { ms, fps, states, bytes, complete } = seen;
    line(
      `Explorer in its worker: 3 nodes, 3 ADDs, ${losses} lost${i === 0 ? ', first of the page' : ''}`,
      `${states} states, ${ms.toFixed(0)} ms, ${Math.round((states / ms) * 1_000)}/s, ${Math.round(bytes / states)} bytes a state${complete ? '' : ', bound met'}; page at ${fps.toFixed(0)} frames/s`,
    );
  }
}
