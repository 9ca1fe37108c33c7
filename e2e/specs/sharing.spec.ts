// Taking a run along, as a person does it: links, files, pictures, and what the browser keeps. What links and files hold is
// tested without a browser.

import { readFile, writeFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import { agree, agreeAndRead, part } from '../fixtures/runs.ts';

// What a page before it kept is part of how a page opens.
test.use({ fresh: true });

const shareOf = (app: AppPage): Locator => app.page.getByRole('dialog', { name: 'Share' });

async function share(app: AppPage): Promise<Locator> {
  await app.press(app.page.getByRole('button', { name: 'Share', exact: true }));
  await expect(shareOf(app)).toBeVisible();
  return shareOf(app);
}

async function saved(page: Page, button: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return download;
}

test('a link opens the same run at the same step elsewhere; in an open page it keeps the run that was there', async ({
  app,
  page,
}) => {
  await agreeAndRead(app);
  await app.seek(4);
  const hash = await app.ask('hash');
  const run = await app.ask('run');
  const dialog = await share(app);
  const link = await dialog.getByRole('textbox', { name: 'Link to this moment' }).inputValue();
  expect(link).toMatch(/\/#run=1\.[\w-]+$/);
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Show it large' }).click();
  const screen = page.getByRole('dialog', { name: 'QR code of the link' });
  const box = await screen.getByRole('img').boundingBox();
  expect(box?.height).toBeGreaterThan(500);
  await page.keyboard.press('Escape');
  await expect(screen).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);

  await page.goto('about:blank');
  await page.goto(link);
  await app.settled();
  expect(await app.step()).toBe(4);
  expect(await app.ask('hash')).toBe(hash);
  expect(await app.ask('run')).toEqual(run);

  await app.ask('do', { kind: 'crash', node: 'C' });
  await page.evaluate((address) => window.location.assign(address), link);
  await expect(page.getByText('The run before is kept: Run of a link.')).toBeVisible();
  expect(await app.ask('hash')).toBe(hash);
  await page.evaluate(() => window.location.assign('#run=1.abc'));
  await expect(page.getByRole('alert').filter({ hasText: 'The link is cut short or changed' })).toBeVisible();
  expect(await app.ask('hash')).toBe(hash);
});

test('a run file brings back all branches, by picking it and by dropping it; a wrong one changes nothing', async ({
  app,
  page,
}, info) => {
  await part(app);
  await app.lose(/\+email, A to C/);
  await app.back();
  await app.deliver(/\+phone, B to C/);
  const branches = await app.ask('branches');
  let dialog = await share(app);
  const download = await saved(page, dialog.getByRole('button', { name: 'Save run file' }));
  expect(download.suggestedFilename()).toBe('first-screen.schemerge.json');
  const path = info.outputPath('run.schemerge.json');
  await download.saveAs(path);
  await page.keyboard.press('Escape');

  await app.ask('surprise', 3);
  dialog = await share(app);
  const pick = async (file: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'Open run file' }).click(),
    ]);
    await chooser.setFiles(file);
  };
  const wrong = info.outputPath('wrong.json');
  await writeFile(wrong, '{"kind":');
  await pick(wrong);
  await expect(dialog.getByRole('status').filter({ hasText: 'This file is no run file' })).toBeVisible();
  await pick(path);
  await expect(app.dialog).toHaveCount(0);
  expect(await app.ask('branches')).toEqual(branches);

  await app.ask('surprise', 4);
  const text = await readFile(path, 'utf8');
  const drop = (type: 'dragover' | 'drop'): Promise<void> =>
    page.evaluate(
      ({ content, kind }) => {
        const data = new DataTransfer();
        data.items.add(new File([content], 'run.schemerge.json'));
        window.dispatchEvent(new DragEvent(kind, { dataTransfer: data, cancelable: true }));
      },
      { content: text, kind: type },
    );
  await drop('dragover');
  await expect(page.getByText('Drop the run file to open it.')).toBeVisible();
  await drop('drop');
  await expect(page.getByText('Drop the run file to open it.')).toHaveCount(0);
  await expect.poll(() => app.ask('branches')).toEqual(branches);
});

