/// <reference lib="dom" />
// Figures of the explorer in the page's workers, and of the page's frames meanwhile: as a script asks, which begins a worker
// with its first search, and as people ask, whose worker has begun with the drawer and warmed up before they press.

import type { Page } from '@playwright/test';
import type {} from '../../src/store/automation/automation.ts';
import { line } from './print.ts';

/** The lesson's size first: 3 nodes, 3 concurrent ADDs. The first search of a page also starts the worker. */
const LOSSES = [0, 0, 0, 1, 2, 2] as const;
const STATES_MAX = 1_000_000;
/** From the drawer on until somebody presses, and between two presses. */
const PAUSE_MS = 1_500;
const PRESSES = 3;

interface Seen {
  readonly ms: number;
  readonly frames: number;
}

const pace = ({ ms, frames }: Seen): string => `page at ${((frames / ms) * 1_000).toFixed(0)} frames/s`;

export async function workerFigures(page: Page): Promise<void> {
  for (const [i, losses] of LOSSES.entries()) {
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
        return { ms, frames, states: found.states, bytes: found.bytes, complete: found.complete };
      },
      { losses, statesMax: STATES_MAX },
    );
    const { ms, states, bytes, complete } = seen;
    line(
      `Explorer in its worker: 3 nodes, 3 ADDs, ${losses} lost${i === 0 ? ', first, begins the worker' : ''}`,
      `${states} states, ${ms.toFixed(0)} ms, ${Math.round((states / ms) * 1_000)}/s, ${Math.round(bytes / states)} bytes a state${complete ? '' : ', bound met'}; ${pace(seen)}`,
    );
  }
}

/** The same 3 ADDs from the drawer: from the press until the verdict stands there. */
export async function drawerFigures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { schemerge } = window;
    const created = schemerge.run().config.setup.find(({ kind }) => kind === 'create-table');
    const table =
      created?.kind === 'create-table' ? { keyspace: created.keyspace, table: created.table } : null;
    for (const [n, node] of ['A', 'B', 'C'].entries()) {
      if (table !== null) {
        const changes = [{ kind: 'add', name: `n${n}`, type: 'int' } as const];
        schemerge.do({ kind: 'alter-table', node, ...table, changes });
      }
    }
    schemerge.seek(0);
  });
  await page.getByRole('button', { name: 'All orders', exact: true }).click();
  const drawer = page.getByRole('region', { name: 'All orders', exact: true });
  const search = drawer.getByRole('button', { name: 'Search every order' });
  for (let i = 0; i < PRESSES; i++) {
    await search.waitFor();
    await page.waitForTimeout(PAUSE_MS);
    const seen = await search.evaluate(
      (button) =>
        new Promise<Seen & { readonly verdict: string; readonly took: string }>((done) => {
          const began = performance.now();
          let frames = 0;
          (button as HTMLButtonElement).click();
          const frame = (): void => {
            frames += 1;
            const says = document.querySelector('.orders-sentence')?.textContent ?? '';
            const took = document.querySelector('.orders-figures div:last-child dd')?.textContent ?? '';
            if (/endings?,/.test(says)) done({ ms: performance.now() - began, frames, verdict: says, took });
            else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        }),
    );
    line(
      `Explorer from its drawer: 3 nodes, 3 ADDs, press ${i + 1} of the page`,
      `${seen.verdict} ${seen.took} in the worker, ${seen.ms.toFixed(0)} ms from the press to the verdict; ${pace(seen)}`,
    );
  }
}
