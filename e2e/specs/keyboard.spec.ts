// Everything without a pointer: where Tab goes, what the keys of the page do, and whose keys they are.

import type { Page } from '@playwright/test';
import { type AppPage, expect, regularColumns, test } from '../fixtures/app.ts';
import { boxOf } from '../fixtures/loom.ts';

/** Presses of Tab that bring the focus round the whole page. */
const TABS_MAX = 60;

/** What has the focus, as its role and name: the first line that the accessibility tree has for it; '' for nothing. */
async function focused(page: Page): Promise<string> {
  const focus = page.locator(':focus');
  return (await focus.count()) === 0 ? '' : ((await focus.ariaSnapshot()).split('\n')[0] ?? '');
}

/** Tab until the focus is on what is asked for. */
async function tabTo(app: AppPage, wanted: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < TABS_MAX; press++) {
    await app.page.keyboard.press('Tab');
    const line = await focused(app.page);
    if (wanted.test(line)) return;
    seen.push(line);
  }
  throw new Error(`Tab never came to ${wanted}; it came to ${seen.join(', ')}.`);
}

async function addByKeys(app: AppPage, node: string, name: string): Promise<void> {
  await tabTo(app, new RegExp(`button "Add column on ${node}"`));
  await app.page.keyboard.press('Enter');
  await expect(app.dialog).toBeVisible();
  if (!/textbox "Name"/.test(await focused(app.page))) {
    await tabTo(app, /textbox "Name"/);
  }
  await app.page.keyboard.type(name);
  await app.page.keyboard.press('Enter');
  await expect(app.dialog).toHaveCount(0);
}

test("the newcomer's minute takes no pointer", async ({ app, page }) => {
  await addByKeys(app, 'A', 'email');
  await addByKeys(app, 'B', 'phone');
  expect((await app.tables()).map(regularColumns)).toEqual([['email', 'name'], ['name', 'phone'], ['name']]);

  // The news in an order of one's own: to the envelopes, along them, and deliver.
  await tabTo(app, /listbox "On the way \(4\)"/);
  await page.keyboard.press('End');
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  await expect(app.message(/\+phone, B to C/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(app.onTheWay.getByRole('option')).toHaveCount(3);

  // The focus may stand on a control that keeps its own Space: the arrow of the page is free.
  await page.keyboard.press('Escape');
  await tabTo(app, /button "Next"/);
  for (let press = 0; press < 80 && (await app.ask('pending')).length > 0; press++) {
    await page.keyboard.press(press % 2 === 0 ? 'Space' : 'PageDown');
  }
  expect((await app.tables()).map(regularColumns)).toEqual(Array(3).fill(['email', 'name', 'phone']));
  await expect(app.version('Z')).toHaveAccessibleName(/Current on A, B, C\.$/);

  await tabTo(app, /button "Read on B"/);
  await page.keyboard.press('Enter');
  await expect(app.dialog).toBeVisible();
  if (!/button "Row 1"/.test(await focused(page))) {
    await tabTo(app, /button "Row 1"/);
  }
  await page.keyboard.press('Enter');
  await expect(app.entry('B', '1')).toHaveAccessibleName(/stored at version Z/);
});

test('a dialog opens with the focus where one types or chooses, and gives it back', async ({ app, page }) => {
  const opens: readonly (readonly [string, RegExp])[] = [
    ['Add column on A', /^- textbox "Name"/],
    ['Read on A', /^- button "Row 1"/],
    ['Write on A', /^- textbox "(id|name)"/],
  ];
  for (const [button, focusedFirst] of opens) {
    const opener = page.getByRole('button', { name: button });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(app.dialog).toBeVisible();
    expect.soft(await focused(page), button).toMatch(focusedFirst);
    await page.keyboard.press('Escape');
    await expect(app.dialog).toHaveCount(0);
    await expect.soft(opener, button).toBeFocused();
  }
  // The second press of a double click is still meant for what opened it.
  await page.getByRole('button', { name: 'Write on A' }).dblclick();
  const field = app.dialog.getByRole('textbox').first();
  await expect(field).toBeFocused();
  // A text that is marked may be let go beside the dialog.
  const { x, y } = await boxOf(field);
  await page.mouse.move(x + 30, y + 5);
  await page.mouse.down();
  await page.mouse.move(5, y + 5);
  await page.mouse.up();
  await expect(field).toBeFocused();
  await page.mouse.click(5, y);
  await expect(app.dialog).toHaveCount(0);
  // The console takes the focus for itself, the second time before its drawer can look who had it.
  const cql = page.getByRole('button', { name: 'CQL console on A' });
  for (const time of ['first', 'second']) {
    await cql.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'CQL on A' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect.soft(cql, time).toBeFocused();
  }
});

test('the first stops are the skip link, the header and Next; composites are one stop each', async ({
  app,
  page,
}) => {
  await app.addColumn('A', 'email');
  await app.open();
  await app.ask('do', {
    kind: 'alter-table',
    node: 'A',
    keyspace: 'demo',
    table: 'users',
    changes: [{ kind: 'add', name: 'email', type: 'text' }],
  });
  const stops: string[] = [];
  for (let press = 0; press < TABS_MAX; press++) {
    await page.keyboard.press('Tab');
    const line = await focused(page);
    if (line === '' || line === stops[0]) break;
    stops.push(line);
  }
  const inOrder = [
    /link "Skip to the lesson"/,
    /button "All promises hold"/,
    /button "Help"/,
    /button "More views"/,
    /button "Next"/,
    /button "Back"/,
    /button "Drop column email on A"/,
    /button "Add column on A"/,
    /button "Add column on B"/,
    /button "Add column on C"/,
    /listbox "History"/,
    /listbox "On the way/,
    /button "(V0|X)\./,
    /button "Play"/,
    /slider "Time"/,
  ];
  const places = inOrder.map((stop) => stops.findIndex((line) => stop.test(line)));
  expect(places, stops.join('\n')).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const composite of [/listbox "History"/, /listbox "On the way/, /button "(V0|X)\./]) {
    expect(stops.filter((line) => composite.test(line))).toHaveLength(1);
  }
  expect(stops.slice(0, 1)).toEqual([expect.stringMatching(/Skip to the lesson/)]);
});

test('every stop can be seen', async ({ app, page }) => {
  await app.addColumn('A', 'email');
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  const unseen: string[] = [];
  for (let press = 0; press < 45; press++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').count()) > 0 && !(await hasRing(page)) && !(await looksFocused(page))) {
      unseen.push(await focused(page));
    }
  }
  expect(unseen).toEqual([]);
});

