// The diagram of versions and, below it, how column ids go from one version to another.

import type { Locator, Page } from '@playwright/test';
import { type Timeline, toRun } from '../../src/engine/index.ts';
import { play, settled, usersRun } from '../../src/scene/firstMinute.test-support.ts';
import { type AppPage, expect, test } from '../fixtures/app.ts';
import { add, agree, alter, drop, openCluster, part, read, VISITS, visitsSetup } from '../fixtures/runs.ts';

const zoomIn = (app: AppPage): Locator =>
  app.page.getByRole('region', { name: 'Versions' }).getByRole('button', { name: 'Zoom in' });
const zoomOut = (app: AppPage): Locator =>
  app.page.getByRole('region', { name: 'Versions' }).getByRole('button', { name: 'Zoom out' });
const fitting = (app: AppPage): Locator => app.page.getByRole('button', { name: 'Fit', exact: true });

/** 'from Y to Z', as the panel of the ids has it. */
const between = (app: AppPage): Locator => app.columnIds.getByText(/^from .+ to .+$/);

/** The table of ids: column, id before, id after. */
async function ids(app: AppPage): Promise<readonly string[]> {
  const rows = app.columnIds.getByRole('table').first().getByRole('row');
  return (await rows.allInnerTexts()).map((row) => row.replaceAll('\t', ' ')).slice(1);
}

const column = (app: AppPage, name: string): Locator =>
  app.columnIds
    .getByRole('list', { name: 'Columns' })
    .getByRole('button', { name: new RegExp(`^${name}, `) });

const focusedName = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

test('choosing a version presses it, and shows how ids move into it', async ({ app, page }) => {
  await agree(app);
  await app.version('X').click();
  await expect(app.version('X')).toHaveAttribute('aria-pressed', 'true');
  await expect(between(app)).toHaveText('from V0 to X');
  expect(await ids(app)).toEqual(['name 0 1', 'email not present 0']);
  await app.version('Z').click();
  await expect(app.version('X')).toHaveAttribute('aria-pressed', 'false');
  await expect(between(app)).toHaveText('from Y to Z');
  // Let go, the ids follow the run again: by the same press, beside it, by Escape.
  for (const how of ['press', 'beside', 'Escape']) {
    await app.version('X').click();
    await expect(between(app), how).toHaveText('from V0 to X');
    if (how === 'press') await app.version('X').click();
    else if (how === 'beside') await app.versionList.locator('..').click({ position: { x: 3, y: 3 } });
    else await page.keyboard.press('Escape');
    await expect(between(app), how).toHaveText('from Y to Z');
    await expect(app.version('X'), how).toHaveAttribute('aria-pressed', 'false');
  }
});

