import { expect, test } from '../fixtures/app.ts';

test.use({ fresh: true });

test('the page opens without a word on the console', async ({ app }) => {
  await expect(app.page).toHaveTitle('Schemerge');
  await expect(app.page.getByRole('main')).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('everything comes from the page itself, under a policy that forbids the rest', async ({
  app,
  page,
  baseURL,
}) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await app.open();
  expect(requested.length).toBeGreaterThan(2);
  expect(requested.filter((url) => !url.startsWith(baseURL ?? ''))).toEqual([]);

  // The policy is there and works: what it forbids does not run.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "yes"';
    document.head.append(script);
    return document.documentElement.dataset['ran'] ?? 'no';
  });
  expect(ran).toBe('no');
  expect(app.complaints.filter((complaint) => /Content Security Policy/.test(complaint))).toHaveLength(1);
  app.complaints.length = 0;
});

test('a whole minute with every dialog opened leaves the console silent', async ({ app, page }) => {
  await app.addColumn('A', 'email');
  await app.addColumn('B', 'phone');
  await app.nextToTheEnd();
  await app.write('C', { id: '2', email: 'bob@x' });
  await app.ask('settle');
  await app.read('B');
  for (const button of ['Help', 'Write on B', 'Read on C']) {
    await page.getByRole('button', { name: button }).click();
    await expect(app.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.dialog).toHaveCount(0);
  }
  await app.chooseTheme('Dark');
  await app.chooseTheme('Projector');
  expect(app.complaints).toEqual([]);
});

test('where a system forces its colours, the tile of a version keeps the one that says which', async ({
  app,
  page,
}) => {
  const tile = app.version('V0').locator('.tile');
  const own = await tile.screenshot();
  await page.emulateMedia({ forcedColors: 'active' });
  expect((await tile.screenshot()).equals(own)).toBe(true);
});

test('the theme that was chosen is there again after a reload', async ({ app }) => {
  await app.chooseTheme('Dark');
  await app.open();
  await app.page.getByRole('button', { name: 'More views' }).click();
  await expect(app.page.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked();
});

test('the picture that the page brings is the page, and what is pressed in it is not lost', async ({
  app,
  page,
}) => {
  const seen = () =>
    page
      .locator('.card, .chip, .box, .narration, .next, .back, .top > *, .agreement')
      .evaluateAll((all) =>
        all
          .map((one) => ({ box: one.getBoundingClientRect().toJSON(), text: (one as HTMLElement).innerText }))
          .filter(({ box }) => box.width > 0),
      );
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    // None of its code arrives, but for what fits the picture to the window.
    let release = (): void => undefined;
    const released = new Promise<void>((go) => {
      release = go;
    });
    await page.route(/\/assets\/(?!before-)[^/]*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto('./', { waitUntil: 'commit' });
    await expect(app.narration()).toContainText('two servers');
    await page.evaluate(() => document.fonts.ready);
    const brought = await seen();
    await app.nextButton.click();
    release();
    await app.settled();
    await expect(page.locator('html')).toHaveAttribute('data-beat', '1');
    await app.backButton.click();
    await expect(page.locator('html')).toHaveAttribute('data-beat', '0');
    await app.settled();
    expect(await seen()).toEqual(brought);
    await page.unrouteAll();
    await page.evaluate(() => localStorage.clear());
  }
  expect(app.complaints).toEqual([]);
});

test('somebody who comes for something else is not shown the first lesson', async ({ app, page }) => {
  await page.route(/\/assets\/(?!before-)[^/]*\.js$/, (route) => route.abort());
  for (const address of ['./?sandbox', './?lesson=same-column', './?speaker', './#run=1']) {
    await page.goto(address);
    await expect(page.locator('#root')).toBeEmpty();
  }
  app.complaints.length = 0;
});
