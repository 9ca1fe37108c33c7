// The built page in other places: under its policy with nothing asked of anybody, without a network, as a figure in another
// page, and as one file from a disk.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Page, test as plain } from '@playwright/test';
import { AppPage, expect, test } from '../fixtures/app.ts';
import { findingsOf } from '../fixtures/axe.ts';
import { agreeAndRead } from '../fixtures/runs.ts';

/** Everything that the page asks for from now on. */
function requestsOf(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}

/** Ways in which somebody might want a text to be more than text. */
const HOSTILE = '<img src=x onerror=alert(1)><script src=https://evil.example/x.js></script>';

test('nothing breaks the policy and nothing is asked of another host, whatever texts a run brings', async ({
  app,
  page,
}) => {
  const asked = requestsOf(page);
  // What breaks the policy the browser complains of, and a complaint fails the test.
  await page.reload();
  await app.settled();
  await agreeAndRead(app);
  await app.ask('do', {
    kind: 'alter-table',
    node: 'A',
    keyspace: 'demo',
    table: 'users',
    changes: [{ kind: 'comment', comment: HOSTILE }],
  });
  await app.ask('do', {
    kind: 'insert',
    node: 'A',
    keyspace: 'demo',
    table: 'users',
    key: { id: 2 },
    values: { name: HOSTILE },
    consistency: 'ONE',
  });
  await app.ask('bookmark', HOSTILE);
  const file: { title: string } = JSON.parse(await app.ask('file'));
  await app.ask('openFile', JSON.stringify({ ...file, title: HOSTILE }));
  await app.settled();
  await app.ask('exportPng', 'page');
  for (const drawer of ['Inspector', 'Event log', 'Compare', 'Who hears what', 'In words'] as const) {
    await page.getByRole('button', { name: 'More views' }).click();
    await page.getByRole('menuitem', { name: drawer }).click();
    await expect(page.getByRole('region', { name: drawer })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Share' })).toContainText(HOSTILE);
  expect(await page.locator('img, script[src*="evil"], iframe').count()).toBe(0);
  const here = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(here) && !/^(?:data|blob):/.test(url))).toEqual([]);
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('after the first visit everything works: lessons, dialogs, links, pictures', async ({
    app,
    page,
    context,
  }) => {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    await page.goto('./?sandbox');
    await app.settled();
    await agreeAndRead(app);
    await page.keyboard.press('s');
    await expect(page.getByRole('dialog', { name: 'Share' }).getByRole('img')).toBeVisible();
    await page.keyboard.press('Escape');
    const link = await app.ask('link');
    const hash = await app.ask('hash');
    expect(await app.ask('exportPng', 'ids')).toMatch(/^data:image\/png;base64,/);
    await page.goto('./?contents');
    await app.settled();
    await page.goto(link);
    await app.settled();
    expect(await app.ask('hash')).toBe(hash);
    await context.setOffline(false);
  });
});

plain(
  'a figure does what its page asks, stays between its places, and lets nothing else in',
  async ({ page }) => {
    const app = new AppPage(page);
    await page.goto('./embed-example.html');
    const figure = page.frameLocator('#figure');
    await expect(page.getByRole('status')).toHaveText(/^Beat 1\. /);
    await expect(figure.getByRole('button', { name: 'More views' })).toHaveCount(0);
    await expect(figure.getByRole('link', { name: 'Open in Schemerge' })).toBeVisible();
    const button = (name: string) => page.locator('.buttons').getByRole('button', { name });
    expect(await findingsOf(page, { frames: true })).toEqual([]);
    await button('Next').click();
    await expect(page.getByRole('status')).toHaveText(/^Beat 2\. /);
    await figure.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText(/^Beat 3\. /);
    await button('To the beginning').click();
    await expect(page.getByRole('status')).toHaveText(/^Beat 1\. /);
    await button('Dark').click();
    await expect(figure.locator('html')).toHaveAttribute('data-theme', 'dark');

    // Whatever is posted: an answer in a sentence, or none, and the figure is where it was.
    const answers = await page.evaluate(async () => {
      const frame = document.querySelector('iframe')?.contentWindow;
      const said: unknown[] = [];
      window.addEventListener('message', ({ data }) => {
        if (data.event === 'answer') said.push({ id: data.id, problem: data.problem ?? null });
      });
      const posted: unknown[] = [null, 7, 'play', [], { schemerge: 1 }, { call: 'seek' }];
      posted.push({ schemerge: 2, id: 'a', call: 'play' }, { schemerge: 1, id: 'b', call: 'eval' });
      posted.push(
        { schemerge: 1, id: 'c', call: 'seek', at: -1 },
        { schemerge: 1, id: 'd', call: 'open', link: '#run=1.x' },
      );
      posted.push(
        { schemerge: 1, id: { toString: 1 }, call: 'theme', theme: 'constructor' },
        { schemerge: 1, id: 'e', call: 'state' },
      );
      for (const message of posted) frame?.postMessage(message, '*');
      while (said.length < 6) await new Promise((soon) => setTimeout(soon, 20));
      return said;
    });
    const problems = answers as readonly { readonly id: unknown; readonly problem: string | null }[];
    expect(problems.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', null].toSorted());
    for (const { id, problem } of problems) {
      if (id === 'e') expect(problem).toBeNull();
      else expect(problem).toMatch(/^\S.*\.$/);
    }
    expect(app.complaints).toEqual([]);
  },
);

plain(
  'a figure that plays by itself goes round between its places, with as few controls as asked',
  async ({ page }) => {
    const app = new AppPage(page);
    await page.clock.install();
    await page.goto('./embed.html?lesson=concurrent-add&from=1&to=2&play=1&loop=1&controls=none');
    const beat = page.locator('html');
    for (const at of ['1', '2', '1']) {
      await expect(async () => {
        await page.clock.runFor(500);
        await expect(beat).toHaveAttribute('data-beat', at, { timeout: 1 });
      }).toPass();
    }
    await expect(page.getByRole('article', { name: 'Node A' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Share' })).toBeHidden();
    expect(app.complaints).toEqual([]);
  },
);

plain('one file holds the whole page and runs from a disk', async ({ page }) => {
  const file = resolve(import.meta.dirname, '../../dist-single/schemerge.html');
  expect(existsSync(file)).toBe(true);
  const app = new AppPage(page);
  const asked = requestsOf(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${pathToFileURL(file).href}?sandbox`);
  await app.settled();
  await agreeAndRead(app);
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Share' }).getByRole('img')).toBeVisible();
  expect(await page.evaluate(() => document.fonts.check('16px "Inter Variable"'))).toBe(true);
  expect(await app.ask('exportPng', 'page')).toMatch(/^data:image\/png;base64,/);
  expect(asked.filter((url) => !/^(?:data|blob):/.test(url))).toEqual([page.url()]);
  expect(app.complaints).toEqual([]);
});