test('after a reload the run that was open is offered, and gone on with; it can be forgotten', async ({
  app,
  page,
}) => {
  await agree(app);
  const [run, step] = [await app.ask('run'), await app.step()];
  // What is kept is asked of the browser itself, as nothing on the page tells it.
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .toEqual(['schemerge']);
  await app.seek(2);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => keptSteps(page)).toEqual([2]);
  await page.reload();
  await app.settled();
  expect(await app.step()).toBe(0);
  await app.press(page.getByRole('button', { name: 'Go on where you were' }));
  await expect(page.locator('html')).toHaveAttribute('data-step', '2');
  expect(await app.ask('run')).toEqual(run);
  expect(step).toBeGreaterThan(2);

  await expect.poll(() => keptSteps(page)).toEqual([2]);
  await page.reload();
  await app.settled();
  const offer = page.getByRole('button', { name: 'Go on where you were' });
  await expect(offer).toBeVisible();
  // Whoever starts over is asked no more; the list has the run.
  await app.ask('startOver');
  await expect(offer).toHaveCount(0);
  const dialog = await share(app);
  await dialog.getByRole('button', { name: /^Forget First screen, step 2 of / }).click();
  await expect(dialog.getByText('Kept by this browser')).toHaveCount(0);
  await expect.poll(() => keptSteps(page)).toEqual([]);
});

/** Where each run stands that the browser keeps. */
const keptSteps = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<readonly number[]>((resolve, reject) => {
        const opening = indexedDB.open('schemerge');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('runs').objectStore('runs').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result.map(({ file }) => file.step));
          };
        };
      }),
  );

test('pictures stand by themselves, in SVG and PNG; a diagram and the run are copied as text', async ({
  app,
  page,
  context,
}, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await agreeAndRead(app);
  const dialog = await share(app);
  await dialog.getByRole('combobox', { name: 'View' }).selectOption('Column ids');
  const png = await saved(page, dialog.getByRole('button', { name: 'Save PNG' }));
  expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG');
  const svg = await saved(page, dialog.getByRole('button', { name: 'Save SVG' }));
  const text = await readFile(await svg.path(), 'utf8');
  // The text is long: only what was asked of it is told.
  expect({
    isSvg: text.startsWith('<svg xmlns='),
    faces: text.match(/url\(&quot;data:font\/woff2;base64,/g)?.length,
    asksFor: text.match(/url\((?:&quot;)?(?!data:|#|&quot;)[^)]*\)/g),
    hasMore: /<script|<dialog/.test(text),
  }).toEqual({ isSvg: true, faces: 2, asksFor: null, hasMore: false });
  await dialog.getByRole('button', { name: 'Copy Mermaid' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^sequenceDiagram\n/);
  await dialog.getByRole('button', { name: 'Copy JSON' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('"format": 1');

  // It says in another place what it says here, in the same type.
  const path = info.outputPath('ids.svg');
  await svg.saveAs(path);
  await page.goto(`file://${path}`);
  await expect(page.getByRole('heading', { name: 'Column ids' })).toBeVisible();
  expect(await page.evaluate(() => document.fonts.check('16px "Inter Variable"'))).toBe(true);
});

test.describe('in a lesson', () => {
  test.use({ address: './?lesson=concurrent-add&beat=4' });

  test('a link leads back into the lesson; beats become a film with subtitles, or none when it is stopped', async ({
    app,
    page,
  }) => {
    await app.addColumn('A', 'city');
    const link = await app.ask('link');
    await page.goto('about:blank');
    await page.goto(link);
    await app.settled();
    await app.press(app.lesson.getByRole('button', { name: 'Return to lesson' }));
    await expect(app.narration()).toHaveText(/a third version, Z/);

    const dialog = await share(app);
    const part = dialog.getByRole('region', { name: 'Film' });
    await expect(part.getByRole('radio', { name: 'The lesson' })).toBeChecked();
    await part.getByRole('spinbutton', { name: 'To beat' }).fill('1');
    const subtitles = await saved(page, part.getByRole('button', { name: 'Save subtitles' }));
    expect(await readFile(await subtitles.path(), 'utf8')).toBe(
      'WEBVTT\n\n00:00:03.000 --> 00:00:09.500\nA and B are two servers. Both keep a copy of one table; either may change its columns.\n',
    );
    const film = await saved(page, part.getByRole('button', { name: 'Make film' }));
    expect((await readFile(await film.path())).subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    await expect(part.getByRole('status')).toHaveText('The film is made.');

    await part.getByRole('spinbutton', { name: 'To beat' }).fill('16');
    await part.getByRole('button', { name: 'Make film' }).click();
    await part.getByRole('button', { name: 'Stop' }).click();
    await expect(part.getByRole('status')).toHaveText('Stopped: no film was made.');
    // Filming has gone through the lesson, and one is where one was.
    await page.keyboard.press('Escape');
    await expect(app.narration()).toHaveText(/a third version, Z/);
    await expect(page.locator('html')).toHaveAttribute('data-beat', '4');
  });
});