/**
 * A ring round the control itself, or round what stands for it: the picture before which a radio button lies, the option
 * at which a listbox points.
 */
const hasRing = (page: Page): Promise<boolean> =>
  page.locator(':focus').evaluate((element) => {
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    return [element, element.parentElement, element.nextElementSibling, active].some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
  });

/** The last word: a picture of the control with the focus and one without are not the same. */
async function looksFocused(page: Page): Promise<boolean> {
  const control = await page.locator(':focus').elementHandle();
  if (control === null) return false;
  const withFocus = await control.screenshot();
  await control.evaluate((element) => (element instanceof HTMLElement ? element.blur() : null));
  const without = await control.screenshot();
  await control.focus();
  return !withFocus.equals(without);
}

test('the skip link leads past the header', async ({ app, page }) => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(/button "Next"/);
  expect(await app.step()).toBe(0);
});

test('Space and arrows go on and back, Home and End to the ends, P plays, Esc lets go', async ({
  app,
  page,
}) => {
  await app.addColumn('A', 'email');
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await app.page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
  );
  const pressed: readonly (readonly [string, number])[] = [
    ['Space', 3],
    ['ArrowRight', 4],
    // The last announcements, which tell nobody anything new, are one press.
    ['PageDown', 10],
    ['Shift+ArrowLeft', 9],
    ['End', 10],
    ['ArrowLeft', 4],
    ['PageUp', 3],
    ['Home', 0],
    ['ArrowLeft', 0],
    ['End', 10],
  ];
  for (const [key, step] of pressed) {
    await page.keyboard.press(key);
    expect(await app.step(), key).toBe(step);
  }
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const back = page.getByRole('button', { name: 'Back' });
  await back.focus();
  await page.keyboard.press('Enter');
  expect(await app.step()).toBe(0);
  await expect(back).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('P');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'How to read this page' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  expect(await app.step()).toBe(0);
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
});

test('a control that has the focus keeps its own keys', async ({ app, page }) => {
  await app.addColumn('A', 'email');
  const step = await app.step();

  await page.getByRole('button', { name: 'More about A' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Inside a node' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Inside a node' })).toHaveCount(0);
  expect(await app.step()).toBe(step);

  await page.getByRole('button', { name: 'Time', exact: true }).click();
  await page.getByRole('radio', { name: /Natural/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /Twice/ })).toBeChecked();
  expect(await app.step()).toBe(step);
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);

  await app.time.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await app.step()).toBe(step - 1);
  await page.keyboard.press('Home');
  expect(await app.step()).toBe(0);
  await page.keyboard.press('End');
  expect(await app.step()).toBe(step);

  await app.history.focus();
  await page.keyboard.press('ArrowUp');
  expect(await app.step()).toBe(step - 1);
  await page.keyboard.press('ArrowDown');
  expect.soft(await app.step(), 'ArrowDown in the history').toBe(step);
  await app.seek(step);

  await page.getByRole('button', { name: 'Add column on B' }).click();
  await app.dialog.getByRole('textbox', { name: 'Name' }).fill('');
  await page.keyboard.type('p hone?n');
  await expect(app.dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('p hone?n');
  expect(await app.step()).toBe(step);
});

test('on a chosen message Delete loses, D duplicates and Enter delivers', async ({ app, page }) => {
  await app.addColumn('A', 'email');
  await tabTo(app, /listbox "On the way \(2\)"/);
  await expect(app.message(/A to B/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Delete');
  await expect(app.narration()).toContainText('The push to B is lost');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('d');
  expect((await app.ask('pending')).filter(({ kind, to }) => kind === 'message' && to === 'C')).toHaveLength(
    2,
  );
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(regularColumns((await app.tables())[2])).toEqual(['email', 'name']);
});

test('among the versions the arrows go along the edges, and Enter picks', async ({ app, page }) => {
  await app.addColumn('A', 'email');
  await app.addColumn('B', 'phone');
  await app.version('V0').focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toMatch(/button "(X|Y)\./);
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toMatch(/button "V0\./);
  await page.keyboard.press('Enter');
  await expect(app.version('V0')).toHaveAttribute('aria-pressed', 'true');
});