test('two versions are compared by Shift and a click, by a button, and by Space', async ({ app, page }) => {
  await agree(app);
  const sideBySide = 'X and Y stand side by side: neither contains the other.';
  const expectPair = async (how: string): Promise<void> => {
    await expect(between(app), how).toHaveText('from X to Y');
    await expect(app.columnIds, how).toContainText(sideBySide);
    expect(await ids(app), how).toEqual(['email 0 not present', 'name 1 0', 'phone not present 1']);
    await app.version('V0').click();
    await expect(between(app)).not.toHaveText('from X to Y');
  };

  await app.version('X').click();
  await app.version('Y').click({ modifiers: ['Shift'] });
  await expectPair('Shift and a click');

  await app.version('X').click();
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await expect(page.getByRole('button', { name: 'Choose the second' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await app.version('Y').click();
  await expectPair('the button');

  await app.version('X').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expectPair('Space');
});

test('an edge is picked by a click on its line', async ({ app, page }) => {
  await agree(app);
  await app.version('X').click();
  // Half-way between two tiles runs their line: V0 stands above Y, to its left or right.
  const [upper, lower] = [await app.version('V0').boundingBox(), await app.version('Y').boundingBox()];
  if (upper === null || lower === null) throw new Error('V0 and Y have no place on the screen.');
  const middle = (box: NonNullable<typeof upper>) => ({ x: box.x + 14, y: box.y + box.height / 2 });
  const [a, b] = [middle(upper), middle(lower)];
  await page.mouse.click((a.x + b.x) / 2, (a.y + b.y) / 2);
  await expect(between(app)).toHaveText('from V0 to Y');
  await expect(app.version('Y')).toHaveAttribute('aria-pressed', 'true');
});

test('the arrows go along the edges, Home and End to the ends; there is one tab stop', async ({
  app,
  page,
}) => {
  await agree(app);
  const stops = await app.versionList
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button) => (button instanceof HTMLElement ? button.tabIndex : null)),
    );
  expect(stops.filter((stop) => stop === 0)).toHaveLength(1);
  await app.version('Z').focus();
  for (const [key, name] of [
    ['ArrowUp', 'X'],
    ['ArrowRight', 'Y'],
    ['ArrowRight', 'Y'],
    ['ArrowLeft', 'X'],
    ['ArrowUp', 'V0'],
    ['End', 'Z'],
    ['Home', 'V0'],
    ['ArrowDown', 'X'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await focusedName(page), key).toMatch(new RegExp(`^${name}\\. `));
  }
  // Going there chooses nothing; Enter does.
  await expect(app.version('X')).toHaveAttribute('aria-pressed', 'false');
  const step = await app.step();
  await page.keyboard.press('Enter');
  await expect(app.version('X')).toHaveAttribute('aria-pressed', 'true');
  expect(await app.step()).toBe(step);
});

test('with a node selected the versions that it does not know say so', async ({ app }) => {
  await part(app);
  await expect(app.versionList.getByRole('button', { name: /does not know it/ })).toHaveCount(0);
  await app.node('A').getByRole('button', { name: 'Node A' }).click();
  await expect(app.version('Y')).toHaveAccessibleName(
    'Y. Contains V0. Columns id, name, phone. Current on B. A does not know it.',
  );
  await expect(app.version('X')).not.toHaveAccessibleName(/does not know/);
  await app.node('C').getByRole('button', { name: 'Node C' }).click();
  await expect(app.versionList.getByRole('button', { name: /C does not know it\.$/ })).toHaveCount(2);
  await app.deliver(/\+email, A to C/);
  await app.node('C').getByRole('button', { name: 'Node C' }).click();
  await expect(app.version('X')).not.toHaveAccessibleName(/does not know/);
});

test('a version whose change a later ALTER rewrote is said to be overwritten', async ({ app }) => {
  await app.ask('do', drop('A', 'name'));
  await app.ask('do', add('B', 'phone'));
  await app.ask('settle');
  await app.settled();
  await expect(app.version('Z')).toHaveAccessibleName(
    'Z. Contains X and Y. Overwrites −name of X. Columns id, name, phone. Current on A, B, C.',
  );
  await expect(app.version('Y')).not.toHaveAccessibleName(/Overwrites/);
});

test('a version that has once been placed stays where it is', async ({ app, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const placesOf = (names: readonly string[]): Promise<readonly unknown[]> =>
    Promise.all(names.map((name) => app.version(name).boundingBox()));
  await agree(app);
  const before = await placesOf(['V0', 'X', 'Y', 'Z']);
  await app.ask('do', read('B'));
  await app.ask('settle');
  await app.settled();
  expect(await placesOf(['V0', 'X', 'Y', 'Z'])).toEqual(before);
  // Seen from another moment it is the same diagram, with less in it.
  await app.seek(4);
  await app.settled();
  expect(await placesOf(['V0', 'X', 'Y'])).toEqual(before.slice(0, 3));
});

test.describe('many versions', () => {
  const COUNT = 40;

  /** A and B change the table in turn, and all hear of it after every fourth change. */
  const changed = (): Timeline => {
    let timeline = usersRun();
    for (let i = 0; i < COUNT; i++) {
      timeline = play(timeline, i % 2 === 0 ? add('A', `c${i}`) : add('B', `c${i}`));
      if (i % 4 === 3) timeline = settled(timeline);
    }
    return settled(timeline);
  };

  test.beforeEach(async ({ app }) => {
    const { hash: _hash, trail: _trail, ...run } = toRun(changed());
    await app.ask('load', JSON.stringify(run));
    await app.settled();
  });

  test('zoom makes room, and what one goes to comes into sight', async ({ app, page }) => {
    const list = app.versionList.getByRole('listitem');
    expect(Number(await list.first().getAttribute('aria-setsize'))).toBeGreaterThan(COUNT);
    expect(await list.count()).toBeLessThan(COUNT);

    const seen = (): Promise<number> => list.count();
    const full = await seen();
    await expect(zoomIn(app)).toBeDisabled();
    await zoomOut(app).click();
    await expect.poll(seen).toBeGreaterThan(full);
    await expect(zoomIn(app)).toBeEnabled();
    await zoomIn(app).press('Enter');
    await expect(zoomIn(app)).toBeDisabled();
    // Whoever is at the keys is still there.
    await expect(zoomIn(app)).toBeFocused();
    await fitting(app).click();
    await expect(zoomIn(app)).toBeEnabled();

    await app.versionList.getByRole('button').last().focus();
    await page.keyboard.press('Home');
    await expect.poll(() => focusedName(page)).toMatch(/^V0\. /);
    await expect(app.versionList.getByRole('button', { name: /^V0\. / })).toBeInViewport();
    await page.keyboard.press('End');
    await expect.poll(() => focusedName(page)).toMatch(/^V[1-9]\d*\. /);
    // The keys of zoom, where the focus is.
    const some = await seen();
    await page.keyboard.press('+');
    await expect.poll(seen).not.toBe(some);
  });

  test('a version where somebody stands and that is scrolled away is one press off', async ({
    app,
    page,
  }) => {
    const versions = page.getByRole('region', { name: 'Versions' });
    await app.versionList.getByRole('button').last().focus();
    await page.keyboard.press('Home');
    const way = versions.getByRole('button', { name: /Current on A, B, C\.$/ }).filter({ visible: true });
    await way.first().click();
    await expect(app.versionList.getByRole('button', { name: /Current on A, B, C\.$/ })).toBeInViewport();
  });
});

test.describe('column ids', () => {
  test('a column in focus is followed in all views, and let go again', async ({ app, page }) => {
    await agree(app);
    await column(app, 'name').click();
    await expect(column(app, 'name')).toHaveAttribute('aria-pressed', 'true');
    for (const node of ['A', 'B', 'C']) {
      await expect(
        app.node(node).getByRole('button', { name: `Select column name on ${node}` }),
      ).toHaveAttribute('aria-pressed', 'true');
    }
    await column(app, 'name').click();
    await expect(column(app, 'name')).toHaveAttribute('aria-pressed', 'false');

    // By keys: one stop, arrows along the columns.
    await column(app, 'name').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(column(app, 'phone')).toHaveAttribute('aria-pressed', 'true');
    await expect(app.node('C').getByRole('button', { name: 'Select column phone on C' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.press('Escape');
    await expect(column(app, 'phone')).toHaveAttribute('aria-pressed', 'false');
  });

  test('names say where each column goes: it stays, moves, begins or ends', async ({ app }) => {
    await app.ask('do', alter('A', [{ kind: 'add', name: 'aa', type: 'text' }]));
    await app.settled();
    await expect(column(app, 'name')).toHaveAccessibleName('name, text, moves from 0 to 1');
    await expect(column(app, 'aa')).toHaveAccessibleName('aa, text, is added at 0');
    await app.ask('do', drop('A', 'aa'));
    await app.settled();
    await expect(column(app, 'aa')).toHaveAccessibleName('aa, text, is dropped from 0');
    await app.ask('do', alter('A', [{ kind: 'add', name: 'zz', type: 'int' }]));
    await app.settled();
    await expect(column(app, 'name')).toHaveAccessibleName('name, text, stays at 0');
  });

  test('static and regular columns are apart: each kind has a box 0', async ({ app, page }) => {
    await openCluster(app, { more: visitsSetup });
    await page.getByRole('radio', { name: 'visits' }).check();
    await app.ask('do', alter('A', [{ kind: 'add', name: 'age', type: 'int' }], VISITS));
    await app.settled();
    const table = app.columnIds.getByRole('table', { name: 'note moves from 0 to 1, age is added at 0' });
    await expect(table).toMatchAriaSnapshot(`
      - table:
        - rowgroup:
          - row "Column V0 X"
        - rowgroup:
          - row "static":
            - rowheader "static"
          - row "badge 0 0"
        - rowgroup:
          - row "regular":
            - rowheader "regular"
          - row "note 0 1"
          - row "age not present 0"
    `);
  });

  test('a real row before and after; without version tags it would say something else', async ({ app }) => {
    await agree(app);
    const before = app.columnIds.getByRole('table', { name: 'before, at version V0' });
    const after = app.columnIds.getByRole('table', { name: 'after, at version Z' });
    await expect(before.getByRole('cell')).toHaveText(['Ada']);
    await expect(after.getByRole('cell')).toHaveText(['–', 'Ada', '–']);
    await expect(app.columnIds).toContainText('Without version tags the row would say: email = Ada.');

    const tags = app.columnIds.getByRole('button', { name: 'Without version tags' });
    await tags.click();
    await expect(tags).toHaveAttribute('aria-pressed', 'true');
    const untagged = app.columnIds.getByRole('table', { name: /^Read with the names of Z/ });
    await expect(untagged.getByRole('columnheader')).toHaveText(['email']);
    await expect(untagged.getByRole('cell')).toHaveText(['Ada', '≠ name']);
    await tags.click();
    await expect(untagged).toHaveCount(0);
    await expect(after).toBeVisible();
  });

  test('with version tags off the wrong name is what the row says, for all to see', async ({ app }) => {
    await openCluster(app, { protections: { versionTags: false } });
    await app.ask('do', add('A', 'email'));
    await app.ask('settle');
    await app.ask('do', read('A'));
    await app.settled();
    await expect(app.columnIds).toContainText('Version tags are off: the row says email = Ada.');
    const untagged = app.columnIds.getByRole('table', { name: /^Read with the names of X/ });
    await expect(untagged.getByRole('columnheader').first()).toHaveText('email');
    await expect(app.columnIds.getByRole('button', { name: 'Without version tags' })).toHaveCount(0);
    await expect(app.answer('A').getByRole('cell')).toHaveText(['1', 'Ada', '–']);
    await expect(app.page.getByRole('button', { name: 'Broken promise' })).toBeVisible();
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('on a phone a tap picks a version, a second one compares, and the ids are a tab away', async ({
    app,
    page,
  }) => {
    await agree(app);
    await app.tab('Versions').tap();
    const top = async () => (await app.version('X').boundingBox())?.y;
    const before = await top();
    await app.version('X').tap();
    await expect(app.version('X')).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'Compare with…' }).tap();
    expect(await top()).toBe(before);
    await app.version('Y').tap();
    await app.tab('Ids').tap();
    await expect(between(app)).toHaveText('from X to Y');
    await column(app, 'name').tap();
    await expect(column(app, 'name')).toHaveAttribute('aria-pressed', 'true');
    await app.tab('Nodes').tap();
    await expect(app.node('B').getByRole('button', { name: 'Select column name on B' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });
});
